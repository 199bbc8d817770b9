"""Critical values of r, t, F, chi-square and Durbin-Watson, one click away on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import streamlit as st

from analysis.reporting.language import Language
from interface.language import current_language
from interface.session import workspace

if TYPE_CHECKING:
    from analysis.reporting.critical_values import Statistic

STATISTICS = {"r": "r", "t": "t", "F": "F", "chi_square": "χ²", "durbin_watson": "DW"}
LARGEST_DF = 1_000_000
MOST_PREDICTORS = 50
FEWEST_CASES = 4


@st.fragment
def critical_values_button() -> None:
    """A button in the header; nothing is computed or imported before it is opened."""
    language = current_language()
    _ = language.gettext
    panel = st.popover(
        _("r, t, F"),
        icon=":material/functions:",
        type="tertiary",
        help=_("Critical values of r, t, F, chi-square and Durbin-Watson"),
        key="critical_values",
        on_change="rerun",
    )
    if panel.open:
        with panel:
            _panel(language)


def _panel(language: Language) -> None:
    """Statistic, level and degrees of freedom; the curve moves with them."""
    from analysis.reporting.critical_values import Question, exhibit
    from analysis.reporting.renderers.html import sentences_html
    from interface.show import show_figure

    _ = language.gettext
    chosen = st.segmented_control(
        _("Statistic"),
        list(STATISTICS),
        format_func=lambda key: STATISTICS[key],
        default="r",
        required=True,
        key="critical_statistic",
    )
    statistic = cast("Statistic", chosen or "r")
    alpha = st.select_slider(
        _("Level (α)"),
        [0.001, 0.01, 0.02, 0.05, 0.1],
        value=0.05,
        format_func=lambda value: language.number(value, 3),
        key="critical_alpha",
    )
    df, df1 = _degrees(statistic, language)
    observed = st.number_input(_("Observed value (optional)"), value=None, step=0.1, key="critical_observed")
    shown = exhibit(Question(statistic, alpha, df, df1, observed), language)
    st.html(sentences_html(shown))
    show_figure(shown.figures[0], "critical", language)


def _degrees(statistic: str, language: Language) -> tuple[int, int]:
    """Degrees of freedom and, for F, those of the numerator; they start from the open study.

    For Durbin-Watson respondents and predictors.
    """
    _ = language.gettext
    n = _respondents()
    if statistic == "durbin_watson":
        with st.container(horizontal=True):
            k = st.number_input("k", 1, MOST_PREDICTORS, 3, key="critical_k", help=_("Number of predictors"))
            respondents = st.number_input(
                "n", FEWEST_CASES, LARGEST_DF, max(n, FEWEST_CASES), key="critical_n", help=_("Respondents")
            )
        # The bounds need three respondents more than predictors; the sentence says which n was taken.
        return max(int(respondents), int(k) + 3), int(k)
    if statistic == "F":
        with st.container(horizontal=True):
            df1 = st.number_input("df1", 1, 1000, 3, key="critical_df1", help=_("Number of predictors"))
            df = st.number_input(
                "df2", 1, LARGEST_DF, max(n - 4, 1), key="critical_df2", help=_("n − predictors − 1")
            )
        return int(df), int(df1)
    label = _("df (for r: n − 2)") if statistic == "r" else "df"
    return int(st.number_input(label, 1, LARGEST_DF, max(n - 2, 1), key=f"critical_df_{statistic}")), 1


def _respondents() -> int:
    from interface.cache import prepared

    current = workspace()
    numbers = prepared(current.study) if current is not None else None
    return numbers.respondents if numbers is not None else 100
