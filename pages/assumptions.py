"""Assumptions of the regression: pictures and tests, with what to do."""

from interface.model_choice import show_missing_choice
from interface.navigation import require_shell
from interface.screen import show_section_screen

require_shell()
show_section_screen("assumptions", lambda current: show_missing_choice(current, "outcome", "predictors"))
