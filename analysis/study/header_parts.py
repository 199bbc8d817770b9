"""What a column header says about itself: item code, numbering, grid question, sentence.

"X1.1"                                        code X1.1 of scale X1
"CS1. The staff are friendly"                 code CS1 of scale CS, sentence
"CS1 (Customer service: Empathy). The staff"  the same, with names of scale and dimension
"[CS1] The staff are friendly"                the same
"Customer service (X1) - X1.1"                code X1.1 below a head that spans columns
"How far do you agree? [LP2. Points ...]"     grid question, code LP2 of scale LP, sentence
"Sales increase (Y)"                          code Y, sentence
"G02Q03[SQ001]", "G02Q03_SQ001. How far ...   grid question G02Q03 (LimeSurvey), code G02Q03_SQ001,
 do you agree? [The staff are friendly]"      its text as the scale's name, sentence
"G01Q05. The staff are friendly"              code G01Q05, section 1, sentence
"12. The staff are friendly"                  numbering, sentence
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from analysis.study.wording import words

_GRID = re.compile(r"(?P<question>[^\[\]]*)\[(?P<row>[^\[\]]+)\]\s*")
_CODE = re.compile(
    r"(?P<letters>[A-Za-z]{1,8}(?=[._-]?\d)|[A-Z]{1,4}(?= \d))[ ._-]?"
    r"(?P<numbers>\d{1,5}(?:[._-]\d{1,3}){0,2})"
    r"(?:\s*\((?P<names>[^()]{2,120})\))?"
    r"(?P<end>\s*[.:)\]|,;=\u2013\u2014-]+(?!\d)\s*|\s+|$)(?P<sentence>.*)",
    re.DOTALL,
)
_CODE_AT_END = re.compile(
    r"(?P<sentence>.+?)\s*[(\[](?P<code>[A-Za-z]{1,8}[ ._-]?\d[\d._-]{0,8})[)\]]\s*", re.DOTALL
)
_CODE_IN_FRONT = re.compile(
    r"[(\[](?P<code>[A-Za-z]{1,8}[ ._-]?\d[\d._-]{0,8})[)\]]\s*(?P<sentence>[^\[\]]+)", re.DOTALL
)
_CODE_BELOW_HEAD = re.compile(
    r"(?P<sentence>[^\[\]]*\S)\s[-–]\s(?P<code>(?![SD][1-4]$)[A-Z][A-Za-z]{0,7}[._-]?\d{1,3}(?:[._-]\d{1,3}){0,2})"
)
"""Without S1 to S3 and D1 to D4, which are degrees."""
_LETTER_AT_END = re.compile(r"(?P<sentence>.+?)\s*[(\[](?P<letter>[A-Z])[)\]]\s*", re.DOTALL)
_NUMBERING = re.compile(
    r"(?:no\.?\s*)?(?P<first>\d{1,3})(?:\.(?P<second>\d{1,2}))?\s*(?:[.):]|-\s)\s*(?P<sentence>[^\d\s].*)",
    re.IGNORECASE | re.DOTALL,
)
_ARRAY_ROW = re.compile(
    r"(?P<question>[A-Za-z][A-Za-z0-9]{0,30})(?:\[(?P<row>[A-Za-z0-9]{1,20})\]|_(?P<bare>SQ\d{1,4}))"
    r"(?:\.\s+(?P<text>[^\[\]]*)(?:\[(?P<statement>[^\[\]]+)\])?)?\s*",
    re.ASCII | re.DOTALL,
)
_PLAIN_ROW = re.compile(r"(?:SQ)?\d{1,4}", re.ASCII)
_GROUPED_QUESTION = re.compile(
    r"(?P<code>G(?P<group>\d{1,3})Q(?P<number>\d{1,3}))(?:\.\s+(?P<sentence>.+))?", re.ASCII | re.DOTALL
)
LONGEST_PARSED_HEADER = 2000
_BARE_NUMBER = re.compile(r"\d{1,3}", re.ASCII)
NUMBERING_LETTERS = frozenset(
    words("q no item butir soal var pertanyaan pernyataan question statement col kolom")
)
"""Letters that number the questions of a form; P, V and B may do so or stand for a scale."""
DOUBTFUL_NUMBERING_LETTERS = frozenset(words("p v b"))


@dataclass(frozen=True, slots=True)
class HeaderParts:
    """Parts of one header; empty where it does not have them.

    `code` is written as in the file; `scale_code` and `dimension_code` are its beginnings, empty for a
    code that names a question only. `number` is the item's number within its scale code, or the plain
    numbering of a header without code.
    """

    sentence: str
    code: str = ""
    scale_code: str = ""
    dimension_code: str = ""
    letters: str = ""
    number: int | None = None
    section: int | None = None
    grid: str = ""
    scale_name: str = ""
    dimension_name: str = ""

    @property
    def family(self) -> str:
        """What columns of one scale code, or else the rows of one grid question, have in common."""
        return (self.scale_code or self.grid).casefold()


def parse_header(header: str) -> HeaderParts:
    """Parts of one header; a header of no known form is all sentence."""
    text = header.strip()
    if len(text) > LONGEST_PARSED_HEADER:
        return HeaderParts(text)
    array = _ARRAY_ROW.fullmatch(text)
    if array and (parts := _array_row(array)):
        return parts
    grouped = _GROUPED_QUESTION.fullmatch(text)
    if grouped:
        return _grouped_question(grouped)
    grid = _GRID.fullmatch(text)
    if grid is None:
        return _parse_row(text)
    question, row = grid["question"].strip().rstrip(":"), grid["row"].strip()
    code = _CODE.fullmatch(row)
    if code and not code["sentence"] and question:
        return replace(_coded(code), sentence=question)
    return replace(_parse_row(row), grid=question)


def _array_row(match: re.Match[str]) -> HeaderParts | None:
    """A row of LimeSurvey's grid questions; None where the brackets hold a code of its own and no text."""
    row, question = match["row"] or match["bare"], match["question"]
    text = (match["text"] or "").strip().rstrip(":")
    sentence = (match["statement"] or "").strip() or text
    if _PLAIN_ROW.fullmatch(row):
        code, number = f"{question}_{row}", int(row.removeprefix("SQ"))
        return HeaderParts(
            sentence or code, code, letters=question, number=number, grid=question, scale_name=text
        )
    own = _CODE.fullmatch(row)
    return replace(_coded(own), sentence=sentence) if own and sentence else None


def _parse_row(text: str) -> HeaderParts:
    code = _CODE.fullmatch(text)
    if code:
        return _coded(code)
    for form in (_CODE_IN_FRONT, _CODE_BELOW_HEAD, _CODE_AT_END):
        beside = form.fullmatch(text)
        if beside and (code := _CODE.fullmatch(beside["code"].strip())):
            return replace(_coded(code), sentence=beside["sentence"].strip())
    letter = _LETTER_AT_END.fullmatch(text)
    if letter:
        return HeaderParts(letter["sentence"], letter["letter"], letter["letter"], letters=letter["letter"])
    return _numbered(text)


def _grouped_question(match: re.Match[str]) -> HeaderParts:
    section, number = int(match["group"]), int(match["number"])
    sentence = match["sentence"] or match["code"]
    return HeaderParts(sentence, match["code"], letters="GQ", number=number, section=section)


def _numbered(text: str) -> HeaderParts:
    numbered = _NUMBERING.fullmatch(text)
    if numbered is None:
        return HeaderParts(text, number=int(text) if _BARE_NUMBER.fullmatch(text) else None)
    first, second = int(numbered["first"]), numbered["second"]
    if second is None:
        return HeaderParts(numbered["sentence"], number=first)
    return HeaderParts(numbered["sentence"], section=first, number=int(second))


def _coded(match: re.Match[str]) -> HeaderParts:
    letters = match["letters"]
    numbers = re.split(r"[._-]", match["numbers"])
    code = match[0][: match.end("numbers") - match.start()].replace(" ", "")
    scale_name, _, dimension_name = (match["names"] or "").partition(":")
    return HeaderParts(
        sentence=match["sentence"].strip() or code,
        code=code,
        scale_code=letters + numbers[0] if len(numbers) > 1 else letters,
        dimension_code=f"{letters}{numbers[0]}.{numbers[1]}" if len(numbers) > 2 else "",
        letters=letters,
        number=int(numbers[-1]),
        scale_name=scale_name.strip(),
        dimension_name=dimension_name.strip(),
    )


def with_two_digit_sections(parts: list[HeaderParts]) -> list[HeaderParts]:
    """X11, X12, X21, X22 without a point: the first digit is the scale where every number has two.

    Applies to letters whose numbers are all between 11 and 99, at least four of them, and whose tens
    run 1, 2, ... with units from 1 in each; X11 as the eleventh item of X has X1 before it.
    """
    numbers: dict[str, list[int]] = {}
    for part in parts:
        if part.code and part.scale_code == part.letters and part.number is not None:
            numbers.setdefault(part.letters, []).append(part.number)
    sectioned = {letters for letters, found in numbers.items() if _tens_are_sections(found)}
    return [
        replace(part, scale_code=f"{part.letters}{part.number // 10}", number=part.number % 10)
        if part.letters in sectioned and part.scale_code == part.letters and part.number is not None
        else part
        for part in parts
    ]


def _tens_are_sections(numbers: list[int]) -> bool:
    if len(numbers) < 4 or len(set(numbers)) < len(numbers) or not all(11 <= n <= 99 for n in numbers):
        return False
    tens: dict[int, set[int]] = {}
    for number in numbers:
        tens.setdefault(number // 10, set()).add(number % 10)
    sections_run = sorted(tens) == list(range(1, len(tens) + 1))
    return sections_run and all(units == set(range(1, len(units) + 1)) for units in tens.values())
