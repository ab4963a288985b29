"""Labels that fit beside their nodes: broken into lines, and measured without a font."""

from __future__ import annotations

import textwrap

FONT_SIZE = 14
_LINE_HEIGHT = 17
_LINE_LENGTH = 19
_LONGEST_WORD = 26
_MOST_LINES = 3
_NARROW = frozenset("iljtfrI.,:;'’!|()[] -")
_WIDE = frozenset("mwMWÆŒ@%—…")


def lines_of(label: str) -> str:
    """Break a label into at most three short lines; what does not fit ends in ``…``."""
    longest = max((len(word) for word in label.split()), default=0)
    width = min(max(longest, _LINE_LENGTH), _LONGEST_WORD)
    return "\n".join(textwrap.wrap(label, width, max_lines=_MOST_LINES, placeholder="…"))


def box_of(lines: str) -> tuple[float, float]:
    """Estimate the width and height of a drawn label: rather too wide than too narrow, as fonts differ."""
    rows = lines.split("\n")
    return max(_width(row) for row in rows) * FONT_SIZE, len(rows) * _LINE_HEIGHT


def _width(row: str) -> float:
    return sum(0.36 if char in _NARROW else 0.95 if char in _WIDE else 0.72 if char.isupper() else 0.6 for char in row)
