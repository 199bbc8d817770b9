"""One messy file and what a careful reader makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from analysis.study.table import Cell
from tests.generator.survey import Survey


@dataclass(frozen=True, slots=True)
class MessyFile:
    """`rows` respondents and these headers are expected, and each of `notices` must be given.

    `cells` are further expectations: header -> first cells of that column.
    """

    name: str
    file_name: str
    data: bytes
    rows: int
    headers: tuple[str, ...]
    notices: tuple[str, ...] = ()
    cells: dict[str, list[Cell]] = field(default_factory=dict)
    first_row_number: int = 2


def messy_case(
    name: str, survey: Survey, data: bytes, file_name: str = "data.xlsx", **more: object
) -> MessyFile:
    given = {"rows": len(survey.rows), "headers": tuple(survey.headers), **more}
    return MessyFile(name, file_name, data, **given)  # type: ignore[arg-type]
