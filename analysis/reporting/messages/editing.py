"""Sentences about edits that cannot stand, uploads beyond their share, and studies that cannot be read back."""

from __future__ import annotations

from analysis.reporting.language import Language


def templates(language: Language) -> dict[str, str]:
    """Code -> sentence; placeholders are the names of the details."""
    _ = language.gettext
    return {
        "editor_points_half": _(
            "An item needs both its lowest and its highest answer. Fill in the other one, or empty both."
        ),
        "too_many_files": _(
            "You have opened {limit} files in this visit, which is the limit. Open this page anew, then go on."
        ),
        "too_many_files_at_once": _(
            "More than {limit} files within a minute are too many at once. Wait a minute, then choose the file again."
        ),
        "saved_study_version": _(
            "This study was saved by a newer Angket (form {version}). Update Angket, then open the address again."
        ),
    }
