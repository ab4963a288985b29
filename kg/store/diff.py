"""What changed from one graph to another, in facts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any
from typing import Literal as OneOf

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, NamedNode, Quad, Triple

from kg.errors import one_line
from kg.store.descriptions import Description, Descriptions, Value, What, is_shortcut

Kind = OneOf["added", "gone", "changed"]
_SIGNS: dict[Kind, str] = {"added": "+", "gone": "-", "changed": "~"}
_ORDER: dict[What, int] = {"article": 0, "entity": 1, "situation": 2}
_PLURAL = {"entity": "entities"}


@dataclass(frozen=True)
class Difference:
    """A field that says something else now.

    Attributes:
        field: its name: ``status``, ``words``, a role …
        before: what it said, as people read it; empty where it said nothing.
        after: what it says now.
    """

    field: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """An article, entity or situation that was added, is gone, or has changed.

    Attributes:
        kind: which of these.
        what: what it is.
        iri: its IRI; of one that has changed, as it was before.
        label: its title.
        type: the name of its class.
        status: of a situation, its status.
        differences: of one that has changed, what is different.
        new_iri: its IRI now, where that has changed too.
    """

    kind: Kind
    what: What
    iri: str
    label: str
    type: str
    status: str = ""
    differences: tuple[Difference, ...] = ()
    new_iri: str | None = None

    def __str__(self) -> str:
        status = f", {self.status}" if self.status else ""
        lines = [f"{_SIGNS[self.kind]} {self.what}  {one_line(self.label)}  ({self.type}{status})"]
        for difference in self.differences:
            sides = (" and ".join(side) or "nothing" for side in (difference.before, difference.after))
            lines.append(f"    {difference.field}: {one_line(' → '.join(sides))}")
        return "\n".join(lines)


@dataclass(frozen=True)
class Diff:
    """What changed from one graph to another.

    Attributes:
        changes: articles, entities and situations, in this order.
        shortcuts: how many shortcuts were added, and are gone; each of them says what a situation says already.
        other: how many other triples were added, and are gone; with them, no difference of triples goes untold.
        graphs: the named graphs that were added, and are gone: one may repeat what others say, as a copy of an article.
    """

    changes: tuple[Change, ...]
    shortcuts: tuple[int, int] = (0, 0)
    other: tuple[int, int] = (0, 0)
    graphs: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())

    def __bool__(self) -> bool:
        return bool(self.changes) or any((*self.shortcuts, *self.other, *self.graphs))

    def __str__(self) -> str:
        if not self:
            return "the same facts"
        told = [*map(str, self.changes)]
        for sign, names in zip("+-", self.graphs, strict=True):
            told += [f"{sign} graph  {one_line(name)}" for name in names]
        return "\n".join([*told, *([""] if told else []), *self._counts()])

    def _counts(self) -> Iterator[str]:
        counts = Counter((change.what, change.kind) for change in self.changes)
        for what in _ORDER:
            if found := [f"{counts[what, kind]} {kind}" for kind in _SIGNS if counts[what, kind]]:
                yield f"{_PLURAL.get(what, f'{what}s')}: {', '.join(found)}"
        graphs = len(self.graphs[0]), len(self.graphs[1])
        for name, (added, gone) in (("graphs", graphs), ("shortcuts", self.shortcuts), ("other triples", self.other)):
            if added or gone:
                yield f"{name}: {added} added, {gone} gone"

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values, for JSON."""
        return asdict(self)


def diff(before: Iterable[Quad], after: Iterable[Quad]) -> Diff:
    """Tell what changed from one graph to another.

    A situation is the same where its IRI is, or else where it has the same class and roles in the same article, or the
    same class and words.

    Args:
        before: the one graph. Which article states a triple does not matter, only that one does.
        after: the other. Where both have named graphs, those that only one of them has are told.
    """
    before, after = list(before), list(after)
    old, new = _triples(before), _triples(after)
    was, is_now = Descriptions(old), Descriptions(new)
    pairs = list(_pairs(was, is_now))
    renamed = {one.node: other.node for one, other in pairs if one is not None and other is not None}
    compare = _Comparison(was, is_now, renamed)
    changes = [change for one, other in pairs if (change := compare(one, other)) is not None]
    changes.sort(key=lambda change: (_ORDER[change.what], change.type, change.label, change.iri))
    told = {iri for change in changes for iri in (change.iri, change.new_iri)}
    added, gone = _rest(new - old, is_now, told), _rest(old - new, was, told)
    graphs = _graphs(before, after, told)
    return Diff(tuple(changes), shortcuts=(added[0], gone[0]), other=(added[1], gone[1]), graphs=graphs)


def _graphs(
    before: Iterable[Quad], after: Iterable[Quad], told: set[str | None]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the names of graphs that are in the one only; in Turtle there are none, so that there they tell nothing."""
    old, new = (
        {quad.graph_name.value for quad in quads if isinstance(quad.graph_name, NamedNode)} for quads in (before, after)
    )
    if not (old and new):
        return (), ()
    return tuple(sorted(new - old - told)), tuple(sorted(old - new - told))


def _rest(quads: set[Quad], descriptions: Descriptions, told: set[str | None]) -> tuple[int, int]:
    """Count triples that no change tells of: shortcuts, and others."""
    short = sum(is_shortcut(quad) for quad in quads)
    subjects = (descriptions.told_with(quad.subject) for quad in quads if not is_shortcut(quad))
    return short, sum(getattr(subject, "value", None) not in told for subject in subjects)


def _triples(quads: Iterable[Quad]) -> set[Quad]:
    """Give the triples of a graph, with names for its blank nodes that depend on nothing but the graph."""
    found = {Quad(quad.subject, quad.predicate, quad.object) for quad in quads}
    if any(isinstance(term, BlankNode | Triple) for quad in found for term in (quad.subject, quad.object)):
        dataset = Dataset(found)
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        found = set(dataset)
    return found


def _pairs(was: Descriptions, is_now: Descriptions) -> Iterator[tuple[Description | None, Description | None]]:
    """Give what is the same in both graphs together, and the rest alone."""
    gone = {node: found for node, found in was.of.items() if node not in is_now.of}
    added = {node: found for node, found in is_now.of.items() if node not in was.of}
    for node, found in was.of.items():
        if node in is_now.of:
            yield found, is_now.of[node]
    for key in (_class_and_roles, _class_and_words):
        for one, other in list(_alike(gone.values(), added.values(), key)):
            del gone[one.node], added[other.node]
            yield one, other
    for found in gone.values():
        yield found, None
    for found in added.values():
        yield None, found


def _class_and_roles(found: Description) -> Hashable:
    return found.type, found.articles, found.roles()


def _class_and_words(found: Description) -> Hashable:
    return found.type, found.articles, frozenset(found.fields.get("words", ()))


def _alike(
    gone: Iterable[Description], added: Iterable[Description], key: Callable[[Description], Hashable]
) -> Iterator[tuple[Description, Description]]:
    """Pair situations of one key, those first that have most in common."""
    here: dict[Hashable, list[Description]] = defaultdict(list)
    for found in added:
        if found.what == "situation":
            here[key(found)].append(found)
    for one in gone:
        candidates = here.get(key(one), []) if one.what == "situation" else []
        if candidates:
            best = max(candidates, key=lambda other: _in_common(one, other))
            candidates.remove(best)
            yield one, best


def _in_common(one: Description, other: Description) -> int:
    return sum(len(values & other.fields.get(name, set())) for name, values in one.fields.items())


class _Comparison:
    """Says what changed of one thing."""

    def __init__(self, was: Descriptions, is_now: Descriptions, renamed: Mapping[NamedNode, NamedNode]) -> None:
        self._was = was
        self._is_now = is_now
        self._renamed = renamed

    def __call__(self, one: Description | None, other: Description | None) -> Change | None:
        if one is None or other is None:
            found = one or other
            return None if found is None else self._alone(found, "added" if one is None else "gone")
        differences = tuple(self._differences(one, other))
        new_iri = other.node.value if other.node != one.node else None
        if not differences and new_iri is None:
            return None
        iri = one.node.value
        return Change("changed", one.what, iri, other.label, other.type, other.status, differences, new_iri)

    def _alone(self, found: Description, kind: Kind) -> Change:
        return Change(kind, found.what, found.node.value, found.label, found.type, found.status)

    def _differences(self, one: Description, other: Description) -> Iterator[Difference]:
        if one.type != other.type:
            yield Difference("type", (one.type,), (other.type,))
        for name in sorted({*one.fields, *other.fields}, key=lambda name: (name != "status", name)):
            before = {self._now(value): value for value in one.fields.get(name, ())}
            after = other.fields.get(name, set())
            if before.keys() != after:
                old = [value for now, value in before.items() if now not in after]
                yield Difference(name, self._was.texts(old), self._is_now.texts(after - before.keys()))

    def _now(self, value: Value) -> Value:
        return self._renamed.get(value, value) if isinstance(value, NamedNode) else value
