"""The chapter: the one ordered list of what is computed and of the sections that show it.

A new analysis is one file in statistics/, one in reporting/ and one entry here. Everything is imported
when it is first asked for, so that the first screen waits for no statistical library.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module

from analysis.reporting.exhibit import SectionView
from analysis.reporting.language import Language
from analysis.reporting.material import Material
from analysis.statistics.unavailable import NotPossible, Unavailable
from analysis.study.codebook_file import codebook_to_json
from analysis.study.preparation import Prepared, prepare
from analysis.study.study import Study

logger = logging.getLogger(__name__)

MODEL = ("outcome", "predictors")
GROUP = ("group", "group_levels")


@dataclass(frozen=True, slots=True)
class Analysis:
    """One computation. `module` has `compute(prepared)`; the rest names what its result depends on.

    Columns and screening count for every analysis; `settings` and `model` name the fields of Settings
    and Model whose change makes the result stale, `alternatives` says that the further models count too. `key` is the key of the results document.
    """

    key: str
    module: str
    settings: tuple[str, ...] = ()
    model: tuple[str, ...] = ()
    alternatives: bool = False

    def compute(self, prepared: Prepared) -> object:
        """The result, or an Unavailable with the reason; a defect is logged and never ends the rest."""
        try:
            return import_module(self.module).compute(prepared)
        except NotPossible as refusal:
            return refusal.unavailable
        except Exception:
            logger.exception("analysis %s failed", self.key)
            return Unavailable("internal_error", {"analysis": self.key})

    def fingerprint(self, study: Study) -> str:
        """Digest of all that this analysis depends on; equal digests mean an equal result."""
        codebook = codebook_to_json(study.codebook)
        depends = {
            "key": self.key,
            "data": study.data_fingerprint,
            "held": study.table.headers,
            "columns": codebook["columns"],
            "screening": codebook["screening"],
            "settings": {name: codebook["settings"][name] for name in (*SCORING, *self.settings)},
            "model": {name: getattr(study.codebook.model, name) for name in self.model},
            "alternatives": codebook["alternatives"] if self.alternatives else None,
        }
        return hashlib.sha256(json.dumps(depends, sort_keys=True, default=str).encode()).hexdigest()


SCORING = ("score", "missing")

ANALYSES = (
    Analysis("respondents", "analysis.statistics.respondents", ("alpha",), GROUP),
    Analysis("quality", "analysis.statistics.quality"),
    Analysis("proration", "analysis.statistics.proration", model=MODEL),
    Analysis("descriptives", "analysis.statistics.descriptives", ("class_count",)),
    Analysis("validity", "analysis.statistics.validity", ("alpha", "validity_df")),
    Analysis("reliability", "analysis.statistics.reliability", ("alpha", "reliability_cut")),
    Analysis(
        "item_removal",
        "analysis.statistics.item_removal",
        ("alpha", "validity_df", "reliability_cut"),
        MODEL,
    ),
    Analysis("regression", "analysis.statistics.regression", ("alpha", "row_order"), MODEL),
    Analysis("bootstrap", "analysis.statistics.bootstrap", ("alpha", "bootstrap", "seed"), MODEL),
    Analysis(
        "models",
        "analysis.statistics.model_comparison",
        ("alpha", "row_order"),
        (*MODEL, "name"),
        alternatives=True,
    ),
    Analysis("assumptions", "analysis.statistics.assumptions", ("alpha", "seed"), MODEL),
    Analysis(
        "comparison", "analysis.statistics.comparison", ("alpha", "bootstrap", "seed"), (*MODEL, *GROUP)
    ),
    Analysis("oneway", "analysis.statistics.oneway", ("alpha",), GROUP),
    Analysis("correlations", "analysis.statistics.correlations", ("alpha",)),
    Analysis("factorability", "analysis.statistics.factorability"),
    Analysis("factors", "analysis.statistics.factor_analysis", ("seed",)),
    Analysis("associations", "analysis.statistics.categorical", model=GROUP),
    Analysis("loyalty", "analysis.statistics.loyalty", ("alpha",), ("attachment", "repeat_purchase", *GROUP)),
)


@dataclass(frozen=True, slots=True)
class Section:
    """One screen and one part of the report. `module` has `view(material)`."""

    key: str
    module: str

    def view(self, material: Material) -> SectionView:
        return import_module(self.module).view(material)


SECTIONS = (
    Section("respondents", "analysis.reporting.respondents"),
    Section("instrument", "analysis.reporting.instrument"),
    Section("descriptives", "analysis.reporting.descriptives"),
    Section("assumptions", "analysis.reporting.assumptions"),
    Section("regression", "analysis.reporting.regression"),
    Section("comparison", "analysis.reporting.comparison"),
    Section("loyalty_map", "analysis.reporting.loyalty_map"),
)

Remember = Callable[[str, Callable[[], object]], object]
"""Given a fingerprint and a computation, gives the remembered result or computes it."""


def compute_anew(fingerprint: str, compute: Callable[[], object]) -> object:
    return compute()


class ChapterResults(Mapping[str, object]):
    """Results by key, each computed when first asked for."""

    def __init__(self, study: Study, prepared: Prepared, remember: Remember = compute_anew) -> None:
        self.study = study
        self.prepared = prepared
        self._remember = remember
        self._analyses = {analysis.key: analysis for analysis in ANALYSES}
        self._computed: dict[str, object] = {}

    def __getitem__(self, key: str) -> object:
        if key not in self._computed:
            analysis = self._analyses[key]
            self._computed[key] = self._remember(
                analysis.fingerprint(self.study), lambda: analysis.compute(self.prepared)
            )
        return self._computed[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._analyses)

    def __len__(self) -> int:
        return len(self._analyses)


def chapter_results(study: Study, remember: Remember = compute_anew) -> ChapterResults:
    """All results of a study, lazily. Raises UnusableInput when the codebook cannot be applied."""
    return ChapterResults(study, prepare(study), remember)


def section_view(
    study: Study, key: str, language: Language, results: ChapterResults | None = None
) -> SectionView:
    """One section of a study in a language. Raises KeyError for an unknown section."""
    from analysis.reporting.proration_exhibit import with_proration_note

    section = {section.key: section for section in SECTIONS}[key]
    computed = results or chapter_results(study)
    material = Material(study, computed.prepared, computed, language)
    return with_proration_note(section.view(material), material)
