"""Heads that spanned several columns name the scales of the items below them."""

import pytest

from analysis.study.detection import detect
from tests.study.detected import questions
from tests.study.tables import AGREEMENT, correlated, table

HEADS = ("Kualitas Pelayanan (X1)", "Program Loyalitas (X2)", "Loyalitas (Y)")


def below(heads: tuple[str, ...], rows: tuple[str, ...]) -> list[tuple[str, str]]:
    """(scale, short name) of each item below the heads, three columns each."""
    columns = {}
    for seed, head in enumerate(heads):
        for row, cells in zip(rows, correlated(60, len(rows), AGREEMENT, seed), strict=True):
            columns[f"{head} - {row}"] = cells
    return [(entry.scale, entry.name) for entry in detect(table(columns)).codebook.columns.values()]


def test_numbers_below_heads_with_codes_are_items_of_the_code() -> None:
    assert below(HEADS, ("1", "2", "3")) == [
        (scale, f"{scale}.{number}") for scale in ("X1", "X2", "Y") for number in (1, 2, 3)
    ]


@pytest.mark.parametrize("rows", [("1", "2", "3"), ("Petugas ramah", "Kasir cepat", "Toko rapi")])
def test_heads_without_codes_name_their_scales(rows: tuple[str, ...]) -> None:
    heads = ("Kualitas Pelayanan", "Program Poin", "Loyalitas")
    assert [scale for scale, _ in below(heads, rows)] == [head for head in heads for _ in rows]


def test_a_head_of_two_columns_is_part_of_the_sentence() -> None:
    columns = dict(zip(("Toko - ramah", "Toko - rapi"), correlated(60, 2, AGREEMENT), strict=True))
    columns |= {
        f"Saya {word} di sini": cells
        for word, cells in zip("abc", correlated(60, 3, AGREEMENT, 3), strict=True)
    }
    labels = [entry.label for entry in detect(table(columns)).codebook.columns.values()]
    assert labels[:2] == ["Toko - ramah", "Toko - rapi"]


def test_options_below_a_head_are_still_asked_about() -> None:
    columns = {
        f"Media - {name}": [name if i % k else None for i in range(60)]
        for k, name in ((2, "IG"), (3, "TT"), (5, "WA"))
    }
    columns |= {f"X{j}": cells for j, cells in enumerate(correlated(60, 3, [1, 2, 3, 4, 5]), 1)}
    (question,) = questions(detect(table(columns)), "option_columns")
    assert question.details["options"] == ("IG", "TT", "WA")
