"""Report: the chapter as Word and Excel, the trail, and the study's own link."""

from interface.navigation import require_shell
from interface.report_screen import show_report_screen

require_shell()
show_report_screen()
