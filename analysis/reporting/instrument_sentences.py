"""The sentences on validity and reliability, each true for any result."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.reporting.language import Language
from analysis.reporting.phrases import decimals_apart, limit_text, number_range
from analysis.reporting.sentence import Sentence, sentence
from analysis.statistics.reliability import ScaleReliability
from analysis.statistics.validity import ItemValidity

RECOMMENDED_ALPHA = 0.7
REDUNDANT_ALPHA = 0.95
WORTH_MENTIONING = 0.01
"""Alpha must rise by more than this before an item is named."""
MOST_SENTENCES = 6
"""More items than this below the criterion are named in one sentence."""


def conclusion(
    items: Mapping[str, ItemValidity], scales: Mapping[str, ScaleReliability], language: Language
) -> Sentence:
    """The answer first: how many items are valid, how many scales reliable."""
    _ = language.gettext
    if not items and not scales:
        return sentence(
            _("Neither validity nor reliability can be computed with these data; the reasons stand below.")
        )
    parts = []
    if items:
        parts.append(_valid_part(items, language))
    if scales:
        parts.append(_reliable_part(scales, language))
    whole = parts[0]
    for part in parts[1:]:
        whole += part
    return whole


def untested(count: int, language: Language) -> Sentence:
    """How many items have no validity, so that "all items" is never read as more than those tested."""
    return sentence(
        language.ngettext(
            "**One more item** could not be tested; the reason stands below.",
            "**{count} more items** could not be tested; the reasons stand below.",
            count,
        ),
        count=language.integer(count),
    )


def _valid_part(items: Mapping[str, ItemValidity], language: Language) -> Sentence:
    _ = language.gettext
    valid = sum(item.valid for item in items.values())
    counts = {"valid": language.integer(valid), "count": language.integer(len(items))}
    if len(items) == 1:
        alone = _("Item {item} is **valid**.") if valid else _("Item {item} is **not valid yet**.")
        return sentence(alone, item=next(iter(items)))
    if valid == len(items):
        return sentence(_("All **{count} items are valid**."), **counts)
    if valid == 0:
        return sentence(_("**None of the {count} items** meets the criterion of validity yet."), **counts)
    return sentence(
        language.ngettext(
            "**{valid} of {count} items** is valid.", "**{valid} of {count} items** are valid.", valid
        ),
        **counts,
    )


def _reliable_part(scales: Mapping[str, ScaleReliability], language: Language) -> Sentence:
    _ = language.gettext
    reliable = sum(scale.reliable for scale in scales.values())
    counts = {"reliable": language.integer(reliable), "count": language.integer(len(scales))}
    if len(scales) == 1:
        alone = _("{scale} is **reliable**.") if reliable else _("{scale} is **not yet reliable**.")
        return sentence(alone, scale=next(iter(scales)))
    if reliable == len(scales):
        return sentence(_("All **{count} scales are reliable**."), **counts)
    if reliable == 0:
        return sentence(_("**None of the {count} scales** is reliable yet."), **counts)
    return sentence(
        language.ngettext(
            "**{reliable} of {count} scales** is reliable.",
            "**{reliable} of {count} scales** are reliable.",
            reliable,
        ),
        **counts,
    )


def remark(items: Mapping[str, ItemValidity], language: Language) -> Sentence | None:
    """Whether the verdicts hold when each item is taken out of its own total."""
    _ = language.gettext
    if not any(item.valid for item in items.values()):
        return None
    weaker = [name for name, item in items.items() if item.valid and item.valid_corrected is False]
    if weaker:
        return sentence(
            language.ngettext(
                "Taken out of its own total (corrected r), {items} no longer passes critical r: please look at its wording.",
                "Taken out of their own totals (corrected r), {items} no longer pass critical r: please look at their wording.",
                len(weaker),
            ),
            items=language.listing(weaker),
        )
    return sentence(
        _("Taking each item out of its own total (corrected r) changes no verdict of a valid item.")
    )


def validity(items: Mapping[str, ItemValidity], language: Language) -> tuple[Sentence, ...]:
    """One sentence on the valid items, one on each that does not meet the criterion."""
    _ = language.gettext
    valid = {name: item for name, item in items.items() if item.valid}
    sentences = []
    if valid:
        sentences.append(_range_sentence(valid, language))
    invalid = {name: item for name, item in items.items() if not item.valid}
    if len(invalid) > MOST_SENTENCES:
        sentences.append(_many_invalid(invalid, language))
    else:
        sentences += [_invalid_sentence(name, item, language) for name, item in invalid.items()]
    return tuple(sentences)


def _many_invalid(invalid: Mapping[str, ItemValidity], language: Language) -> Sentence:
    return sentence(
        language.gettext(
            "{count} items **do not meet the criterion yet** (computed r ≤ critical r): {items}."
        ),
        count=language.integer(len(invalid)),
        items=language.listing(
            [
                f"{name} ({language.number(item.r, decimals_apart(item.r, item.r_table))})"
                for name, item in invalid.items()
            ]
        ),
    )


def _range_sentence(valid: Mapping[str, ItemValidity], language: Language) -> Sentence:
    _ = language.gettext
    low, high = min(item.r for item in valid.values()), max(item.r for item in valid.values())
    decimals = max(decimals_apart(item.r, item.r_table) for item in valid.values())
    if len(valid) == 1:
        name, item = next(iter(valid.items()))
        return sentence(
            _("Item {item} is **valid**: computed r {r} > critical r {critical}."),
            item=name,
            r=language.number(item.r, decimals),
            critical=language.number(item.r_table, decimals),
        )
    return sentence(
        _("{count} items are **valid**: computed r **{low} to {high}**, above critical r {critical}."),
        count=language.integer(len(valid)),
        low=language.number(low, decimals),
        high=language.number(high, decimals),
        critical=number_range((item.r_table for item in valid.values()), language, decimals),
    )


def _invalid_sentence(name: str, item: ItemValidity, language: Language) -> Sentence:
    _ = language.gettext
    decimals = decimals_apart(item.r, item.r_table)
    first = sentence(
        _("Item {item} **does not meet the criterion yet**: computed r {r} ≤ critical r {critical}."),
        item=name,
        r=language.number(item.r, decimals),
        critical=language.number(item.r_table, decimals),
    )
    if item.r < 0:
        first += sentence(_("Its r is negative: check whether it should be reversed."))
    return first


def reliability(
    scales: Mapping[str, ScaleReliability], cut: float, language: Language
) -> tuple[Sentence, ...]:
    """One sentence on the reliable scales, one on each that is not, warnings after them."""
    _ = language.gettext
    reliable = {name: scale for name, scale in scales.items() if scale.reliable}
    sentences = []
    if len(reliable) == 1:
        name, scale = next(iter(reliable.items()))
        sentences.append(_reliable_sentence(name, scale, cut, language))
    elif reliable:
        decimals = max(decimals_apart(scale.alpha, cut) for scale in reliable.values())
        sentences.append(
            sentence(
                _("{count} scales are **reliable**: Cronbach's Alpha **{low} to {high}**, above {cut}."),
                count=language.integer(len(reliable)),
                low=language.number(min(scale.alpha for scale in reliable.values()), decimals),
                high=language.number(max(scale.alpha for scale in reliable.values()), decimals),
                cut=limit_text(cut, language),
            )
        )
    for name, scale in scales.items():
        if not scale.reliable:
            sentences.append(_unreliable_sentence(name, scale, cut, language))
        sentences += _warnings(name, scale, language)
    return tuple(sentences)


def _reliable_sentence(name: str, scale: ScaleReliability, cut: float, language: Language) -> Sentence:
    return sentence(
        language.gettext("{scale} is **reliable**: Cronbach's Alpha {alpha} > {cut}."),
        scale=name,
        alpha=language.number(scale.alpha, decimals_apart(scale.alpha, cut)),
        cut=limit_text(cut, language),
    )


def _unreliable_sentence(name: str, scale: ScaleReliability, cut: float, language: Language) -> Sentence:
    _ = language.gettext
    first = sentence(
        _("{scale} is **not yet reliable**: Cronbach's Alpha {alpha} ≤ {cut}."),
        scale=name,
        alpha=language.number(scale.alpha, decimals_apart(scale.alpha, cut)),
        cut=limit_text(cut, language),
    )
    if scale.alpha < 0:
        first += sentence(_("Alpha is negative: check which items should be reversed."))
    return first


def _warnings(name: str, scale: ScaleReliability, language: Language) -> list[Sentence]:
    _ = language.gettext
    sentences = []
    if scale.reversed_looking:
        sentences.append(
            sentence(
                language.ngettext(
                    "In {scale}, {items} runs against the other items: check whether it should be reversed.",
                    "In {scale}, {items} run against the other items: check whether they should be reversed.",
                    len(scale.reversed_looking),
                ),
                scale=name,
                items=language.listing(scale.reversed_looking),
            )
        )
    if scale.alpha > REDUNDANT_ALPHA:
        sentences.append(
            sentence(_("Alpha of {scale} is above 0.95: its items may say the same thing twice."), scale=name)
        )
    return sentences


def if_deleted(scales: Mapping[str, ScaleReliability], language: Language) -> Sentence:
    """Which items would raise alpha noticeably if they were taken out."""
    _ = language.gettext
    raising = [
        f"{item} ({language.number(found.alpha)})"
        for scale in scales.values()
        for item, found in scale.if_deleted.items()
        if found.alpha is not None and found.alpha > scale.alpha + WORTH_MENTIONING
    ]
    if not raising:
        return sentence(_("No item would raise the alpha of its scale noticeably if it were taken out."))
    return sentence(
        language.ngettext(
            "Without this item, the alpha of its scale would be higher: {items}. Look at its wording first.",
            "Without one of these items, the alpha of its scale would be higher: {items}. Look at their wording first.",
            len(raising),
        ),
        items=language.listing(raising),
    )
