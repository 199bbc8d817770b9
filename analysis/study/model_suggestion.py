"""Which scale is explained, which explain it, who is compared: a suggestion from names and order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from analysis.study.codebook import Codebook, ColumnEntry, Model
from analysis.study.codebook_validation import group_names, scale_names

# A code (Y, LO, ATT) or words in the name of the scale say what it measures; more telling ones first.
_OUTCOME_CODES = (re.compile(r"y[\d.]*", re.I), re.compile(r"lo|loy|loyal(ty|itas)?", re.I))
_OUTCOME_WORDS = (
    "loyal",
    "penjualan",
    "sales",
    "keputusan",
    "decision",
    "minat",
    "niat",
    "intention",
    "kinerja",
    "performance",
    "prestasi",
    "achievement",
    "kesejahteraan",
    "well-being",
    "wellbeing",
)
_INTERVENING_CODE = re.compile(r"[mz]\d*", re.IGNORECASE)
_PREDICTOR_CODE = re.compile(r"x[\d.]*", re.IGNORECASE)
_ATTACHMENT = re.compile(
    r"at|att|atc|attachment|kt|keterikatan|.*\b(keterikatan|kelekatan|attachment)\b.*", re.I
)
_REPEAT_PURCHASE = re.compile(
    r"rp|rep|rpt|pu|pb|.*\b(pembelian (ulang|berulang|kembali)|beli ulang|repeat (purchase|buying)|repurchase)\b.*",
    re.I,
)


@dataclass(frozen=True, slots=True)
class ModelSuggestion:
    """`certain` is False where the outcome is only the last scale, for want of a better sign."""

    model: Model
    certain: bool


def suggest_model(columns: Mapping[str, ColumnEntry], group_levels: tuple[str, ...] = ()) -> ModelSuggestion:
    """A model from the scales of a codebook; an empty one where fewer than two scales exist.

    The outcome is the scale coded Y or LO, else one whose name says loyalty, sales, intention, ..., else
    the last. Scales of attachment and repeat purchase, where both exist, serve the loyalty map, scales
    coded M or Z a mediation, and plain number columns beside item scales stay out, unless they are coded X or Y.
    """
    wording = {scale: _wording(scale, columns) for scale in scale_names(columns)}
    attachment = _first(wording, _ATTACHMENT)
    repeat_purchase = _first(wording, _REPEAT_PURCHASE, besides=attachment)
    if not (attachment and repeat_purchase):
        attachment = repeat_purchase = ""  # one axis makes no map: the scale belongs to the model
    candidates = [s for s in wording if s not in (attachment, repeat_purchase)]
    candidates = _without_side_columns(candidates, columns) or list(wording)
    outcome, certain = _outcome(candidates, wording)
    predictors = _predictors(candidates, outcome)
    if not predictors:
        outcome = ""
    group = next((entry.name for entry in columns.values() if entry.role == "group"), "")
    model = Model(
        outcome=outcome,
        predictors=predictors,
        group=group,
        group_levels=group_levels if group else (),
        attachment=attachment,
        repeat_purchase=repeat_purchase,
    )
    return ModelSuggestion(model, certain)


def with_known_names(codebook: Codebook) -> Codebook:
    """The same codebook, its model suggested anew where it names a scale or group that is gone."""
    model = codebook.model
    scales = set(scale_names(codebook.columns))
    items = {entry.name for entry in codebook.columns.values() if entry.role == "item"}
    group_known = not model.group or model.group in group_names(codebook.columns)
    explained = {model.outcome, *model.predictors} <= scales
    mapped = {model.attachment, model.repeat_purchase} - {""} <= scales | items
    if explained and mapped and group_known:
        return codebook
    suggested = suggest_model(codebook.columns).model
    if group_known and model.group:
        suggested = replace(suggested, group=model.group, group_levels=model.group_levels)
    return replace(codebook, model=suggested)


def _wording(scale: str, columns: Mapping[str, ColumnEntry]) -> str:
    """The scale's name; for a score column, whose name may be cut, its header."""
    for entry in columns.values():
        if entry.role == "score" and (entry.scale or entry.name) == scale:
            return entry.label or scale
    return scale


def _first(wording: Mapping[str, str], pattern: re.Pattern[str], besides: str = "") -> str:
    matching = (scale for scale, text in wording.items() if scale != besides and pattern.fullmatch(text))
    return next(matching, "")


def _without_side_columns(scales: list[str], columns: Mapping[str, ColumnEntry]) -> list[str]:
    """Item scales only, where there are two of them; a number column coded X or Y stays."""
    measured = {entry.scale for entry in columns.values() if entry.role == "item"}
    if len(measured & set(scales)) < 2:
        return scales
    return [
        s for s in scales if s in measured or _OUTCOME_CODES[0].fullmatch(s) or _PREDICTOR_CODE.fullmatch(s)
    ]


def _outcome(scales: list[str], wording: Mapping[str, str]) -> tuple[str, bool]:
    for code in _OUTCOME_CODES:
        coded = [scale for scale in scales if code.fullmatch(scale)]
        if coded:
            return coded[-1], True
    for word in _OUTCOME_WORDS:
        # Loyalty programs explain loyalty; they are not the outcome.
        named = [
            s for s in scales if word in wording[s].casefold() and "program" not in wording[s].casefold()
        ]
        if named:
            return named[-1], True
    return (scales[-1], False) if scales else ("", False)


def _predictors(scales: list[str], outcome: str) -> tuple[str, ...]:
    others = [scale for scale in scales if scale != outcome]
    explaining = [scale for scale in others if not _INTERVENING_CODE.fullmatch(scale)]
    return tuple(explaining or others)
