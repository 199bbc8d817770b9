"""The loyalty map: cuts, classes, groups."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from analysis.statistics import loyalty
from analysis.statistics.distributions import wilson_interval
from analysis.statistics.unavailable import NotPossible
from analysis.study.codebook import Model
from analysis.study.preparation import Prepared
from tests.reference.studies import StudyPlan, prepared_table, retail

ITEMS = StudyPlan(
    {"Attachment": ("att",), "Repeat": ("rep",)},
    (1, 5),
    demographics=("member",),
    model=Model(group="member", group_levels=("yes", "no"), attachment="att", repeat_purchase="rep"),
)


def map_of(attachment: list[int | None], repeat: list[int | None], member: list[str | None]) -> Prepared:
    return prepared_table({"att": attachment, "rep": repeat, "member": member}, ITEMS)


def test_the_midpoint_itself_is_low_and_each_corner_has_its_class() -> None:
    prepared = map_of([5, 5, 3, 3, 4, None], [4, 3, 5, 3, 4, 5], ["yes", "yes", "no", "no", "no", "yes"])
    found = loyalty.compute(prepared)
    assert {name: share.n for name, share in found.categories.items()} == {
        "premium": 2,
        "latent": 1,
        "weak": 1,
        "none": 1,
    }
    assert (found.n, found.missing, found.cut) == (5, 1, 3.0)
    assert {name: share.n for name, share in found.by_group["no"].items()} == {
        "premium": 1,
        "latent": 0,
        "weak": 1,
        "none": 1,
    }
    assert found.by_group["yes"]["premium"].percent == 50.0


def test_shares_have_wilson_intervals() -> None:
    found = loyalty.compute(retail())
    for share in found.categories.values():
        expected = wilson_interval(share.n, found.n)
        assert share.percent == 100 * share.n / found.n
        assert (share.ci_low, share.ci_high) == (100 * expected.low, 100 * expected.high)
    assert sum(share.n for share in found.categories.values()) == found.n
    for name, share in found.categories.items():
        assert share.n == sum(group[name].n for group in found.by_group.values())


def test_axes_with_different_points_have_a_cut_each() -> None:
    prepared = retail()
    found = loyalty.compute(prepared)
    # Five items of 1 to 5 against four.
    assert found.cut is None
    assert (found.cuts.attachment, found.cuts.repeat_purchase) == (15.0, 12.0)
    service, repeat = prepared.scores["Customer Service"], prepared.scores["Loyalty"]
    assert found.categories["premium"].n == int(np.sum((service > 15) & (repeat > 12)))


def test_the_median_split_is_shown_beside_the_midpoint() -> None:
    prepared = retail()
    found = loyalty.compute(prepared)
    both = ~np.isnan(prepared.scores["Customer Service"]) & ~np.isnan(prepared.scores["Loyalty"])
    cut = found.median_split.cuts.attachment
    assert cut == np.median(prepared.scores["Customer Service"][both])
    assert sum(share.n for share in found.median_split.categories.values()) == found.n


def test_a_mean_on_the_cut_up_to_rounding_is_on_the_cut() -> None:
    cuts = loyalty.LoyaltyCuts(0.3, 3.0)
    codes = loyalty.class_codes(np.array([0.1 + 0.2, 0.31]), np.array([3.0, 3.0 + 1e-12]), cuts)
    assert [loyalty.CLASSES[code] for code in codes] == ["none", "latent"]


def test_an_empty_group_has_no_percentage() -> None:
    found = loyalty.compute(map_of([5, None], [5, 4], ["yes", "no"]))
    assert found.by_group["no"]["premium"] == loyalty.LoyaltyShare(0, None, None, None)


@pytest.mark.parametrize(
    ("model", "reason"),
    [
        (Model(attachment="att"), "no_loyalty_axes"),
        (Model(attachment="att", repeat_purchase="loyalty"), "unknown_axis"),
    ],
)
def test_a_model_without_both_axes_is_refused(model: Model, reason: str) -> None:
    prepared = map_of([1, 5], [1, 5], ["yes", "no"])
    with pytest.raises(NotPossible) as refused:
        loyalty.compute(replace(prepared, codebook=replace(prepared.codebook, model=model)))
    assert refused.value.unavailable.reason == reason


def test_no_declared_points_and_no_respondents_are_refused() -> None:
    prepared = map_of([1, 5], [None, None], ["yes", "no"])
    with pytest.raises(NotPossible) as refused:
        loyalty.compute(prepared)
    assert refused.value.unavailable.reason == "too_few_respondents"
    with pytest.raises(NotPossible) as refused:
        loyalty.compute(replace(prepared, item_points={}))
    assert refused.value.unavailable.reason == "no_points"
