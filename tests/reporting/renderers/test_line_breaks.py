from __future__ import annotations

import pytest

from analysis.reporting.language import language
from analysis.reporting.renderers.line_breaks import NO_BREAK_SPACE, kept_together, letters_attached


@pytest.mark.parametrize(
    ("written", "set_together"),
    [
        ("Welch t = 3,182; Sig. = 0,002.", "Welch t~=~3,182; Sig.~=~0,002."),
        ("r = −0,150, N = 207", "r~=~−0,150, N~=~207"),
        ("Sig. < 0,001; t ≥ 1,984", "Sig.~<~0,001; t~≥~1,984"),
        (" > F tabel 2,696", "~> F tabel 2,696"),
        ("df = N − k − 1 = 106", "df~= N~−~k~−~1~=~106"),
        ("(IK 95% 0,21 sampai 0,98)", "(IK~95% 0,21 sampai 0,98)"),
        ("|t hitung| 3,641; computed |t| 3.641", "|t~hitung| 3,641; computed |t| 3.641"),
        ("N=110 and a<b stay; minus − alone too", "N=110 and a<b stay; minus − alone too"),
    ],
)
def test_a_statistic_and_its_value_share_a_line(written: str, set_together: str) -> None:
    assert kept_together(written) == set_together.replace("~", NO_BREAK_SPACE)


@pytest.mark.parametrize("code", ["id", "en"])
@pytest.mark.parametrize("p", [0.0, 0.0004, 0.0432, 0.9, 1.0])
def test_every_p_phrase_is_one_piece(code: str, p: float) -> None:
    assert " " not in kept_together(f"Sig. {language(code).p_phrase(p)}")


@pytest.mark.parametrize(
    ("written", "set_together"),
    [
        ("t atau F", "t~atau~F"),
        ("Adjusted R Square", "Adjusted R~Square"),
        ("Kuartil 1", "Kuartil~1"),
        ("S (4)", "S (4)"),
        ("Std. Error Mean", "Std. Error Mean"),
    ],
)
def test_no_letter_stands_alone_in_the_head_of_a_table(written: str, set_together: str) -> None:
    assert letters_attached(written) == set_together.replace("~", NO_BREAK_SPACE)
