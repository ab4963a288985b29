"""Two facts side by side: whether they can be a pair, and in what they agree."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from kg.evaluation.assignment import best_pairs
from kg.evaluation.entities import same, same_set
from kg.evaluation.readings import Reading, Tokens
from kg.evaluation.spans import half_shared, shared

_SAYING = frozenset(("Statement", "Announcement"))
_T = TypeVar("_T")
_EXACT = ("type", "content", "status", "attribution", "dates")


@dataclass(frozen=True)
class Comparison:
    """An extracted and a reviewed fact that tell of the same situation.

    Attributes:
        found: the extracted fact.
        expected: the reviewed fact.
    """

    found: Reading
    expected: Reading

    @cached_property
    def right(self) -> dict[str, int]:
        """How many items of each measure are right, `links` aside, which depend on other pairs."""
        agreed = {name: int(equal and self._both_have(name)) for name, equal in self._equal.items()}
        return agreed | {"facts": 1, "roles": sum(self._filled_alike.values())}

    @cached_property
    def differing(self) -> frozenset[str]:
        """The measures in which the two are not alike, `links` aside."""
        parts = {name for name, equal in self._equal.items() if not equal}
        return frozenset(parts | ({"roles"} if self.differing_roles else set()))

    @cached_property
    def differing_roles(self) -> tuple[str, ...]:
        """The roles that are not filled alike."""
        fact, other = self.found.fact, self.expected.fact
        return tuple(
            role
            for role, alike in self._filled_alike.items()
            if alike < max(len(getattr(fact, role, ())), len(getattr(other, role, ())))
        )

    @cached_property
    def rank(self) -> tuple[int, ...]:
        """How well they fit, the weightiest first. All that is counted is in it, so that ties change no figure."""
        right, equal = self.right, self._equal
        return (
            *(1, right["exact"], right["roles"], right["status"], right["attribution"], right["dates"], right["type"]),
            *(right["content"], right["evidence"], equal["attribution"], equal["dates"], not self.differing_roles),
            shared(self.found.quotes, self.expected.quotes),
        )

    def _both_have(self, name: str) -> bool:
        return bool(self.found.items[name] and self.expected.items[name])

    @cached_property
    def _equal(self) -> dict[str, bool]:
        found, expected = self.found, self.expected
        equal = {
            "type": found.fact.type == expected.fact.type,
            "content": found.content == expected.content or half_shared(found.content, expected.content),
            "status": found.fact.status == expected.fact.status,
            "attribution": same_set(found.attributed_to, expected.attributed_to) and same_set(found.via, expected.via),
            "dates": found.dates == expected.dates,
            "evidence": half_shared(found.evidence, expected.evidence),
        }
        roles = found.mentions.keys() | expected.mentions.keys()
        fillers = all(same_set(found.mentions.get(role, ()), expected.mentions.get(role, ())) for role in roles)
        return equal | {"exact": fillers and all(equal[name] for name in _EXACT)}

    @cached_property
    def _filled_alike(self) -> dict[str, int]:
        """How many fillers of each role the two share."""
        mentions = _shared_fillers(self.found.mentions, self.expected.mentions, same)
        return mentions | _shared_fillers(self.found.words, self.expected.words, half_the_words)


def _shared_fillers(
    found: Mapping[str, Sequence[_T]], expected: Mapping[str, Sequence[_T]], alike: Callable[[_T, _T], bool]
) -> dict[str, int]:
    roles = dict.fromkeys((*expected, *found))
    return {role: _paired(found.get(role, ()), expected.get(role, ()), alike) for role in roles}


def _paired(some: Sequence[_T], others: Sequence[_T], alike: Callable[[_T, _T], bool]) -> int:
    """Give the number of fillers that can be paired with one of the others each."""
    equal = {(i, j): 1 for i, one in enumerate(some) for j, other in enumerate(others) if alike(one, other)}
    return len(best_pairs(equal))


def half_the_words(one: Tokens, other: Tokens) -> bool:
    """Tell whether words share at least half of the longer ones."""
    return 2 * (one & other).total() >= max(one.total(), other.total())


def comparable(found: Reading, expected: Reading) -> bool:
    """Tell whether two facts of one article can be a pair; the package says when."""
    if kind(found) != kind(expected) or not shared(found.quotes, expected.quotes):
        return False
    if kind(found) == "Statement" and shared(found.content, expected.content):
        return True
    roles = ("speaker",) if kind(found) == "Statement" else tuple(found.mentions)
    return any(_share(found, expected, role, role) for role in roles) and not _turned_round(found, expected)


def kind(reading: Reading) -> str:
    """Give the type of a fact, where those that can be a pair have the same."""
    return "Statement" if reading.fact.type in _SAYING else reading.fact.type


def _share(found: Reading, expected: Reading, role: str, another: str) -> bool:
    others = expected.mentions.get(another, ())
    return any(same(one, other) for one in found.mentions.get(role, ()) for other in others)


def _turned_round(found: Reading, expected: Reading) -> bool:
    """Tell whether two entities have changed roles."""
    roles = sorted(_both(found.mentions, expected.mentions))
    return any(
        _share(found, expected, role, another)
        and _share(found, expected, another, role)
        and not _share(found, expected, role, role)
        and not _share(found, expected, another, another)
        for role in roles
        for another in roles
        if role < another
    )


def _both(one: Mapping[str, object], other: Mapping[str, object]) -> set[str]:
    return set(one) & set(other)
