"""What a section is written from: the study, its numbers, the results and the language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from analysis.reporting.figure import SERIES_COLOURS, Colour
from analysis.reporting.language import Language
from analysis.study.preparation import Prepared
from analysis.study.study import Study


@dataclass(frozen=True)
class Material:
    """`results` gives a result or an Unavailable by key, computed when first asked for."""

    study: Study
    prepared: Prepared
    results: Mapping[str, object]
    language: Language

    @cached_property
    def scale_colours(self) -> dict[str, Colour]:
        """One colour per scale, the same on every screen; more than twelve scales start again."""
        names = list(self.prepared.scales)
        return {name: SERIES_COLOURS[i % len(SERIES_COLOURS)] for i, name in enumerate(names)}

    @cached_property
    def reversed_items(self) -> frozenset[str]:
        """Short names of the items that were reversed."""
        return frozenset(entry.name for entry in self.prepared.codebook.columns.values() if entry.reverse)

    def scale_colour(self, name: str) -> Colour:
        return self.scale_colours.get(name, "grey")

    @property
    def source(self) -> str:
        """Where the figures come from, for the source line; a simulated study says so."""
        _ = self.language.gettext
        if self.study.simulated:
            return _("simulated data, processed with Angket")
        return _("primary data, processed with Angket")
