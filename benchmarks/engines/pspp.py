"""The workload as PSPP syntax. PSPP cannot time itself: reading alone is measured and taken off."""

from __future__ import annotations

from pathlib import Path

from benchmarks.workload import ITEMS, OUTCOME, PREDICTORS, SCALES

NAMES = [f"Q{j + 1}" for j in range(ITEMS)]


def reading(data: Path) -> str:
    """Syntax that reads the data and does nothing with them."""
    variables = " ".join(f"{name} F1.0" for name in [*NAMES, "g"])
    return (
        f"GET DATA /TYPE=TXT /FILE='{data}' /ARRANGEMENT=DELIMITED /DELIMITERS=',' "
        f"/VARIABLES={variables}.\nEXECUTE.\n"
    )


def workload(data: Path) -> str:
    """Syntax of the whole workload; Durbin-Watson and Breusch-Pagan from saved residuals."""
    lines = [reading(data)]
    for scale, positions in SCALES.items():
        items = [NAMES[j] for j in positions]
        lines += [
            f"COMPUTE {scale} = SUM({', '.join(items)}).",
            f"RELIABILITY /VARIABLES={' '.join(items)} /MODEL=ALPHA /SUMMARY=TOTAL.",
            f"CORRELATIONS /VARIABLES={' '.join(items)} WITH {scale}.",
        ]
    predictors = " ".join(PREDICTORS)
    lines += [
        f"REGRESSION /VARIABLES={predictors} /DEPENDENT={OUTCOME} /STATISTICS=COEFF R ANOVA TOL /SAVE=RESID.",
        "COMPUTE squared = RES1 * RES1.",
        "COMPUTE step = (RES1 - LAG(RES1)) ** 2.",
        "DESCRIPTIVES /VARIABLES=squared step /STATISTICS=SUM.",
        f"REGRESSION /VARIABLES={predictors} /DEPENDENT=squared /STATISTICS=R ANOVA.",
        f"T-TEST /GROUPS=g(0,1) /VARIABLES={OUTCOME}.",
    ]
    return "\n".join(lines) + "\n"
