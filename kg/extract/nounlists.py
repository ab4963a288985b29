"""Lists of nouns that may also end a compound: luchtaanval ends in aanval."""

from __future__ import annotations

from dataclasses import dataclass

_LEAST_HEAD = 3  # letters of a compound before its last part


@dataclass(frozen=True)
class Nouns:
    """A list of nouns that may also end a compound.

    Attributes:
        nouns: the nouns, in their dictionary form.
        but: nouns that mean something else, and end compounds that do.
        open: whether any other noun is of the list too.
        alone: nouns of the list that end no compounds of it: top, not laptop.
    """

    nouns: frozenset[str]
    but: frozenset[str] = frozenset()
    open: bool = False
    alone: frozenset[str] = frozenset()

    def ending(self, lemma: str) -> str | None:
        """Give the noun of the list that a word is, or ends in; None for none."""
        if lemma in self.alone:
            return lemma
        for start in (0, *range(_LEAST_HEAD - 1, len(lemma) - 2)):  # the longest ending first
            if lemma[start:] in self.but:
                return None
            if lemma[start:] in self.nouns:
                return lemma[start:]
        return lemma if self.open else None
