"""Phrases with prepositions: which preposition a phrase has, and which phrases stand around a predicate."""

from __future__ import annotations

from collections.abc import Iterable

from kg.analysis import Document, Token
from kg.extract.grammar import Grammar

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "SYM", "X")


class Prepositions:
    """Reads the phrases with prepositions of an article.

    Args:
        document: the article.
        grammar: the closed classes of its language.
    """

    def __init__(self, document: Document, grammar: Grammar) -> None:
        self.document = document
        self.grammar = grammar

    def oblique(self, index: int, preposition: str) -> list[int]:
        """Give the phrases with a preposition around a predicate: below it, or right behind a noun."""
        wanted = self.grammar.prepositions.get(preposition, (preposition,))
        below = self.document.children(index, "obl", "nmod", "xcomp", "advcl", "advmod", "appos", "conj", "obj")
        found = [self.whole(child.index) for child in below if self.preposition(child.index) in wanted]
        parts = self.document.children(index, "compound", "advcl")
        for part in (
            part for part in parts if part.relation != "advcl" or part.pos == "ADV"
        ):  # "werkt samen met X": the parser may hang X on the particle
            found += [
                child.index for child in self.document.children(part.index) if self.preposition(child.index) in wanted
            ]
        if not found and self.is_nominal(index):
            found = self._behind(index, wanted)
        return found or self._behind_place(below, preposition, wanted)

    def _behind_place(self, below: Iterable[Token], preposition: str, wanted: tuple[str, ...]) -> list[int]:
        """Find a phrase that the parser hung on a place or a time before it: "praat in Pyongyang met Noord-Korea"."""
        if preposition not in self.grammar.between_actors:
            return []
        beside = [child for child in below if child.relation.startswith("obl")]
        places = [c.index for c in beside if c.pos == "PROPN" or self.preposition(c.index) is None]
        hung = [child.index for place in places for child in self.document.children(place, "nmod", "obl")]
        return [index for index in hung if self.preposition(index) in wanted]

    def _next(self, index: int) -> str:
        behind = self.document.tokens[index + 1 : index + 2]
        return behind[0].text if behind else ""

    def whole(self, index: int) -> int:
        """Give the noun of a phrase whose first adjective the parser took for the whole of it."""
        token = self.document.tokens[index]
        if token.pos == "ADJ" and (names := self.document.children(index, "flat")):  # het Nederlandse KPN
            return names[0].index
        if token.pos != "ADJ" or token.relation == "conj" or self._next(index) != ",":
            return index
        beside = [c for c in self.document.children(token.head) if index < c.index < index + 10 and c.pos == "NOUN"]
        return beside[0].index if beside and self.preposition(beside[0].index) is None else index

    def preposition(self, index: int) -> str | None:
        """Give the preposition of a phrase, in small letters: of several the last ("samen met" is "met")."""
        cases = [child for child in self.document.children(index, "case", "mark") if child.index < index]
        if cases:
            return self._whole_preposition(cases[0])
        if index:
            before = self.document.tokens[index - 1]
            if before.pos == "ADP" and before.sentence == self.document.tokens[index].sentence:
                return before.text.lower()
        return None

    def _whole_preposition(self, case: Token) -> str:
        parts = [case, *self.document.children(case.index, "fixed")]
        return " ".join(part.text.lower() for part in parts)

    def _behind(self, index: int, wanted: Iterable[str]) -> list[int]:
        """Find a phrase that stands right behind a noun, wherever the parser hung it."""
        tokens = self.document.tokens
        stop = self.document.sentence_of(index).stop
        for place in range(index + 1, min(stop, index + 12)):
            token = tokens[place]
            word = token.text.lower()
            if token.pos == "ADP" and word in wanted and token.relation != "compound:prt":
                head = self.phrase_head(place)
                return [head] if head is not None else []
            if token.pos not in (*_NOMINAL, "DET") and word != self.grammar.genitive:
                return []
        return []

    def phrase_head(self, preposition: int) -> int | None:
        """Give the head of the phrase that a preposition begins."""
        tokens = self.document.tokens
        head = tokens[preposition].head
        if head > preposition and tokens[head].pos in _NOMINAL:
            return head
        stop = min(preposition + 6, self.document.sentence_of(preposition).stop)
        return next((t.index for t in tokens[preposition + 1 : stop] if t.pos in ("NOUN", "PROPN")), None)

    def is_nominal(self, index: int) -> bool:
        """Tell whether a predicate is a noun, or a verb used as one."""
        token = self.document.tokens[index]
        return token.pos == "NOUN" or any(child.relation in ("det", "case") for child in self.document.children(index))
