"""Phrases that every section needs: notes with N, reasons, sections that are not possible."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analysis.reporting.exhibit import Exhibit, SectionView, Verdict
from analysis.reporting.language import Language
from analysis.reporting.material import Material
from analysis.reporting.messages.wording import filled, reason
from analysis.reporting.sentence import Run, Sentence, sentence
from analysis.statistics.unavailable import Unavailable
from analysis.study.notice import Notice

MOST_DECIMALS = 12


def left_out_note(dropped: int, language: Language) -> tuple[Sentence, ...]:
    """ "3 respondents are left out because an answer is missing."; nothing when nobody is left out."""
    if not dropped:
        return ()
    template = language.ngettext(
        "{dropped} respondent is left out because an answer is missing.",
        "{dropped} respondents are left out because an answer is missing.",
        dropped,
    )
    return (sentence(template, dropped=language.integer(dropped)),)


def constant_items_note(items: Sequence[str], language: Language) -> tuple[Sentence, ...]:
    """The items that could not be used because they do not vary; nothing where all vary."""
    if not items:
        return ()
    template = language.gettext("Left out because everybody gave the same answer: {items}.")
    return (sentence(template, items=language.listing(tuple(items))),)


def caution_notes(cautions: Iterable[Notice], language: Language) -> tuple[Sentence, ...]:
    """The cautions that go with a result, each as a note."""
    return tuple(
        filled(caution.code, {"where": caution.where, **caution.details}, language) for caution in cautions
    )


def number_range(values: Iterable[float], language: Language, decimals: int = 3) -> str:
    """ "0,191", or "0,187 – 0,191" where the printed figures differ."""
    ordered = sorted(values)
    low, high = language.number(ordered[0], decimals), language.number(ordered[-1], decimals)
    return low if low == high else f"{low} – {high}"


def decimals_apart(value: float, limit: float, least: int = 3) -> int:
    """As many decimals as a sentence needs so that "0,1875 > 0,1874" never reads "0,187 > 0,187"."""
    if value == limit:
        return least
    apart = (d for d in range(least, MOST_DECIMALS) if round(value, d) != round(limit, d))
    return next(apart, MOST_DECIMALS)


def deciding_p(p: float, alpha: float, language: Language) -> str:
    """A p value beside a decision at alpha: "= 0,0496", as "= 0,050" would not be below 0.05."""
    return language.p_phrase(p, decimals_apart(p, alpha))


def pair_words(name: str, language: Language) -> str:
    """The name of a pair, "A ~ B" in results, as it is read: "A with B"."""
    first, _tilde, second = name.partition(" ~ ")
    return language.gettext("{first} with {second}").format(first=first, second=second)


def shortened(name: str, most: int) -> str:
    """A name of at most `most` characters; three dots where it goes on."""
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def limit_text(value: float, language: Language) -> str:
    """A chosen limit such as 0.60 or 0.005: two decimals, or as many as it has."""
    exact = (d for d in range(2, MOST_DECIMALS) if round(value, d) == value)
    return language.number(value, next(exact, MOST_DECIMALS))


def reason_note(what: str, found: object, language: Language) -> Sentence:
    """Why a part is missing: "Bootstrap: ..."; `found` is the Unavailable that stands in its place."""
    if not isinstance(found, Unavailable):
        raise TypeError(f"{what} is available")
    return Sentence((Run(f"{what}: "), *reason(found, language).runs))


def unavailable_exhibit(key: str, title: str, found: object, language: Language) -> Exhibit:
    """A card that gives the reason in place of the part that cannot be computed."""
    if not isinstance(found, Unavailable):
        raise TypeError(f"{key} is available")
    return Exhibit(key=key, title=title, unavailable=reason(found, language))


def unavailable_view(
    key: str, name: str, found: object, material: Material, remark: Sentence | None = None
) -> SectionView:
    """A section whose main result cannot be computed: the reason is its conclusion."""
    if not isinstance(found, Unavailable):
        raise TypeError(f"{key} is available")
    return SectionView(
        key=key,
        name=name,
        verdict=Verdict("neutral", material.language.gettext("Not possible yet")),
        conclusion=reason(found, material.language),
        remark=remark,
        key_figures=(),
        exhibits=(),
        possible=False,
    )
