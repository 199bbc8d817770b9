"""Sentences about edits that cannot stand and studies that cannot be read back."""

from __future__ import annotations

from analysis.reporting.language import Language


def templates(language: Language) -> dict[str, str]:
    """Code -> sentence; placeholders are the names of the details."""
    _ = language.gettext
    return {
        "editor_points_half": _(
            "An item needs both its lowest and its highest answer. Fill in the other one, or empty both."
        ),
        "saved_study_version": _(
            "This study was saved by a newer Angket (form {version}). Update Angket, then open the address again."
        ),
    }
