"""Loyalty map: each respondent by attachment and repeat purchase."""

from interface.navigation import require_shell
from interface.screen import show_section_screen

require_shell()
show_section_screen("loyalty_map")
