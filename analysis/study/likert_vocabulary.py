"""Words and abbreviations of rating answers, each with its place from most negative to most positive.

A phrase has a level: -3 strongly negative, -2 negative, -1 weakly negative, 0 middle, 1 weakly positive,
2 positive, 3 strongly positive, 4 beyond. Frequency runs from 0 (never) to 6 (always). A level is
not yet a number: how many points a scale has decides (likert_scale.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

Vocabulary = Mapping[str, int]
MIDDLE = "middle"

_INDONESIAN_DEGREES: Mapping[int, tuple[str, ...]] = {
    -3: (
        "sangat tidak {}",
        "amat tidak {}",
        "sama sekali tidak {}",
        "tidak {} sama sekali",
        "sgt tidak {}",
        "tidak {} sekali",
        "sangat kurang {}",
    ),
    -2: ("tidak {}", "tdk {}", "tak {}"),
    -1: ("kurang {}", "agak tidak {}", "agak kurang {}", "krg {}", "sedikit tidak {}"),
    1: ("cukup {}", "agak {}", "lumayan {}", "sedikit {}"),
    2: ("{}",),
    3: ("sangat {}", "amat {}", "{} sekali", "sgt {}", "sangat {} sekali"),
}
_INDONESIAN_STEMS: Mapping[str, tuple[str, ...]] = {
    "agreement": ("setuju", "sependapat"),
    "satisfaction": ("puas", "memuaskan"),
    "importance": ("penting",),
    "likelihood": ("mungkin", "berminat"),
    "quality": ("baik", "bagus", "berkualitas"),
    "suitability": ("sesuai",),
    "certainty": ("yakin",),
    "ease": ("mudah",),
    "trust": ("percaya",),
    "interest": ("tertarik",),
    "liking": ("suka", "senang"),
    "influence": ("berpengaruh",),
    "truth": ("benar",),
    "appeal": ("menarik",),
    "understanding": ("paham",),
    "clarity": ("jelas",),
    "comfort": ("nyaman",),
}
_INDONESIAN_OPPOSITES: Mapping[str, tuple[str, ...]] = {
    "quality": ("buruk", "jelek"),
    "ease": ("sulit", "sukar"),
}
_ENGLISH_DEGREES: Mapping[int, tuple[str, ...]] = {
    1: ("somewhat {}", "slightly {}", "fairly {}", "mildly {}", "partly {}", "a little {}"),
    2: ("{}", "moderately {}", "quite {}", "mostly {}"),
    3: ("strongly {}", "very {}", "extremely {}", "completely {}", "totally {}", "highly {}"),
}
_ENGLISH_STEMS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "agreement": (("agree",), ("disagree",)),
    "satisfaction": (("satisfied",), ("dissatisfied", "unsatisfied", "not satisfied")),
    "importance": ((), ("unimportant", "not important")),
    "likelihood": (("likely", "probable"), ("unlikely", "improbable", "not likely")),
    "quality": (("good",), ("poor", "bad")),
    "ease": (("easy",), ("difficult", "hard")),
}
_MORE: Mapping[str, Vocabulary] = {
    "agreement": {
        "definitely agree": 3,
        "definitely disagree": -3,
        "do not agree": -2,
        "don t agree": -2,
        "tend to agree": 1,
        "tend to disagree": -1,
    },
    "satisfaction": {"not at all satisfied": -3, "moderately satisfied": 1},
    "importance": {
        "not at all important": -3,
        "slightly important": -1,
        "somewhat important": -1,
        "moderately important": 1,
        "fairly important": 1,
        "important": 2,
        "very important": 3,
        "extremely important": 4,
        "very unimportant": -3,
    },
    "likelihood": {
        "not at all likely": -3,
        "definitely not": -3,
        "definitely will not": -3,
        "pasti tidak": -3,
        "probably not": -2,
        "probably will not": -2,
        "mungkin tidak": -2,
        "maybe": 0,
        "might or might not": 0,
        "probably": 2,
        "probably will": 2,
        "kemungkinan besar": 2,
        "kemungkinan kecil": -2,
        "definitely": 3,
        "definitely will": 3,
        "pasti": 3,
    },
    "quality": {
        "sangat kurang": -3,
        "terrible": -3,
        "kurang": -2,
        "below average": -1,
        "sedang": 0,
        "fair": 0,
        "average": 0,
        "acceptable": 0,
        "above average": 1,
        "excellent": 4,
        "istimewa": 4,
    },
    "degree": {
        "not at all": -3,
        "very slightly or not at all": -3,
        "not at all true": -3,
        "tidak sama sekali": -3,
        "a little": -1,
        "a little bit": -1,
        "slightly": -1,
        "slightly true": -1,
        "moderately": 0,
        "somewhat": 0,
        "moderately true": 0,
        "quite a bit": 2,
        "quite a lot": 2,
        "mostly true": 2,
        "extremely": 3,
        "very much": 3,
        "completely": 3,
        "completely true": 3,
    },
    "height": {
        "sangat rendah": -3,
        "rendah": -2,
        "agak rendah": -1,
        "sedang": 0,
        "agak tinggi": 1,
        "tinggi": 2,
        "sangat tinggi": 3,
        "very low": -3,
        "low": -2,
        "medium": 0,
        "moderate": 0,
        "high": 2,
        "very high": 3,
    },
    "frequency": {
        "tidak pernah": 0,
        "tak pernah": 0,
        "tdk pernah": 0,
        "belum pernah": 0,
        "tidak pernah sama sekali": 0,
        "never": 0,
        "hampir tidak pernah": 1,
        "sangat jarang": 1,
        "jarang sekali": 1,
        "almost never": 1,
        "very rarely": 1,
        "hardly ever": 1,
        "jarang": 2,
        "pernah": 2,
        "sesekali": 2,
        "rarely": 2,
        "seldom": 2,
        "kadang": 3,
        "kadang kadang": 3,
        "terkadang": 3,
        "cukup sering": 3,
        "sometimes": 3,
        "occasionally": 3,
        "sering": 4,
        "often": 4,
        "fairly often": 4,
        "frequently": 4,
        "sangat sering": 5,
        "sering sekali": 5,
        "hampir selalu": 5,
        "very often": 5,
        "usually": 5,
        "almost always": 5,
        "selalu": 6,
        "always": 6,
    },
}
MIDDLE_PHRASES: Vocabulary = dict.fromkeys(
    (
        "netral",
        "neutral",
        "natral",
        "ragu",
        "ragu ragu",
        "biasa",
        "biasa saja",
        "cukup",
        "undecided",
        "unsure",
        "not sure",
        "neither",
        "neither agree nor disagree",
        "neither agree or disagree",
        "neither disagree nor agree",
        "neither satisfied nor dissatisfied",
        "neither dissatisfied nor satisfied",
        "neither likely nor unlikely",
        "neither unlikely nor likely",
        "neither important nor unimportant",
        "neither good nor bad",
        "neither good nor poor",
        "neither poor nor good",
        "antara setuju dan tidak setuju",
        "tidak berpendapat",
    ),
    0,
)
ABBREVIATIONS: Mapping[str, Vocabulary] = {
    "agreement": {
        "sts": -3, "ts": -2, "ks": -1, "ats": -1, "n": 0, "r": 0, "rg": 0, "rr": 0, "as": 1, "cs": 1, "s": 2, "ss": 3,
    },
    "agreement in english": {"sd": -3, "d": -2, "n": 0, "u": 0, "a": 2, "sa": 3},
    "satisfaction": {"stp": -3, "tp": -2, "kp": -1, "n": 0, "bs": 0, "cp": 1, "p": 2, "sp": 3},
    "frequency": {"tp": 0, "sj": 1, "j": 2, "jr": 2, "kk": 3, "kd": 3, "s": 4, "sr": 4, "ss": 5, "sl": 6},
    "quality": {"sk": -3, "stb": -3, "k": -2, "tb": -2, "kb": -1, "n": 0, "c": 0, "cb": 1, "b": 2, "sb": 3},
}  # fmt: skip


def _indonesian() -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for stems, sign in ((_INDONESIAN_STEMS, 1), (_INDONESIAN_OPPOSITES, -1)):
        for family, names in stems.items():
            vocabulary = found.setdefault(family, {})
            for stem, (level, patterns) in product(names, _INDONESIAN_DEGREES.items()):
                for pattern in patterns:
                    vocabulary.setdefault(pattern.format(stem), sign * level)
    return found


def _english() -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for family, sides in _ENGLISH_STEMS.items():
        for sign, stems in zip((1, -1), sides, strict=True):
            for stem, (level, patterns) in product(stems, _ENGLISH_DEGREES.items()):
                for pattern in patterns:
                    found.setdefault(family, {})[pattern.format(stem)] = sign * level
    return found


def _families() -> dict[str, Vocabulary]:
    families = _indonesian()
    for source in (_english(), _MORE):
        for family, vocabulary in source.items():
            families.setdefault(family, {}).update(vocabulary)
    return {**families, MIDDLE: MIDDLE_PHRASES}


FAMILIES: Mapping[str, Vocabulary] = _families()
