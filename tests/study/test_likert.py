import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.study.likert import choose_scale, code_answers, legend_levels, read_answer_words, shares_scale
from analysis.study.likert_vocabulary import FAMILIES, MIDDLE


def coded(*answers: str, cells: int = 30) -> dict[str, float]:
    """Numbers of the answers of one column in which each occurs `cells` times."""
    words = read_answer_words(dict.fromkeys(answers, cells))
    assert words is not None
    return dict(code_answers(words, choose_scale(words.family, [words])).answers)


FULL_SCALES = [
    "Sangat Tidak Setuju|Tidak Setuju|Netral|Setuju|Sangat Setuju",
    "Sangat Tidak Setuju|Tidak Setuju|Ragu-ragu|Setuju|Sangat Setuju",
    "Sangat Tidak Setuju|Tidak Setuju|Kurang Setuju|Setuju|Sangat Setuju",
    "Sangat Tidak Setuju|Tidak Setuju|Cukup Setuju|Setuju|Sangat Setuju",
    "Tidak Setuju|Kurang Setuju|Cukup Setuju|Setuju|Sangat Setuju",
    "STS|TS|KS|S|SS",
    "STS|TS|N|S|SS",
    "STS|TS|RG|S|SS",
    "sts|ts|ks|n|s|ss",
    "Sangat Tidak Setuju|Tidak Setuju|Kurang Setuju|Agak Setuju|Setuju|Sangat Setuju",
    "Sangat Tidak Puas|Tidak Puas|Cukup Puas|Puas|Sangat Puas",
    "STP|TP|CP|P|SP",
    "Tidak Pernah|Jarang|Kadang-kadang|Sering|Selalu",
    "Tidak pernah|Jarang|Kadang2|Sering|Sangat sering",
    "Sangat Tidak Penting|Tidak Penting|Netral|Penting|Sangat Penting",
    "Tidak Penting|Kurang Penting|Cukup Penting|Penting|Sangat Penting",
    "Sangat Tidak Mungkin|Tidak Mungkin|Netral|Mungkin|Sangat Mungkin",
    "Sangat Buruk|Buruk|Cukup|Baik|Sangat Baik",
    "Sangat Tidak Sesuai|Tidak Sesuai|Netral|Sesuai|Sangat Sesuai",
    "Sangat Rendah|Rendah|Sedang|Tinggi|Sangat Tinggi",
    "Strongly disagree|Disagree|Neutral|Agree|Strongly agree",
    "Strongly disagree|Disagree|Neither agree nor disagree|Agree|Strongly agree",
    "SD|D|N|A|SA",
    "Strongly disagree|Disagree|Slightly disagree|Neutral|Slightly agree|Agree|Strongly agree",
    "Strongly disagree|Disagree|Somewhat disagree|Somewhat agree|Agree|Strongly agree",
    "Very dissatisfied|Dissatisfied|Neutral|Satisfied|Very satisfied",
    "Never|Rarely|Sometimes|Often|Always",
    "Never|Almost never|Rarely|Sometimes|Often|Very often|Always",
    "Not at all important|Slightly important|Moderately important|Very important|Extremely important",
    "Very unlikely|Unlikely|Neutral|Likely|Very likely",
    "Definitely not|Probably not|Maybe|Probably|Definitely",
    "Very poor|Poor|Fair|Good|Very good",
    "Poor|Fair|Good|Very good|Excellent",
]


@pytest.mark.parametrize("scale", FULL_SCALES)
def test_full_scales_count_from_one(scale: str) -> None:
    answers = scale.split("|")
    assert coded(*answers) == {answer: place for place, answer in enumerate(answers, start=1)}


@pytest.mark.parametrize("scale", FULL_SCALES)
def test_one_unused_answer_changes_no_other_number(scale: str) -> None:
    answers = scale.split("|")
    if len(answers) != 5:
        return
    full = coded(*answers)
    for unused in (answers[0], answers[-1]):
        kept = [answer for answer in answers if answer != unused]
        words = read_answer_words(dict.fromkeys(kept, 5))
        assert words is not None
        chosen = choose_scale(words.family, [words])
        scales = (chosen.levels, *chosen.alternatives)
        assert any(
            code_answers(words, type(chosen)(levels)).answers == {a: full[a] for a in kept}
            for levels in scales
        )


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (("Setuju", "SANGAT SETUJU", " netral", "tidak  setuju"), [4, 5, 3, 2]),
        (("SS", "Setuju", "neutral", "disagree"), [5, 4, 3, 2]),
        (("5 - Sangat Setuju", "4 - Setuju", "3 - Netral"), [5, 4, 3]),
        (("Sangat Setuju (5)", "Setuju (4)", "TS (2)"), [5, 4, 2]),
        (("(5) Sangat Setuju", "(4) Setuju", "(1) Sangat Tidak Setuju"), [5, 4, 1]),
        (("5. SS", "4. S", "2. TS"), [5, 4, 2]),
        (("S.T.S.", "T.S", "N", "S", "S S"), [1, 2, 3, 4, 5]),
        (("Sangat Setuju (SS)", "Setuju (S)", "Tidak Setuju (TS)", "Netral (N)"), [5, 4, 2, 3]),
        (("SS = Sangat Setuju", "TS: Tidak Setuju", "KS - Kurang Setuju"), [5, 2, 3]),
        (("5 - Sangat Setuju (SS)", "4 - Setuju (S)", "2 - Tidak Setuju (TS)"), [5, 4, 2]),
        (("SS/Sangat Setuju", "S / Setuju", "RR"), [5, 4, 3]),
        (("1 (Sangat tidak setuju)", "2", "3", "4", "5 (Sangat setuju)"), [1, 2, 3, 4, 5]),
        (("0 - Tidak pernah", "1 - Jarang", "4 - Selalu"), [0, 1, 4]),
        (("Sangat Setuju 😀", "Setuju!!", "Netral..."), [5, 4, 3]),
        (("Sangat\u00a0Setuju", "Setuju\u200b", "Netral"), [5, 4, 3]),
        (("kadang-kadang", "sering", "tidak pernah"), [3, 4, 1]),
    ],
)
def test_messy_spellings(answers: tuple[str, ...], expected: list[float]) -> None:
    numbers = coded(*answers)
    assert [numbers[answer] for answer in answers] == expected


@pytest.mark.parametrize(
    ("typo", "phrase"),
    [
        ("sangt setuju", "sangat setuju"),
        ("Sangat Setju", "sangat setuju"),
        ("Stuju", "setuju"),
        ("tidk setuju", "tidak setuju"),
        ("Netrl", "netral"),
        ("Sangat tidak setujuu", "sangat tidak setuju"),
    ],
)
def test_typos_are_matched_and_shown(typo: str, phrase: str) -> None:
    words = read_answer_words({"Setuju": 20, "Sangat Setuju": 20, "Tidak Setuju": 9, typo: 1})
    assert words is not None
    assert words.typos == {typo: phrase}


@pytest.mark.parametrize("answer", ["satisfid or not", "nsatisfied", "S2", "SMA", "mungkin saja nanti", "xx"])
def test_doubtful_spellings_are_left_unknown(answer: str) -> None:
    words = read_answer_words({"Satisfied": 30, "Dissatisfied": 20, answer: 2})
    assert words is not None
    assert words.unknown == (answer,)


def test_words_for_no_answer_are_missing_not_unknown() -> None:
    words = read_answer_words({"Setuju": 30, "Netral": 20, "-": 2, "tidak tahu": 1})
    assert words is not None
    assert set(words.missing) == {"-", "tidak tahu"}
    assert words.unknown == ()


@pytest.mark.parametrize(
    "answers",
    [
        ("Laki-laki", "Perempuan"),
        ("SD", "SMP", "SMA", "S1"),
        ("Ya", "Tidak"),
        ("Online", "Offline"),
        ("1", "2", "3"),
        ("17-22 tahun", ">34 tahun"),
        ("Jakarta", "Bandung"),
    ],
)
def test_other_questions_are_no_ratings(answers: tuple[str, ...]) -> None:
    assert read_answer_words(dict.fromkeys(answers, 10)) is None


def test_kurang_setuju_is_on_the_side_of_disagreement() -> None:
    assert FAMILIES["agreement"]["kurang setuju"] < 0


def test_numbers_that_run_against_the_words_are_reported() -> None:
    words = read_answer_words({"1 - Sangat Setuju": 9, "2 - Setuju": 9, "5 - Sangat Tidak Setuju": 9})
    assert words is not None
    column = code_answers(words, choose_scale(words.family, [words]))
    assert column.reversed_codes
    assert column.answers == {"1 - Sangat Setuju": 5, "2 - Setuju": 4, "5 - Sangat Tidak Setuju": 1}


def test_four_points_without_a_middle_is_asked_when_much_was_answered() -> None:
    words = read_answer_words(dict.fromkeys(["STS", "TS", "S", "SS"], 40))
    assert words is not None
    scale = choose_scale(words.family, [words])
    assert len(scale.levels) == 4
    assert [len(levels) for levels in scale.alternatives] == [5]


def test_two_middles_in_two_parts_are_two_scales() -> None:
    first = read_answer_words(dict.fromkeys(["TS", "KS", "S"], 10))
    second = read_answer_words(dict.fromkeys(["TS", "N", "S"], 10))
    both = read_answer_words(dict.fromkeys(["KS", "N"], 10))
    assert first
    assert second
    assert both
    assert sorted(len(headers) for _, headers in shares_scale({"a": first, "b": second})) == [1, 1]
    assert [sorted(headers) for _, headers in shares_scale({"a": first, "b": second, "c": both})] == [
        ["a", "b", "c"]
    ]


def test_legend_of_a_header() -> None:
    assert legend_levels("Kepuasan (1 = sangat setuju, 5 = sangat tidak setuju)") == {1: 3, 5: -3}
    assert legend_levels("Kepuasan saya pada 5 toko") == {}


PHRASES = [
    (family, phrase) for family, vocabulary in FAMILIES.items() if family != MIDDLE for phrase in vocabulary
]


@given(
    st.sampled_from(PHRASES),
    st.sampled_from(
        [str.upper, str.title, str.capitalize, lambda t: f"  {t} ", lambda t: t.replace(" ", "  ")]
    ),
)
def test_case_and_spaces_never_matter(known: tuple[str, str], change) -> None:  # type: ignore[no-untyped-def]
    phrase = known[1]
    words = read_answer_words({change(phrase): 5})
    assert words is not None
    assert next(iter(words.levels.values())) in {FAMILIES[f].get(phrase) for f in FAMILIES} - {None}
    assert words.typos == {}


@given(st.sampled_from(sorted(FAMILIES)), st.data())
def test_order_of_numbers_is_order_of_levels(family: str, data: st.DataObject) -> None:
    vocabulary = FAMILIES[family]
    chosen = data.draw(st.lists(st.sampled_from(sorted(vocabulary)), min_size=1, max_size=8, unique=True))
    words = read_answer_words(dict.fromkeys(chosen, 10))
    assert words is not None
    column = code_answers(words, choose_scale(words.family, [words]))
    for a, b in itertools.combinations(words.levels, 2):
        difference = words.levels[a] - words.levels[b]
        assert (column.answers[a] - column.answers[b]) * difference >= 0
        assert (column.answers[a] == column.answers[b]) == (difference == 0)
    assert all(column.points[0] <= number <= column.points[1] for number in column.answers.values())


@given(st.dictionaries(st.text(max_size=30), st.integers(1, 50), max_size=15))
def test_any_answers_are_survived(counts: dict[str, int]) -> None:
    words = read_answer_words(counts)
    if words is not None:
        column = code_answers(words, choose_scale(words.family, [words]))
        assert column.points[0] < column.points[1]


@pytest.mark.parametrize(
    "phrases",
    [
        ("Tidak pernah", "Hampir tidak pernah", "Kadang-kadang", "Hampir selalu", "Selalu"),
        ("Never", "Rarely", "Sometimes", "Usually", "Always"),
        ("Never", "Almost never", "Sometimes", "Fairly often", "Very often"),
        ("Not at all", "A little", "Moderately", "Quite a bit", "Extremely"),
        ("Sangat Kurang Puas", "Kurang Puas", "Cukup Puas", "Puas", "Sangat Puas"),
        ("Tidak Setuju Sekali", "Tidak Setuju", "Netral", "Setuju", "Setuju Sekali"),
    ],
)
def test_five_phrases_of_a_scale_in_use_are_the_points_one_to_five(phrases: tuple[str, ...]) -> None:
    column = read_answer_words(dict.fromkeys(phrases, 20))
    assert column is not None
    scale = choose_scale(column.family, [column])
    coded = code_answers(column, scale)
    assert coded.points == (1.0, 5.0)
    assert [coded.answers[phrase] for phrase in phrases] == [1, 2, 3, 4, 5]


def test_an_unusual_set_of_frequencies_keeps_all_seven_as_an_alternative() -> None:
    column = read_answer_words(dict.fromkeys(("Never", "Almost never", "Rarely", "Very often", "Always"), 20))
    assert column is not None
    scale = choose_scale(column.family, [column])
    assert (scale.levels, scale.alternatives) == ((0, 1, 2, 5, 6), (tuple(range(7)),))
