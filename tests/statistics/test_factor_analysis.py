"""Maximum likelihood factors, rotations and parallel analysis against R."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.statistics import factor_analysis
from analysis.statistics.factor_analysis import explore, fit_factors, most_factors, parallel_analysis
from analysis.statistics.factor_rotation import oblimin, varimax
from analysis.statistics.factorability import varying_items
from analysis.statistics.unavailable import NotPossible
from tests.reference.instrument_figures import ITERATIVE, STUDIES
from tests.reference.studies import retail, sleep
from tests.statistics.test_factorability import with_answers

PREPARED = {"retail": retail, "sleep": sleep}


def matched(ours: np.ndarray, theirs: np.ndarray) -> np.ndarray:
    """Their columns in our order and direction; a factor has neither of its own."""
    order = np.abs(ours.T @ theirs).argmax(axis=1)
    chosen = theirs[:, order]
    return chosen * np.sign(np.sum(ours * chosen, axis=0))


def table(loadings: dict[str, tuple[float, ...]], names: tuple[str, ...]) -> np.ndarray:
    return np.array([loadings[name] for name in names])


@pytest.mark.parametrize("name", ["retail", "sleep"])
def test_factors_and_rotations_agree_with_r(name: str) -> None:
    # factanal stops its optimiser early; GPArotation stops at a gradient of 1e-7.
    expected = STUDIES[name]["factors"]
    found = explore(PREPARED[name](), expected["factors"])
    names = tuple(expected["uniquenesses"])
    assert (found.n, found.df) == (expected["n"], expected["df"])
    assert found.chi2 == pytest.approx(expected["chi2"], rel=1e-8)
    assert found.p == pytest.approx(expected["p"], rel=1e-6)
    assert [found.uniquenesses[item] for item in names] == pytest.approx(
        [expected["uniquenesses"][item] for item in names], rel=ITERATIVE / 100
    )
    for rotation, key in ((found.varimax, "varimax"), (found.oblimin, "oblimin")):
        ours = table(rotation.loadings, names)
        assert ours == pytest.approx(matched(ours, np.array(expected[key])), abs=ITERATIVE / 100)
    phi, ours = np.abs(np.array(expected["phi"])), np.abs(np.array(found.oblimin.factor_correlations))
    assert np.sort(ours.ravel()) == pytest.approx(np.sort(phi.ravel()), abs=ITERATIVE / 100)


def test_the_fit_is_the_maximum_of_the_likelihood() -> None:
    correlation = varying_items(sleep()).correlation
    model = fit_factors(correlation, 2)

    def discrepancy(loadings: np.ndarray, uniquenesses: np.ndarray) -> float:
        implied = loadings @ loadings.T + np.diag(uniquenesses)
        misfit = np.linalg.slogdet(implied)[1] - np.linalg.slogdet(correlation)[1]
        return float(misfit + np.trace(correlation @ np.linalg.inv(implied)) - len(correlation))

    best = discrepancy(model.loadings, model.uniquenesses)
    assert best == pytest.approx(model.discrepancy, rel=1e-9)
    random = np.random.default_rng(1)
    for _ in range(30):
        moved = model.loadings + 1e-3 * random.normal(size=model.loadings.shape)
        assert discrepancy(moved, model.uniquenesses + 1e-3 * random.normal(size=len(correlation))) > best


def test_rotations_keep_the_common_variance() -> None:
    loadings = fit_factors(varying_items(retail()).correlation, 4).loadings
    common = loadings @ loadings.T
    turned, oblique = varimax(loadings), oblimin(loadings)
    assert turned.loadings @ turned.loadings.T == pytest.approx(common, abs=1e-10)
    assert oblique.loadings @ oblique.correlations @ oblique.loadings.T == pytest.approx(common, abs=1e-10)
    assert np.diag(oblique.correlations) == pytest.approx(np.ones(4))
    assert turned.correlations.tolist() == np.eye(4).tolist()
    assert (turned.loadings.sum(axis=0) >= 0).all()


def test_one_factor_needs_no_rotation() -> None:
    loadings = np.array([[0.8], [0.7], [0.6]])
    assert varimax(loadings).loadings == pytest.approx(loadings)
    assert oblimin(loadings).loadings == pytest.approx(loadings)


def test_parallel_analysis_agrees_with_r_within_its_simulation_error() -> None:
    for name in ("retail", "sleep"):
        items, expected = varying_items(PREPARED[name]()), STUDIES[name]["factors"]
        ours = parallel_analysis(items.correlation, items.n, 1, samples=500)
        error = 5 * np.array(expected["parallel_sd"]) * np.sqrt(1 / 500 + 1 / 1000)
        assert (np.abs(np.array(ours.random_mean) - expected["parallel_mean"]) < error).all()
        assert (np.abs(np.array(ours.random_percentile) - expected["parallel_95"]) < 3 * error).all()


def test_parallel_analysis_is_the_same_for_the_same_seed_and_finds_planted_factors() -> None:
    random = np.random.default_rng(4)
    factors = random.normal(size=(400, 3))
    answers = np.repeat(factors, 4, axis=1) + 0.7 * random.normal(size=(400, 12))
    correlation = np.corrcoef(answers.T)
    first = parallel_analysis(correlation, 400, 7)
    assert first == parallel_analysis(correlation, 400, 7)
    assert first != parallel_analysis(correlation, 400, 8)
    assert first.factors == 3
    found = explore(with_answers(answers))
    blocks = [list(found.varimax.loadings)[start : start + 4] for start in (0, 4, 8)]
    assert sorted(sorted(int(item[1:]) // 4 for item in block) for block in blocks) == [
        [0] * 4,
        [1] * 4,
        [2] * 4,
    ]


def test_factors_count_from_above_the_95th_percentile_of_random_data(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter(range(21))
    monkeypatch.setattr(factor_analysis, "_random_eigenvalues", lambda n, p, random: [next(drawn) / 20, 1.0])
    found = parallel_analysis(np.array([[1.0, 0.4], [0.4, 1.0]]), 50, 1, samples=21)
    assert found.random_percentile == (pytest.approx(0.95), 1.0)
    assert found.random_mean == (pytest.approx(0.5), 1.0)
    assert found.factors == 1


def test_fewer_cases_than_items_still_has_a_parallel_analysis() -> None:
    random = np.random.default_rng(9)
    correlation = np.corrcoef(random.normal(size=(20, 30)).T)
    assert len(parallel_analysis(correlation, 20, 1, samples=20).random_mean) == 30


def test_items_are_sorted_by_factor_then_size() -> None:
    found = factor_analysis.compute(sleep())
    rows = list(found.varimax.loadings.values())
    strongest = [int(np.argmax(np.abs(row))) for row in rows]
    assert strongest == sorted(strongest)
    for factor in set(strongest):
        sizes = [abs(row[factor]) for row, best in zip(rows, strongest, strict=True) if best == factor]
        assert sizes == sorted(sizes, reverse=True)


def test_a_heywood_item_is_named() -> None:
    target = np.array(
        [[1.0, 0.3, 0.7, 0.1], [0.3, 1.0, 0.7, 0.1], [0.7, 0.7, 1.0, 0.1], [0.1, 0.1, 0.1, 1.0]]
    )
    white = np.random.default_rng(0).normal(size=(300, 4))
    white = (white - white.mean(axis=0)) @ np.linalg.inv(np.linalg.cholesky(np.cov(white.T))).T
    found = explore(with_answers(white @ np.linalg.cholesky(target).T), 1)
    assert found.heywood_items == ("Q2",)
    assert found.uniquenesses["Q2"] == pytest.approx(0.005)


@pytest.mark.parametrize(("items", "factors"), [(3, 1), (4, 1), (5, 2), (6, 3), (9, 5), (17, 11)])
def test_degrees_of_freedom_limit_the_factors(items: int, factors: int) -> None:
    assert most_factors(items) == factors
    assert ((items - factors) ** 2 - items - factors) >= 0
    assert ((items - factors - 1) ** 2 - items - factors - 1) < 0


def test_singular_items_are_refused_before_anything_is_simulated(monkeypatch: pytest.MonkeyPatch) -> None:
    def simulated(*_: object) -> None:
        raise AssertionError("random data were drawn for nothing")

    monkeypatch.setattr(factor_analysis, "parallel_analysis", simulated)
    with pytest.raises(NotPossible) as refusal:
        explore(with_answers(np.random.default_rng(1).normal(size=(20, 60))))
    assert refusal.value.unavailable.reason == "singular_correlation"


def test_no_degrees_of_freedom_have_no_p() -> None:
    found = explore(with_answers(np.random.default_rng(6).normal(size=(50, 3)) + 1.0), 5)
    assert (found.factors, found.df, found.p) == (1, 0, None)


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        (np.random.default_rng(1).normal(size=(30, 2)), "fewer_than_three_items"),
        (np.random.default_rng(1).normal(size=(8, 12)), "singular_correlation"),
    ],
)
def test_what_cannot_be_factored_says_why(answers: np.ndarray, reason: str) -> None:
    with pytest.raises(NotPossible) as refused:
        explore(with_answers(answers))
    assert refused.value.unavailable.reason == reason
