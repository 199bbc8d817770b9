"""The codebook: what each column means, who is screened out, which model, which settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Role = Literal["item", "score", "demographic", "group", "timestamp", "identifier", "text", "ignored"]
ROLES: tuple[Role, ...] = (
    "item",
    "score",
    "demographic",
    "group",
    "timestamp",
    "identifier",
    "text",
    "ignored",
)


@dataclass(frozen=True, slots=True)
class ColumnEntry:
    """One column of the file.

    `points` are the declared lowest and highest answer (never the observed ones); `answers` maps a
    text answer to its number; `categories` maps a spelling to the category it belongs to; `classes`
    are lower bounds of classes of a numeric demographic, what lies below the first being a class too;
    `separator` stands between the answers of a question that takes several ("" for one answer);
    `option_of` names the question with several answers of which the column is one option, its label
    being the option ("" for a question of its own).
    """

    role: Role
    name: str
    label: str = ""
    scale: str = ""
    dimension: str = ""
    points: tuple[float, float] | None = None
    answers: Mapping[str, float] = field(default_factory=dict)
    reverse: bool = False
    included: bool = True
    reason: str = ""
    categories: Mapping[str, str] = field(default_factory=dict)
    classes: tuple[float, ...] = ()
    separator: str = ""
    option_of: str = ""

    @property
    def takes_several(self) -> bool:
        """A question about the respondent with several answers; a group is always one whole answer."""
        return bool(self.separator or self.option_of) and self.role == "demographic"

    @property
    def counted_as(self) -> str:
        """The name under which respondents are counted: the question of an option, else the column's own."""
        return self.option_of if self.option_of and self.takes_several else self.name


@dataclass(frozen=True, slots=True)
class Screening:
    """Only rows whose cell in `column` is one of `keep` (trimmed text) stay."""

    column: str
    keep: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One hypothesis in the student's words, about one predictor or ("") about all of them."""

    id: str
    predictor: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Model:
    """Which scales explain which, and who is compared. Names are scale names; `group` is a short name."""

    outcome: str = ""
    predictors: tuple[str, ...] = ()
    group: str = ""
    group_levels: tuple[str, ...] = ()
    attachment: str = ""
    repeat_purchase: str = ""
    hypotheses: tuple[Hypothesis, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices that hold for the whole study; `bootstrap` 0 switches it off, `seed` makes it repeatable.

    `row_order` "time" says that the rows follow time, as those of a survey do not. `class_count` is the number
    of equal classes, 3, 4 or 5, that a mean falls into.
    """

    alpha: float = 0.05
    score: Literal["sum", "mean"] = "sum"
    missing: Literal["listwise", "prorated"] = "listwise"
    validity_df: Literal["n-2", "n"] = "n-2"
    reliability_cut: float = 0.6
    bootstrap: int = 5000
    seed: int = 1
    row_order: Literal["arbitrary", "time"] = "arbitrary"
    class_count: int = 5


@dataclass(frozen=True, slots=True)
class Codebook:
    """Everything a person confirmed about a file. Keys of `columns` are the file's headers, in order.

    `alternatives` are further named models of the same study, compared side by side with `model`.
    """

    columns: Mapping[str, ColumnEntry]
    screening: tuple[Screening, ...] = ()
    model: Model = Model()
    settings: Settings = Settings()
    alternatives: tuple[Model, ...] = ()
