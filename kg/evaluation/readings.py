"""A fact, made ready to be compared with others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.article import Span
from kg.evaluation.entities import Named, named
from kg.evaluation.spans import united
from kg.facts import ID_ROLES, WORD_ROLES, Fact, Mention

LINKS = ("about", *ID_ROLES)
DATES = ("date", "not_before", "not_after", "start_date", "end_date")
Tokens = Counter[str]


@dataclass(frozen=True)
class Reading:
    """A fact, made ready to be compared.

    Attributes:
        fact: the fact.
        mentions: by role, the entities that fill it.
        words: by role, the words that fill it, each as its tokens.
        evidence: where its evidence stands.
        content: where what it reports stands; empty where it is no statement.
    """

    fact: Fact
    mentions: Mapping[str, tuple[Named, ...]]
    words: Mapping[str, tuple[Tokens, ...]]
    evidence: tuple[Span, ...]
    content: tuple[Span, ...]

    @cached_property
    def quotes(self) -> tuple[Span, ...]:
        """Everything that it was cut from."""
        return united((*self.evidence, *self.content))

    @cached_property
    def attributed_to(self) -> tuple[Named, ...]:
        """Who vouches for it, or for a piece of its evidence."""
        stated = (item.attributed_to for item in self.fact.evidence)
        return _named_once([self.fact.attributed_to if item is None else item for item in stated])

    @cached_property
    def via(self) -> tuple[Named, ...]:
        """Who passed it, or a piece of its evidence, on."""
        stated = (item.via for item in self.fact.evidence)
        return _named_once([self.fact.via if item is None else item for item in stated])

    @cached_property
    def dates(self) -> tuple[str | None, ...]:
        """Its dates, in the order of `DATES`."""
        return tuple(getattr(self.fact.time, name) for name in DATES)

    @cached_property
    def links(self) -> tuple[tuple[str, str | Named], ...]:
        """What it leads to: each role with the id of a fact, or an entity."""
        return tuple(
            (role, named(target) if isinstance(target, Mention) else target)
            for role in LINKS
            for target in getattr(self.fact, role, ())
        )

    @cached_property
    def items(self) -> dict[str, int]:
        """How many items of each measure it has."""
        fillers = (*self.mentions.values(), *self.words.values())
        return {
            **dict.fromkeys(("facts", "exact", "type", "status", "evidence"), 1),
            "roles": sum(map(len, fillers)),
            "content": int(bool(self.content)),
            "attribution": int(bool(self.attributed_to or self.via)),
            "dates": int(any(self.dates)),
            "links": len(self.links),
        }


def _named_once(groups: list[tuple[Mention, ...]]) -> tuple[Named, ...]:
    return tuple(dict.fromkeys(named(mention) for group in groups for mention in group))


def read(fact: Fact) -> Reading:
    """Make a fact ready to be compared."""
    roles = dict(fact.roles())
    content = (fact.content,) if fact.type in ("Statement", "Announcement") else ()
    return Reading(
        fact,
        mentions={r: tuple(map(named, f)) for r, f in roles.items() if r not in (*WORD_ROLES, *LINKS)},
        words={role: tuple(map(tokens, fillers)) for role, fillers in roles.items() if role in WORD_ROLES},
        evidence=united(Span(item.start, item.end) for item in fact.evidence),
        content=tuple(Span(item.start, item.end) for item in content),
    )


def tokens(words: str) -> Tokens:
    """Give the words of some text, folded, with how often each is there."""
    return Counter(re.findall(r"\w+", words.casefold()) or [words.strip()])
