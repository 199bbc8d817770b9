"""Comparison: two groups side by side, both t rows, effect size and rank test."""

from interface.model_choice import show_missing_choice
from interface.navigation import require_shell
from interface.screen import show_section_screen

require_shell()
show_section_screen("comparison", lambda current: show_missing_choice(current, "group"))
