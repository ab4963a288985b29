"""An analysed article as the rules of attribution read it: neighbours, reach and quotations at hand."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kg.analysis import Document, Token
from kg.extract.says.quotations import Quotation, find_quotations

if TYPE_CHECKING:
    from kg.extract.says.lexicon import Lexicon

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_MOST_CHILDREN = 60  # a token with more is in no real sentence, and each look at it would cost
_ENDS = frozenset((".", "!", "?", "…", ";"))


class Reading:
    """An analysed article with what the rules ask of it time and again.

    Attributes:
        document: the article.
        tokens: its tokens.
        lexicon: the words of its language.
        lower: the tokens' texts in small letters.
    """

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document = document
        self.tokens = document.tokens
        self.lexicon = lexicon
        self.lower = [token.text.lower() for token in document.tokens]
        self._children: dict[int, list[Token]] = {}

    def is_in(self, index: int, name: str) -> bool:
        """Tell whether a token, or its lemma, is in a list of words."""
        return self.is_in_words(index, self.lexicon.lists[name])

    def is_word(self, index: int, name: str) -> bool:
        """Tell whether a token is, letter for letter, in a list of words."""
        return self.lower[index] in self.lexicon.lists[name]

    def is_in_words(self, index: int, words: frozenset[str]) -> bool:
        """Tell whether a token, or its lemma, is one of some words."""
        return self.lower[index] in words or self.tokens[index].lemma in words or self.tokens[index].text in words

    def children(self, index: int) -> list[Token]:
        """Give the tokens that depend on a token, no more than any sentence of people has; each is looked up once."""
        if index not in self._children:
            self._children[index] = self.document.children(index)[:_MOST_CHILDREN]
        return self._children[index]

    def below(self, index: int, *relations: str) -> list[Token]:
        """Give the tokens that depend on a token with one of these relations, subtypes included."""
        return [child for child in self.children(index) if child.relation.partition(":")[0] in relations]

    def has_twin(self, index: int) -> bool:
        """Tell whether another token has the same function: then a "dat" is no relative pronoun, but a conjunction."""
        token = self.tokens[index]
        return any(child.index != index and child.relation == token.relation for child in self.children(token.head))

    def bounds(self, index: int) -> tuple[int, int]:
        """Give the first token of a token's sentence and the one behind its last."""
        sentence = self.document.sentence_of(index)
        return sentence.first, sentence.stop

    @cached_property
    def reach(self) -> tuple[list[int], list[int]]:
        """For each token the first and the last token of what hangs on it."""
        first, last = list(range(len(self.tokens))), list(range(len(self.tokens)))
        for index in reversed(self._top_down):
            head = self.tokens[index].head
            if first[index] < first[head]:
                first[head] = first[index]
            if last[index] > last[head]:
                last[head] = last[index]
        return first, last

    @cached_property
    def _top_down(self) -> list[int]:
        order = [sentence.root for sentence in self.document.sentences]
        for index in order:
            order.extend(child.index for child in self.document.children(index))
        return order

    @cached_property
    def quotations(self) -> list[Quotation]:
        """The quotations, in the order of their opening marks."""
        return find_quotations(self.document)

    @cached_property
    def enclosing(self) -> list[int]:
        """For each token the number of the innermost quotation that it stands in, or -1."""
        found = [-1] * len(self.tokens)
        open_now: list[int] = []
        upcoming = 0
        for index in range(len(self.tokens)):
            while upcoming < len(self.quotations) and self.quotations[upcoming].first <= index:
                open_now.append(upcoming)
                upcoming += 1
            while open_now and self.quotations[open_now[-1]].stop <= index:
                open_now.pop()
            found[index] = open_now[-1] if open_now else -1
        return found

    def quotation_behind(self, index: int) -> Quotation | None:
        """Give the quotation whose opening mark is a token, or None."""
        if index + 1 >= len(self.tokens) or not self.is_mark(index):
            return None
        number = self.enclosing[index + 1]
        return self.quotations[number] if number >= 0 and self.quotations[number].first == index + 1 else None

    def is_finite(self, index: int) -> bool:
        """Tell whether a token is a finite verb."""
        token = self.tokens[index]
        return token.pos in ("VERB", "AUX") and "VerbForm=Fin" in token.features

    def is_mark(self, index: int) -> bool:
        """Tell whether a token is punctuation."""
        return self.tokens[index].pos in ("PUNCT", "SYM") and not self.lower[index].isalnum()

    def ends_sentence(self, index: int) -> bool:
        """Tell whether a token is punctuation that ends a sentence."""
        return self.lower[index] in _ENDS

    def trimmed(self, first: int, stop: int) -> tuple[int, int]:
        """Give a range of tokens without the punctuation around it, but with the marks of a part in it."""
        begin, end = first, stop
        while first < stop and self.is_mark(first) and self.lower[first] not in ("(", "["):
            first += 1
        while stop > first and self.is_mark(stop - 1) and self.lower[stop - 1] not in (")", "]", "%"):
            stop -= 1
        if first >= stop:
            return first, stop
        opened, closed = self.enclosing[first], self.enclosing[stop - 1]
        if (
            closed >= 0
            and stop < end
            and first < self.quotations[closed].first
            and self.quotations[closed].stop == stop
        ):
            stop += 1
        if opened >= 0 and begin < first == self.quotations[opened].first and self.quotations[opened].stop < stop:
            first -= 1
        return first, stop
