"""Instrument: validity and reliability, and taking an item out with a reason."""

from interface.item_removal import show_item_removal
from interface.navigation import require_shell
from interface.screen import show_section_screen

require_shell()
show_section_screen("instrument", controls=show_item_removal)
