"""Frames + trees → matches: which words tell of which type of fact, with the fillers of its roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.analysis import Document
from kg.article import Span
from kg.extract.amounts import Amounts
from kg.extract.binding import Binding
from kg.extract.calling import Calling
from kg.extract.frames import Frame, Lexicon, Role
from kg.extract.mentioned import Mentioned
from kg.extract.phrases import clause, phrase
from kg.extract.qualifiers import Qualifiers
from kg.extract.surroundings import Surroundings
from kg.extract.tree import Tree
from kg.facts import FACT_TYPES, Mention
from kg.facts.situation import Event

_WHERE = ("Place", "Country")
_OF_PRODUCTS = ("Test", "Production")  # what is done to a product is done where that is
_LASTING_SOMEWHERE = (
    "Production",
    "ArmedConflict",
    "Alliance",
)  # states that are said to be where they are, in passing
_THINGS = ("product", "target")
_FIELD = "field"  # of a specialist: of any kind
_UNNAMED = ("attacker", "target")  # whom headlines name by a noun without an article
_FURTHEST_COUNTED = 6  # tokens from a measure to the noun that it counts
# Who begins a war is one of those who fight it; who resigns may be called by the office.
_NEVER_BOTH = {"controlled": "controller", "backed": "backer", "recipient": "supplier"}
_SHARING = ("initiator", "office")


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

    def has(self, role: str, mention: Mention) -> bool:
        """Tell whether somebody fills a role already, or one that nobody fills beside it: none controls itself."""
        filled = (*self.mentions.get(role, ()), *self.mentions.get(_NEVER_BOTH.get(role, role), ()))
        return any((mention.kind, mention.name) == (other.kind, other.name) for other in filled)


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
        self.binding = Binding(document, self.tree, mentions)
        self.amounts = Amounts(document, lexicon.grammar)
        self.qualifiers = Qualifiers(document, lexicon.grammar)
        self.surroundings = Surroundings(document, self.tree)
        self._places = Role(lexicon.grammar.places, kinds=_WHERE)

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
        bound = self.binding.of(index, frame)
        if bound is None or not self.binding.is_worded(index, frame):
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
                    self._fill("place", self._places, at, {}, found)
        for at in found.products if frame.type in _OF_PRODUCTS else ():  # "heeft het vaccin in Leuven uitgeprobeerd"
            if "place" not in found.mentions:
                self._fill("place", self._places, at, {}, found)
        for at in found.targets:  # "een markt in Quetta", "de haven van Hodeida"
            if "place" not in found.mentions:
                self._fill("place", self._where(at), at, {}, found)
        if amounts := self.amounts.of(around, found.products):
            found.words.setdefault("amount", amounts)
        if qualifier := self.qualifiers.of(frame, index, bound):
            found.words.setdefault("qualifier", qualifier)

    def _where(self, target: int) -> Role:
        is_place = self.mentions.of(target, ("Place",))
        return Role((*self._places.paths, self.lexicon.grammar.genitive), kinds=_WHERE) if is_place else self._places

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
            if not mentions and name == _FIELD:
                mentions = [field for field in [self.mentions.field(head)] if field]
            if name in _THINGS and function != "compound":
                mentions = [mention for mention in mentions if self._is_thing(head, mention)]
            new = [mention for mention in mentions if not found.has(name, mention)]
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
