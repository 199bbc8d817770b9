"""Computed parts of a study, kept by fingerprint: a change computes anew only what depends on it.

Keys are digests of fixed length; studies and functions are passed past the hash by their leading
underscore. Everything kept is frozen, so sessions can share it.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable
from contextlib import suppress
from secrets import token_hex
from typing import TYPE_CHECKING

import streamlit as st

from analysis.reporting.language import Language
from analysis.study.notice import UnusableInput
from analysis.study.study import Study
from interface.warm_up import load_analysis

if TYPE_CHECKING:
    from analysis.chapter import ChapterResults
    from analysis.reporting.captions import ChapterCaptions
    from analysis.reporting.exhibit import SectionView
    from analysis.study.preparation import Prepared
    from analysis.study.questions import Question
    from analysis.study.table import CellTable

logger = logging.getLogger(__name__)

GENERATION = token_hex(8)
"""New whenever the program's files are loaded anew: a result of classes that are gone is never found."""


def digest(study: Study, *options: str) -> str:
    """One digest of a study and of whatever else a cached part depends on."""
    parts = (GENERATION, study.fingerprint, study.title, str(study.simulated), *study.table.headers)
    return hashlib.sha256(json.dumps([parts, len(study.trail), options]).encode()).hexdigest()


def prepared(study: Study) -> Prepared | None:
    """The study as numbers; None while its codebook cannot be applied."""
    try:
        return _prepared(digest(study), study)
    except UnusableInput:
        return None


def results(study: Study) -> ChapterResults:
    """All results, each computed when first asked for. Raises UnusableInput."""
    from analysis.chapter import ChapterResults

    return ChapterResults(study, _prepared(digest(study), study), remember)


class SectionFailed(RuntimeError):
    """A defect kept one section from being made; it was logged, and the other sections go on."""


def section(study: Study, key: str, language: Language) -> SectionView:
    """One section of the chapter in a language. Raises UnusableInput, or SectionFailed for a defect."""
    try:
        return _section(digest(study, key, language.code), study, key, language)
    except UnusableInput:
        raise
    except Exception as defect:
        logger.exception("section %s failed", key)
        raise SectionFailed(key) from defect


def captions(study: Study, language: Language) -> ChapterCaptions:
    """Numbers of all tables and figures of the chapter. Computes every section that is not kept yet."""
    return _captions(digest(study, language.code), study, language)


def remember(fingerprint: str, compute: Callable[[], object]) -> object:
    """The result of this fingerprint, computed once for all sessions."""
    return _remembered(f"{GENERATION}{fingerprint}", compute)


@st.cache_resource(show_spinner=False, max_entries=32)
def _prepared(key_digest: str, _study: Study) -> Prepared:
    from analysis.study.preparation import prepare

    return prepare(_study)


@st.cache_resource(show_spinner=False, max_entries=512)
def _remembered(fingerprint: str, _compute: Callable[[], object]) -> object:
    return _compute()


@st.cache_resource(show_spinner=False, max_entries=128)
def _section(key_digest: str, _study: Study, _key: str, _language: Language) -> SectionView:
    load_analysis()
    from analysis.chapter import section_view

    return section_view(_study, _key, _language, results(_study))


def questions(table: CellTable) -> tuple[Question, ...]:
    """The doubts that detection has about a table."""
    return _questions(table.fingerprint(), table)


@st.cache_data(show_spinner=False, max_entries=32)
def _questions(fingerprint: str, _table: CellTable) -> tuple[Question, ...]:
    from analysis.study.detection import detect

    return detect(_table).questions


@st.cache_resource(show_spinner=False, max_entries=64)
def _captions(key_digest: str, _study: Study, _language: Language) -> ChapterCaptions:
    from analysis.chapter import SECTIONS
    from analysis.reporting.captions import number_chapter

    views = []
    for part in SECTIONS:
        with suppress(SectionFailed):
            views.append(section(_study, part.key, _language))
    return number_chapter(views, _language)
