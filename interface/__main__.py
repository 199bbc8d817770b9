"""Streamlit's command for this app, `python -m interface run app.py [options]`.

What every screen needs is imported once the server answers, the slow libraries when nobody is being served.
"""

from __future__ import annotations

import sys

from streamlit.web.cli import main

from interface.warm_up import warm_up_server

if __name__ == "__main__":
    warm_up_server()
    sys.exit(main(prog_name="streamlit"))
