"""The voice of verbs: whether the subject does what a verb says, undergoes it, or receives."""

from __future__ import annotations

from kg.analysis import Document, Token
from kg.extract.grammar import Grammar
from kg.extract.lemmas import Lemmas


class Voice:
    """Tells passives from actives.

    Args:
        document: the article.
        grammar: the closed classes of its language.
        lemmas: the dictionary forms of its words.
    """

    def __init__(self, document: Document, grammar: Grammar, lemmas: Lemmas) -> None:
        self.document = document
        self.grammar = grammar
        self._lemmas = lemmas

    def is_passive(self, index: int) -> bool:
        """Tell whether a verb is in the passive: its subject undergoes what it says."""
        token = self.document.tokens[index]
        below = self.document.children(index)
        if any(child.relation == "aux:pass" or child.lemma in self.grammar.passive_auxiliaries for child in below):
            return True
        if any(child.relation == "aux" and child.lemma in self.grammar.active_auxiliaries for child in below):
            return False
        if any(child.relation in ("nsubj:pass", "obl:agent") for child in below):
            return self._lemmas.predicate(index) not in self.grammar.with_to_be
        if self.is_taken_for_adjective(index):
            return False
        if token.relation in ("acl", "amod"):
            return not self._is_present_participle(token) and not token.has("VerbForm=Inf")
        if not self._is_participle(token):
            return False
        if token.relation == "conj" and not self._has_auxiliary(index):
            return token.head != index and self._is_passive_head(token.head)
        return self._is_passive_participle(token)

    def is_taken_for_adjective(self, index: int) -> bool:
        """Tell whether the tagger took a finite verb for an adjective of its object: "X ontslaat adviseur Y"."""
        token = self.document.tokens[index]
        finite = token.pos == "ADJ" and token.text.lower() not in self.grammar.participles
        return finite and token.relation == "amod" and bool(self.document.children(index, "nsubj"))

    def receiving(self, index: int) -> int | None:
        """Give the verb above a participle whose subject is who receives: krijgt of "krijgt wapens geleverd"."""
        token = self.document.tokens[index]
        if token.relation not in ("xcomp", "ccomp", "advcl") or not self._is_participle(token):
            return None
        return token.head if self._lemmas.predicate(token.head) in self.grammar.recipient_auxiliaries else None

    def _is_participle(self, token: Token) -> bool:
        """Tell whether a word is a past participle, by its form where the tagger took it for an infinitive."""
        by_form = token.text.lower() in self.grammar.participles
        finite = token.has("VerbForm=Fin") and not self.document.children(token.index, "aux", "cop")
        return (by_form and (not finite or self._is_headline(token))) or token.has("VerbForm=Part")

    def is_mistaken(self, index: int) -> bool:
        """Tell whether a participle was taken for a finite verb, so that nobody knows whether its subject does it."""
        token = self.document.tokens[index]
        finite = token.has("VerbForm=Fin") and not self._has_auxiliary(index)
        return finite and token.text.lower() in self.grammar.never_finite

    def _is_headline(self, token: Token) -> bool:
        """Tell whether a participle that the tagger took for a finite verb stands by itself: "Man neergestoken"."""
        here = self.document.sentence_of(token.index)
        alone = all(other.pos != "AUX" for other in self.document.tokens[here.first : here.stop])
        return alone and token.text.lower() in self.grammar.never_finite

    def _is_passive_participle(self, token: Token) -> bool:
        """Tell whether a participle is in the passive: "is neergestoken", in a headline "Man neergestoken"."""
        if self._lemmas.predicate(token.index) in self.grammar.with_to_be or self.document.children(token.index, "obj"):
            return False
        auxiliaries = {child.lemma for child in self.document.children(token.index, "aux", "cop")}
        if not auxiliaries and self._lemmas.predicate(token.index) in self.grammar.active_only:
            return False
        return auxiliaries <= self.grammar.perfect_auxiliaries

    def _is_passive_head(self, index: int) -> bool:
        """Tell whether the verb that a coordinated participle hangs on is in the passive, by its own words."""
        below = self.document.children(index)
        return any(child.relation in ("aux:pass", "nsubj:pass") for child in below)

    def _has_auxiliary(self, index: int) -> bool:
        return bool(self.document.children(index, "aux"))

    def _is_present_participle(self, token: Token) -> bool:
        return token.text.lower().endswith(self.grammar.present_participle_endings)
