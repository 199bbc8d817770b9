"""Entry: page set-up, address, language, navigation, then the screen that the address names."""

from interface.page import open_page

open_page().run()
