"""The sentence of a notice or refusal of the reader, for tests."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.reporting.language import language
from analysis.reporting.messages.reading import templates
from analysis.reporting.sentence import sentence
from analysis.study.notice import Detail


def reading_sentence(code: str, details: Mapping[str, Detail], where: str = "", lang: str = "id") -> str:
    """Raises KeyError when the code has no wording or the wording asks for a detail that is not given."""
    template = templates(language(lang))[code]
    return sentence(template, where=where, **details).plain()
