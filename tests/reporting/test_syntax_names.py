"""Names of a study in SPSS and R syntax: always one name, never more."""

from __future__ import annotations

import re

import pytest

from analysis.reporting.syntax_names import r_name, r_strings, r_sum, spss_name, spss_names

NASTY = ("X1.1", "Customer Service", "1. Ramah", "with", "a`b", 'a"b\\', "\n", "😀", "=1+1; q()", "x" * 90)


@pytest.mark.parametrize("name", NASTY)
def test_spss_name_is_one_legal_name(name: str) -> None:
    assert re.fullmatch(r"[A-Za-z](?:[A-Za-z0-9_.]{0,64}[A-Za-z0-9])?", spss_name(name))
    assert spss_name(name).upper() != "WITH"


@pytest.mark.parametrize("name", NASTY)
def test_r_name_is_syntactic_or_stays_between_its_backticks(name: str) -> None:
    written = r_name(name)
    if written.startswith("`"):
        assert re.fullmatch(r"`(?:[^`\\]|\\.)*`", written)
    else:
        assert re.fullmatch(r"[A-Za-z.][A-Za-z0-9._]*", written)


def test_lists() -> None:
    assert spss_names(["X1.1", "Customer Service"]) == "X1.1 Customer_Service"
    assert r_sum(["X1.1", "Customer Service"]) == "X1.1 + `Customer Service`"
    assert r_strings(["X1.1", 'a"b']) == 'c("X1.1", "a\\"b")'
