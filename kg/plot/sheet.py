"""A sheet to draw on, in points from its upper left corner: texts can be measured, so that none lies on another.

Figures are made without pyplot, which keeps state; fonts are those that come with Matplotlib, and what could differ
between two runs (ids, dates) is fixed. So the same graph gives the same bytes.
"""

from __future__ import annotations

import io
import textwrap
import warnings
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Literal

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch, Polygon
from matplotlib.path import Path
from matplotlib.textpath import text_to_path
from PIL import Image
from PIL.PngImagePlugin import PngInfo

Point = tuple[float, float]
Form = Literal["svg", "png"]
Across = Literal["left", "center", "right"]

INK, FAINT, LINE, PALE = "#1d2733", "#5b6875", "#c4ccd4", "#eef1f4"
_FAMILY = "DejaVu Sans"
_SETTINGS: Any = {
    "font.family": _FAMILY,
    "svg.fonttype": "path",
    "svg.hashsalt": "kg",
    "path.simplify": False,
    "text.parse_math": False,
}
_DPI = 200


class Sheet:
    """A sheet of a width and height, in points."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        with mpl.rc_context(_SETTINGS):
            self._figure = Figure(figsize=(width / 72, height / 72), facecolor="white")
            self._axes = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set_xlim(0, width)
        self._axes.set_ylim(height, 0)
        self._axes.axis("off")

    def text(
        self,
        at: Point,
        text: str,
        size: float = 9,
        *,
        colour: str = INK,
        across: Across = "left",
        bold: bool = False,
        angle: float = 0,
        halo: bool = False,
    ) -> None:
        """Write a text, its first line's middle at a point."""
        box = {"facecolor": "white", "edgecolor": "none", "pad": 1.0, "alpha": 0.85} if halo else None
        self._axes.text(
            *(at[0], at[1], clean(text)),
            fontsize=size,
            color=colour,
            ha=across,
            va="center_baseline",
            fontweight="bold" if bold else "normal",
            rotation=angle,
            rotation_mode="anchor",
            parse_math=False,
            fontfamily=_FAMILY,
            bbox=box,
            zorder=6,
        )

    def lines(self, at: Point, lines: Sequence[str], size: float = 9, **how: Any) -> None:
        """Write lines below one another, the middle of them all at a point."""
        step = size * 1.25
        top = at[1] - step * (len(lines) - 1) / 2
        for number, line in enumerate(lines):
            self.text((at[0], top + number * step), line, size, **how)

    def line(self, points: Sequence[Point], colour: str = LINE, width: float = 1, dashes: Sequence[float] = ()) -> None:
        """Draw a line through points."""
        xs, ys = zip(*points, strict=True)
        style: Any = (0, tuple(dashes)) if dashes else "solid"
        self._axes.plot(xs, ys, color=colour, linewidth=width, linestyle=style, solid_capstyle="butt", zorder=2)

    def curve(self, start: Point, middle: Point, end: Point, colour: str = LINE, width: float = 1) -> None:
        """Draw a curve from one point to another, drawn towards a third."""
        path = Path([start, middle, end], [Path.MOVETO, Path.CURVE3, Path.CURVE3])
        self._axes.add_patch(PathPatch(path, facecolor="none", edgecolor=colour, linewidth=width, zorder=1))

    def band(self, left: tuple[float, float, float], right: tuple[float, float, float], colour: str) -> None:
        """Draw a band from the side of one box to that of another: each an x, an upper and a lower y."""
        (x0, top0, low0), (x1, top1, low1) = left, right
        mid = (x0 + x1) / 2
        points = [(x0, top0), (mid, top0), (mid, top1), (x1, top1), (x1, low1), (mid, low1), (mid, low0), (x0, low0)]
        curve = [Path.CURVE4] * 3
        codes = [Path.MOVETO, *curve, Path.LINETO, *curve, Path.CLOSEPOLY]
        path = Path([*points, (x0, top0)], codes)
        self._axes.add_patch(PathPatch(path, facecolor=colour, edgecolor="none", alpha=0.45, zorder=1))

    def box(
        self,
        corner: Point,
        size: Point,
        fill: str,
        edge: str = "none",
        dashes: Sequence[float] = (),
    ) -> None:
        """Draw a rectangle."""
        (x, y), (wide, high) = corner, size
        self.shape([(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)], fill, edge, dashes)

    def shape(self, points: Sequence[Point], fill: str, edge: str = "none", dashes: Sequence[float] = ()) -> None:
        """Draw a closed shape."""
        style: Any = (0, tuple(dashes)) if dashes else "solid"
        patch = Polygon(list(points), closed=True, facecolor=fill, edgecolor=edge, linewidth=1, linestyle=style)
        patch.set_zorder(3)
        self._axes.add_patch(patch)

    def hull(self, points: Sequence[Point], fill: str, round_by: float) -> None:
        """Draw a pale shape with round corners behind others."""
        patch = Polygon(
            list(points), closed=True, facecolor=fill, edgecolor=fill, linewidth=round_by, joinstyle="round"
        )
        patch.set_zorder(0)
        self._axes.add_patch(patch)

    def mark(self, at: Point, shape: str, size: float, fill: str, edge: str = INK) -> None:
        """Draw a symbol."""
        self._axes.plot(
            *([at[0]], [at[1]]),
            marker=shape,
            markersize=size,
            markerfacecolor=fill,
            markeredgecolor=edge,
            markeredgewidth=0.8,
            linestyle="none",
            zorder=4,
            clip_on=False,
        )

    def image(self, form: Form, title: str) -> bytes:
        """Give the sheet as a file."""
        out = io.BytesIO()
        metadata: dict[str, Any] = (
            {"Date": None, "Creator": "kg", "Title": clean(title)}
            if form == "svg"
            else {"Software": "kg", "Title": clean(title)}
        )
        with mpl.rc_context(_SETTINGS), warnings.catch_warnings():
            # A script that the font does not have is drawn as boxes: no reason to draw nothing.
            warnings.filterwarnings("ignore", message="Glyph .* missing", category=UserWarning)
            self._figure.savefig(out, format=form, dpi=_DPI, metadata=metadata)
        return out.getvalue() if form == "svg" else _small(out, metadata)


def _small(png: io.BytesIO, metadata: Mapping[str, str]) -> bytes:
    """Give a PNG with 256 colours, a third of its size: few are used, and the rest are shades at edges."""
    texts, out = PngInfo(), io.BytesIO()
    for name, text in metadata.items():
        texts.add_text(name, text)
    colours = Image.open(png).convert("RGB").quantize(dither=Image.Dither.NONE)
    colours.save(out, "PNG", optimize=True, dpi=(_DPI, _DPI), pnginfo=texts)
    return out.getvalue()


def clean(text: str) -> str:
    """Give a text on one line, without characters that cannot be drawn."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


@cache
def width_of(text: str, size: float = 9, *, bold: bool = False) -> float:
    """Give the width of a text, in points."""
    if not text.strip():
        return 0.0
    font = FontProperties(family=_FAMILY, weight="bold" if bold else "normal", size=size)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing", category=UserWarning)
        return float(text_to_path.get_text_width_height_descent(clean(text), font, False)[0])


def shortened(text: str, width: float, size: float = 9) -> str:
    """Give a text on one line of a width at most; what does not fit ends in ``…``."""
    text = clean(text)
    if width_of(text, size) <= width:
        return text
    while text and width_of(f"{text}…", size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def wrapped(text: str, width: float, size: float = 9, most: int = 3) -> list[str]:
    """Break a text into lines of a width at most; what does not fit in so many lines ends in ``…``."""
    text = clean(text)
    if width_of(text, size) <= width:
        return [text]
    count = max(4, int(len(text) * width / width_of(text, size)))
    while True:
        lines = textwrap.wrap(text, count, max_lines=most, placeholder="…") or [text]
        if count <= 4 or all(width_of(line, size) <= width for line in lines):
            return lines
        count -= 1
