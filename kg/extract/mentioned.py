"""What the matching of frames asks of who knows the mentions of an article."""

from __future__ import annotations

from typing import Protocol

from kg.facts import Mention


class Mentioned(Protocol):
    """What gives the mentions that a noun phrase stands for."""

    def of(self, index: int, kinds: tuple[str, ...] | None = None) -> list[Mention]:
        """Give the mentions of the phrase of a token, of these kinds."""
        ...

    def adjective(self, index: int) -> Mention | None:
        """Give the country that an adjective names."""
        ...

    def compound_product(self, index: int) -> Mention | None:
        """Give the product that the first part of a compound names."""
        ...

    def field(self, index: int) -> Mention | None:
        """Give the field that a noun names: "arbeidsrecht"."""
        ...

    def bare(self, index: int) -> Mention | None:
        """Give the person that a noun without an article stands for."""
        ...

    def first_part(self, index: int) -> Mention | None:
        """Give who the first part of a compound names."""
        ...
