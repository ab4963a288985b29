"""Pictures of boxes and lines as SVG, whose texts and rectangles are known before they are drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup

_WIDE = 0.6  # of the size of a letter: wider than the mean of common sans-serif fonts, so that texts stay within


class Box(NamedTuple):
    """A rectangle on the picture, from its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        """Tell whether two rectangles overlap."""
        beside = self.x + self.width <= other.x or other.x + other.width <= self.x
        return not (beside or self.y + self.height <= other.y or other.y + other.height <= self.y)


def text_width(text: str, size: float) -> float:
    """Give the room that a text needs, in points."""
    return math.ceil(len(text) * size * _WIDE)


@dataclass
class Picture:
    """An SVG picture that grows as things are put on it."""

    title: str
    boxes: list[Box] = field(default_factory=list)
    texts: list[Box] = field(default_factory=list)
    _parts: list[Markup] = field(default_factory=list)
    _reach: float = 0.0

    def box(self, box: Box, colour: str, href: str) -> None:
        """Draw a box that leads to a place on the page."""
        self.boxes.append(box)
        self._parts.append(
            Markup(
                '<a href="{}"><rect class="box" x="{}" y="{}" width="{}" height="{}" rx="4"/>'
                '<rect x="{}" y="{}" width="5" height="{}" fill="{}"/></a>'
            ).format(href, *box, box.x, box.y, box.height, colour)
        )

    def text(self, x: float, y: float, text: str, kind: str, size: float) -> None:
        """Write a line of text on a baseline, with a class that tells what it is."""
        self.texts.append(Box(x, y - size, text_width(text, size), size * 1.35))
        self._parts.append(
            Markup('<text x="{}" y="{}" class="{}" font-size="{}">{}</text>').format(x, y, kind, size, text)
        )

    def line(self, points: list[tuple[float, float]], *, arrow: bool = False) -> None:
        """Draw a line through points."""
        path = " ".join(f"{x:g},{y:g}" for x, y in points)
        end = Markup(' marker-end="url(#arrow)"') if arrow else ""
        self._parts.append(Markup('<polyline points="{}"{}/>').format(path, end))
        self._reach = max(self._reach, *(x for x, _ in points))

    def to_svg(self) -> Markup:
        """Give the picture as SVG to stand in a page."""
        all_boxes = [*self.boxes, *self.texts]
        width = max(max(b.x + b.width for b in all_boxes), self._reach) + 12
        height = max(b.y + b.height for b in all_boxes) + 12
        return Markup(
            '<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {w:g} {h:g}" width="{w:g}">'
            "<title>{title}</title>{parts}</svg>"
        ).format(w=width, h=height, title=self.title, parts=Markup("").join(self._parts))
