"""How much and how many, in the article's words: "twaalf vliegtuigen", "4 miljoen euro"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.analysis import Document
from kg.article import Span
from kg.extract.grammar import Grammar

_FURTHEST = 6  # tokens from a number to its noun
_AROUND = ("obj", "obl", "obl:arg", "nmod", "nsubj", "nsubj:pass", "appos")


class Amounts:
    """Reads the amounts of an article.

    Args:
        document: the article.
        grammar: the closed classes of its language.
    """

    def __init__(self, document: Document, grammar: Grammar) -> None:
        self.document = document
        self.grammar = grammar

    def counted(self, noun: int) -> Span | None:
        """Give the words of a noun that a number counts, from the number on; None where none does."""
        first = None
        for index in range(noun - 1, max(self.document.sentence_of(noun).first, noun - _FURTHEST) - 1, -1):
            token = self.document.tokens[index]
            if token.pos == "NUM" or token.text.lower() in self.grammar.numerals:
                first = index
            elif token.pos != "ADJ":
                break
        if first is None:
            return None
        return Span(self.document.tokens[first].start, self.document.tokens[noun].end)

    def of(self, heads: Iterable[int], products: Iterable[int]) -> tuple[Span, ...]:
        """Give the amounts that a fact tells of.

        Args:
            heads: the words that tell of it: sums of money stand below them.
            products: the heads of its products, which may be counted.
        """
        found = [self.counted(head) for head in products if not self._is_money(head)]
        found += [self.counted(head) for head in self._money(heads)]
        return tuple(dict.fromkeys(span for span in found if span is not None))

    def _money(self, heads: Iterable[int]) -> Iterator[int]:
        for head in heads:
            for child in self.document.children(head, *_AROUND):
                if self._is_money(child.index):
                    yield child.index
                elif child.text.lower() in self.grammar.numerals:  # "20 miljoen | euro"
                    below = self.document.children(child.index, "nmod", "flat", "nummod")
                    yield from (
                        unit.index for unit in below if unit.index == child.index + 1 and self._is_money(unit.index)
                    )

    def _is_money(self, index: int) -> bool:
        return self.document.tokens[index].text.lower() in self.grammar.currencies
