"""Patterns over words: read from lines, kept as tries, matched in steps. It knows nothing of times."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple


class Edge(NamedTuple):
    """Something found: what it is, what it means, and the number of the token behind it."""

    label: str
    value: Any
    stop: int


Builder = Callable[..., Any]
"""Makes the meaning of a pattern from those of its categories, given by name; None refuses the match."""


class _End(NamedTuple):
    label: str
    build: Builder
    slots: tuple[str, ...]


class _Node:
    """One place in a trie: where each word or category leads, and the patterns that end here."""

    __slots__ = ("ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.ends: list[_End] = []


class Patterns:
    """Patterns in steps, each of which may use what those before it found."""

    def __init__(self, steps: Iterable[Iterable[Sequence[str]]], builders: Mapping[str, Builder]) -> None:
        """Read patterns.

        Args:
            steps: for each step its patterns: category, name of the builder, words. Of the words those in capitals
                are categories (a figure behind tells two of them apart; in brackets the meaning is not given to the
                builder, and ``name=A`` gives it by that name), ``a|b`` is one of two, ``a?`` may be missing.
            builders: the builders by name.

        Raises:
            KeyError: there is no such builder.
        """
        self._steps = [_trie(step, builders) for step in steps]

    def match(self, words: Sequence[str], edges: list[list[Edge]]) -> None:
        """Find all patterns in a row of words.

        Args:
            words: the words, in lower case.
            edges: for each place what is known to begin there; what is found is added.
        """
        for root in self._steps:
            for place, word in enumerate(words):
                if word in root.next or any(edge.label in root.next for edge in edges[place]):
                    edges[place].extend(list(_walk(root, words, edges, place)))


def _trie(step: Iterable[Sequence[str]], builders: Mapping[str, Builder]) -> _Node:
    root = _Node()
    for label, builder, words in step:
        for sequence in _sequences(words):
            _add(root, sequence, label, builders[builder])
    return root


def _sequences(words: str) -> Iterator[tuple[str, ...]]:
    choices: list[list[tuple[str, ...]]] = []
    for word in words.split():
        options: list[tuple[str, ...]] = [(one,) for one in word.removesuffix("?").split("|")]
        choices.append([*options, ()] if word.endswith("?") else options)
    for chosen in product(*choices):
        yield tuple(part for parts in chosen for part in parts)


def _add(root: _Node, sequence: Iterable[str], label: str, build: Builder) -> None:
    node, slots = root, []
    for word in sequence:
        name, _, category = word.rpartition("=")
        if category.isupper():
            slots.append("" if category.startswith("(") else name or category.lower())
            word = category.strip("()0123456789")
        node = node.next.setdefault(word, _Node())
    node.ends.append(_End(label, build, tuple(slots)))


def _walk(root: _Node, words: Sequence[str], edges: Sequence[Sequence[Edge]], place: int) -> Iterator[Edge]:
    """Give what the patterns of one step find at a place. A trie is a few words deep, so this takes bounded time."""
    waiting: list[tuple[_Node, int, tuple[Any, ...]]] = [(root, place, ())]
    while waiting:
        node, here, values = waiting.pop()
        for end in node.ends:
            value = end.build(**{slot: value for slot, value in zip(end.slots, values, strict=True) if slot})
            if value is not None:
                yield Edge(end.label, value, here)
        if here == len(words) or not node.next:
            continue
        if (after := node.next.get(words[here])) is not None:
            waiting.append((after, here + 1, values))
        for label, value, stop in edges[here]:
            if (after := node.next.get(label)) is not None:
                waiting.append((after, stop, (*values, value)))
