"""Means and sums of squares of groups without loss of digits, shared by the tests that compare groups."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.statistics.decimal_values import written_decimals


@dataclass(frozen=True, slots=True)
class GroupedValues:
    """N numbers in g groups, none empty.

    codes: (N,) group of each. counts, means, ss: (g,) size, mean, sum of squares about it.
    centred_means: (g,) means minus the grand mean. deviations: (N,) from the own group's mean.
    """

    values: np.ndarray
    codes: np.ndarray
    counts: np.ndarray
    means: np.ndarray
    centred_means: np.ndarray
    ss: np.ndarray
    deviations: np.ndarray

    @property
    def n(self) -> int:
        return int(self.values.size)

    @property
    def variances(self) -> np.ndarray:
        """(g,) with n - 1; nan for a group of one."""
        df = self.counts - 1.0
        return np.divide(self.ss, df, out=np.full(df.shape, np.nan), where=df > 0)

    def group(self, code: int) -> np.ndarray:
        return self.values[self.codes == code]


def group_values(values: np.ndarray, codes: np.ndarray) -> GroupedValues:
    """Group (N,) numbers by (N,) integers 0..g-1, each of which occurs."""
    written = written_decimals(values)
    shift = float(written.values[0])
    shifted = written.values - shift
    counts = np.bincount(codes)
    means = np.bincount(codes, weights=shifted) / counts
    deviations = shifted - means[codes]
    correction = np.bincount(codes, weights=deviations) / counts
    means += correction
    deviations -= correction[codes]
    grand = float(counts @ means) / values.size
    scale = written.divisor
    return GroupedValues(
        values=values,
        codes=codes,
        counts=counts,
        means=(shift + means) / scale,
        centred_means=(means - grand) / scale,
        ss=np.bincount(codes, weights=np.square(deviations)) / scale**2,
        deviations=deviations / scale,
    )
