"""What a codebook must satisfy whoever wrote it: detection, a person in the editor, or a file."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping

from analysis.study.categories import category_texts, matching_level, ordered_categories
from analysis.study.codebook import ROLES, Codebook, ColumnEntry, Model, Settings
from analysis.study.notice import UnusableInput
from analysis.study.table import CellTable

RESERVED_NAMES = frozenset({"const"})
CHOICES: Mapping[str, tuple[str, ...]] = {
    "score": ("sum", "mean"),
    "missing": ("listwise", "prorated"),
    "validity_df": ("n-2", "n"),
    "row_order": ("arbitrary", "time"),
}
CLASS_COUNTS = (5, 4, 3)
LARGEST_BOOTSTRAP = 100_000
MOST_LEVELS_NAMED = 20


def scale_names(columns: Mapping[str, ColumnEntry]) -> tuple[str, ...]:
    """Names of the scales of a codebook in column order: item scales and score columns."""
    names: dict[str, None] = {}
    for entry in columns.values():
        if entry.role == "item" and entry.scale:
            names.setdefault(entry.scale)
        elif entry.role == "score":
            names.setdefault(entry.scale or entry.name)
    return tuple(names)


def group_names(columns: Mapping[str, ColumnEntry]) -> tuple[str, ...]:
    """Short names of the columns whose categories can be compared."""
    return tuple(
        entry.name
        for entry in columns.values()
        if entry.role in ("group", "demographic") and not entry.takes_several
    )


def validate(codebook: Codebook) -> None:
    """Raise UnusableInput, naming the column, name or scale, for a codebook that cannot be used."""
    for header, entry in codebook.columns.items():
        _validate_entry(header, entry)
    _validate_names(codebook.columns)
    _validate_scales(codebook.columns)
    for screening in codebook.screening:
        if screening.column not in codebook.columns:
            raise UnusableInput("codebook_unknown_column", column=screening.column)
        if not screening.keep:
            raise UnusableInput("codebook_screening_keeps_nothing", column=screening.column)
    for model in (codebook.model, *codebook.alternatives):
        _validate_model(model, codebook.columns)
    validate_settings(codebook.settings)


def validate_levels(codebook: Codebook, table: CellTable) -> None:
    """Raise UnusableInput for a group level of a model that no row of the table holds, naming those it does.

    Screening does not count: a level that it leaves without respondents is known.
    """
    columns = {entry.name: header for header, entry in codebook.columns.items() if entry.included}
    for model in (codebook.model, *codebook.alternatives):
        header = columns.get(model.group)
        if header not in table.headers:
            continue
        entry = codebook.columns[header]
        known = ordered_categories(category_texts(table.column(header), entry), entry)
        for level in model.group_levels:
            if matching_level(level, known) is None:
                raise UnusableInput(
                    "codebook_unknown_level", level=level, group=model.group, known=known[:MOST_LEVELS_NAMED]
                )


def validate_settings(settings: Settings) -> None:
    """Raise UnusableInput for a setting outside its allowed values."""
    if not 0 < settings.alpha < 1:
        raise UnusableInput("codebook_setting_between_0_and_1", setting="alpha", value=settings.alpha)
    if not 0 < settings.reliability_cut < 1:
        raise UnusableInput(
            "codebook_setting_between_0_and_1", setting="reliability_cut", value=settings.reliability_cut
        )
    for setting, allowed in CHOICES.items():
        value = getattr(settings, setting)
        if value not in allowed:
            raise UnusableInput("codebook_setting_choice", setting=setting, value=value, allowed=allowed)
    if settings.class_count not in CLASS_COUNTS:
        allowed = tuple(str(count) for count in CLASS_COUNTS)
        raise UnusableInput(
            "codebook_setting_choice", setting="class_count", value=settings.class_count, allowed=allowed
        )
    if not 0 <= settings.bootstrap <= LARGEST_BOOTSTRAP:
        raise UnusableInput("codebook_bootstrap", value=settings.bootstrap, largest=LARGEST_BOOTSTRAP)
    if settings.seed < 0:
        raise UnusableInput("codebook_seed", value=settings.seed)


def _validate_entry(header: str, entry: ColumnEntry) -> None:
    if entry.role not in ROLES:
        raise UnusableInput("codebook_unknown_role", role=entry.role, column=header, allowed=ROLES)
    if not entry.name.strip():
        raise UnusableInput("codebook_empty_name", column=header)
    for name in (entry.name, entry.scale):
        if name.strip().casefold() in RESERVED_NAMES:
            raise UnusableInput("codebook_reserved_name", name=name, column=header)
    if entry.points is not None:
        low, high = entry.points
        if not (math.isfinite(low) and math.isfinite(high) and low < high):
            raise UnusableInput("codebook_points", column=header)
    elif entry.reverse and entry.role in ("item", "score"):
        raise UnusableInput("codebook_reverse_without_points", column=header)
    if not all(math.isfinite(number) for number in entry.answers.values()):
        raise UnusableInput("codebook_answers", column=header)
    if any(not a < b for a, b in zip(entry.classes, entry.classes[1:], strict=False)):
        raise UnusableInput("codebook_classes", column=header)


def _validate_names(columns: Mapping[str, ColumnEntry]) -> None:
    counts = Counter(entry.name for entry in columns.values())
    counts.update({entry.option_of for entry in columns.values() if entry.option_of})
    for name, count in counts.items():
        if count > 1:
            holders = tuple(
                header for header, entry in columns.items() if name in (entry.name, entry.option_of)
            )
            raise UnusableInput("codebook_duplicate_name", name=name, columns=holders)


def _validate_scales(columns: Mapping[str, ColumnEntry]) -> None:
    item_scales = {entry.scale for entry in columns.values() if entry.role == "item" and entry.scale}
    seen: set[str] = set()
    for header, entry in columns.items():
        if entry.role != "score":
            continue
        scale = entry.scale or entry.name
        if scale in item_scales or scale in seen:
            raise UnusableInput("codebook_duplicate_scale", scale=scale, column=header)
        seen.add(scale)


def _validate_model(model: Model, columns: Mapping[str, ColumnEntry]) -> None:
    scales = scale_names(columns)
    items = tuple(entry.name for entry in columns.values() if entry.role == "item")
    _known("outcome", model.outcome, scales)
    for predictor in model.predictors:
        _known("predictors", predictor, scales)
    _known("attachment", model.attachment, scales + items)
    _known("repeat_purchase", model.repeat_purchase, scales + items)
    if model.group and model.group not in group_names(columns):
        raise UnusableInput("codebook_unknown_group", group=model.group)
    repeated = [name for name, count in Counter(model.predictors).items() if count > 1]
    if repeated or (model.outcome and model.outcome in model.predictors):
        raise UnusableInput("codebook_predictor_twice", scale=repeated[0] if repeated else model.outcome)
    for hypothesis in model.hypotheses:
        _known("hypotheses", hypothesis.predictor, model.predictors)


def _known(key: str, name: str, known: tuple[str, ...]) -> None:
    if name and name not in known:
        code = "codebook_unknown_scale" if known else "codebook_no_scale"
        raise UnusableInput(code, scale=name, key=key, known=known)
