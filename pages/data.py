"""Data: open a file, see how it was understood, correct and confirm it."""

from interface.data_screen import show_data_screen
from interface.navigation import require_shell

require_shell()
show_data_screen()
