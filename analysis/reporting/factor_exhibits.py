"""Whether the items suit a factor analysis, how many factors, and what loads on them."""

from __future__ import annotations

from analysis.reporting.exhibit import Column, Computation, Exhibit, Label, Quantity, Row, Table, TableCell
from analysis.reporting.figure import Axis, Colour, Figure, Line, Mark, Points, Text, Tick, Tile
from analysis.reporting.instrument_tables import item_label
from analysis.reporting.material import Material
from analysis.reporting.phrases import (
    constant_items_note,
    decimals_apart,
    left_out_note,
    unavailable_exhibit,
)
from analysis.reporting.sentence import Sentence, sentence
from analysis.reporting.syntax_names import r_strings, spss_names
from analysis.statistics.factor_analysis import FactorAnalysisResult
from analysis.statistics.factorability import FactorabilityResult

MOST_DRAWN_FACTORS = 30
MOST_LISTED_FACTORS = 8
LOADING_TO_READ = 0.3
KMO_ENOUGH = 0.5
KMO_COLUMNS = 4
"""Pairs of item and KMO side by side, so that the table stays short."""


def factor_exhibits(material: Material) -> list[Exhibit]:
    """KMO and Bartlett, the scree plot with parallel analysis, the loadings."""
    return [_factorability(material), *_factors(material)]


def _factorability(material: Material) -> Exhibit:
    language = material.language
    _ = language.gettext
    title = _("KMO and Bartlett's test")
    found = material.results["factorability"]
    if not isinstance(found, FactorabilityResult):
        return unavailable_exhibit("factorability", title, found, language)
    if found.kmo is None or found.bartlett is None:
        return unavailable_exhibit("factorability", title, found.kmo_unavailable, language)
    columns = (Column("KMO"), Column(_("Chi-square")), Column("df"), Column("Sig."))
    row = Row(
        (
            Quantity(found.kmo),
            Quantity(found.bartlett.chi2),
            Quantity(found.bartlett.df, 0),
            Quantity(found.bartlett.p, kind="p"),
        )
    )
    return Exhibit(
        key="factorability",
        title=title,
        n=found.n,
        tables=(Table("factorability", title, columns, (row,)), _item_kmo_table(found, material)),
        notes=(
            sentence(_("The KMO of an item (MSA) should be above 0.50, too.")),
            *constant_items_note(found.constant_items, language),
            *left_out_note(found.missing, language),
        ),
        sentences=(_factorability_sentence(found.kmo, found.bartlett.p, material),),
        computation=Computation(
            source="Kaiser (1970); Bartlett (1951).",
            spss=f"FACTOR /VARIABLES={spss_names(found.kmo_items)} /PRINT=KMO.",
            r=f"items <- na.omit(data[{r_strings(found.kmo_items)}])\npsych::KMO(items)\npsych::cortest.bartlett(items)",
        ),
        source=material.source,
    )


def _item_kmo_table(found: FactorabilityResult, material: Material) -> Table:
    """The measure of sampling adequacy of each item, several items a row, read downwards."""
    _ = material.language.gettext
    columns = tuple(
        column for place in range(KMO_COLUMNS) for column in (Column(_("Item"), "left"), Column("KMO"))
    )
    cells = [
        (item_label(item, material, indented=False), Quantity(kmo)) for item, kmo in found.kmo_items.items()
    ]
    height = -(-len(cells) // KMO_COLUMNS)
    padded = [*cells, *([(None, None)] * (height * KMO_COLUMNS - len(cells)))]
    rows = tuple(
        Row(tuple(cell for pair in padded[start::height] for cell in pair)) for start in range(height)
    )
    return Table("kmo_items", _("KMO of each item (MSA)"), columns, rows)


def _factorability_sentence(kmo: float, p: float, material: Material) -> Sentence:
    language = material.language
    _ = language.gettext
    alpha = material.study.codebook.settings.alpha
    if kmo > KMO_ENOUGH and p < alpha:
        template = _("The items **suit** a factor analysis: KMO {kmo} > 0.50 and Bartlett Sig. {p}.")
    else:
        template = _(
            "The items do **not suit** a factor analysis yet: KMO {kmo} should be above 0.50 and Bartlett significant (Sig. {p})."
        )
    return sentence(
        template, kmo=language.number(kmo, decimals_apart(kmo, KMO_ENOUGH)), p=language.p_phrase(p)
    )


def _factors(material: Material) -> list[Exhibit]:
    language = material.language
    _ = language.gettext
    found = material.results["factors"]
    if not isinstance(found, FactorAnalysisResult):
        return [unavailable_exhibit("factors", _("Factors"), found, language)]
    notes = [*constant_items_note(found.constant_items, language), *left_out_note(found.missing, language)]
    if found.heywood_items:
        notes.append(
            sentence(
                _("At the limit of its variance, not to be interpreted: {items}."),
                items=language.listing(found.heywood_items),
            )
        )
    return [
        Exhibit(
            key="parallel_analysis",
            title=_("How many factors (parallel analysis)"),
            n=found.n,
            tables=(_eigenvalue_table(found, material),),
            figures=(_scree(found, material),),
            beside=True,
            notes=(
                sentence(
                    _(
                        "Grey: 95th percentile of {samples} random data sets of the same size, seed {seed} (Horn, 1965)."
                    ),
                    samples=language.integer(found.parallel.samples),
                    seed=found.parallel.seed,
                ),
            ),
            sentences=(_parallel_sentence(found, material),),
            source=material.source,
        ),
        Exhibit(
            key="factor_loadings",
            title=_("What loads on which factor"),
            n=found.n,
            tables=(_loadings_table(found, material),),
            figures=(_heat_map(found, material),),
            notes=(
                sentence(
                    _(
                        "Maximum likelihood, oblimin rotation; factors may correlate. Varimax loadings stand in the table's last columns."
                    )
                ),
                *notes,
            ),
            sentences=(_loading_sentence(found, material),),
            source=material.source,
        ),
    ]


def _parallel_sentence(found: FactorAnalysisResult, material: Material) -> Sentence:
    language = material.language
    scales = sum(bool(scale.items) for scale in material.prepared.scales.values())
    suggested = sentence(
        language.ngettext(
            "Parallel analysis suggests **{factors} factor**.",
            "Parallel analysis suggests **{factors} factors**.",
            found.parallel.factors,
        ),
        factors=language.integer(found.parallel.factors),
    )
    return suggested + sentence(
        language.ngettext(
            "The questionnaire has {scales} scale with items.",
            "The questionnaire has {scales} scales with items.",
            scales,
        ),
        scales=language.integer(scales),
    )


def _eigenvalue_table(found: FactorAnalysisResult, material: Material) -> Table:
    """Eigenvalues with the share of variance they explain, and the random ones they must exceed."""
    _ = material.language.gettext
    columns = (
        Column(_("Factor"), "left"),
        Column(_("Eigenvalue")),
        Column(_("% of variance")),
        Column(_("Cumulative %")),
        Column(_("Random")),
    )
    eigenvalues = found.parallel.eigenvalues
    share = 100 / len(eigenvalues)
    rows = [
        Row(
            (
                str(number),
                Quantity(own),
                Quantity(own * share, 1),
                Quantity(sum(eigenvalues[:number]) * share, 1),
                Quantity(random),
            )
        )
        for number, (own, random) in enumerate(
            zip(eigenvalues[:MOST_LISTED_FACTORS], found.parallel.random_percentile, strict=False), start=1
        )
    ]
    return Table("eigenvalues", _("Eigenvalues and random eigenvalues"), columns, tuple(rows))


def _scree(found: FactorAnalysisResult, material: Material) -> Figure:
    language = material.language
    _ = language.gettext
    count = min(len(found.parallel.eigenvalues), MOST_DRAWN_FACTORS)
    x = tuple(float(i) for i in range(1, count + 1))
    own, random = found.parallel.eigenvalues[:count], found.parallel.random_percentile[:count]
    hover = tuple(
        _("factor {i}: {value}").format(i=int(i), value=language.number(v))
        for i, v in zip(x, own, strict=True)
    )
    marks: tuple[Mark, ...] = (
        Line(x, random, "grey", 1.6, "dash"),
        Line(x, own, "blue", 2),
        Points(x, own, "blue", hover=hover),
        Text(x[-1], random[-1], _("random"), "end", "grey", dy=14),
        Text(x[0], own[0], _("these items"), colour="blue", strong=True, dx=12),
    )
    return Figure(
        key="scree",
        title=_("Eigenvalues beside random ones"),
        x=Axis(_("Factor"), 0.5, count + 0.5, decimals=0),
        y=Axis(_("Eigenvalue"), 0, max(own[0], random[0]) * 1.1, decimals=1),
        marks=marks,
        description="; ".join(hover),
        height=300,
    )


def _factor_names(found: FactorAnalysisResult) -> list[str]:
    return [f"F{i}" for i in range(1, found.factors + 1)]


def _loadings_table(found: FactorAnalysisResult, material: Material) -> Table:
    _ = material.language.gettext
    names = _factor_names(found)
    columns = (
        Column(_("Item"), "left"),
        *(Column(name, spanner="Oblimin") for name in names),
        Column(_("Communality")),
        *(Column(name, spanner="Varimax") for name in names),
    )
    rows = []
    for item, loadings in found.oblimin.loadings.items():
        label = item_label(item, material)
        cells: tuple[TableCell, ...] = (
            Label(
                label.text, label.full_text, material.scale_colour(material.prepared.item_scale.get(item, ""))
            ),
            *(Quantity(value) for value in loadings),
            Quantity(found.communalities[item]),
            *(Quantity(value) for value in found.varimax.loadings[item]),
        )
        rows.append(Row(cells))
    return Table("factor_loadings", _("Factor loadings"), columns, tuple(rows))


def _heat_map(found: FactorAnalysisResult, material: Material) -> Figure:
    """Loadings as tiles: the darker, the larger; vermilion for negative ones."""
    language = material.language
    items = list(found.oblimin.loadings)
    marks: list[Mark] = []
    for row, item in enumerate(items):
        at = len(items) - 1 - row
        for factor, value in enumerate(found.oblimin.loadings[item]):
            figure = language.number(value, 2)
            size = min(abs(value), 1.0)
            colour: Colour = "blue" if value >= 0 else "vermilion"
            marks.append(
                Tile(
                    factor,
                    factor + 1,
                    at,
                    at + 1,
                    colour,
                    0.03 + 0.75 * size**1.5,
                    hover=f"{item}, F{factor + 1}: {figure}",
                )
            )
            if size >= LOADING_TO_READ:
                marks.append(Text(factor + 0.5, at + 0.5, figure, "middle", size=12))
    return Figure(
        key="loading_heat_map",
        title=language.gettext("Loadings (oblimin)"),
        x=Axis(
            "", 0, found.factors, tuple(Tick(i + 0.5, name) for i, name in enumerate(_factor_names(found)))
        ),
        y=Axis("", 0, len(items), tuple(Tick(len(items) - 0.5 - i, item) for i, item in enumerate(items))),
        marks=tuple(marks),
        description="; ".join(
            f"{item}: {', '.join(language.number(value, 2) for value in values)}"
            for item, values in found.oblimin.loadings.items()
        ),
        height=max(220, 24 * len(items) + 70),
    )


def _loading_sentence(found: FactorAnalysisResult, material: Material) -> Sentence:
    """Which items load on no factor, or on several."""
    language = material.language
    _ = language.gettext
    strong = {
        item: sum(abs(value) >= LOADING_TO_READ for value in values)
        for item, values in found.oblimin.loadings.items()
    }
    none = [item for item, count in strong.items() if count == 0]
    several = [item for item, count in strong.items() if count > 1]
    if not none and not several:
        return sentence(_("Every item loads at least 0.30 on **exactly one** factor."))
    parts = []
    if none:
        parts.append(sentence(_("No loading of 0.30 or more: {items}."), items=language.listing(none)))
    if several:
        parts.append(
            sentence(_("Loading 0.30 or more on several factors: {items}."), items=language.listing(several))
        )
    return parts[0] if len(parts) == 1 else parts[0] + parts[1]
