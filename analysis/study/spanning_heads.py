"""Headers that repeat a head which spanned several columns: "Layanan (X1) - 1", "Layanan (X1) - The staff ...".

One header cannot tell; a head that at least three columns share can.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from analysis.study.header_parts import HeaderParts, parse_header

FEWEST_COLUMNS = 3
LONGEST_HEADER = 2000
_BETWEEN = " - "
_CODE_OF_HEAD = re.compile(r".*[(\[](?P<code>[A-Z]{1,4}\d{0,2})[)\]]\s*", re.DOTALL)
_NUMBER = re.compile(r"\d{1,3}", re.ASCII)


def with_spanning_heads(headers: Sequence[str], parts: Sequence[HeaderParts]) -> list[HeaderParts]:
    """The parts, with the head of each plain header that shares it as its grid question.

    Below a head with a code, such as "Layanan (X1)", the number 2 is the item X1.2.
    """
    split = [
        _split(header) if not (part.code or part.grid) else None
        for header, part in zip(headers, parts, strict=True)
    ]
    shared = Counter(pair[0] for pair in split if pair)
    return [
        _below(*pair, part) if pair and shared[pair[0]] >= FEWEST_COLUMNS else part
        for pair, part in zip(split, parts, strict=True)
    ]


def _split(header: str) -> tuple[str, str] | None:
    head, between, own = header.strip().partition(_BETWEEN)
    if not between or not head.strip() or not own.strip() or len(header) > LONGEST_HEADER:
        return None
    return head.strip(), own.strip()


def _below(head: str, own: str, part: HeaderParts) -> HeaderParts:
    if not _NUMBER.fullmatch(own):
        return replace(part, sentence=own, grid=head, number=parse_header(own).number)
    coded = _CODE_OF_HEAD.fullmatch(head)
    if coded:
        return replace(parse_header(f"{coded['code']}.{own}"), sentence=head)
    return replace(part, grid=head, number=int(own))
