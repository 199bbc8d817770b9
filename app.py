"""Entry: page set-up, address, language, navigation, then the screen that the address names."""

from interface.page import open_page
from interface.warm_up import unhindered, warm_up

with unhindered():
    open_page().run()
warm_up()
