"""The colours of the roles named in figure.py, for a light page, a dark page and paper.

Marks take the Okabe-Ito palette, which colour-blind readers can tell apart; the dark variants are
lighter. The "deep" colours of a second round were searched for so that all twelve stay apart for
readers with normal, deuteranopic and protanopic sight (simulated after Machado et al., 2009). Words
need more contrast than marks (at least 4.5 to 1), so each role has a second colour.

Source: Okabe and Ito (2008), Color Universal Design; Machado, Oliveira and Fernandes (2009); WCAG 2.2,
1.4.3.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from analysis.reporting.figure import Colour

Theme = Literal["light", "dark", "print"]


@dataclass(frozen=True)
class Palette:
    """`marks` and `words` by role; `surface` is what lies under a picture."""

    marks: Mapping[Colour, str]
    words: Mapping[Colour, str]
    surface: str
    axis: str

    def on_tint(self, colour: Colour, opacity: float) -> str:
        """Black or white, whichever reads better on `colour` laid over the surface at `opacity`."""
        background = _blend(_channels(self.marks[colour]), _channels(self.surface), opacity)
        dark, light = _channels(INK), _channels(WHITE)
        return INK if _contrast(background, dark) >= _contrast(background, light) else WHITE


INK = "#1E2A35"
WHITE = "#FFFFFF"

_LIGHT_DEEP: dict[Colour, str] = {
    "deep-blue": "#00146B",
    "deep-orange": "#884504",
    "deep-green": "#005D3D",
    "deep-purple": "#471A3B",
    "deep-vermilion": "#5A1A00",
    "deep-sky": "#415074",
}
_LIGHT_MARKS: dict[Colour, str] = {
    **_LIGHT_DEEP,
    "blue": "#0072B2",
    "orange": "#E69F00",
    "green": "#009E73",
    "purple": "#CC79A7",
    "vermilion": "#D55E00",
    "sky": "#56B4E9",
    "ink": INK,
    "grey": "#8A939B",
    "faint": "#DFE2E1",
    "critical": "#D55E00",
    "good": "#009E73",
    "attention": "#B86E00",
}
_LIGHT_WORDS: dict[Colour, str] = {
    **_LIGHT_DEEP,
    "blue": "#0072B2",
    "orange": "#8A5F00",
    "green": "#00704F",
    "purple": "#9A4576",
    "vermilion": "#B04A00",
    "sky": "#1D6F9F",
    "ink": INK,
    "grey": "#5E6871",
    "faint": "#5E6871",
    "critical": "#B04A00",
    "good": "#00704F",
    "attention": "#8F5200",
}
_DARK_MARKS: dict[Colour, str] = {
    "blue": "#56B4E9",
    "orange": "#E69F00",
    "green": "#2BBF93",
    "purple": "#E39CC4",
    "vermilion": "#F08A3C",
    "sky": "#A8D8F5",
    "deep-blue": "#4867B7",
    "deep-orange": "#936207",
    "deep-green": "#107A59",
    "deep-purple": "#8F6490",
    "deep-vermilion": "#B39059",
    "deep-sky": "#8D72FF",
    "ink": "#E6EAED",
    "grey": "#8E99A3",
    "faint": "#313B44",
    "critical": "#F08A3C",
    "good": "#2BBF93",
    "attention": "#E0A13A",
}
_DARK_WORDS: dict[Colour, str] = {
    **_DARK_MARKS,
    "deep-blue": "#7E9AE6",
    "deep-orange": "#D09A3E",
    "deep-green": "#3FB08C",
    "deep-purple": "#C59AC6",
    "deep-vermilion": "#C9A874",
    "deep-sky": "#A996FF",
    "grey": "#A4AEB6",
    "faint": "#A4AEB6",
}

PALETTES: dict[Theme, Palette] = {
    "light": Palette(_LIGHT_MARKS, _LIGHT_WORDS, WHITE, "#6A747D"),
    "dark": Palette(_DARK_MARKS, _DARK_WORDS, "#161D24", "#7D8892"),
    "print": Palette(
        {**_LIGHT_MARKS, "ink": "#111111"}, {**_LIGHT_WORDS, "ink": "#111111"}, WHITE, "#55606A"
    ),
}


def transparent(colour: str, opacity: float) -> str:
    """ "#RRGGBB" as a CSS rgba() colour."""
    red, green, blue = (round(channel * 255) for channel in _channels(colour))
    return f"rgba({red},{green},{blue},{opacity:g})"


def _channels(colour: str) -> tuple[float, float, float]:
    """Red, green and blue, each 0 to 1."""
    return tuple(int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))  # type: ignore[return-value]


def _blend(
    above: tuple[float, float, float], below: tuple[float, float, float], opacity: float
) -> tuple[float, float, float]:
    mixed = (opacity * a + (1 - opacity) * b for a, b in zip(above, below, strict=True))
    return tuple(mixed)  # type: ignore[return-value]


def _luminance(channels: tuple[float, float, float]) -> float:
    """Relative luminance as WCAG 2.2 defines it, 0 to 1."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(first: tuple[float, float, float], second: tuple[float, float, float]) -> float:
    """Contrast ratio, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
