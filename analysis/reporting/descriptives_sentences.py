"""The sentences that describe the answers, each true for any result."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from analysis.reporting.language import Language
from analysis.reporting.material import Material
from analysis.reporting.phrases import decimals_apart
from analysis.reporting.sentence import Sentence, sentence
from analysis.statistics.descriptives import DescriptivesResult, ItemDescription, ScaleDescription


def class_words(language: Language) -> dict[str, str]:
    """The words of the classes of a mean."""
    _ = language.gettext
    return {
        "very_low": _("Very low"),
        "low": _("Low"),
        "moderate": _("Moderate"),
        "high": _("High"),
        "very_high": _("Very high"),
    }


def class_word(category: str | None, language: Language) -> str:
    return class_words(language).get(category or "", "")


def achieved_scales(result: DescriptivesResult) -> dict[str, ScaleDescription]:
    return {name: scale for name, scale in result.scales.items() if scale.tcr is not None}


def conclusion(result: DescriptivesResult, material: Material) -> Sentence:
    """Which scale reached most of its possible score, and which least."""
    language = material.language
    _ = language.gettext
    achieved = achieved_scales(result)
    if not achieved:
        return _mean_scores(result, language)
    reached = {name: scale.tcr or 0.0 for name, scale in achieved.items()}
    best, worst = _names_at(max, reached), _names_at(min, reached)
    decimals = decimals_apart(reached[best[0]], reached[worst[0]], 1) if best != worst else 1
    values = {
        "best": language.listing(best),
        "high": language.percent(reached[best[0]], decimals),
        "worst": language.listing(worst),
        "low": language.percent(reached[worst[0]], decimals),
        "word": class_word(achieved[best[0]].category, language).lower(),
    }
    if best == worst and len(achieved) > 1:
        return sentence(_("Every scale reaches {high} of its possible score."), **values)
    if len(achieved) == 1:
        return sentence(_("**{best}** reaches {high} of its possible score ({word})."), **values)
    return sentence(
        _(
            "Respondents are highest on **{best}** ({high} of the possible score) and lowest on **{worst}** ({low})."
        ),
        **values,
    )


def _mean_scores(result: DescriptivesResult, language: Language) -> Sentence:
    """Scores without a known highest value can only be given, not judged."""
    means = [f"{name} {language.number(scale.mean, 2)}" for name, scale in result.scales.items()]
    if not means:
        return sentence(language.gettext("The answers to each statement are described below."))
    return sentence(
        language.ngettext("Mean score: **{means}**.", "Mean scores: **{means}**.", len(means)),
        means="; ".join(means),
    )


def _names_at(end: Callable[[Iterable[float]], float], figures: dict[str, float]) -> list[str]:
    """Names with the highest (`end` max) or lowest (min) figure; ties stand together, after rounding noise."""
    rounded = {name: round(figure, 10) for name, figure in figures.items()}
    extreme = end(rounded.values())
    return [name for name, figure in rounded.items() if figure == extreme]


def extremes(items: dict[str, ItemDescription], material: Material) -> Sentence | None:
    """The statements with the highest and the lowest mean, among items with the same points."""
    language = material.language
    _ = language.gettext
    means = {name: item.mean for name, item in items.items() if item.mean is not None}
    points = {material.prepared.item_points.get(name) for name in means}
    if len(means) < 2 or len(points) > 1:
        return None
    best, worst = _names_at(max, means), _names_at(min, means)
    decimals = decimals_apart(means[best[0]], means[worst[0]], 2) if best != worst else 2
    values = {
        "best": language.listing(best),
        "high": language.number(means[best[0]], decimals),
        "worst": language.listing(worst),
        "low": language.number(means[worst[0]], decimals),
    }
    if best == worst:
        return sentence(_("Every statement has the same mean, {high}."), **values)
    return sentence(_("Highest statement: {best} (mean {high}); lowest: {worst} (mean {low})."), **values)


def highest_dimension(dimensions: dict[str, ScaleDescription], language: Language) -> tuple[Sentence, ...]:
    """The highest dimension by its item mean; dimensions that share the first place are named together."""
    if not dimensions:
        return ()
    best = _names_at(max, {name: found.item_mean or 0.0 for name, found in dimensions.items()})
    return (
        sentence(
            language.ngettext(
                "The highest dimension is **{name}** (item mean {mean}).",
                "The highest dimensions are **{name}** (item mean {mean} each).",
                len(best),
            ),
            name=language.listing(best),
            mean=language.number(dimensions[best[0]].item_mean, 2),
        ),
    )
