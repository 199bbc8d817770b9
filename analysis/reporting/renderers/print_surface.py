"""A sheet to draw on: paths, dots and words on matplotlib's own renderers, as PNG or as SVG.

matplotlib's axes and artists lay out and measure everything several times; a chapter has dozens of
pictures, and drawing on the renderer takes a quarter of their time. Lengths are pixels of the screen from
the lower left corner, which `scale` turns into those of the file. Text is literal: there is no mathtext.

Reference: matplotlib.backend_bases.RendererBase.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from io import BytesIO, StringIO
from typing import cast

import numpy as np
from matplotlib import rcParams
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.colors import to_rgba
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import LoadFlags
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Bbox, IdentityTransform
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from analysis.reporting.figure import Anchor, Dash, Shape
from analysis.reporting.renderers.text_escape import printable

FONT = "DejaVu Sans"
# DejaVu is wider than the screen's typeface.
NARROWER = 0.92
LINE, HALF_CAPITAL = 1.2, 0.36
"""Distance of lines of text, and half the height of a capital letter; in heights of the type."""
MISSING = "\N{WHITE SQUARE}"
POINTS_PER_INCH = 72
SAMPLE_SIZE, FIXED_POINT = 64.0, 65536
"""Points of the type whose characters are measured, and the unit of their measures."""
# Hard compression takes longer than drawing and saves little; flat colours are runs of equal bytes.
_COMPRESSION = {"compress_level": 1, "compress_type": zlib.Z_RLE}
_DASHES: dict[Dash, tuple[float, ...]] = {"solid": (), "dash": (4, 3), "dot": (1.5, 2)}
_SHIFTS: dict[Anchor, float] = {"start": 0.0, "middle": 0.5, "end": 1.0}
_DIAMOND = Path(np.array([(0.0, -0.5), (0.5, 0.0), (0.0, 0.5), (-0.5, 0.0), (0.0, -0.5)]), closed=True)
_SQUARE = Path(
    np.array([(-0.44, -0.44), (0.44, -0.44), (0.44, 0.44), (-0.44, 0.44), (-0.44, -0.44)]), closed=True
)
_MARKERS = {"circle": Path.unit_circle(), "diamond": _DIAMOND, "square": _SQUARE}
_UNMOVED = IdentityTransform()
# Letters where the typeface puts them: fitted to pixels, they stand unevenly on paper.
rcParams["text.hinting"] = "no_hinting"


class PrintSurface:
    """A white sheet of `width` by `height` screen pixels; `scale` is the pixels of the file for each."""

    def __init__(self, renderer: RendererBase, width: float, height: float, scale: float) -> None:
        self.renderer = renderer
        self.width, self.height, self.scale = width, height, scale
        # Lines and type are given to renderers in points.
        self.point = scale / float(cast("float", renderer.points_to_pixels(1.0)))
        self.clip: Bbox | None = None
        self.box((0, width), (0, height), "#FFFFFF")

    def clip_to(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Lines and areas end at this rectangle from now on; dots and words may stand out."""
        self.clip = Bbox.from_extents(*(value * self.scale for value in (x[0], y[0], x[1], y[1])))

    def line(
        self, x: Sequence[float], y: Sequence[float], colour: str, width: float, dash: Dash = "solid"
    ) -> None:
        context = self._context(colour, width)
        if _DASHES[dash]:
            context.set_dashes(0, [length * width * self.point for length in _DASHES[dash]])
        self.renderer.draw_path(context, self._path(x, y), _UNMOVED)

    def area(self, x: Sequence[float], y: Sequence[float], colour: str, opacity: float = 1.0) -> None:
        """The inside of a polygon."""
        face = to_rgba(colour, opacity)
        # matplotlib takes the last vertex of a closed path for the return to the first one.
        outline = self._path([*x, x[0]], [*y, y[0]], closed=True)
        self.renderer.draw_path(self._context(colour, 0), outline, _UNMOVED, face)

    def box(self, x: tuple[float, float], y: tuple[float, float], colour: str, opacity: float = 1.0) -> None:
        self.area((x[0], x[1], x[1], x[0]), (y[0], y[0], y[1], y[1]), colour, opacity)

    def dots(
        self,
        x: Sequence[float],
        y: Sequence[float],
        *,
        shape: Shape,
        size: float,
        face: str,
        edge: str,
        edge_width: float,
        opacity: float,
    ) -> None:
        """A circle, diamond or square, `size` across, at each place."""
        context = self._context(edge, edge_width, opacity, clipped=False)
        # matplotlib's circle has radius 1.
        across = size * self.scale * (0.5 if shape == "circle" else 1.0)
        marker, turn = _MARKERS[shape], Affine2D().scale(across)
        self.renderer.draw_markers(context, marker, turn, self._path(x, y), _UNMOVED, to_rgba(face, opacity))

    def words(
        self,
        text: str,
        x: float,
        y: float,
        colour: str,
        size: float,
        *,
        anchor: Anchor = "start",
        strong: bool = False,
        upright: bool = False,
    ) -> None:
        """Lines of text whose middle is at height `y`; `upright` turns them to be read from below."""
        type_height = size * NARROWER
        context, font = self._context(colour, 0, clipped=False), _font(type_height * self.point, strong)
        lines = drawable(text).split("\n")
        for place, words in enumerate(lines):
            along = -_SHIFTS[anchor] * breadth(words, size, strong=strong)
            below = (HALF_CAPITAL + LINE * (place - (len(lines) - 1) / 2)) * type_height
            right, down = (below, -along) if upright else (along, below)
            left, top = (x + right) * self.scale, (self.height - y + down) * self.scale
            if words:
                self.renderer.draw_text(context, left, top, words, font, 90.0 if upright else 0.0)

    def _path(self, x: Iterable[float], y: Iterable[float], *, closed: bool = False) -> Path:
        places = np.column_stack((np.asarray(x, dtype=float), np.asarray(y, dtype=float))) * self.scale
        return Path(places, closed=closed)

    def _context(
        self, colour: str, width: float, opacity: float = 1.0, *, clipped: bool = True
    ) -> GraphicsContextBase:
        context = self.renderer.new_gc()
        context.set_foreground(to_rgba(colour, opacity), isRGBA=True)
        context.set_linewidth(width * self.point)
        context.set_capstyle("butt")
        if clipped and self.clip is not None:
            context.set_clip_rectangle(self.clip)
        return context


class PngSurface(PrintSurface):
    """A sheet that becomes a PNG picture of `dpi` dots an inch."""

    def __init__(self, width: float, height: float, inches: float, dpi: int) -> None:
        scale = inches * dpi / width
        self.dpi = dpi
        size = round(width * scale), round(height * scale)
        self.agg = RendererAgg(*size, dpi)  # type: ignore[no-untyped-call]
        super().__init__(self.agg, width, height, scale)

    def saved(self, title: str, description: str) -> bytes:
        """The bytes of the file with title and description inside."""
        words = PngInfo()
        words.add_itxt("Title", printable(title))
        words.add_itxt("Description", printable(description))
        buffer = self.agg.buffer_rgba()  # type: ignore[no-untyped-call]
        size = int(self.agg.width), int(self.agg.height)
        # On a white sheet nothing shows through, and three channels are fewer bytes than four.
        picture = Image.frombuffer("RGBA", size, buffer, "raw", "RGBA", 0, 1).convert("RGB")
        target = BytesIO()
        picture.save(target, "png", pnginfo=words, dpi=(self.dpi, self.dpi), **_COMPRESSION)
        return target.getvalue()


class SvgSurface(PrintSurface):
    """A sheet that becomes an SVG picture; words are drawn as outlines, so every reader shows them alike."""

    def __init__(self, width: float, height: float, inches: float, title: str, description: str) -> None:
        scale = inches * POINTS_PER_INCH / width
        self.target = StringIO()
        words = {"Title": printable(title), "Description": printable(description), "Date": None}
        size = width * scale, height * scale
        self.svg = RendererSVG(*size, self.target, metadata=words)  # type: ignore[no-untyped-call]
        super().__init__(self.svg, width, height, scale)

    def saved(self) -> bytes:
        """The bytes of the file; nothing can be drawn afterwards."""
        self.svg.finalize()  # type: ignore[no-untyped-call]
        return self.target.getvalue().encode()


def breadth(text: str, size: float, *, strong: bool = False) -> float:
    """Width of the longest line of a text in screen pixels, with type of `size` screen pixels."""
    lines = drawable(text).split("\n")
    return max(sum(_advance(character, strong) for character in line) for line in lines) * size * NARROWER


def drawable(text: str) -> str:
    """Printable text in which a character that the typeface lacks is a white square, as readers expect."""
    return "".join(
        character if character == "\n" or _has_glyph(character) else MISSING for character in printable(text)
    )


@lru_cache(maxsize=2048)
def _has_glyph(character: str) -> bool:
    return bool(get_font(findfont(FontProperties(family=FONT))).get_char_index(ord(character)))


@lru_cache(maxsize=2048)
def _advance(character: str, strong: bool) -> float:
    """How far a character takes the writing on, in heights of the type."""
    font = get_font(findfont(_font(SAMPLE_SIZE, strong)))
    font.set_size(SAMPLE_SIZE, POINTS_PER_INCH)
    glyph = font.load_char(ord(character), flags=LoadFlags.NO_HINTING)
    return float(glyph.linearHoriAdvance) / FIXED_POINT / SAMPLE_SIZE


@lru_cache(maxsize=64)
def _font(points: float, strong: bool) -> FontProperties:
    return FontProperties(family=FONT, size=points, weight="bold" if strong else "normal")
