"""Who does it: the subject of a verb, as it stands, as it is understood, or as the parser misplaced it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.analysis import Document, Token
from kg.extract.grammar import Grammar
from kg.extract.lemmas import Lemmas
from kg.extract.prepositions import Prepositions
from kg.extract.voice import Voice

_NEAR = 4  # tokens from a name to its relative clause: "volgt Jan Smit op, die"
_MOST_STEPS = 12  # up the tree in search of a subject: deeper chains are parse errors


class Subjects:
    """Finds the subjects of an article's verbs.

    Args:
        document: the article.
        grammar: the closed classes of its language.
        lemmas: the dictionary forms of its words.
        prepositions: its phrases with prepositions.
        voice: which of its verbs are in the passive.
    """

    def __init__(
        self, document: Document, grammar: Grammar, lemmas: Lemmas, prepositions: Prepositions, voice: Voice
    ) -> None:
        self.document = document
        self.grammar = grammar
        self._lemmas = lemmas
        self._prepositions = prepositions
        self._voice = voice

    def doer(self, index: int) -> list[int]:
        """Give who does it: the subject, of a passive the agent."""
        if not self._voice.is_passive(index) and self._voice.receiving(index) is None:
            return [] if self._voice.is_mistaken(index) else self.surface(index)
        agents = [at for at in self._below(index, "obl:agent") if self._may_be_agent(at)] or self._prepositions.oblique(
            index, self.grammar.agent
        )
        if agents or self._voice.receiving(index) is None:
            return agents
        return self._prepositions.oblique(index, self.grammar.genitive)  # "krijgt tanks geleverd van Duitsland"

    def _may_be_agent(self, index: int) -> bool:
        """Tell whether a phrase may name who does it: not "via Marokko"."""
        preposition = self._prepositions.preposition(index)
        return preposition is None or preposition in self.grammar.prepositions[self.grammar.agent]

    def surface(self, index: int) -> list[int]:
        """Give the subject as it stands, or as it is understood: of the main verb, of what a clause is about."""
        for _ in range(_MOST_STEPS):
            token = self.document.tokens[index]
            own = self._subjects(index)
            if own:
                is_relative = self.is_relative(own[0]) and self._is_relative_clause(token)
                return [self._antecedent(token, own[0])] if is_relative else [own[0].index]
            if alone := self._subject_of_what_happens(index) or self.taken_for_object(index):
                return alone
            above = self._subject_above(token)
            if above is None:
                return []
            if above >= 0:
                return [above]
            index = token.head
        return []

    def _antecedent(self, clause: Token, pronoun: Token) -> int:
        """Give what a relative clause is about: where the parser hung it on a verb, the name right before it."""
        if self.document.tokens[clause.head].pos != "VERB":
            return clause.head
        for token in reversed(self.document.tokens[max(0, pronoun.index - _NEAR) : pronoun.index]):
            if token.pos == "PROPN":
                return token.head if token.relation == "flat" else token.index
            if token.pos != "PUNCT" and token.relation != "compound:prt":
                break
        return clause.head

    def _subjects(self, index: int) -> list[Token]:
        """Give the subjects of a verb, what it has before any other first.

        Of two, one before a colon is another clause's ("Kleuter dood: ouders verdacht"), and the first of a passive
        is mostly a time ("is dinsdagnacht een granaat gegooid").
        """
        own = self.document.children(index, "nsubj")
        if not own:  # hung on the auxiliary
            own = [
                c for aux in self.document.children(index, "aux") for c in self.document.children(aux.index, "nsubj")
            ]
        if len(own) < 2:
            finite = self.document.tokens[index].has("VerbForm=Fin")
            return own if finite or not own else self._subjects_of_time(own[0].index) or own
        if self._colon_between(own[0].index, own[-1].index):
            return own[-1:]
        return own[::-1] if self._voice.is_passive(index) else own

    def _subjects_of_time(self, index: int) -> list[Token]:
        """Give the subject of a clause that was made of a time: "X is zaterdagnacht | neergestoken"."""
        is_clause = self.document.tokens[index].pos in ("NOUN", "PROPN") and self.document.children(index, "cop")
        return self.document.children(index, "nsubj") if is_clause else []

    def _colon_between(self, first: int, stop: int) -> bool:
        return any(token.text == ":" for token in self.document.tokens[first:stop])

    def taken_for_object(self, index: int) -> list[int]:
        """Give the first of two objects, before their infinitive: "wil X Y bouwen" has no subject."""
        objects = self._below(index, "obj")
        lost = len(objects) > 1 and objects[1] < index and not self.document.children(index, "nsubj", "nsubj:pass")
        return objects[:1] if lost and not self._subject_above_has(index) else []

    def _subject_above_has(self, index: int) -> bool:
        head = self.document.tokens[index].head
        return head != index and bool(self.document.children(head, "nsubj", "nsubj:pass"))

    def _subject_of_what_happens(self, index: int) -> list[int]:
        """Give the subject of a verb without objects ("uitbreken") that the parser took for its object."""
        return self._below(index, "obj") if self._lemmas.predicate(index) in self.grammar.with_to_be else []

    def _subject_above(self, token: Token) -> int | None:
        """Give the subject that a verb without one takes from above; -1 to look there again; None for none."""
        relation = token.relation
        if token.head == token.index:
            return None
        if relation in ("acl", "amod", "acl:relcl"):
            infinitive = token.has("VerbForm=Inf")
            return self._controller_of_noun(token.head) if infinitive else token.head
        head = self.document.tokens[token.head]
        if (
            relation == "nmod" and token.has("VerbForm=Part") and head.pos == "NOUN"
        ):  # "is een vrouw van 41 neergestoken"
            return token.head
        if relation == "xcomp" or (relation == "advcl" and token.has("VerbForm=Inf")):
            return self._controller(head)
        if relation == "conj" and (head.pos in ("VERB", "AUX") or self.document.children(head.index, "cop")):
            return -1
        if relation in ("obl", "obl:arg") and token.pos == "VERB":  # "gaat door met het uitbreiden"
            return -1
        if token.pos == "VERB" and relation == "conj":  # "… van wapens en het uitbreiden": hung on the noun between
            return next((above for above in self._subjects_above(token.index)), None)
        return None

    def _subjects_above(self, index: int) -> Iterator[int]:
        """Give the subjects of the verbs above a token, the nearest first."""
        for above, _ in zip(self.document.ancestors(index), range(_MOST_STEPS), strict=False):
            if above.pos == "VERB":
                yield from self._below(above.index, "nsubj")

    def _controller(self, head: Token) -> int | None:
        if self._lemmas.predicate(head.index) in self.grammar.object_control:
            objects = [c for c in self.document.children(head.index, "obj", "iobj") if not self.is_relative(c)]
            objects = objects or self._disagreeing(head)
            return objects[0].index if objects else None
        return -1

    def _disagreeing(self, verb: Token) -> list[Token]:
        """Give subjects whose number is not that of their verb: its objects ("wat hen ertoe aanzette")."""
        subjects = self.document.children(verb.index, "nsubj") if verb.has("Number=Sing") else []
        return [subject for subject in subjects if subject.has("Number=Plur")]

    def _controller_of_noun(self, noun: int) -> int | None:
        """Give who is to do what an infinitive behind a noun says: "zijn plan om te", "X doet een poging om te"."""
        owner = self.owners(noun)
        if owner:
            return owner[0]
        token = self.document.tokens[noun]
        if token.relation not in ("obj", "nsubj:pass", "obl", "obl:arg", "appos"):
            return None
        if token.relation == "appos":  # a purpose that the parser hung too low
            token = self.document.tokens[token.head]
        subjects = self.doer(token.head) if token.head != token.index else []
        return subjects[0] if subjects and subjects[0] != noun else None

    def owners(self, index: int) -> list[int]:
        """Give whom a noun belongs to: "Zelensky's kantoor"."""
        owners = [child.index for child in self.document.children(index, "nmod:poss")]
        if owners:
            return owners
        return [
            child.index
            for child in self.document.children(index, "det", "nmod", "flat")
            if child.pos == "PROPN" and child.index < index and not self._prepositions.preposition(child.index)
        ]

    def is_relative(self, token: Token) -> bool:
        """Tell whether a word is a relative pronoun."""
        return token.pos in ("PRON", "SCONJ", "DET") and token.text.lower() in self.grammar.relative_pronouns

    def _is_relative_clause(self, token: Token) -> bool:
        return token.relation in ("acl:relcl", "acl")

    def _below(self, index: int, *relations: str) -> list[int]:
        return [child.index for child in self.document.children(index, *relations)]
