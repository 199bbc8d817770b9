"""Make the simulated telework questionnaire: python -m sample_data.make_wellbeing

An English Google Forms export of 152 imagined employees, on seven points of agreement and without two groups
to compare: autonomy and support lift wellbeing, workload lowers it. One statement is worded negatively and
six answers are missing.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sample_data.questionnaire import (
    Row,
    Statement,
    StatementBlock,
    answer_sheet,
    block_entries,
    drawn,
    leave_unanswered,
    study_files,
    write,
)

SEED = 8
RESPONDENTS = 152
MISSING_ANSWERS = 6
SPREAD = 1.3
WORDS = (
    "Strongly disagree",
    "Disagree",
    "Somewhat disagree",
    "Neither agree nor disagree",
    "Somewhat agree",
    "Agree",
    "Strongly agree",
)
OPENED = datetime(2026, 5, 4, 9, 0)

TIMESTAMP, GENDER, AGE = "Timestamp", "What is your gender?", "How old are you?"
DEPARTMENT = "Which department do you work in?"
DAYS = "How many days a week do you work from home?"
PERSON_HEADER = (TIMESTAMP, GENDER, AGE, DEPARTMENT, DAYS)

GENDERS = {"Female": 0.53, "Male": 0.43, "Prefer not to say": 0.04}
AGES = {"Under 25": 0.14, "25 to 34": 0.41, "35 to 44": 0.29, "45 or older": 0.16}
DEPARTMENTS = {"Engineering": 0.34, "Customer support": 0.26, "Finance": 0.16, "Operations": 0.24}
HOME_DAYS = {"1 day": 0.15, "2 days": 0.32, "3 days": 0.31, "4 days": 0.12, "5 days": 0.1}

AUTONOMY = StatementBlock(
    "Autonomy",
    (
        Statement("AU1", "On days at home I decide in which order I do my tasks.", "", 5.2),
        Statement("AU2", "I choose my own way of getting a task done.", "", 5.0),
        Statement("AU3", "I can move my working hours when life asks for it.", "", 4.6, 0.7),
        Statement("AU4", "Few of my decisions need to be approved first.", "", 4.4, 0.66),
    ),
)
SUPPORT = StatementBlock(
    "Supervisor Support",
    (
        Statement("SU1", "My supervisor notices when I am stuck, even from a distance.", "", 4.5),
        Statement("SU2", "I get useful feedback on work that I do at home.", "", 4.6),
        Statement("SU3", "My supervisor asks how I am doing.", "", 4.9),
        Statement("SU4", "I am left out of news that my colleagues in the office hear.", "", 4.4, 0.62, True),
    ),
)
WORKLOAD = StatementBlock(
    "Workload",
    (
        Statement("WL1", "I have more work than fits into the agreed hours.", "", 4.1),
        Statement("WL2", "Deadlines follow each other without a breather.", "", 4.2),
        Statement("WL3", "I go on working after the day should have ended.", "", 4.3),
    ),
)
WELLBEING = StatementBlock(
    "Wellbeing",
    (
        Statement("WB1", "I look forward to my working day.", "Energy", 4.6),
        Statement("WB2", "I have energy left when work is done.", "Energy", 4.1),
        Statement("WB3", "I sleep well before a working day.", "Rest", 4.5, 0.7),
        Statement("WB4", "I can let go of work in the evening.", "Rest", 4.2),
        Statement("WB5", "All in all my work does me good.", "Energy", 4.8),
    ),
)
BLOCKS = (AUTONOMY, SUPPORT, WORKLOAD, WELLBEING)


def traits(random: np.random.Generator) -> list[NDArray[np.float64]]:
    """What each person really thinks, one array a block, in the order of BLOCKS."""
    noise = random.standard_normal((len(BLOCKS), RESPONDENTS))
    autonomy = noise[0]
    support = 0.35 * autonomy + 0.94 * noise[1]
    workload = -0.25 * autonomy - 0.15 * support + 0.95 * noise[2]
    wellbeing = 0.25 * autonomy + 0.35 * support - 0.35 * workload + 0.7 * noise[3]
    return [autonomy, support, workload, wellbeing]


def timestamps(random: np.random.Generator) -> list[str]:
    """Times of answering over a week, in order."""
    seconds = np.sort(random.integers(0, 7 * 24 * 3600, RESPONDENTS))
    moments = [OPENED + timedelta(seconds=int(second)) for second in seconds]
    return [f"{moment.month}/{moment.day}/{moment:%Y %H:%M:%S}" for moment in moments]


def people(random: np.random.Generator) -> list[Row]:
    """The columns before the statements."""
    shares = (GENDERS, AGES, DEPARTMENTS, HOME_DAYS)
    columns = (timestamps(random), *(drawn(share, RESPONDENTS, random) for share in shares))
    return [list(cells) for cells in zip(*columns, strict=True)]


def answers(random: np.random.Generator) -> list[Row]:
    """All statements side by side, a few of them unanswered."""
    rows = answer_sheet(BLOCKS, traits(random), WORDS, SPREAD, random)
    leave_unanswered(rows, MISSING_ANSWERS, random)
    return rows


def codebook() -> dict[str, Any]:
    """What a researcher would have confirmed about this file."""
    columns: dict[str, dict[str, Any]] = {
        TIMESTAMP: {"role": "timestamp", "name": "Timestamp"},
        GENDER: {"role": "demographic", "name": "Gender"},
        AGE: {"role": "demographic", "name": "Age"},
        DEPARTMENT: {"role": "demographic", "name": "Department"},
        DAYS: {"role": "demographic", "name": "Days at Home", "label": DAYS},
    }
    for block in BLOCKS:
        columns |= block_entries(block, WORDS)
    hypotheses = (
        ("H1", AUTONOMY.scale, "Autonomy raises wellbeing."),
        ("H2", SUPPORT.scale, "Supervisor support raises wellbeing."),
        ("H3", WORKLOAD.scale, "Workload lowers wellbeing."),
    )
    model = {
        "outcome": WELLBEING.scale,
        "predictors": [predictor for _id, predictor, _text in hypotheses],
        "hypotheses": [{"id": key, "predictor": name, "text": text} for key, name, text in hypotheses],
    }
    return {"columns": columns, "screening": [], "model": model, "settings": {"score": "mean"}}


def files() -> dict[str, bytes]:
    """The committed files by name; the same bytes on every run."""
    random = np.random.default_rng(SEED)
    return study_files("wellbeing", PERSON_HEADER, people(random), BLOCKS, answers(random), codebook())


if __name__ == "__main__":
    write(files())
