import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.study.numbers import is_no_answer, read_number, read_numbers

finite = st.floats(-1e12, 1e12, allow_nan=False)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4", 4),
        (" 4 ", 4),
        ("5.0", 5),
        ("5,0", 5),
        ("3,25", 3.25),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234.567", 1234567),
        ("12,345,678", 12345678),
        ("1 000", 1000),
        ("Rp 1.500.000", 1500000),
        ("Rp1.500.000,50", 1500000.5),
        ("21 tahun", 21),
        ("21 th.", 21),
        ("85%", 85),
        ("-3", -3),
        ("\u22123", -3),
        ("+7", 7),
        (".5", 0.5),
        ("1e3", 1000),
        ("٣", 3),
        ("４", 4),
        ("08123", 8123),
    ],
)
def test_number_as_typed(text: str, number: float) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "5 - Setuju",
        "17-22 tahun",
        ">5 kali",
        "1,2,3",
        "1.2.3",
        "12.34.567",
        "1.234,5,6",
        "9" * 60,
        "3/4",
        "=1+1",
        "1e999",
    ],
)
def test_text_that_is_no_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "-",
        "–",
        "N/A",
        "n/a",
        "#N/A",
        "tidak tahu",
        "Tidak Tahu ",
        "kosong",
        "?",
        "don't know",
        "#DIV/0!",
        "",
        "  ",
    ],
)
def test_words_for_no_answer(text: str) -> None:
    assert is_no_answer(text)


@pytest.mark.parametrize("text", ["None", "NA Siregar", "0", "tidak", "No", "nanda", "Prefer not to say"])
def test_words_that_are_answers(text: str) -> None:
    assert not is_no_answer(text)


def test_the_column_decides_the_decimal_mark() -> None:
    comma = read_numbers(["1,250", "3,5", "4"])
    assert comma.values["1,250"] == 1.25
    assert comma.decimal_mark == ","
    point = read_numbers(["1,250", "3.5"])
    assert point.values["1,250"] == 1250
    assert comma.ambiguous == point.ambiguous == ()


def test_ambiguous_marks_are_reported_and_read_by_their_look() -> None:
    money = read_numbers(["1.500", "2.000", "12.750"])
    assert money.values["1.500"] == 1500
    assert set(money.ambiguous) == {"1.500", "2.000", "12.750"}
    measured = read_numbers(["60.323", "61.122", "63.221"])
    assert measured.values["60.323"] == 60.323
    assert len(measured.ambiguous) == 3


def test_number_cells_are_themselves_beside_texts() -> None:
    reading = read_numbers([4, 4.5, "3,5", None, "tidak tahu", "abc", math.nan])
    assert dict(reading.values) == {4: 4, 4.5: 4.5, "3,5": 3.5}
    assert reading.missing == ("tidak tahu",)
    assert reading.unread == ("abc",)
    column = reading.column([4, "abc", "3,5"])
    assert column[0] == 4
    assert math.isnan(column[1])
    assert column[2] == 3.5


def test_units_are_reported() -> None:
    reading = read_numbers(["21 tahun", "19 thn", "20"])
    assert sorted(reading.values.values()) == [19, 20, 21]
    assert reading.units == ("tahun", "thn")


@given(finite)
def test_every_number_python_writes_is_read_back(value: float) -> None:
    text = repr(value)
    reading = read_numbers([text, "0.5"])
    assert reading.values[text] == pytest.approx(value, rel=1e-15)


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_indonesian_numbers_are_read_back(whole: int, cents: int) -> None:
    text = f"{whole:,}".replace(",", ".") + f",{cents:02d}"
    assert read_number(text) == pytest.approx(whole + cents / 100, rel=1e-15)


@given(st.integers(-(10**12), 10**12), st.integers(0, 99))
def test_english_numbers_are_read_back(whole: int, cents: int) -> None:
    text = f"{whole:,}.{cents:02d}"
    expected = math.copysign(abs(whole) + cents / 100, whole)
    assert read_number(text) == pytest.approx(expected, rel=1e-15)


@given(
    st.lists(
        st.one_of(st.none(), st.text(max_size=60), st.integers(), st.floats(), st.booleans()), max_size=20
    )
)
def test_any_cells_are_accounted_for(cells: list[object]) -> None:
    reading = read_numbers(cells)  # type: ignore[arg-type]
    assert all(math.isfinite(value) for value in reading.values.values())
    known = {str(cell).strip() for cell in reading.values} | set(reading.missing) | set(reading.unread)
    for cell in cells:
        if isinstance(cell, str) and cell.strip():
            assert cell.strip() in known
