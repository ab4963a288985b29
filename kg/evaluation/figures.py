"""Counts, and the precision, recall and F1 that follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

MEASURES = {
    "facts": "Facts",
    "exact": "Facts right in every part",
    "type": "Type",
    "roles": "Roles",
    "content": "Content",
    "status": "Status",
    "attribution": "Attribution",
    "dates": "Dates",
    "evidence": "Evidence",
    "links": "Links",
}
"""The measures, with what people call them; the package says what each counts."""


@dataclass
class Figure:
    """What was counted for one measure.

    Attributes:
        found: items in extracted facts.
        expected: items in reviewed facts.
        right: items on both sides.
        differ: pairs that are not alike in this.
    """

    found: int = 0
    expected: int = 0
    right: int = 0
    differ: int = 0

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what was expected that was found; None where nothing was expected."""
        return self.right / self.expected if self.expected else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where nothing was found or expected."""
        both = self.found + self.expected
        return 2 * self.right / both if both else None


@dataclass
class Figures:
    """A figure for each measure."""

    of: dict[str, Figure] = field(default_factory=lambda: {name: Figure() for name in MEASURES})

    def add_found(self, items: Mapping[str, int]) -> None:
        """Count the items of an extracted fact."""
        for name, number in items.items():
            self.of[name].found += number

    def add_expected(self, items: Mapping[str, int]) -> None:
        """Count the items of a reviewed fact."""
        for name, number in items.items():
            self.of[name].expected += number

    def add_right(self, items: Mapping[str, int], differing: Iterable[str]) -> None:
        """Count what is right in a pair, and in what it differs."""
        for name, number in items.items():
            self.of[name].right += number
        for name in differing:
            self.of[name].differ += 1
