"""Columns that describe respondents: recognised by words, their spellings merged, numbers classed."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from analysis.study.profile import ColumnProfile
from analysis.study.wording import contains_word, edit_distance, word_key, words

_KIND_PHRASES: Mapping[str, tuple[str, ...]] = {
    "household": (
        "jumlah anggota keluarga", "jumlah tanggungan", "jumlah anak", "jumlah saudara", "household size",
        "family size", "number of children", "number of dependents", "family members",
    ),
    "member": (
        "kartu member", "kartu anggota", "kartu keanggotaan", "member card", "loyalty card", "kartu loyalitas",
        "pelanggan terdaftar", "keanggotaan", "membership", "member", "anggota",
    ),
    "gender": ("jenis kelamin", "jeniskelamin", "gender", "sex", "jk", "kelamin"),
    "age": ("tahun lahir", "tahun kelahiran", "birth year", "year of birth", "usia", "umur", "age", "rentang usia", "kelompok usia", "age group"),
    "occupation": ("pekerjaan", "occupation", "job", "profesi", "profession", "status pekerjaan", "employment"),
    "education": ("pendidikan", "education", "pendidikan terakhir", "jenjang"),
    "income": (
        "pendapatan", "penghasilan", "income", "uang saku", "gaji", "salary", "pengeluaran", "spending", "expenditure",
    ),
    "place": (
        "kota", "domisili", "provinsi", "kabupaten", "kecamatan", "city", "province", "region", "asal", "daerah",
        "tempat tinggal", "country", "negara", "alamat domisili", "residence",
    ),
    "marital": ("status pernikahan", "status perkawinan", "pernikahan", "marital", "marital status", "menikah"),
    "duration": (
        "berapa lama", "lama menjadi", "how long", "lama bekerja", "lama kerja", "lama studi", "lama usaha",
        "masa kerja", "masa studi", "tenure", "sejak kapan", "years of", "year of study", "length of service",
    ),
    "frequency": (
        "frekuensi", "berapa", "seberapa sering", "how often", "how many", "frequency", "intensitas",
    ),
    "channel": ("lokasi mendapatkan", "tempat membeli", "channel", "platform", "media", "sumber informasi"),
    "study": (
        "semester", "angkatan", "fakultas", "jurusan", "program studi", "prodi", "kelas", "faculty", "major", "class",
        "department", "divisi", "departemen", "jabatan", "position", "universitas", "university", "institution",
    ),
    "belief": ("agama", "religion", "suku", "ethnicity", "kewarganegaraan", "nationality"),
    "product": ("produk", "merek", "merk", "brand", "product", "jenis produk", "tipe"),
}  # fmt: skip
_IDENTIFIER_HEADERS = frozenset(
    (
        "id", "no", "nomor", "no urut", "nomor urut", "no responden", "nomor responden", "id responden", "responden",
        "respondent", "respondent id", "response id", "case", "index", "number", "case id", "subject", "urutan",
        "kode responden", "responseid", "uuid", "kode", "seed", "row",
    )
)  # fmt: skip
YES = frozenset(
    words("ya iya y yes yap true benar correct right sudah pernah member anggota punya memiliki ada")
)
NO = frozenset(
    ("tidak", "tdk", "t", "no", "n", "nggak", "gak", "false", "salah", "wrong", "incorrect", "bukan", "belum",
     "belum pernah", "tidak pernah", "bukan member", "bukan anggota", "non member", "nonmember", "non anggota",
     "tidak ada", "tidak punya", "belum punya")
)  # fmt: skip
_NO_MEMBER = frozenset(
    ("non member", "nonmember", "bukan member", "tidak member", "belum member", "non anggota", "nonanggota",
     "bukan anggota", "tidak anggota", "belum anggota")
)  # fmt: skip
_YES_BEGINNINGS = ("ya ", "iya ", "yes ", "sudah ", "punya ", "memiliki ", "member", "anggota")
_NO_BEGINNINGS = ("tidak ", "tdk ", "no ", "non ", "bukan ", "belum ", "nonmember", "nonanggota")
_SYNONYMS: tuple[frozenset[str], ...] = (
    frozenset(("l", "lk", "laki", "laki laki", "lelaki", "pria", "cowok", "cowo", "male", "m", "man")),
    frozenset(("ya", "iya", "y", "yes")),
    frozenset(("tidak", "tdk", "no", "nggak", "enggak", "gak")),
    _NO_MEMBER,
    frozenset(("p", "pr", "perempuan", "wanita", "cewek", "cewe", "female", "f", "woman")),
)
_SEPARATORS = (", ", ";", ",")
_AFTER_OTHER = re.compile(r"\s*\([^()]*\)")
MOST_OPTIONS = 25
LONGEST_CATEGORY = 500
LONGEST_COMPARED = 60


MOST_WORDINGS = 4
"""Ways of saying yes, or no, beyond which the answers are texts of another kind."""


@dataclass(frozen=True, slots=True)
class YesAndNo:
    """Spellings that say yes and spellings that say no, each side commonest first."""

    yes: tuple[str, ...]
    no: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergedSpellings:
    """Spellings of one category, the commonest one as its name, and the cells that change."""

    spellings: tuple[str, ...]
    category: str
    n: int


@dataclass(frozen=True, slots=True)
class LikelyTypo:
    """A rare category one slip away from a common one."""

    spelling: str
    category: str
    n: int


def demographic_kind(profile: ColumnProfile) -> str:
    """Which trait of respondents a header asks for, "" where its words say none."""
    for kind, phrases in _KIND_PHRASES.items():
        if any(contains_word(profile.words, phrase) for phrase in phrases):
            return kind
    return ""


def trait_phrase(profile: ColumnProfile, kind: str) -> str:
    """The first phrase of a trait that the header holds, "" where it holds none."""
    phrases = _KIND_PHRASES.get(kind, ())
    return next((phrase for phrase in phrases if contains_word(profile.words, phrase)), "")


def is_identifier(profile: ColumnProfile) -> bool:
    """A running number or a column named id, number, ... with a different value in every row."""
    if profile.answered < 2 or len(profile.texts) < profile.answered:
        return False
    if " ".join(profile.words) in _IDENTIFIER_HEADERS:
        return True
    values = sorted(profile.numbers)
    unnamed = re.fullmatch(r"[A-Z]{1,2}|Unnamed: \d+", profile.header) is not None
    steps = all(b - a == 1 for a, b in pairwise(values))
    whole_column = profile.number_share == 1 and len(values) >= 3
    return whole_column and steps and (values[0] in (0, 1) or unnamed) and not profile.parts.code


def yes_and_no(categories: Mapping[str, int]) -> tuple[str, str] | None:
    """(the commonest yes spelling, the commonest no spelling) of `yes_and_no_sides`."""
    sides = yes_and_no_sides(categories)
    return (sides.yes[0], sides.no[0]) if sides else None


def says_member(categories: Mapping[str, int]) -> bool:
    """Whether the answers are member and not a member, in so many words, whatever the header says."""
    sides = yes_and_no_sides(categories)
    if sides is None:
        return False
    yes, no = ({word_key(text) for text in side} for side in (sides.yes, sides.no))
    return yes <= {"member", "anggota"} and no <= _NO_MEMBER


def yes_and_no_sides(categories: Mapping[str, int]) -> YesAndNo | None:
    """Both sides where every category says yes or no, in up to four ways each; None otherwise."""
    if len(categories) > MOST_OPTIONS:
        return None
    yes = [text for text in categories if _says(word_key(text), YES, _YES_BEGINNINGS)]
    no = [text for text in categories if _says(word_key(text), NO, _NO_BEGINNINGS)]
    yes = [text for text in yes if text not in no]
    if not yes or not no or len(yes) + len(no) < len(categories):
        return None
    if max(len({word_key(text) for text in side}) for side in (yes, no)) > MOST_WORDINGS:
        return None
    yes, no = (sorted(side, key=lambda t: -categories[t]) for side in (yes, no))
    return YesAndNo(tuple(yes), tuple(no))


def merged_spellings(categories: Mapping[str, int]) -> tuple[MergedSpellings, ...]:
    """Spellings that differ in case, spaces and punctuation only, and usual words for gender, yes and no."""
    groups: dict[str, list[str]] = {}
    for text in categories:
        key = word_key(text) if len(text) <= LONGEST_CATEGORY else text
        groups.setdefault(key or text, []).append(text)
    for synonyms in _SYNONYMS:
        present = [key for key in groups if key in synonyms]
        if len(present) > 1 and any(len(key) > 1 for key in present):
            joined = [text for key in present for text in groups.pop(key)]
            groups[present[0]] = joined
    merged = []
    for spellings in groups.values():
        if len(spellings) > 1:
            category = max(spellings, key=lambda text: (categories[text], len(text)))
            n = sum(categories[text] for text in spellings if text != category)
            merged.append(MergedSpellings(tuple(spellings), category, n))
    return tuple(merged)


def likely_typos(categories: Mapping[str, int]) -> tuple[LikelyTypo, ...]:
    """Rare categories of six letters or more, one slip away from one at least five times as common."""
    if len(categories) > 60:
        return ()
    typos = []
    for text, n in categories.items():
        key = word_key(text)
        common = [
            other
            for other, m in categories.items()
            if m >= 5 * n
            and 6 <= len(key) <= LONGEST_COMPARED
            and key != word_key(other)
            and not _differ_in_digits(text, other)
            if edit_distance(key, word_key(other), 1) <= 1
        ]
        if len(common) == 1:
            typos.append(LikelyTypo(text, common[0], n))
    return tuple(typos)


def multi_answer_separator(categories: Mapping[str, int]) -> str:
    """The separator of a question with several answers ("A, B"), "" where cells hold one answer.

    Some tenth of the cells must hold two options or more, the options must come back in other cells,
    and there must be fewer options than combinations of them.
    """
    cells = sum(categories.values())
    if any(len(text) > LONGEST_CATEGORY for text in categories):
        return ""
    for separator in _SEPARATORS:
        options: dict[str, int] = {}
        several = 0
        for text, n in categories.items():
            pieces = [piece.strip() for piece in _AFTER_OTHER.sub("", text).split(separator) if piece.strip()]
            several += n if len(pieces) > 1 else 0
            for piece in set(pieces):
                options[piece] = options.get(piece, 0) + n
        recurring = [option for option, n in options.items() if n > 1]
        mostly_recurring = sum(options[o] for o in recurring) >= 0.8 * sum(options.values())
        combined = len(recurring) < len(categories)
        if (
            several >= max(2, 0.1 * cells)
            and 2 <= len(recurring) <= MOST_OPTIONS
            and mostly_recurring
            and combined
        ):
            return separator
    return ""


def class_bounds(numbers: Mapping[float, int]) -> tuple[float, ...]:
    """Lower bounds of three to six equally wide classes without gaps; () for six values or fewer.

    The number of classes follows Sturges (1926) within these limits; widths are 1, 2, 5 times a power
    of ten and bounds multiples of the width. What lies below the first bound is a class too.
    """
    if len(numbers) <= 6:
        return ()
    low, high, total = min(numbers), max(numbers), sum(numbers.values())
    classes = min(5, max(3, math.ceil(1 + math.log2(total))))
    width = _round_up((high - low) / classes)
    first = (math.floor(low / width) + 1) * width
    bounds = [first]
    while bounds[-1] + width <= high:
        bounds.append(bounds[-1] + width)
    return tuple(float(round(bound, 10)) for bound in bounds)


def _round_up(width: float) -> float:
    power = 10.0 ** math.floor(math.log10(width))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= width * (1 - 1e-12))


def _says(key: str, exact: frozenset[str], beginnings: tuple[str, ...]) -> bool:
    return key in exact or key.startswith(beginnings)


def _differ_in_digits(a: str, b: str) -> bool:
    return re.findall(r"\d+", a) != re.findall(r"\d+", b)
