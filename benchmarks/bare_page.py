"""The page that Angket's screens are compared with: the same tables and charts in plain Streamlit.

Run by benchmarks.screens, which names the folder of contents in BARE_CONTENTS and the kind of tables, grid
(st.dataframe) or static (st.table), in BARE_TABLES; `?screen=` picks one.
"""

import json
import os
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

st.set_page_config(page_title="Bare page", layout="wide")
screen = st.query_params.get("screen", "")
st.title(screen or "Bare page")
if screen:
    content = json.loads((Path(os.environ["BARE_CONTENTS"]) / f"{screen}.json").read_text(encoding="utf-8"))
    draw = st.table if os.environ["BARE_TABLES"] == "static" else st.dataframe
    for table in content["tables"]:
        draw(pd.DataFrame(table))
    for number, figure in enumerate(content["figures"]):
        chart = go.Figure(data=figure["data"], layout=figure["layout"])
        st.plotly_chart(chart, theme=None, key=f"chart-{number}")
