"""Respondents: who was entered, excluded and analysed, and who they are."""

from interface.navigation import require_shell
from interface.screen import show_section_screen

require_shell()
show_section_screen("respondents")
