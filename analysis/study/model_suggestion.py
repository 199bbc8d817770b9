"""Which scale is explained, which explain it, who is compared: a suggestion from names and order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from analysis.study.codebook import ColumnEntry, Model
from analysis.study.codebook_validation import scale_names

_OUTCOME_CODE = re.compile(r"y\d*", re.IGNORECASE)
_OUTCOME_WORDS = (
    "loyal",
    "penjualan",
    "sales increase",
    "keputusan pembelian",
    "purchase decision",
    "minat beli",
    "niat beli",
    "purchase intention",
    "repurchase intention",
    "kinerja",
    "performance",
    "prestasi",
)
_INTERVENING_CODE = re.compile(r"[mz]\d*", re.IGNORECASE)
_ATTACHMENT_WORDS = ("keterikatan", "kelekatan", "attachment")
_REPEAT_WORDS = (
    "pembelian ulang",
    "pembelian berulang",
    "pembelian kembali",
    "beli ulang",
    "repeat purchase",
    "repurchase",
    "repeat buying",
)


@dataclass(frozen=True, slots=True)
class ModelSuggestion:
    """`certain` is False where the outcome is only the last scale, for want of a better sign."""

    model: Model
    certain: bool


def suggest_model(columns: Mapping[str, ColumnEntry], group_levels: tuple[str, ...] = ()) -> ModelSuggestion:
    """A model from the scales of a codebook; an empty one where fewer than two scales exist.

    The outcome is the scale coded Y, else one whose name says loyalty, sales, a decision, ..., else the
    last. Scales that measure attachment or repeat purchase serve the loyalty map, not the regression.
    """
    scales = scale_names(columns)
    wording = {scale: _wording(scale, columns) for scale in scales}
    attachment = _first_with(wording, _ATTACHMENT_WORDS)
    repeat_purchase = _first_with(wording, _REPEAT_WORDS, without=attachment)
    candidates = [scale for scale in scales if scale not in (attachment, repeat_purchase)]
    if len(candidates) < 2:
        candidates = list(scales)
    outcome, certain = _outcome(candidates, wording)
    predictors = tuple(scale for scale in candidates if scale != outcome)
    group = next((entry.name for entry in columns.values() if entry.role == "group"), "")
    if not predictors:
        outcome = ""
    return ModelSuggestion(
        Model(
            outcome=outcome,
            predictors=predictors,
            group=group,
            group_levels=group_levels if group else (),
            attachment=attachment,
            repeat_purchase=repeat_purchase,
        ),
        certain,
    )


def _wording(scale: str, columns: Mapping[str, ColumnEntry]) -> str:
    """The scale's own name, and for a score column its label."""
    labels = [entry.label for entry in columns.values() if (entry.scale or entry.name) == scale]
    return " ".join([scale, labels[0] if len(labels) == 1 else ""]).casefold()


def _first_with(wording: Mapping[str, str], words: tuple[str, ...], without: str = "") -> str:
    for scale, text in wording.items():
        if scale != without and any(word in text for word in words):
            return scale
    return ""


def _outcome(scales: list[str], wording: Mapping[str, str]) -> tuple[str, bool]:
    coded = [scale for scale in scales if _OUTCOME_CODE.fullmatch(scale.split()[0])]
    if coded:
        return coded[-1], True
    for word in _OUTCOME_WORDS:
        # "Loyalty programs" explain loyalty; they are not the outcome.
        named = [s for s in scales if word in wording[s] and "program" not in wording[s]]
        if named:
            return named[-1], True
    return (scales[-1], False) if scales else ("", False)
