"""Regression: coefficients, model summary, ANOVA, t and F decisions, and which model is shown."""

from interface.model_choice import show_regression_controls
from interface.navigation import require_shell
from interface.screen import show_section_screen

require_shell()
show_section_screen("regression", controls=show_regression_controls)
