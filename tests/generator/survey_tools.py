"""One questionnaire as survey tools export it: their own columns, header forms, answer codes and header rows.

Forms follow what the tools document and write: LimeSurvey (question codes, texts or both; answer codes or full
answers), Microsoft Forms, KoboToolbox, SurveyMonkey (two header rows), Jotform, Typeform, Qualtrics (three
header rows), REDCap and Google Forms.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from analysis.study.table import Cell
from tests.generator import containers as make
from tests.generator.survey import WORDS

RESPONDENTS = 60
STATEMENTS: Mapping[str, tuple[str, ...]] = {
    "Layanan": ("Petugas menyapa saya dengan ramah", "Kasir bekerja cepat", "Toko tertata rapi"),
    "Poin": ("Poin mudah ditukar", "Hadiah poin menarik", "Potongan harga terasa"),
    "Loyalitas": ("Saya akan kembali", "Saya mengajak teman", "Saya memilih toko ini dahulu"),
}
QUESTION = "Seberapa setuju Anda dengan pernyataan berikut?"


@dataclass(frozen=True, slots=True)
class Export:
    """A file of `RESPONDENTS` rows. `items` are the headers of its nine statements as read, in order.

    `own_columns` are headers that the tool wrote by itself: none of them describes a respondent.
    """

    name: str
    file_name: str
    data: bytes
    items: tuple[str, ...]
    own_columns: tuple[str, ...] = ()


def answer_numbers() -> list[list[int]]:
    """Answers 1 to 5, one row a respondent; statements of one scale hang together."""
    dice = random.Random(7)
    rows = []
    for _ in range(RESPONDENTS):
        row: list[int] = []
        for statements in STATEMENTS.values():
            attitude = dice.gauss(3.2, 1)
            row += [min(5, max(1, round(attitude + dice.gauss(0, 0.6)))) for _ in statements]
        rows.append(row)
    return rows


def exports() -> Iterator[Export]:
    """One file of each kind, in a fixed order."""
    for builder in (
        _limesurvey,
        _google_forms,
        _microsoft_forms,
        _kobo,
        _survey_monkey,
        _jotform,
        _typeform,
        _qualtrics,
        _redcap,
    ):
        yield from builder()


def _statements() -> list[tuple[str, int, str]]:
    """(scale, number within the scale, statement) of each item."""
    return [
        (scale, number, text)
        for scale, texts in STATEMENTS.items()
        for number, text in enumerate(texts, start=1)
    ]


def _rows(before: Callable[[int], Sequence[Cell]], answer: Callable[[int], Cell]) -> list[list[Cell]]:
    return [[*before(i), *map(answer, row)] for i, row in enumerate(answer_numbers())]


def _gender(i: int) -> str:
    return ("Perempuan", "Laki-laki", "Perempuan")[i % 3]


def _member(i: int) -> str:
    return ("Ya", "Tidak", "Ya", "Ya", "Tidak")[i % 5]


def _moment(i: int) -> str:
    return f"2026-05-{i % 28 + 1:02d} {8 + i % 12:02d}:{i % 60:02d}:05"


def _word(answer: int) -> str:
    return WORDS[answer - 1]


def _export(
    name: str,
    headers: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    own: int,
    kind: str = "csv",
    **read: str,
) -> Export:
    """A file with one header row; its last nine columns are the statements, its first `own` the tool's."""
    grid = [list(headers), *rows]
    data = make.csv_bytes(grid, read.get("delimiter", ",")) if kind == "csv" else make.xlsx(grid)
    return Export(name, f"data.{kind}", data, tuple(headers[-9:]), tuple(headers[:own]))


def _limesurvey() -> Iterator[Export]:
    own = [("id", "Response ID"), ("submitdate", "Date submitted"), ("lastpage", "Last page"),
           ("startlanguage", "Start language"), ("seed", "Seed")]  # fmt: skip
    questions = [("G01Q01", "Jenis kelamin"), ("G01Q02", "Apakah Anda memiliki kartu member?")]
    codes = [
        f"G0{2 + place // 3}Q0{3 + place // 3}[SQ00{n}]" for place, (_, n, _) in enumerate(_statements())
    ]
    texts = [f"{QUESTION} {scale}? [{text}]" for scale, _, text in _statements()]
    by_code = [code for code, _ in (*own, *questions)] + codes
    by_text = [text for _, text in (*own, *questions)] + texts
    both = [f"{code}. {text}" for code, text in zip(by_code, by_text, strict=True)]
    short = [code.replace("[", "_").replace("]", "") for code in by_code]

    def before(i: int) -> list[Cell]:
        return [i + 1, _moment(i), 4, "id", 1_000_000 + 7919 * i, _gender(i), _member(i)]

    def before_codes(i: int) -> list[Cell]:
        return [*before(i)[:5], {"Perempuan": "A1", "Laki-laki": "A2"}[_gender(i)], _member(i)[0]]

    coded = _rows(before_codes, lambda answer: f"A{answer}")
    padded = _rows(before_codes, lambda answer: f"AO{answer:02d}")
    full = _rows(before, _word)
    digits = _rows(before, str)
    yield _export("LimeSurvey codes", by_code, coded, 5)
    yield _export("LimeSurvey codes AO01", by_code, padded, 5)
    yield _export("LimeSurvey codes for R", short, coded, 5)
    yield _export("LimeSurvey texts, answer codes", by_text, coded, 5, delimiter=";")
    yield _export("LimeSurvey codes and texts", both, full, 5, "xlsx")
    yield _export("LimeSurvey texts, full answers", by_text, full, 5)
    yield _export("LimeSurvey array by 5 points", by_code, digits, 5)
    named = [f"{code}[{n}]" for code in ("lay", "poin", "loy") for n in (1, 2, 3)]
    yield _export("LimeSurvey own question codes", [*by_code[:7], *named], coded, 5)


def _google_forms() -> Iterator[Export]:
    headers = ["Stempel waktu", "Alamat email", "Jenis kelamin", "Kartu member?"]
    headers += [f"{scale} [{text}]" for scale, _, text in _statements()]
    rows = _rows(lambda i: [_moment(i), f"orang{i}@contoh.id", _gender(i), _member(i)], _word)
    yield _export("Google Forms grid", headers, rows, 2)


def _microsoft_forms() -> Iterator[Export]:
    headers = ["ID", "Start time", "Completion time", "Email", "Name", "Last modified time", "Jenis kelamin",
               "Kartu member?", "Media yang dipakai"]  # fmt: skip
    headers += [text for _, _, text in _statements()]

    def before(i: int) -> list[Cell]:
        media = ("Instagram;TikTok;", "Instagram;", "WhatsApp;TikTok;")[i % 3]
        return [i + 1, _moment(i), _moment(i + 1), "anonymous", None, None, _gender(i), _member(i), media]

    yield _export("Microsoft Forms", headers, _rows(before, _word), 6, "xlsx")


def _kobo() -> Iterator[Export]:
    first = ["start", "end", "jenis_kelamin", "kartu_member", "media", "media/instagram", "media/tiktok"]
    last = ["_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by",
            "__version__", "_tags", "_index"]  # fmt: skip
    names = [f"{scale[:3].lower()}{n}" for scale, n, _ in _statements()]
    texts = [text for _, _, text in _statements()]
    grouped = [
        f"group_{scale.lower()}/{name}" for name, (scale, _, _) in zip(names, _statements(), strict=True)
    ]

    def row(i: int, answers: list[int], word: Callable[[int], Cell]) -> list[Cell]:
        media = ("instagram tiktok", "instagram", "tiktok")[i % 3]
        before = [
            _moment(i) + ".000+07:00",
            _moment(i + 1) + ".000+07:00",
            _gender(i).lower(),
            _member(i).lower(),
        ]
        chosen = [media, int("instagram" in media), int("tiktok" in media)]
        own = [9000 + i, f"3f2c9a1e-{i:04d}-4bd1-9a55-1b2c3d4e5f60", _moment(i), None, None, "submitted_via_web",
               None, "vH8mZ3kQ", None, i + 1]  # fmt: skip
        return [*before, *chosen, *map(word, answers), *own]

    kinds: tuple[tuple[str, list[str], Callable[[int], Cell]], ...] = (
        ("Kobo XML values", grouped, lambda answer: _word(answer).lower().replace(" ", "_")),
        ("Kobo XML values, no groups", names, lambda answer: _word(answer).lower().replace(" ", "_")),
        ("Kobo numbered values", grouped, str),
        ("Kobo labels", texts, _word),
    )
    for name, items, word in kinds:
        rows = [row(i, answers, word) for i, answers in enumerate(answer_numbers())]
        data = make.csv_bytes([[*first, *items, *last], *rows], ";")
        yield Export(name, "data.csv", data, tuple(items), ("start", "end", *last))


def _survey_monkey() -> Iterator[Export]:
    own = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address", "First Name",
           "Last Name", "Custom Data 1"]  # fmt: skip
    upper = [*own, "Jenis kelamin", "Kartu member?"]
    lower: list[Cell] = [*[None] * len(own), "Response", "Response"]
    items = []
    for scale, n, text in _statements():
        upper.append(f"{QUESTION} {scale}" if n == 1 else "")
        lower.append(text)
        items.append(f"{QUESTION} {scale} - {text}")

    def before(i: int) -> list[Cell]:
        return [11_800_000_000 + i * 37, 432_100_001, _moment(i), _moment(i + 1), f"36.68.12.{i}", None, None, None,
                None, _gender(i), _member(i)]  # fmt: skip

    top: list[Cell] = [name or None for name in upper]
    for kind in ("csv", "xlsx"):
        grid = [top, lower, *_rows(before, _word)]
        data = make.csv_bytes(grid) if kind == "csv" else make.xlsx(grid)
        yield Export(f"SurveyMonkey {kind}", f"data.{kind}", data, tuple(items), tuple(own))
    numbers = make.csv_bytes([top, lower, *_rows(before, str)])
    yield Export("SurveyMonkey numbers", "data.csv", numbers, tuple(items), tuple(own))


def _jotform() -> Iterator[Export]:
    headers = ["Submission Date", "First Name", "Last Name", "Jenis kelamin", "Kartu member?"]
    headers += [f"{QUESTION} {scale} >> {text}" for scale, _, text in _statements()]
    rows = _rows(lambda i: [_moment(i), f"Nama{i}", f"Akhir{i}", _gender(i), _member(i)], _word)
    yield _export("Jotform", headers, rows, 3)


def _typeform() -> Iterator[Export]:
    first = ["#", "Jenis kelamin", "Kartu member?"]
    last = ["Response Type", "Start Date (UTC)", "Stage Date (UTC)", "Submit Date (UTC)", "Network ID", "Tags",
            "Ending"]  # fmt: skip
    items = [text for _, _, text in _statements()]
    rows = []
    for i, answers in enumerate(answer_numbers()):
        own: list[Cell] = [
            "completed",
            _moment(i),
            None,
            _moment(i + 1),
            f"{i:02x}9f3a7c1b2e",
            None,
            "Terima kasih",
        ]
        rows.append([f"k{i:03d}zq8w7v6x5", _gender(i), _member(i), *answers, *own])
    data = make.csv_bytes([[*first, *items, *last], *rows])
    yield Export("Typeform", "responses.csv", data, tuple(items), ("#", *last))


def _qualtrics() -> Iterator[Export]:
    own = [("StartDate", "Start Date"), ("EndDate", "End Date"), ("Status", "Response Type"),
           ("IPAddress", "IP Address"), ("Progress", "Progress"), ("Duration (in seconds)", "Duration (in seconds)"),
           ("Finished", "Finished"), ("RecordedDate", "Recorded Date"), ("ResponseId", "Response ID"),
           ("RecipientLastName", "Recipient Last Name"), ("RecipientFirstName", "Recipient First Name"),
           ("RecipientEmail", "Recipient Email"), ("ExternalReference", "External Data Reference"),
           ("LocationLatitude", "Location Latitude"), ("LocationLongitude", "Location Longitude"),
           ("DistributionChannel", "Distribution Channel"), ("UserLanguage", "User Language")]  # fmt: skip
    questions = [("Q1", "Jenis kelamin"), ("Q2", "Apakah Anda memiliki kartu member?")]
    questions += [
        (f"Q{3 + place // 3}_{n}", f"{QUESTION} {scale} - {text}")
        for place, (scale, n, text) in enumerate(_statements())
    ]
    codes, texts = ([*part] for part in zip(*own, *questions, strict=True))
    imports = [f'{{"ImportId":"QID{i}","timeZone":"Asia/Jakarta"}}' for i in range(len(codes))]
    headers = tuple(
        code if code == text else f"{code} - {text}" for code, text in zip(codes, texts, strict=True)
    )

    def before(i: int) -> list[Cell]:
        return [_moment(i), _moment(i + 1), "IP Address", f"36.68.12.{i}", 100, 200 + 3 * i, "True", _moment(i + 1),
                f"R_3k{i:03d}aBcDeFgHi", None, None, None, None, f"-7.7{i:03d}", f"110.3{i:03d}", "anonymous", "ID",
                _gender(i), _member(i)]  # fmt: skip

    kinds: tuple[tuple[str, Callable[[int], Cell]], ...] = (
        ("Qualtrics choice text", _word),
        ("Qualtrics numbers", str),
        ("Qualtrics numbers with gaps", lambda answer: str(answer + 17)),
    )
    for name, word in kinds:
        for kind in ("csv", "xlsx"):
            grid: list[list[Cell]] = [codes, texts, imports, *_rows(before, word)]
            data = make.csv_bytes(grid) if kind == "csv" else make.xlsx(grid)
            yield Export(f"{name} {kind}", f"data.{kind}", data, headers[-9:], headers[:17])


def _redcap() -> Iterator[Export]:
    names = [f"{scale[:3].lower()}_{n}" for scale, n, _ in _statements()]
    first = ["record_id", "redcap_survey_identifier", "kuesioner_timestamp", "jenis_kelamin", "member"]

    def row(i: int, answers: list[int], word: Callable[[int], Cell]) -> list[Cell]:
        return [i + 1, None, _moment(i), i % 2 + 1, int(_member(i) == "Ya"), *map(word, answers), 2]

    rows = [row(i, answers, str) for i, answers in enumerate(answer_numbers())]
    data = make.csv_bytes([[*first, *names, "kuesioner_complete"], *rows])
    yield Export("REDCap raw", "data.csv", data, tuple(names), ("record_id", "kuesioner_complete"))
    labels = ["Record ID", "Survey Identifier", "Survey Timestamp", "Jenis kelamin", "Kartu member?"]
    texts = [text for _, _, text in _statements()]
    worded = [
        [*row(i, answers, _word)[:3], _gender(i), _member(i), *map(_word, answers), "Complete"]
        for i, answers in enumerate(answer_numbers())
    ]
    data = make.csv_bytes([[*labels, *texts, "Complete?"], *worded])
    yield Export("REDCap labels", "data.csv", data, tuple(texts), ("Record ID", "Complete?"))
