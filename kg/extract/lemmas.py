"""The dictionary form of a word: of a verb with its particle, of a plural that the lemmatiser left."""

from __future__ import annotations

from functools import cached_property

from kg.analysis import Document, Token
from kg.extract.grammar import Grammar

_LONGEST_PLURAL = 20  # letters
_FURTHEST_PARTICLE = 40  # tokens behind its verb


class Lemmas:
    """Gives the dictionary forms of the words of an article.

    Args:
        document: the article.
        grammar: the closed classes of its language.
    """

    def __init__(self, document: Document, grammar: Grammar) -> None:
        self.document = document
        self.grammar = grammar

    def predicate(self, index: int) -> str:
        """Give the dictionary form of a token, of a verb with its particle: "kondigt … aan" is aankondigen."""
        return self._predicates.get(index, self.document.tokens[index].lemma)

    def noun(self, index: int) -> str:
        """Give the dictionary form of a noun; where the lemmatiser left a plural, its singular."""
        singular = self._singular(self.document.tokens[index].text.lower())
        return self.document.tokens[index].lemma.lower() if singular is None else singular

    def is_plural(self, index: int) -> bool:
        """Tell whether a token is, or ends in, the plural of a noun that the frames know."""
        return self._singular(self.document.tokens[index].text.lower()) is not None

    def _singular(self, text: str) -> str | None:
        for start in range(max(0, len(text) - _LONGEST_PLURAL), len(text) - 2):
            if text[start:] in self.grammar.singulars:
                return text[:start] + self.grammar.singulars[text[start:]]
        return None

    @cached_property
    def _predicates(self) -> dict[int, str]:
        found: dict[int, str] = {}
        for token in self.document.tokens:
            if token.pos in ("VERB", "AUX", "NOUN", "ADJ"):
                form = self.grammar.verb_of(token.text.lower())
                lemma = form if form is not None and token.pos != "NOUN" else token.lemma.lower()
                if token.pos == "VERB":
                    lemma = self._with_particle(token, lemma)
                found[token.index] = lemma
        return found

    def _with_particle(self, token: Token, lemma: str) -> str:
        particles = self.document.children(token.index, "compound:prt")
        if particles:
            return particles[0].text.lower() + lemma
        if not token.has("VerbForm=Fin") or lemma not in self.grammar.separable:
            return lemma
        if apart := self._mistaken_particle(token, lemma):
            return apart + lemma
        return self._lost_particle(token, lemma)

    def _mistaken_particle(self, token: Token, lemma: str) -> str | None:
        """Find a particle that the parser took for a phrase: "schiet drie mensen dood aan de grens"."""
        for child in self.document.children(token.index, "xcomp", "advcl", "advmod"):
            word = child.text.lower()
            bare = not self.document.children(child.index, "case", "det", "amod", "cop", "mark")
            apart = child.index > token.index + (child.pos != "ADV")  # "werkt samen met"
            if bare and apart and word in self.grammar.separable[lemma]:
                return word
        return None

    def _lost_particle(self, token: Token, lemma: str) -> str:
        """Find the particle of a main verb that the parser did not see: it ends the clause, with no phrase behind."""
        tokens, stop = self.document.tokens, self.document.sentence_of(token.index).stop
        wanted = self.grammar.separable[lemma]
        for place in range(token.index + 1, min(stop, token.index + _FURTHEST_PARTICLE)):
            here = tokens[place]
            if here.text.lower() in wanted and self._ends_clause(place, stop):
                return here.text.lower() + lemma
            if here.pos in ("VERB", "AUX") and here.has("VerbForm=Fin"):
                break
        return lemma

    def _ends_clause(self, place: int, stop: int) -> bool:
        behind = self.document.tokens[place + 1 : min(place + 2, stop)]
        return (
            not behind
            or behind[0].pos in ("PUNCT", "CCONJ", "SCONJ")
            or behind[0].text.lower() in self.grammar.clause_openers
        )
