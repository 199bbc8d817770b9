"""What kind of column each one is, from its header, its answers and its neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from analysis.study.answer_codes import coded_blocks
from analysis.study.demographics import (
    demographic_kind,
    is_identifier,
    multi_answer_separator,
    trait_phrase,
    yes_and_no,
)
from analysis.study.digit_range import is_rating_digits
from analysis.study.likert import AnswerWords, read_answer_words
from analysis.study.privacy import is_free_text, personal_kind, time_kind
from analysis.study.profile import ColumnProfile
from analysis.study.tick_boxes import tick_boxes
from analysis.study.wording import contains_word, words

Kind = Literal[
    "empty", "moment", "date", "rating_words", "rating_digits", "rating_codes", "rating_percent", "recommendation",
    "identifier", "personal", "score", "demographic", "yes_no", "multi_answer", "tick_box", "ranking", "constant",
    "metadata", "free_text", "text",
]  # fmt: skip
NUMERIC_SHARE = 0.8
SHORT_HEADER = 6
LARGEST_USUAL_POINT = 7
FEWEST_ROWS_OF_A_CONSTANT = 5
_TOOL_HEADERS = frozenset(
    (
        "last page", "start language", "seed", "status", "progress", "duration", "duration in seconds", "finished",
        "distributionchannel", "userlanguage", "externalreference", "total time", "validation status", "notes",
        "submitted by", "version", "tags", "index", "instanceid", "meta instanceid", "rootuuid", "meta rootuuid",
    )
)  # fmt: skip
MOST_CATEGORIES = 12
MOST_CATEGORIES_SHARE = 0.1
_RECOMMENDATION_WORDS = ("rekomendasi", "merekomendasikan", "recommend", "nps")
_TRAITS_OF_RESPONDENTS = frozenset(
    (
        "household",
        "gender",
        "age",
        "occupation",
        "education",
        "income",
        "marital",
        "belief",
        "frequency",
        "duration",
        "member",
    )
)
_TRAITS_NAMED_ALONE = frozenset(("study", "place", "channel", "product"))
_WORDS_BESIDE_A_TRAIT = frozenset(words("anda saudara kamu saat ini sekarang your current"))
_UNITS_OF_COUNTS = frozenset(
    words("hari minggu bulan tahun thn th jam menit kali orang buah day days week weeks month months year years "
          "hour hours minute minutes time times people person")
)  # fmt: skip
_QUESTIONS_FOR_A_COUNT = ("berapa ", "how many ", "how old ", "how long ", "how much ")
_FAMILIES_OF_TRAITS = frozenset(("frequency", "height"))
FEWEST_ITEMS_WORDED_LIKE_TRAITS = 4
_OPEN_ENDED = (
    "alasan",
    "jelaskan",
    "saran",
    "kritik",
    "masukan",
    "mengapa",
    "why",
    "comment",
    "suggestion",
    "komentar",
)
_TRAITS_WITH_MANY_VALUES = frozenset(
    ("place", "occupation", "education", "age", "study", "income", "frequency")
)
_TOTAL_WORDS = frozenset(words("total jumlah rata rerata mean average sum"))
_SCORE_WORDS = frozenset(words("skor score nilai grand"))
LONGEST_CODE = 3
_VARIABLE_LETTERS = frozenset("xyzm")
MOST_VARIABLE_LETTERS = 4


@dataclass(frozen=True, slots=True)
class KnownColumn:
    """A column, its kind, and what was learnt on the way.

    `trait` is a kind of personal data or of demographic; `answer_words` belong to rating words;
    `separator` to questions with several answers.
    """

    profile: ColumnProfile
    kind: Kind
    trait: str = ""
    answer_words: AnswerWords | None = None
    separator: str = ""

    @property
    def header(self) -> str:
        return self.profile.header


def classify(profiles: Sequence[ColumnProfile]) -> tuple[KnownColumn, ...]:
    """Kinds of all columns. Ratings are recognised first, so that a statement about e-mail stays one."""
    answer_words = {profile.header: read_answer_words(profile.texts) for profile in profiles}
    families = Counter(found.family for found in answer_words.values() if found)
    in_codes = {header for block in coded_blocks(profiles) if block.ratings for header in block.headers}
    boxes = tick_boxes(profiles)
    file = _look_over(profiles)
    known = []
    for profile in profiles:
        found = answer_words[profile.header]
        if found and _is_rating(profile, found.family, families[found.family]):
            known.append(KnownColumn(profile, "rating_words", answer_words=found))
        elif profile.header in in_codes:
            known.append(KnownColumn(profile, "rating_codes"))
        elif profile.header in boxes:
            known.append(KnownColumn(profile, "tick_box"))
        elif profile.answered and profile.number_share >= NUMERIC_SHARE:
            known.append(_numeric(profile, file))
        else:
            known.append(_textual(profile))
    return tuple(known)


@dataclass(frozen=True, slots=True)
class _WholeFile:
    """What the kind of one column depends on in the others.

    codes: scale code or grid question in lower case -> headers with a code in it. usual_high: commonest highest rating digit.
    letters: headers of one letter; many of them are the letters of a sheet's columns.
    """

    codes: Mapping[str, int]
    usual_high: float
    letters: int


def _look_over(profiles: Sequence[ColumnProfile]) -> _WholeFile:
    highs = Counter(
        max(p.numbers) for p in profiles if p.number_share >= NUMERIC_SHARE and is_rating_digits(p.numbers)
    )
    return _WholeFile(
        codes=Counter(profile.parts.family for profile in profiles if profile.parts.code),
        usual_high=highs.most_common(1)[0][0] if highs else 0.0,
        letters=sum(len(profile.header.strip()) == 1 for profile in profiles),
    )


def looks_like_total(profile: ColumnProfile, scales: Collection[str] = ()) -> bool:
    """Whether a header says total, sum or mean and nothing else: "Total", "Total skor X1", "Rata-rata".

    A code beside it must be one of `scales` where these are given: "Total Y" is news in a file without Y.
    """
    others = [word for word in profile.words if word not in _TOTAL_WORDS | _SCORE_WORDS]
    names = {scale.casefold() for scale in scales}
    named = all(len(word) <= LONGEST_CODE and (not names or word in names) for word in others)
    return named and not _TOTAL_WORDS.isdisjoint(profile.words)


def _is_rating(profile: ColumnProfile, family: str, columns_of_family: int) -> bool:
    if profile.parts.code:
        return True
    if yes_and_no(profile.categories):
        return False
    about_respondents = family in _FAMILIES_OF_TRAITS and _short_trait(profile)
    return not (about_respondents and columns_of_family < FEWEST_ITEMS_WORDED_LIKE_TRAITS)


def _numeric(profile: ColumnProfile, file: _WholeFile) -> KnownColumn:
    trait = _short_trait(profile) or _counted_trait(profile)
    siblings = bool(profile.parts.code) and file.codes.get(profile.parts.family, 0) > 1
    if trait:
        return KnownColumn(profile, "demographic", trait)
    if not siblings and (known := _personal(profile) or _identifier(profile) or _time(profile)):
        return known
    if _is_metadata(profile):
        return KnownColumn(profile, "metadata")
    if _is_score(profile, file.letters):
        return KnownColumn(profile, "score")
    if not profile.parts.scale_code and _asks_recommendation(profile, file.usual_high):
        return KnownColumn(profile, "recommendation")
    two_codes = len(profile.numbers) <= 2 and set(profile.numbers) <= {0.0, 1.0, 2.0}
    return KnownColumn(
        profile, "demographic" if two_codes and not profile.parts.scale_code else "rating_digits"
    )


def _is_score(profile: ColumnProfile, letters: int) -> bool:
    """Too many or fractional values for rating digits, the header of a variable (Y), or one that says total."""
    variable = profile.header.strip().casefold() in _VARIABLE_LETTERS and letters <= MOST_VARIABLE_LETTERS
    numbered_item = profile.parts.scale_code != profile.parts.letters
    if (
        not is_rating_digits(profile.numbers)
        or (_mostly_fractions(profile) and not numbered_item)
        or variable
    ):
        return True
    return looks_like_total(profile) and not profile.parts.code


def _textual(profile: ColumnProfile) -> KnownColumn:
    if _is_metadata(profile):
        return KnownColumn(profile, "metadata")
    rules = (_time, _yes_no, _personal, _identifier, _several_answers, _own_words, _few_categories)
    for rule in rules if profile.answered else ():
        if known := rule(profile):
            return known
    return KnownColumn(profile, "text" if profile.answered else "empty")


def _is_metadata(profile: ColumnProfile) -> bool:
    """What a survey tool adds by itself, and a number that is the same in every row of an uncoded short column."""
    if profile.words == ("status",) and len(profile.categories) > 1:
        return False  # of membership, marriage or work; a tool's status is the same for everybody
    last = words(profile.header.rpartition(". ")[2])  # LimeSurvey: "lastpage. Last page"
    if not {" ".join(profile.words), "".join(profile.words), " ".join(last)}.isdisjoint(_TOOL_HEADERS):
        return True
    one_number = len(profile.numbers) == 1 and profile.number_share >= NUMERIC_SHARE
    constant = one_number and profile.answered > FEWEST_ROWS_OF_A_CONSTANT
    return constant and not profile.parts.code and len(profile.words) <= 3


def _time(profile: ColumnProfile) -> KnownColumn | None:
    when = time_kind(profile)
    if not when:
        return None
    if personal_kind(profile) == "birth_date":
        return KnownColumn(profile, "personal", "birth_date")
    return KnownColumn(profile, "moment" if when == "moment" else "date")


def _yes_no(profile: ColumnProfile) -> KnownColumn | None:
    return (
        KnownColumn(profile, "yes_no", demographic_kind(profile)) if yes_and_no(profile.categories) else None
    )


def _personal(profile: ColumnProfile) -> KnownColumn | None:
    kind = personal_kind(profile)
    return KnownColumn(profile, "personal", kind) if kind else None


def _identifier(profile: ColumnProfile) -> KnownColumn | None:
    return KnownColumn(profile, "identifier") if is_identifier(profile) else None


def _several_answers(profile: ColumnProfile) -> KnownColumn | None:
    separator = multi_answer_separator(profile.categories)
    if not separator:
        return None
    return KnownColumn(profile, "multi_answer", demographic_kind(profile), separator=separator)


def _own_words(profile: ColumnProfile) -> KnownColumn | None:
    asked_openly = (
        any(contains_word(profile.words, word) for word in _OPEN_ENDED) and len(profile.categories) > 2
    )
    listed_trait = demographic_kind(profile) in _TRAITS_WITH_MANY_VALUES
    if asked_openly or (is_free_text(profile) and not listed_trait):
        return KnownColumn(profile, "free_text")
    return None


def _few_categories(profile: ColumnProfile) -> KnownColumn | None:
    trait, categories = demographic_kind(profile), len(profile.categories)
    if categories == 1 and profile.answered > 1:
        return KnownColumn(profile, "constant", trait)
    if trait or categories <= max(MOST_CATEGORIES, MOST_CATEGORIES_SHARE * profile.answered):
        return KnownColumn(profile, "demographic", trait)
    return None


def _short_trait(profile: ColumnProfile) -> str:
    """The trait that a short header or a question asks for; "member" only where there are two answers."""
    trait = demographic_kind(profile)
    short = len(profile.words) <= SHORT_HEADER or profile.header.rstrip().endswith("?")
    if not short or trait not in _TRAITS_OF_RESPONDENTS:
        return ""
    return "" if trait == "member" and len(profile.categories) > 2 else trait


def _counted_trait(profile: ColumnProfile) -> str:
    """The trait of a column of counts: numbers with a unit, "how many ...", or a bare "Semester"."""
    if profile.parts.scale_code:
        return ""
    header = " ".join(word for word in profile.words if word not in _WORDS_BESIDE_A_TRAIT)
    trait = demographic_kind(profile)
    if _UNITS_OF_COUNTS.issuperset(profile.reading.units) and profile.reading.units:
        return trait or "frequency"
    if header.startswith(_QUESTIONS_FOR_A_COUNT):
        return trait or "frequency"
    return trait if trait in _TRAITS_NAMED_ALONE and header == trait_phrase(profile, trait) else ""


def _mostly_fractions(profile: ColumnProfile) -> bool:
    fractions = sum(n for value, n in profile.numbers.items() if value % 1)
    return fractions >= 0.2 * sum(profile.numbers.values())


def _asks_recommendation(profile: ColumnProfile, usual_high: float) -> bool:
    """A 0 to 10 question about recommending (net promoter score) among items with fewer points."""
    worded = any(word in profile.words for word in _RECOMMENDATION_WORDS)
    return worded and usual_high <= LARGEST_USUAL_POINT < max(profile.numbers)
