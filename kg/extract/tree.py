"""Who does what: the grammatical functions around a predicate, the same for actives, passives and relative clauses."""

from __future__ import annotations

from collections.abc import Callable

from kg.analysis import Document
from kg.extract.grammar import Grammar
from kg.extract.lemmas import Lemmas
from kg.extract.prepositions import Prepositions
from kg.extract.subjects import Subjects
from kg.extract.voice import Voice


class Tree:
    """The grammatical functions of an analysed article.

    A function names where a role's filler stands, seen from a predicate: ``subject`` and ``object`` are the logical
    ones (a passive's subject is its agent); ``indirect``; a preposition (``met``) takes its obliques and modifiers;
    ``genitive`` takes possessors, ``adjective`` the adjectives before a noun, ``antecedent`` what a noun is said of
    (the subject of a copula, what it stands in apposition to), ``itself`` the predicate, ``compound`` the product and
    ``part`` the name that a compound begins with. Steps are joined by a slash:
    ``object/van``.
    """

    def __init__(self, document: Document, grammar: Grammar) -> None:
        self.document = document
        self.grammar = grammar
        self._lemmas = Lemmas(document, grammar)
        self._prepositions = Prepositions(document, grammar)
        self._voice = Voice(document, grammar, self._lemmas)
        self._subjects = Subjects(document, grammar, self._lemmas, self._prepositions, self._voice)
        self._fillers: dict[tuple[int, str], list[int]] = {}
        self._named: dict[str, Callable[[int], list[int]]] = {
            "subject": self.subject,
            "object": self.object,
            "indirect": self._indirect,
            "genitive": self._subjects.owners,
            "adjective": lambda index: self._below(index, "amod"),
            "antecedent": self.antecedent,
            "apposed": self._apposed,
            "surface": self.surface_subject,
            "second": self._second_subject,
            "clause": self._clause,
            "purpose": self._purpose,
            "compound": lambda index: [index],
            "part": lambda index: [index],
            "itself": lambda index: [index],
            "governor": self._governor,
        }

    def fillers(self, index: int, path: str) -> list[int]:
        """Give the heads of the phrases that stand in a function.

        Args:
            index: the predicate.
            path: a function, or several joined by slashes.
        """
        known = self._fillers.get((index, path))  # many frames ask the same of one verb
        if known is None:
            known = self._fillers.setdefault((index, path), self._at(index, path))
        return list(known)

    def _at(self, index: int, path: str) -> list[int]:
        here = [index]
        for step in path.split("/"):
            function = self._named.get(step)
            found = [function(at) if function else self.oblique(at, step) for at in here]
            here = list(dict.fromkeys(head for heads in found for head in heads))
        return here

    def is_passive(self, index: int) -> bool:
        """Tell whether a verb is in the passive: its subject undergoes what it says."""
        return self._voice.is_passive(index)

    def subject(self, index: int) -> list[int]:
        """Give who does it: the subject, of a passive the agent."""
        return self._subjects.doer(index)

    def surface_subject(self, index: int) -> list[int]:
        """Give the subject as it stands, or as it is understood: of the main verb, of what a clause is about."""
        return self._subjects.surface(index)

    def _indirect(self, index: int) -> list[int]:
        receiving = self._voice.receiving(index)
        return self._below(index, "iobj") if receiving is None else self.surface_subject(receiving)

    def object(self, index: int) -> list[int]:
        """Give who undergoes it: the object, of a passive the subject."""
        if self.is_passive(index):  # "worden dit jaar tomaten beproefd": what follows looks like an object
            return self.surface_subject(index) or [child.index for child in self.document.children(index, "obj")]
        own = [child.index for child in self.document.children(index, "obj") if not self._subjects.is_relative(child)]
        if own:
            return [
                self._counted(self._prepositions.whole(noun))
                for noun in own[len(self._subjects.taken_for_object(index)) :]
            ]
        if self._voice.is_taken_for_adjective(index):
            return [self.document.tokens[index].head]
        if self._prepositions.is_nominal(index):
            return self.oblique(index, self.grammar.genitive)
        receiving = self._voice.receiving(index)
        if receiving is not None:
            return self.object(receiving)
        second = self._second_subject(index) or self._stray_object(index)
        return second or self._relative_object(index) or self._mistaken_object(index)

    def _stray_object(self, index: int) -> list[int]:
        """Give a name that the parser hung on the day before it, or took for an aside: "heeft zondag Jan Smit …"."""
        below = self.document.children(index, "appos", "obl", "advmod")
        names = [child for child in below if child.relation == "appos"]
        for child in below:
            if child.relation != "appos" and self._prepositions.preposition(child.index) is None:
                names += self.document.children(child.index, "nmod", "appos")
        return [
            name.index for name in names if name.pos == "PROPN" and self._prepositions.preposition(name.index) is None
        ][:1]

    def _counted(self, index: int) -> int:
        """Give the noun that another counts: leveringen of "een aantal leveringen"."""
        below = self.document.children(index, "nmod")
        counted = [child.index for child in below if child.index > index and child.pos == "NOUN"]
        bare = [noun for noun in counted if not self._has_preposition_between(index, noun)]
        return bare[-1] if bare else index

    def _has_preposition_between(self, first: int, last: int) -> bool:
        return any(token.pos == "ADP" for token in self.document.tokens[first + 1 : last])

    def _second_subject(self, index: int) -> list[int]:
        """Give the second of two subjects that a verb cannot have: the parser took its object for one."""
        subjects = [child for child in self.document.children(index, "nsubj") if not self._subjects.is_relative(child)]
        return [subjects[-1].index] if len(subjects) > 1 else []

    def _mistaken_object(self, index: int) -> list[int]:
        """Give an object that was taken for a verb, as in a headline: "levert geweren"."""
        below = self.document.children(index, "xcomp", "ccomp", "advmod")
        plurals = [child for child in below if child.pos == "NOUN" or self._lemmas.is_plural(child.index)]
        nouns = [noun for noun in plurals if self.grammar.verb_of(noun.text.lower()) is None]
        return [noun.index for noun in nouns if self._prepositions.preposition(noun.index) is None]

    def _relative_object(self, index: int) -> list[int]:
        token = self.document.tokens[index]
        if token.relation != "acl:relcl":
            return []
        subjects = self.document.children(index, "nsubj")
        if any(not self._subjects.is_relative(child) for child in subjects):
            return [token.head]
        return []

    def antecedent(self, index: int) -> list[int]:
        """Give what a noun or an adjective is said of: a copula's subject, what it is an apposition to."""
        token = self.document.tokens[index]
        if self.document.children(index, "cop") or token.pos == "VERB":
            return self.surface_subject(index)
        if token.relation in ("xcomp", "obj", "advmod"):  # "opereert onafhankelijk"
            return self.surface_subject(token.head)
        if token.pos == "ADJ" and token.relation != "amod":
            return self.surface_subject(index)
        return self._apposed(index)

    def _apposed(self, index: int) -> list[int]:
        """Give what a noun stands in apposition to, or goes with."""
        token = self.document.tokens[index]
        if token.relation in ("appos", "amod", "acl") and token.head != index:
            return [token.head]
        return [child.index for child in self.document.children(index, "appos") if child.pos == "PROPN"]

    def _governor(self, index: int) -> list[int]:
        token = self.document.tokens[index]
        return [token.head] if token.head != index else []

    def _clause(self, index: int) -> list[int]:
        return [c.index for c in self.document.children(index, "ccomp", "xcomp", "advcl", "acl") if c.pos == "VERB"]

    def _purpose(self, index: int) -> list[int]:
        return [
            child.index
            for child in self.document.children(index, "advcl", "acl", "xcomp")
            if any(mark.text.lower() == self.grammar.purpose for mark in self.document.children(child.index, "mark"))
        ]

    def _below(self, index: int, *relations: str) -> list[int]:
        return [child.index for child in self.document.children(index, *relations)]

    def oblique(self, index: int, preposition: str) -> list[int]:
        """Give the phrases with a preposition around a predicate: below it, or right behind a noun."""
        return self._prepositions.oblique(index, preposition)

    def phrase_head(self, preposition: int) -> int | None:
        """Give the head of the phrase that a preposition begins."""
        return self._prepositions.phrase_head(preposition)

    def has_complement(self, index: int) -> bool:
        """Tell whether a verb says what its object becomes: "onschadelijk maken"."""
        before = self.document.tokens[index - 1] if index else None
        adjective = before is not None and before.pos == "ADJ" and before.head == index
        objects = [child.index for child in self.document.children(index, "obj")]
        behind = [child for child in self.document.children(index, "advmod") if child.index - 1 in objects]
        return adjective or any(child.pos == "ADJ" for child in [*behind, *self.document.children(index, "xcomp")])

    def predicate(self, index: int) -> str:
        """Give the dictionary form of a token, of a verb with its particle: "kondigt … aan" is aankondigen."""
        return self._lemmas.predicate(index)

    def noun(self, index: int) -> str:
        """Give the dictionary form of a noun; where the lemmatiser left a plural, its singular."""
        return self._lemmas.noun(index)
