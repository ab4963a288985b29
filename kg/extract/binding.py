"""The words that a frame asks for beside its predicate: its object, its subject, what stands behind a preposition."""

from __future__ import annotations

from kg.analysis import Document
from kg.extract.frames import Frame
from kg.extract.mentioned import Mentioned
from kg.extract.nounlists import Nouns
from kg.extract.tree import Tree

_ACTORS = ("Person", "Organisation", "Company", "GovernmentBody", "ArmedForce", "NewsOutlet", "Country", "Group")


class Binding:
    """Finds the words that frames ask for.

    Args:
        document: the article.
        tree: its grammatical functions.
        mentions: what gives mentions.
    """

    def __init__(self, document: Document, tree: Tree, mentions: Mentioned) -> None:
        self.document = document
        self.tree = tree
        self.mentions = mentions

    def of(self, index: int, frame: Frame) -> dict[str, int] | None:
        """Give the tokens that the frame asks for; None where one of them is not there."""
        bound: dict[str, int] = {}
        wanted: list[tuple[str, str, Nouns | frozenset[str]]] = []
        if frame.object:
            wanted.append(("object", "object", frame.object))
        if frame.subject:
            wanted.append(("head", "subject", frame.subject))
        wanted += [("with", preposition, what) for preposition, what in frame.with_.items()]
        for name, path, what in wanted:
            token = next((token for token in self.tree.fillers(index, path) if self._is_one(token, what)), None)
            if token is None and name == "object":
                token = self._fronted(index, what, bound)
            if token is None:
                return None
            bound[name] = token
        return bound

    def _fronted(self, index: int, what: Nouns | frozenset[str], bound: dict[str, int]) -> int | None:
        """Give the object that the parser took for the subject, and the other way round: "een akkoord sluiten zij"."""
        subjects, objects = self.tree.fillers(index, "subject"), self.tree.fillers(index, "object")
        if len(subjects) != 1 or len(objects) != 1 or subjects[0] > index or not self._is_one(subjects[0], what):
            return None
        if not self.mentions.of(objects[0], _ACTORS):
            return None
        bound["subject"] = objects[0]
        return subjects[0]

    def _is_one(self, index: int, what: Nouns | frozenset[str]) -> bool:
        if not isinstance(what, Nouns):
            return self.tree.predicate(index) in what
        token = self.document.tokens[index]
        if token.pos in ("PRON", "NUM"):
            return what.open
        mistaken = token.pos in ("ADV", "VERB") and token.relation in (
            "obj",
            "xcomp",
            "ccomp",
        )  # "maakt nog altijd kernwapens"
        if not mistaken and token.pos not in ("NOUN", "PROPN", "ADJ", "X", "SYM"):
            return False
        return what.ending(self.tree.noun(index)) is not None

    def is_worded(self, index: int, frame: Frame) -> bool:
        """Tell whether a frame's other words stand around its predicate: "zich", an adjective, a phrase."""
        if frame.reflexive:
            below = self.document.children(index)
            if not any(
                child.relation.startswith("expl") or child.text.lower() in self.tree.grammar.reflexives
                for child in below
            ):
                return False
        if frame.passive and not self.tree.is_passive(index):
            return False
        if frame.described and not self._is_described(index, frame.described):
            return False
        if not frame.words and not frame.unless:
            return True
        sentence = self.document.sentence_of(index)
        first, stop = max(sentence.first, index - 12), min(sentence.stop, index + 13)
        spoken = " ".join(token.text.lower() for token in self.document.tokens[first:stop])
        found = [any(f" {words} " in f" {spoken} " for words in group) for group in (frame.words, frame.unless)]
        return (found[0] or not frame.words) and not found[1]

    def _is_described(self, index: int, adjectives: frozenset[str]) -> bool:
        return any(child.text.lower() in adjectives for child in self.document.children(index, "amod", "advmod"))
