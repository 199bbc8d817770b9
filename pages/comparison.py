"""Comparison: two groups side by side, both t rows, effect size and rank test."""

from interface.navigation import require_shell
from interface.screen import show_section_screen

require_shell()
show_section_screen("comparison")
