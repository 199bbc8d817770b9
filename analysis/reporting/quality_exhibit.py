"""How carefully people answered: straight lines, duplicates, answers out of range, missing answers."""

from __future__ import annotations

from analysis.reporting.exhibit import Column, Exhibit, Quantity, Row, Table
from analysis.reporting.language import Language
from analysis.reporting.material import Material
from analysis.reporting.phrases import unavailable_exhibit
from analysis.reporting.sentence import Sentence, sentence
from analysis.statistics.quality import QualityResult

MOST_LISTED = 15


def quality_exhibit(material: Material) -> Exhibit:
    """Counts of each sign and the rows that show it; nobody is left out for a sign."""
    language = material.language
    _ = language.gettext
    title = _("Quality of the answers")
    found = material.results["quality"]
    if not isinstance(found, QualityResult):
        return unavailable_exhibit("response_quality", title, found, language)
    tables = [_count_table(found, language)]
    if found.flagged:
        tables.append(_row_table(found, language))
    return Exhibit(
        key="response_quality",
        title=title,
        n=found.n,
        tables=tuple(tables),
        notes=_notes(found, language),
        sentences=(_sentence(found, language),),
        source=material.source,
    )


def _notes(found: QualityResult, language: Language) -> tuple[Sentence, ...]:
    _ = language.gettext
    meaning = sentence(_("A sign is a reason to look at the row again; nobody is left out because of it."))
    if len(found.flagged) <= MOST_LISTED:
        return (meaning,)
    return (
        meaning,
        sentence(
            _("The first {listed} of {all} rows are listed."),
            listed=language.integer(MOST_LISTED),
            all=language.integer(len(found.flagged)),
        ),
    )


def _sentence(found: QualityResult, language: Language) -> Sentence:
    count = len(found.flagged)
    if not count:
        return sentence(language.gettext("No respondent shows a sign of careless answering."))
    return sentence(
        language.ngettext(
            "**{count}** of {n} respondents shows a sign of careless answering.",
            "**{count}** of {n} respondents show a sign of careless answering.",
            count,
        ),
        count=language.integer(count),
        n=language.integer(found.n),
    )


def flag_words(language: Language) -> dict[str, str]:
    """The words of each flag."""
    _ = language.gettext
    return {
        "straight_line": _("Same answer to every item"),
        "duplicate": _("Same answers as another row"),
        "out_of_range": _("Answer outside the range"),
        "missing": _("Many answers missing"),
    }


def _count_table(found: QualityResult, language: Language) -> Table:
    _ = language.gettext
    columns = (Column(_("Sign"), "left"), Column(_("Count")))
    rows = (
        Row((_("Same answer to every item"), Quantity(found.straight_liners, 0))),
        Row((_("Same answers as another row"), Quantity(found.duplicates, 0))),
        Row((_("Answers outside the range"), Quantity(found.out_of_range, 0))),
        Row((_("Respondents with many answers missing"), Quantity(found.much_missing, 0))),
        Row((_("Missing answers, share of all"), Quantity(100 * found.missing_share, 2, "percent"))),
    )
    return Table("response_quality", _("Signs of careless answering"), columns, rows)


def _row_table(found: QualityResult, language: Language) -> Table:
    _ = language.gettext
    words = flag_words(language)
    columns = (Column(_("Row of the spreadsheet"), "left"), Column(_("Sign"), "left"))
    rows = [
        Row((str(flagged.row), "; ".join(words.get(flag, flag) for flag in flagged.flags)))
        for flagged in found.flagged[:MOST_LISTED]
    ]
    return Table("flagged_rows", _("Rows to look at"), columns, tuple(rows))
