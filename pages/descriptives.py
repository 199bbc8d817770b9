"""Descriptives: items, dimensions and scales, and how people answered."""

from interface.navigation import require_shell
from interface.screen import show_section_screen

require_shell()
show_section_screen("descriptives")
