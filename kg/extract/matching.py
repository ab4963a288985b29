"""Frames + trees → matches: which words tell of which type of fact, with the fillers of its roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from kg.analysis import Document
from kg.article import Span
from kg.extract.amounts import Amounts
from kg.extract.calling import Calling
from kg.extract.frames import Frame, Lexicon, Role
from kg.extract.nounlists import Nouns
from kg.extract.phrases import clause, phrase
from kg.extract.qualifiers import Qualifiers
from kg.extract.surroundings import Surroundings
from kg.extract.tree import Tree
from kg.facts import FACT_TYPES, WORD_ROLES, Mention
from kg.facts.situation import Event

_PLACES = Role(("in", "bij", "op", "in/in", "op/in", "aan/in"), kinds=("Place", "Country"))
_LASTING_SOMEWHERE = ("Production", "ArmedConflict")  # states that are said to be where they are, in passing
_THINGS = ("product", "target")
_ACTORS = ("Person", "Organisation", "Company", "GovernmentBody", "ArmedForce", "NewsOutlet", "Country", "Group")
_UNNAMED = ("attacker", "target")  # whom headlines name by a noun without an article
_FURTHEST_COUNTED = 6  # tokens from a measure to the noun that it counts
# Who begins a war is one of those who fight it; who resigns may be called by the office.
_SHARING = ("initiator", "office")


class Mentioned(Protocol):
    """What gives the mentions that a noun phrase stands for."""

    def of(self, index: int, kinds: tuple[str, ...] | None = None) -> list[Mention]:
        """Give the mentions of the phrase of a token, of these kinds."""
        ...

    def adjective(self, index: int) -> Mention | None:
        """Give the country that an adjective names."""
        ...

    def compound_product(self, index: int) -> Mention | None:
        """Give the product that the first part of a compound names."""
        ...

    def bare(self, index: int) -> Mention | None:
        """Give the person that a noun without an article stands for."""
        ...

    def first_part(self, index: int) -> Mention | None:
        """Give who the first part of a compound names."""
        ...


@dataclass(frozen=True)
class Match:
    """Words that tell of a fact.

    Attributes:
        frame: the frame.
        predicate: the token that called it up.
        bound: the tokens that the frame asked for: ``object``, ``head`` (of the subject), ``with``; ``words``: the noun
            of the phrase that called it up; ``subject``: the subject where the parser took it for the object.
        mentions: the fillers of its roles.
        words: the roles that words fill.
        tokens: the tokens that took part.
        weak: whether the verb means it less surely.
    """

    frame: Frame
    predicate: int
    bound: Mapping[str, int]
    mentions: Mapping[str, tuple[Mention, ...]]
    words: Mapping[str, tuple[Span, ...]]
    tokens: frozenset[int]
    weak: bool = False


@dataclass
class _Found:
    mentions: dict[str, tuple[Mention, ...]] = field(default_factory=dict)
    words: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    tokens: set[int] = field(default_factory=set)
    products: list[int] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)


class Matcher:
    """Finds matches in one article.

    Args:
        document: the article.
        lexicon: the frames of its language.
        mentions: what gives mentions.
    """

    def __init__(self, document: Document, lexicon: Lexicon, mentions: Mentioned) -> None:
        self.document = document
        self.lexicon = lexicon
        self.mentions = mentions
        self.tree = Tree(document, lexicon.grammar)
        self.amounts = Amounts(document, lexicon.grammar)
        self.qualifiers = Qualifiers(document, lexicon.grammar)
        self.surroundings = Surroundings(document, self.tree)

    def matches(self) -> Iterator[Match]:
        """Give the matches; a noun that stands in a light verb's match calls up none of its type by itself."""
        called = list(Calling(self.document, self.lexicon, self.tree).called())
        called.sort(key=lambda call: call.frame.nouns is not None)  # verbs first: they know more
        done: set[tuple[str, int]] = set()
        bound: set[int] = set()
        for index, frame, noun in called:
            if (frame.type, index) in done or (frame.nouns and index in bound):
                continue
            match = self._match(index, frame, noun)
            if match:
                done.add((frame.type, index))
                if frame.status != "possible":  # that somebody is suspected of it, beside that it happened
                    bound.update(match.bound.values())
                yield match

    def _match(self, index: int, frame: Frame, noun: int | None) -> Match | None:
        bound = self._bound(index, frame)
        if bound is None or not self._worded(index, frame):
            return None
        found = _Found()
        for name, role in frame.roles.items():
            self._fill(name, role, index, bound, found)
        if not self._complete(frame, found) or not self.surroundings.are_literal(index, frame, found.mentions):
            return None
        self._fill_what_any_may_have(frame, index, bound, found)
        if noun is not None:
            bound["words"] = noun
        particles = (child.index for child in self.document.children(index, "compound:prt"))
        tokens = frozenset({index, *particles, *bound.values(), *found.tokens})
        weak = bool(frame.weak) and self.tree.predicate(index) in frame.weak
        return Match(frame, index, bound, found.mentions, found.words, tokens, weak)

    def _bound(self, index: int, frame: Frame) -> dict[str, int] | None:
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

    def _worded(self, index: int, frame: Frame) -> bool:
        if frame.reflexive:
            below = self.document.children(index)
            if not any(child.relation.startswith("expl") or child.text.lower() == "zich" for child in below):
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

    def _fill(self, name: str, role: Role, index: int, bound: Mapping[str, int], found: _Found) -> None:
        for path in role.paths:
            heads = self._heads(index, path, bound)
            if role.kinds:
                filled = self._mentions(name, role, path, heads, found)
            else:
                filled = self._words(name, path, heads, found)
            if filled and not role.every:
                return

    def _fill_what_any_may_have(self, frame: Frame, index: int, bound: Mapping[str, int], found: _Found) -> None:
        """Fill the roles that a frame need not name: where it is, how much."""
        around = [index, *bound.values()]
        if issubclass(FACT_TYPES[frame.type], Event) or frame.type in _LASTING_SOMEWHERE:
            for at in around:
                if "place" not in found.mentions:
                    self._fill("place", _PLACES, at, {}, found)
        for at in found.targets:  # "een markt in Quetta", "de haven van Hodeida"
            if "place" not in found.mentions:
                self._fill("place", self._where(at), at, {}, found)
        if amounts := self.amounts.of(around, found.products):
            found.words.setdefault("amount", amounts)
        if qualifier := self.qualifiers.of(frame, index, bound):
            found.words.setdefault("qualifier", qualifier)

    def _where(self, target: int) -> Role:
        is_place = self.mentions.of(target, ("Place",))
        return Role((*_PLACES.paths, "van") if is_place else _PLACES.paths, kinds=_PLACES.kinds)

    def _heads(self, index: int, path: str, bound: Mapping[str, int]) -> list[int]:
        first, _, rest = path.partition("/")
        if first in bound:
            return self.tree.fillers(bound[first], rest) if rest else [bound[first]]
        return self.tree.fillers(index, path)

    def _mentions(self, name: str, role: Role, path: str, heads: list[int], found: _Found) -> bool:
        before = found.mentions.get(name, ())
        for head in heads:
            function = path.rpartition("/")[2]
            shared = function in ("adjective", "compound", "part") or name in _SHARING
            if head in found.tokens and not shared:
                continue  # one phrase fills one role
            mentions = self._of(head, function, role.kinds)
            if not mentions and name in _UNNAMED and "Person" in role.kinds:
                mentions = [person for person in [self.mentions.bare(head)] if person]
            if name in _THINGS and function != "compound":
                mentions = [mention for mention in mentions if self._is_thing(head, mention)]
            new = [mention for mention in mentions if mention not in found.mentions.get(name, ())]
            if new:
                found.mentions[name] = (*found.mentions.get(name, ()), *new)
                found.tokens.add(head)
                if name == "target":
                    found.targets.append(head)
                if name == "product" and function != "compound":
                    found.products.append(head)
        return found.mentions.get(name, ()) != before

    def _is_thing(self, head: int, mention: Mention) -> bool:
        """Tell whether what a noun stands for can be made, handed over or hit: drones of "soorten drones"."""
        if mention.kind != "ProductKind":
            return True
        near = self.document.tokens[head : head + _FURTHEST_COUNTED]
        noun = next((token.index for token in near if token.end == mention.end), head)
        return self.lexicon.grammar.things.ending(self.tree.noun(noun)) is not None

    def _of(self, head: int, function: str, kinds: tuple[str, ...]) -> list[Mention]:
        if function == "adjective":
            mention = self.mentions.adjective(head)
        elif function == "compound":
            mention = self.mentions.compound_product(head)
        elif function == "part":
            mention = self.mentions.first_part(head)
        else:
            return self.mentions.of(head, kinds)
        return [mention] if mention and mention.kind in kinds else []

    def _words(self, name: str, path: str, heads: list[int], found: _Found) -> bool:
        for head in heads[:1]:
            function = path.rpartition("/")[2]
            tokens = clause(self.document, head) if function in ("clause", "purpose") else phrase(self.document, head)
            found.words[name] = (self.document.span(tokens),)
            found.tokens.update((tokens[0], tokens[-1]))
        return bool(heads)

    def _complete(self, frame: Frame, found: _Found) -> bool:
        filled = found.mentions.keys() | found.words.keys()
        if any(role not in filled for role in frame.require):
            return False
        if any(len(found.mentions.get(role, ())) < least for role, least in frame.least.items()):
            return False
        if len(found.mentions) < frame.least_roles:
            return False
        if any(not any(mention.is_named for mention in found.mentions.get(role, ())) for role in frame.named):
            return False
        elsewhere = {*frame.later, *(["partner"] if frame.type == "Cooperation" and found.mentions else [])}
        return all(any(role in filled | elsewhere for role in needs) for needs in FACT_TYPES[frame.type].NEEDS)


__all__ = ["WORD_ROLES", "Match", "Matcher", "Mentioned"]
