"""Item validity: the correlation of each item with the total of its scale."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.statistics.unavailable import Unavailable


@dataclass(frozen=True, slots=True)
class ItemValidity:
    """One item against its scale; `n` is the number of complete cases of that scale.

    `r` is with the total that contains the item, `p` its two-sided probability; `r_corrected` is with
    the total without it, `ci_low` and `ci_high` its Fisher interval; `valid` is r > r_table.
    `r_table_reference` is the critical r at n - 2 degrees of freedom and `valid_reference` the verdict
    by it, whatever degrees of freedom the settings ask for.
    """

    scale: str
    n: int
    df: int
    r_table: float
    r: float
    p: float
    r_corrected: float | None
    ci_low: float | None
    ci_high: float | None
    valid: bool
    r_table_reference: float
    valid_reference: bool


@dataclass(frozen=True, slots=True)
class ValidityResult:
    """`df` and `r_table` are None where the number of complete cases differs between scales."""

    alpha: float
    df: int | None
    r_table: float | None
    items: dict[str, ItemValidity | Unavailable]
