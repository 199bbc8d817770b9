"""The regression again under weaker assumptions, always beside the main result, never instead of it."""

from __future__ import annotations

from analysis.reporting import regression_sentences as words
from analysis.reporting.exhibit import Column, Exhibit, Label, Quantity, Row, Table, Verdict
from analysis.reporting.material import Material
from analysis.reporting.phrases import left_out_note, reason_note
from analysis.reporting.sentence import Sentence, sentence
from analysis.statistics.bootstrap import BootstrapResult
from analysis.statistics.regression import CONSTANT, Coefficient, RegressionResult, WithoutInfluentialCases


def robustness_exhibit(result: RegressionResult, material: Material) -> Exhibit:
    """Ordinary, HC3 and BCa bootstrap intervals of each slope with the decision each leads to."""
    language = material.language
    _ = language.gettext
    bootstrap = material.results["bootstrap"]
    return Exhibit(
        key="robustness",
        title=_("The same coefficients under weaker assumptions"),
        n=result.n,
        tables=(_robust_table(result, bootstrap, material),),
        notes=(_bootstrap_note(bootstrap, material), *left_out_note(result.dropped, language)),
        sentences=(words.robust_agreement(result, language),),
        source=material.source,
    )


def _bootstrap_note(bootstrap: object, material: Material) -> Sentence:
    language = material.language
    _ = language.gettext
    if isinstance(bootstrap, BootstrapResult):
        return sentence(
            _(
                "HC3: t test with df = N − k − 1 (MacKinnon & White, 1985). BCa: {samples} bootstrap samples of "
                "respondents, seed {seed} (Efron, 1987). They stand beside the main result and never replace it."
            ),
            samples=language.integer(bootstrap.samples),
            seed=bootstrap.seed,
        )
    return reason_note(_("Bootstrap"), bootstrap, language)


def _robust_table(result: RegressionResult, bootstrap: object, material: Material) -> Table:
    _ = material.language.gettext
    level = material.language.confidence(result.alpha)
    ordinary, robust = _("Ordinary (OLS)"), _("HC3, {level}").format(level=level)
    resampled = _("Bootstrap BCa, {level}").format(level=level)
    columns = (
        Column(_("Variable"), "left"),
        Column("B"),
        Column(_("Std. Error"), spanner=ordinary),
        Column("Sig.", spanner=ordinary),
        Column(_("Std. Error"), spanner=robust),
        Column("t", spanner=robust),
        Column("Sig.", spanner=robust),
        Column(_("Lower"), spanner=robust),
        Column(_("Upper"), spanner=robust),
        Column(_("Lower"), spanner=resampled),
        Column(_("Upper"), spanner=resampled),
        Column(_("Decision")),
    )
    rows = [_robust_row(name, result, bootstrap, material) for name in result.coefficients]
    return Table(
        "robustness", _("Coefficients with robust standard errors and bootstrap"), columns, tuple(rows)
    )


def _robust_row(name: str, result: RegressionResult, bootstrap: object, material: Material) -> Row:
    _ = material.language.gettext
    ordinary, robust = result.coefficients[name], result.hc3[name]
    decisions = {ordinary.significant, robust.p < result.alpha}
    low = high = None
    if isinstance(bootstrap, BootstrapResult):
        low, high = bootstrap.coefficients[name].ci_low, bootstrap.coefficients[name].ci_high
        decisions.add(low > 0 or high < 0)
    same = Verdict("good", _("Same")) if len(decisions) == 1 else Verdict("attention", _("Different"))
    constant = name == CONSTANT
    return Row(
        (
            Label(_("(Constant)")) if constant else Label(name, colour=material.scale_colour(name)),
            Quantity(ordinary.b),
            Quantity(ordinary.se),
            Quantity(ordinary.p, kind="p"),
            Quantity(robust.se),
            Quantity(robust.t),
            Quantity(robust.p, kind="p"),
            Quantity(robust.ci_low),
            Quantity(robust.ci_high),
            Quantity(low),
            Quantity(high),
            None if constant else same,
        )
    )


def time_order_exhibit(result: RegressionResult, material: Material) -> list[Exhibit]:
    """Newey-West errors, only where the settings say that the rows follow time."""
    if result.newey_west is None:
        return []
    language = material.language
    _ = language.gettext
    title = _("Coefficients with Newey-West errors")
    changed = [
        name
        for name in result.predictors
        if (result.newey_west[name].p < result.alpha) != result.coefficients[name].significant
    ]
    if changed:
        template = _("With Newey-West errors the decision **differs** for {changed} (N = {n}); report both.")
    else:
        template = _("With Newey-West errors the decision is the **same** for every variable (N = {n}).")
    return [
        Exhibit(
            key="newey_west",
            title=title,
            n=result.n,
            tables=(_newey_west_table(result, title, material),),
            notes=(
                sentence(
                    _(
                        "For rows in order of time: residuals may depend on their neighbours (Newey & West, 1987)."
                    )
                ),
            ),
            sentences=(sentence(template, changed=language.listing(changed), n=language.integer(result.n)),),
            source=material.source,
        )
    ]


def _newey_west_table(result: RegressionResult, title: str, material: Material) -> Table:
    language = material.language
    _ = language.gettext
    level = language.confidence(result.alpha)
    columns = (
        Column(_("Variable"), "left"),
        Column("B"),
        Column(_("Std. Error")),
        Column("t"),
        Column("Sig."),
        Column(_("CI {level} lower").format(level=level)),
        Column(_("CI {level} upper").format(level=level)),
    )
    rows = []
    for name in result.predictors:
        found = (result.newey_west or {})[name]
        rows.append(
            Row(
                (
                    Label(name, colour=material.scale_colour(name)),
                    Quantity(result.coefficients[name].b),
                    Quantity(found.se),
                    Quantity(found.t),
                    Quantity(found.p, kind="p"),
                    Quantity(found.ci_low),
                    Quantity(found.ci_high),
                )
            )
        )
    return Table("newey_west", title, columns, tuple(rows))


def influence_exhibit(result: RegressionResult, material: Material) -> list[Exhibit]:
    """With and without the influential cases, where there are any; nobody is deleted."""
    without = result.without_influential
    if not isinstance(without, WithoutInfluentialCases) or not without.removed_rows:
        return []
    language = material.language
    _ = language.gettext
    note = sentence(
        _("Left out for comparison only (rows of the spreadsheet): {rows}. The main result keeps everybody."),
        rows=", ".join(str(row) for row in without.removed_rows),
    )
    return [
        Exhibit(
            key="without_influential",
            title=_("With and without influential respondents"),
            n=without.n,
            tables=(_without_table(result, without, material),),
            notes=(note,),
            sentences=(_without_sentence(result, without, material),),
            source=material.source,
        )
    ]


def _changed(result: RegressionResult, without: WithoutInfluentialCases) -> list[str]:
    return [
        name
        for name in result.predictors
        if result.coefficients[name].significant != without.coefficients[name].significant
    ]


def _without_sentence(
    result: RegressionResult, without: WithoutInfluentialCases, material: Material
) -> Sentence:
    language = material.language
    _ = language.gettext
    changed = _changed(result, without)
    left_out = len(without.removed_rows)
    values = {
        "cases": language.integer(left_out),
        "n": language.integer(without.n),
        "changed": language.listing(changed),
    }
    if changed:
        return sentence(
            language.ngettext(
                "Without {cases} case (N = {n}) the conclusion **changes** for {changed}.",
                "Without {cases} cases (N = {n}) the conclusion **changes** for {changed}.",
                left_out,
            ),
            **values,
        )
    return sentence(
        language.ngettext(
            "Without {cases} case (N = {n}) the conclusions are **unchanged**.",
            "Without {cases} cases (N = {n}) the conclusions are **unchanged**.",
            left_out,
        ),
        **values,
    )


def _without_table(result: RegressionResult, without: WithoutInfluentialCases, material: Material) -> Table:
    language = material.language
    _ = language.gettext
    everyone = _("All, N = {n}").format(n=language.integer(result.n))
    fewer = _("Without, N = {n}").format(n=language.integer(without.n))
    columns = [Column(_("Variable"), "left")]
    for spanner in (everyone, fewer):
        columns += [
            Column("B", spanner=spanner),
            Column("t", spanner=spanner),
            Column("Sig.", spanner=spanner),
        ]
    rows = [
        Row(
            (
                Label(name, colour=material.scale_colour(name)),
                *_triple(result.coefficients[name]),
                *_triple(without.coefficients[name]),
            )
        )
        for name in result.predictors
    ]
    return Table(
        "without_influential",
        _("Coefficients with and without influential respondents"),
        tuple(columns),
        tuple(rows),
    )


def _triple(coefficient: Coefficient) -> list[Quantity]:
    return [Quantity(coefficient.b), Quantity(coefficient.t), Quantity(coefficient.p, kind="p")]
