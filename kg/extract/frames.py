"""Frames: which words tell of which type of fact, and where its roles stand. One data file for each language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

import yaml

from kg.analysis.inflection import Inflection, inflection
from kg.extract.grammar import Grammar, read_grammar
from kg.extract.nounlists import Nouns
from kg.facts import FACT_TYPES, KINDS, ClaimedStatus


@dataclass(frozen=True)
class Role:
    """Where a role's filler stands.

    Attributes:
        paths: functions seen from the predicate (see `kg.extract.tree`).
        every: whether all of them count, or the first that is filled.
        kinds: what may fill it; empty for words.
    """

    paths: tuple[str, ...]
    every: bool = False
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Frame:
    """One way to tell of a type of fact.

    Attributes:
        id: its name.
        type: the type of fact.
        roles: where the roles stand.
        verbs, nouns, adjectives, phrases: the predicate: one of these is filled.
        object, subject: nouns that must stand there.
        with_: a preposition, with the nouns or the verbs that must stand behind it.
        words: one of these must stand in the clause.
        unless: none of these may stand there.
        amid: one of these must stand near, or a state or its army do it: words that are also meant figuratively.
        never_amid: none of these may stand near.
        described: one of these adjectives must go with the noun.
        reflexive: whether the verb must be reflexive.
        passive: whether the verb must be in the passive.
        require: roles that must be filled, beyond those that the type needs.
        named: roles that must have a filler with a name.
        least: the least number of fillers of a role.
        least_roles: the least number of roles with an entity.
        later: roles that what the article says elsewhere may fill (the office of who steps down).
        weak: verbs that mean it less surely.
        ends: whether it tells of the end of a state.
        upcoming: whether in the present tense it tells of what is to come: "Y volgt X op".
        implied: an office that the words imply without naming it ("functie bij"), …
        implied_of: … only where they say of what.
        descriptive: whether it tells in passing who somebody is: the article's own words, without a time.
        status: the status that the words themselves claim ("onafhankelijk van" denies control).
        confidence: how surely these words tell of it.
    """

    id: str
    type: str
    roles: Mapping[str, Role]
    verbs: frozenset[str] = frozenset()
    nouns: Nouns | None = None
    adjectives: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()
    object: Nouns | None = None
    subject: Nouns | None = None
    with_: Mapping[str, Nouns | frozenset[str]] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    amid: Nouns | None = None
    never_amid: Nouns | None = None
    described: frozenset[str] = frozenset()
    reflexive: bool = False
    passive: bool = False
    require: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    least: Mapping[str, int] = field(default_factory=dict)
    least_roles: int = 0
    later: tuple[str, ...] = ()
    weak: frozenset[str] = frozenset()
    ends: bool = False
    upcoming: bool = False
    implied: str | None = None
    implied_of: bool = False
    descriptive: bool = False
    status: ClaimedStatus | None = None
    confidence: float = 0.8

    def noun_lists(self) -> list[Nouns]:
        """Give the lists of nouns that the frame asks for."""
        lists = [self.nouns, self.object, self.subject, self.amid, self.never_amid, *self.with_.values()]
        return [group for group in lists if isinstance(group, Nouns)]


class Lexicon:
    """The frames of a language, by the words that call them up.

    Attributes:
        grammar: the closed classes of the language.
        frames: all frames, in the order of the file: of two that fit the same words the first wins.
        lists: the lists of nouns that have names.
    """

    def __init__(self, grammar: Grammar, frames: Iterable[Frame], lists: Mapping[str, Nouns] | None = None) -> None:
        self.grammar = grammar
        self.lists = lists or {}
        self.frames = tuple(frames)
        self._by_verb: dict[str, list[Frame]] = {}
        self._by_adjective: dict[str, list[Frame]] = {}
        self._by_noun: dict[str, list[Frame]] = {}
        self.by_phrase: dict[str, list[Frame]] = {}
        for frame in self.frames:
            for verb in frame.verbs:
                self._by_verb.setdefault(verb, []).append(frame)
            for adjective in frame.adjectives:
                self._by_adjective.setdefault(adjective, []).append(frame)
            for phrase in frame.phrases:
                self.by_phrase.setdefault(phrase.split()[0], []).append(frame)

    def by_verb(self, lemma: str) -> list[Frame]:
        """Give the frames that a verb may call up."""
        return self._by_verb.get(lemma, [])

    def by_adjective(self, lemma: str) -> list[Frame]:
        """Give the frames that an adjective may call up."""
        return self._by_adjective.get(lemma, [])

    def by_noun(self, lemma: str) -> list[Frame]:
        """Give the frames that a noun may call up, as itself or as the end of a compound."""
        if lemma not in self._by_noun:
            if len(self._by_noun) > 50_000:  # bounded, whatever is read
                self._by_noun.clear()
            self._by_noun[lemma] = [frame for frame in self.frames if frame.nouns and frame.nouns.ending(lemma)]
        return self._by_noun[lemma]


@cache
def load_lexicon(language: str) -> Lexicon:
    """Read the frames of a language that comes with `kg`.

    Raises:
        FileNotFoundError: there are none.
        LookupError: there is no inflection.
    """
    file = resources.files("kg.extract") / "data" / f"frames.{language}.yaml"
    data = yaml.load(file.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  # safe
    return read_lexicon(data, inflection(language))


def read_lexicon(data: Mapping[str, Any], forms: Inflection) -> Lexicon:
    """Make a lexicon of a language's data.

    Args:
        data: the data.
        forms: how its words change.

    Raises:
        ValueError: a frame has a field, type, role or kind that there is not.
    """
    reader = _Reader(data)
    frames = [reader.frame(name, stated) for name, stated in data["frames"].items()]
    marked = [verb for stated in data["frames"].values() for verb in stated.get("verb", ())]
    nouns = {noun for frame in frames for group in frame.noun_lists() for noun in group.nouns | group.alone}
    return Lexicon(read_grammar(data["grammar"], forms, marked, sorted(nouns)), frames, reader.lists)


_FIELDS = frozenset(
    [
        *(
            "type",
            "verb",
            "noun",
            "adjective",
            "phrase",
            "object",
            "subject",
            "with",
            "words",
            "unless",
            "amid",
            "never_amid",
            "described",
            "reflexive",
            "passive",
            "roles",
        ),
        *(
            "kinds",
            "require",
            "named",
            "least",
            "least_roles",
            "later",
            "weak",
            "ends",
            "descriptive",
            "status",
            "confidence",
        ),
        *("implied", "implied_of", "upcoming"),
    ]
)


class _Reader:
    def __init__(self, data: Mapping[str, Any]) -> None:
        self.lists = {name: _nouns(stated) for name, stated in data["words"].items()}
        self.kinds = data["kinds"]

    def frame(self, name: str, stated: Mapping[str, Any]) -> Frame:
        if wrong := sorted(stated.keys() - _FIELDS):
            raise ValueError(f"the frame {name} has a field {wrong[0]!r} that there is not")
        if stated["type"] not in FACT_TYPES:
            raise ValueError(f"the frame {name} has a type {stated['type']!r} that there is not")
        kinds = stated.get("kinds", {})
        return Frame(
            id=name,
            type=stated["type"],
            roles={role: self._role(name, where, kinds.get(role, ())) for role, where in stated["roles"].items()},
            verbs=frozenset(verb.replace("|", "") for verb in stated.get("verb", ())),
            nouns=self._list(stated.get("noun")),
            adjectives=frozenset(stated.get("adjective", ())),
            phrases=tuple(stated.get("phrase", ())),
            object=self._list(stated.get("object")),
            subject=self._list(stated.get("subject")),
            with_={preposition: self._with(what) for preposition, what in stated.get("with", {}).items()},
            words=tuple(stated.get("words", ())),
            unless=self._words(stated.get("unless", ())),
            amid=self._list(stated.get("amid")),
            never_amid=self._list(stated.get("never_amid")),
            described=frozenset(stated.get("described", ())),
            reflexive=stated.get("reflexive", False),
            passive=stated.get("passive", False),
            require=tuple(stated.get("require", ())),
            named=tuple(stated.get("named", ())),
            least=stated.get("least", {}),
            least_roles=stated.get("least_roles", 0),
            later=tuple(stated.get("later", ())),
            weak=frozenset(stated.get("weak", ())),
            ends=stated.get("ends", False),
            upcoming=stated.get("upcoming", False),
            implied=stated.get("implied"),
            implied_of=stated.get("implied_of", False),
            descriptive=stated.get("descriptive", False),
            status=stated.get("status"),
            confidence=stated.get("confidence", 0.8),
        )

    def _list(self, stated: Any) -> Nouns | None:
        if stated is None:
            return None
        return self.lists[stated] if isinstance(stated, str) else _nouns(stated)

    def _words(self, stated: Any) -> tuple[str, ...]:
        return tuple(sorted(self.lists[stated].nouns) if isinstance(stated, str) else stated)

    def _with(self, stated: Any) -> Nouns | frozenset[str]:
        if isinstance(stated, dict) and "verbs" in stated:
            return frozenset(stated["verbs"])
        nouns = self._list(stated)
        assert nouns is not None  # noqa: S101
        return nouns

    def _role(self, frame: str, where: str, kinds: Any) -> Role:
        allowed = self.kinds[kinds] if isinstance(kinds, str) else kinds
        if wrong := sorted(set(allowed) - set(KINDS)):
            raise ValueError(f"the frame {frame} has a kind {wrong[0]!r} that there is not")
        every = " + " in where
        return Role(tuple(path.strip() for path in where.split("+" if every else "|")), every, tuple(allowed))


def _nouns(stated: Mapping[str, list[str]]) -> Nouns:
    nouns = stated["nouns"]
    alone = frozenset(noun[1:] for noun in nouns if noun[0] == "=")
    whole = frozenset(noun for noun in nouns if noun[0] != "=")
    return Nouns(whole, frozenset(stated.get("except", ())), open=not nouns, alone=alone)
