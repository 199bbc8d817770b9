"""Exhibits: tables, figures and sentences as data, written once and drawn on screen, in Word, in Excel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from analysis.reporting.figure import Colour, Figure
from analysis.reporting.sentence import Sentence

VerdictKind = Literal["good", "attention", "neutral"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision word; each renderer adds the symbol and colour of its kind, never colour alone."""

    kind: VerdictKind
    word: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a cell. `value` None prints as an empty cell.

    kind "p" prints "< 0,001" for small values, and "≥ 0,200" from `at_least` on where a test's p is no
    more precise than that; "percent" adds the sign (value 0 to 100).
    """

    value: float | None
    decimals: int = 3
    kind: Literal["number", "p", "percent"] = "number"
    at_least: float | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """A name in a cell, with its full text on demand and the colour of its scale, if any."""

    text: str
    full_text: str = ""
    colour: Colour | None = None
    indented: bool = False


TableCell = Quantity | Label | Verdict | str | None


@dataclass(frozen=True, slots=True)
class Column:
    """`spanner` is the heading shared with neighbours of the same spanner; "" for none."""

    title: str
    align: Literal["left", "right"] = "right"
    spanner: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """`heading` rows name a group of the rows below: one Label in the first cell, the rest empty."""

    cells: tuple[TableCell, ...]
    heading: bool = False
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`title` captions the table in Word and Excel."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A large figure: name above, value with unit, remark below (interval, N, criterion)."""

    name: str
    value: str
    unit: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A slope with its variable; `colour` marks the number as the variable is marked elsewhere."""

    slope: float
    name: str
    colour: Colour


@dataclass(frozen=True, slots=True)
class Equation:
    """`outcome` = `constant` + slope x name + ..., set on a line of its own."""

    outcome: str
    constant: float
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class TwoValues:
    """Convention beside reference, with the note that reconciles them."""

    convention: KeyFigure
    reference: KeyFigure
    note: Sentence
    same_decision: bool


@dataclass(frozen=True, slots=True)
class Formula:
    """`latex` with the student's own numbers put in; `caption` says in words what it is."""

    caption: str
    latex: str


@dataclass(frozen=True, slots=True)
class Computation:
    """ "How this is computed": formulas with numbers, explanation, source, the same in SPSS and R."""

    formulas: tuple[Formula, ...] = ()
    explanation: tuple[Sentence, ...] = ()
    source: str = ""
    spss: str = ""
    r: str = ""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One card: title, equation, tables beside figures, notes with N, one true sentence, how it is computed.

    `beside` puts the first figure to the right of the first table on a wide screen. `unavailable`
    stands instead of everything else where the part cannot be computed: a sentence with a next step.
    `narrow` marks a card that may share a row with its narrow neighbour.
    """

    key: str
    title: str
    n: int | None = None
    tables: tuple[Table, ...] = ()
    figures: tuple[Figure, ...] = ()
    notes: tuple[Sentence, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    equation: Equation | None = None
    two_values: TwoValues | None = None
    computation: Computation | None = None
    source: str = ""
    unavailable: Sentence | None = None
    beside: bool = False
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class SectionView:
    """One screen's or one report section's content: the answer first, then key figures, then exhibits.

    `possible` is False where the main result cannot be computed from these data; the conclusion says why.
    """

    key: str
    name: str
    verdict: Verdict | None
    conclusion: Sentence
    remark: Sentence | None
    key_figures: tuple[KeyFigure, ...]
    exhibits: tuple[Exhibit, ...]
    possible: bool = True
