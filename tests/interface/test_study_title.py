"""Copies of copies are numbered, in either language and within the longest title."""

from __future__ import annotations

import pytest

from analysis.reporting.language import language
from interface.study_title import LONGEST_TITLE, copy_title


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Loyalitas", "Salinan Loyalitas"),
        ("Salinan Loyalitas", "Salinan Loyalitas (2)"),
        ("Copy of Loyalty", "Copy of Loyalty (2)"),
        ("Salinan Loyalitas (2)", "Salinan Loyalitas (3)"),
        ("Salinan Loyalitas (9)", "Salinan Loyalitas (10)"),
        ("Salinan Survei (2024)", "Salinan Survei (2024) (2)"),
        ("Survei (2)", "Salinan Survei (2)"),
    ],
)
def test_a_copy_of_a_copy_is_numbered(title: str, expected: str) -> None:
    assert copy_title(title, language("id")) == expected


def test_the_number_fits_the_longest_title() -> None:
    title = "Salinan " + "x" * (LONGEST_TITLE - 8)
    copied = copy_title(title, language("id"))
    assert len(copied) == LONGEST_TITLE
    assert copied.endswith("x (2)")
