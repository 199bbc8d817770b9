"""Optional entry for servers: the same app with security headers (`python -m interface run asgi.py`)."""

from __future__ import annotations

import streamlit as st
from starlette.middleware import Middleware

from interface.security_headers import SecurityHeaders

app = st.App("app.py", middleware=[Middleware(SecurityHeaders)])
