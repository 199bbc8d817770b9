"""Streamlit's command for this app, `python -m interface run app.py [options]`.

It imports the slow libraries while the first visitor's browser is still loading the page.
"""

from __future__ import annotations

import sys

from streamlit.web.cli import main

from interface.warm_up import warm_up_server

if __name__ == "__main__":
    warm_up_server()
    sys.exit(main(prog_name="streamlit"))
