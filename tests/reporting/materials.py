"""A study's material with some of its results replaced, and random results for the sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from analysis.chapter import ChapterResults, chapter_results
from analysis.reporting.language import Language, language
from analysis.reporting.material import Material
from tests.reference.studies import DATA, RETAIL, read_csv, study_of

NUMBER = r"−?\d+(?:[.,]\d+)*"


@cache
def retail_results() -> ChapterResults:
    return chapter_results(study_of(read_csv(DATA / "retail.csv"), RETAIL))


def retail_material(code: str, replaced: Mapping[str, object] | None = None) -> Material:
    """The retail reference study; `replaced` results stand in for the computed ones."""
    results = retail_results()
    chosen = results if replaced is None else {**results, **replaced}
    return Material(results.study, results.prepared, chosen, language(code))


def printed_numbers(text: str, words: Language) -> list[float]:
    """The numbers of a sentence, read back from the language's format."""
    return [
        float(found.replace(words.group_mark, "").replace(words.decimal_mark, ".").replace("−", "-"))
        for found in re.findall(NUMBER, text)
    ]
