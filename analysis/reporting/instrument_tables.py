"""The tables of validity and reliability."""

from __future__ import annotations

from analysis.reporting.exhibit import Column, Label, Quantity, Row, Table, Verdict
from analysis.reporting.material import Material
from analysis.statistics.reliability import ReliabilityResult, ScaleReliability
from analysis.statistics.validity import ItemValidity, ValidityResult


def item_label(name: str, material: Material, *, indented: bool = True) -> Label:
    """The short name of an item, its full question on demand; indented below the heading of its scale."""
    return Label(name, material.prepared.item_labels.get(name, ""), indented=indented)


def validity_table(result: ValidityResult, material: Material) -> Table:
    """One row an item that could be computed, grouped by scale."""
    _ = material.language.gettext
    level = material.language.confidence(result.alpha)
    interval = _("CI {level} of corrected r").format(level=level)
    columns = (
        Column(_("Item"), "left"),
        Column(_("Computed r")),
        Column(_("Critical r")),
        Column("df"),
        Column("Sig."),
        Column(_("Corrected r")),
        Column(_("Lower"), spanner=interval),
        Column(_("Upper"), spanner=interval),
        Column(_("Remark")),
    )
    rows: list[Row] = []
    scale = None
    for name, item in result.items.items():
        if not isinstance(item, ItemValidity):
            continue
        if item.scale != scale:
            scale = item.scale
            heading = Label(scale or _("Without a scale"), colour=material.scale_colour(scale))
            rows.append(Row((heading, *([None] * 8)), heading=True))
        rows.append(_validity_row(name, item, material))
    return Table("validity", _("Validity test results"), columns, tuple(rows))


def _validity_row(name: str, item: ItemValidity, material: Material) -> Row:
    _ = material.language.gettext
    verdict = Verdict("good", _("Valid")) if item.valid else Verdict("attention", _("Not yet"))
    return Row(
        (
            item_label(name, material),
            Quantity(item.r),
            Quantity(item.r_table),
            Quantity(item.df, 0),
            Quantity(item.p, kind="p"),
            Quantity(item.r_corrected),
            Quantity(item.ci_low),
            Quantity(item.ci_high),
            verdict,
        )
    )


def _interval_words(material: Material) -> str:
    level = material.language.confidence(material.study.codebook.settings.alpha)
    return material.language.gettext("CI {level}").format(level=level)


def reliability_table(result: ReliabilityResult, cut: float, material: Material) -> Table:
    """One row a scale: alpha with its interval, omega, the limit and the verdict."""
    _ = material.language.gettext
    interval = _interval_words(material)
    columns = (
        Column(_("Scale"), "left"),
        Column(_("Items")),
        Column("Alpha"),
        Column(_("Lower"), spanner=interval),
        Column(_("Upper"), spanner=interval),
        Column("Omega"),
        Column(_("Limit")),
        Column(_("Remark")),
    )
    rows = [
        _reliability_row(name, scale, cut, material)
        for name, scale in result.scales.items()
        if isinstance(scale, ScaleReliability)
    ]
    return Table("reliability", _("Reliability test results"), columns, tuple(rows))


def _reliability_row(name: str, scale: ScaleReliability, cut: float, material: Material) -> Row:
    _ = material.language.gettext
    verdict = (
        Verdict("good", _("Reliable")) if scale.reliable else Verdict("attention", _("Not yet reliable"))
    )
    return Row(
        (
            Label(name, colour=material.scale_colour(name)),
            Quantity(scale.items, 0),
            Quantity(scale.alpha),
            Quantity(scale.ci_low),
            Quantity(scale.ci_high),
            Quantity(scale.omega_total),
            Quantity(cut, 2),
            verdict,
        )
    )


def coefficient_table(result: ReliabilityResult, material: Material) -> Table:
    """What stands beside alpha: N, standardised alpha, mean inter-item r, omega's interval."""
    _ = material.language.gettext
    interval = _("{interval} of omega").format(interval=_interval_words(material))
    columns = (
        Column(_("Scale"), "left"),
        Column("N"),
        Column(_("Left out")),
        Column(_("Standardised alpha")),
        Column(_("Mean inter-item r")),
        Column(_("Lower"), spanner=interval),
        Column(_("Upper"), spanner=interval),
    )
    rows = [
        Row(
            (
                Label(name, colour=material.scale_colour(name)),
                Quantity(scale.n, 0),
                Quantity(scale.missing, 0),
                Quantity(scale.alpha_standardized),
                Quantity(scale.mean_inter_item_r),
                Quantity(scale.omega_ci_low),
                Quantity(scale.omega_ci_high),
            )
        )
        for name, scale in result.scales.items()
        if isinstance(scale, ScaleReliability)
    ]
    return Table("reliability_coefficients", _("Further reliability coefficients"), columns, tuple(rows))


def deleted_table(result: ReliabilityResult, material: Material) -> Table:
    """Scale mean and variance, corrected r and alpha if an item is deleted."""
    _ = material.language.gettext
    deleted = _("If the item is deleted")
    columns = (
        Column(_("Item"), "left"),
        Column(_("Corrected r")),
        Column(_("Scale mean"), spanner=deleted),
        Column(_("Scale variance"), spanner=deleted),
        Column("Alpha", spanner=deleted),
        Column(_("Change"), spanner=deleted),
    )
    rows: list[Row] = []
    for name, scale in result.scales.items():
        if isinstance(scale, ScaleReliability):
            rows.append(Row((Label(name, colour=material.scale_colour(name)), *([None] * 5)), heading=True))
            rows += [_deleted_row(item, scale, material) for item in scale.if_deleted]
    return Table("alpha_if_deleted", _("Alpha if an item is deleted"), columns, tuple(rows))


def _deleted_row(item: str, scale: ScaleReliability, material: Material) -> Row:
    found = scale.if_deleted[item]
    change = None if found.alpha is None else found.alpha - scale.alpha
    return Row(
        (
            item_label(item, material),
            Quantity(found.r_corrected),
            Quantity(found.scale_mean, 2),
            Quantity(found.scale_variance, 2),
            Quantity(found.alpha),
            Quantity(change),
        )
    )
