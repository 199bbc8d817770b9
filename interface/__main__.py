"""Streamlit's command for this app, `python -m interface run app.py [options]`.

What every screen needs is imported once the server answers, the slow libraries when nobody is being served.
"""

from __future__ import annotations

import sys

from streamlit.runtime.pages_manager import PagesManager
from streamlit.web.cli import main

from interface.warm_up import warm_up_server

if __name__ == "__main__":
    # As st.navigation says it in the first run: before that, the files of pages/ would be the menu.
    PagesManager.uses_pages_directory = False
    warm_up_server()
    sys.exit(main(prog_name="streamlit"))
