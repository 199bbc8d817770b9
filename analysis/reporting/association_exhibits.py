"""Two characteristics crossed, with the test of their association."""

from __future__ import annotations

from analysis.reporting.cross_table_exhibit import cross_table_exhibit, deciding_p
from analysis.reporting.exhibit import Column, Exhibit, Label, Quantity, Row, Table, Verdict
from analysis.reporting.material import Material
from analysis.reporting.phrases import left_out_note, pair_words
from analysis.reporting.sentence import Sentence, sentence
from analysis.statistics.categorical import Association, AssociationsResult

MOST_CATEGORIES = 8


def association_exhibits(material: Material) -> list[Exhibit]:
    """All pairs in one table, and a card for each characteristic crossed with the group."""
    result = material.results["associations"]
    if not isinstance(result, AssociationsResult):
        return []
    found = {name: pair for name, pair in result.pairs.items() if isinstance(pair, Association)}
    if not found:
        return []
    language = material.language
    _ = language.gettext
    group = material.study.codebook.model.group
    crossed = [
        cross_table_exhibit(position, name, pair, material)
        for position, (name, pair) in enumerate(found.items(), start=1)
        if group and group in name.split(" ~ ") and _is_readable(pair)
    ]
    return [
        Exhibit(
            key="associations",
            title=_("Characteristics crossed"),
            n=max(pair.n for pair in found.values()),
            tables=(_pairs_table(found, material),),
            notes=(
                sentence(
                    _(
                        "Fisher's exact test in a 2 × 2 table with expected counts below 5. V is bias-corrected (Bergsma, 2013)."
                    )
                ),
                *left_out_note(max(pair.dropped for pair in found.values()), language),
            ),
            sentences=(_sentence(found, material),),
            source=material.source,
        ),
        *crossed,
    ]


def _is_readable(pair: Association) -> bool:
    return max(len(pair.row_categories), len(pair.column_categories)) <= MOST_CATEGORIES


def _sentence(found: dict[str, Association], material: Material) -> Sentence:
    language = material.language
    _ = language.gettext
    alpha = material.study.codebook.settings.alpha
    related = [pair_words(name, language) for name, pair in found.items() if deciding_p(pair) < alpha]
    if not related:
        return sentence(_("No pair of characteristics shows a significant association."))
    return sentence(_("Significantly associated: **{pairs}**."), pairs="; ".join(related))


def _pairs_table(found: dict[str, Association], material: Material) -> Table:
    language = material.language
    _ = language.gettext
    alpha = material.study.codebook.settings.alpha
    columns = (
        Column(_("Pair"), "left"),
        Column("N"),
        Column(_("Chi-square")),
        Column("df"),
        Column("Sig."),
        Column("V"),
        Column(_("Decision")),
    )
    rows = []
    for name, pair in found.items():
        p = deciding_p(pair)
        decision = Verdict("good", _("Associated")) if p < alpha else Verdict("neutral", _("Not certain"))
        figures = (
            Quantity(pair.n, 0),
            Quantity(pair.chi_square.chi2),
            Quantity(pair.chi_square.df, 0),
            Quantity(p, kind="p"),
            Quantity(pair.cramer_v_corrected),
        )
        rows.append(Row((Label(pair_words(name, language)), *figures, decision)))
    return Table("associations", _("Association of characteristics"), columns, tuple(rows))
