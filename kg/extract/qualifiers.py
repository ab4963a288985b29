"""What kind of agreement, alliance or presence the words tell of: "een sponsorcontract voor drie jaar"."""

from __future__ import annotations

from collections.abc import Mapping

from kg.analysis import Document, Token
from kg.article import Span
from kg.extract.frames import Frame
from kg.extract.grammar import Grammar

_QUALIFIED = ("Agreement", "Alliance", "Presence")
_INSIDE = ("det", "amod", "nummod", "compound", "flat", "fixed", "advmod", "nmod:poss")


class Qualifiers:
    """Reads the phrases that name the kind of a situation.

    Args:
        document: the article.
        grammar: the closed classes of its language.
    """

    def __init__(self, document: Document, grammar: Grammar) -> None:
        self.document = document
        self.grammar = grammar

    def of(self, frame: Frame, predicate: int, bound: Mapping[str, int]) -> tuple[Span, ...]:
        """Give the phrase of the noun that names the situation; nothing where it is a bare "akkoord".

        Args:
            frame: the frame that fits.
            predicate: the token that called it up.
            bound: the tokens that the frame asked for.
        """
        if frame.type == "Cooperation" and frame.verbs:
            return self._manner(predicate)
        if frame.type not in _QUALIFIED:
            return ()
        noun = bound.get("object", bound.get("with", predicate if frame.nouns else None))
        if noun is None or self.document.tokens[noun].pos not in ("NOUN", "PROPN", "ADJ"):
            return ()
        described = self.document.children(noun, "amod")
        if self._is_plain(noun) and not described:
            return ()
        tokens = {noun, *self._inside(noun), *(self._belonging(noun) if frame.type == "Alliance" else ())}
        first, last = min(tokens), max(tokens)
        return (self.document.span(range(first, last + 1)),)

    def _is_plain(self, noun: int) -> bool:
        token = self.document.tokens[noun]
        return {token.lemma.lower(), token.text.lower()} & self.grammar.plain_agreements != set()

    def _inside(self, noun: int) -> list[int]:
        """Give the tokens before a noun that belong to its phrase, and how long it is to last: "voor drie jaar"."""
        before = [
            index
            for child in self.document.children(noun, *_INSIDE)
            if child.index < noun
            for index in self.document.subtree(child.index)
        ]
        lasting = [child for child in self.document.children(noun, "nmod") if self._is_time(child)]
        return before + [index for child in lasting for index in self.document.subtree(child.index)]

    def _is_time(self, token: Token) -> bool:
        return token.lemma.lower() in self.grammar.periods

    def _belonging(self, noun: int) -> list[int]:
        """Give the tokens of what follows with the genitive's preposition: "van Oekraïne"."""
        found = []
        for child in self.document.children(noun, "nmod"):
            cases = {case.text.lower() for case in self.document.children(child.index, "case")}
            if cases & {self.grammar.genitive, *self.grammar.prepositions["in"]}:
                found += [i for i in self.document.subtree(child.index) if i <= child.index]
        return found

    def _manner(self, verb: int) -> tuple[Span, ...]:
        """Give how closely they work together: "werkt nauw samen"."""
        close = [c.index for c in self.document.children(verb, "advmod") if c.text.lower() in self.grammar.closely]
        if not close:
            return ()
        particles = [child.index for child in self.document.children(verb, "compound:prt")]
        tokens = [*close, *(index for index in (verb, *particles) if abs(index - close[0]) <= len(particles) + 1)]
        return (self.document.span(range(min(tokens), max(tokens) + 1)),)
