"""What each source speaks of, and how well-founded each situation is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal as OneOf

from pyoxigraph import NamedNode

from kg.insight.findings import Finding, Findings
from kg.insight.reading import Dataset, Situation
from kg.vocab import KG, RDF, SCHEMA

Foundation = OneOf["own report", "one source", "several sources", "hearsay"]
Word = OneOf["own report", "own word", "passes on"]
Voucher = tuple[NamedNode, Word]
SOURCE_COLUMNS = ("source", "word", "speaks of", "facts")
FOUNDATION_COLUMNS = ("fact", "type", "status", "foundation", "sources", "via", "quotes")
STATEMENTS = ("Statement", "Announcement")


def sources(data: Dataset) -> Findings:
    """Tell what each source speaks of: of whom and what, in how many situations.

    A source speaks of those who have a role in a situation that it vouches for (``own word``) or passes on for another
    (``passes on``), or that a statement of it is about; an article in its own voice (``own report``) of all others.
    That somebody said something is not what they speak of: statements themselves are left out, and so are offices.

    Returns:
        Columns: ``source``, ``word``, ``speaks of``, ``facts``; the source with most situations first.
    """
    spoken: dict[Voucher, dict[NamedNode, dict[NamedNode, None]]] = {}
    for situation in data.situations:
        for voucher, entity, told in _told(data, situation):
            if KG.Office not in data.nodes.nodes(entity, RDF.type):
                spoken.setdefault(voucher, {}).setdefault(entity, {})[told] = None
    rows = [
        Finding(
            (_name(data, voucher), voucher[1], data.label(entity), len(told)),
            data.receipts(data.by_node[node] for node in told),
        )
        for voucher, of in sorted(spoken.items(), key=lambda item: (-_count(item[1]), _name(data, item[0]), item[0][1]))
        for entity, told in sorted(of.items(), key=lambda item: (-len(item[1]), data.label(item[0])))
    ]
    return Findings("sources", SOURCE_COLUMNS, tuple(rows))


def foundations(data: Dataset) -> Findings:
    """Tell how well-founded each situation is.

    Returns:
        Columns: ``fact``, ``type``, ``status``, ``foundation``, ``sources``, ``via``, ``quotes`` (how many); in the
        order of the text. ``foundation`` is ``own report`` (the article says so itself, and names no source),
        ``one source``, ``several sources`` (of which the article itself may be one), or ``hearsay`` (all of it by way
        of somebody else).
    """
    rows = []
    for situation in data.situations:
        vouchers = dict.fromkeys(_vouchers(situation))
        names = tuple(_name(data, voucher) for voucher in vouchers if voucher[1] != "passes on")
        via = tuple(_name(data, voucher) for voucher in vouchers if voucher[1] == "passes on")
        values = (
            *(situation.label, situation.type, situation.status, foundation(data, situation)),
            *(names, via, len(situation.sources)),
        )
        rows.append(Finding(values, data.receipts([situation])))
    return Findings("foundations", FOUNDATION_COLUMNS, tuple(rows))


def foundation(data: Dataset, situation: Situation) -> Foundation:
    """Tell how well-founded a situation is. See `foundations`."""
    direct = [source for source in situation.sources if not source.via]
    if situation.sources and not direct:
        return "hearsay"
    by = {node for source in direct for node in source.by}
    # Articles of one publisher are one source: it says the same thing twice.
    own = {_publisher(data, source.article) for source in direct if not source.by}
    if len(by) + len(own) > 1:
        return "several sources"
    return "one source" if by else "own report"


def _publisher(data: Dataset, article: NamedNode | None) -> NamedNode | None:
    return (data.nodes.node(article, SCHEMA.publisher) or article) if article else None


def _told(data: Dataset, situation: Situation) -> Iterator[tuple[Voucher, NamedNode, NamedNode]]:
    """Give who speaks of whom, in which situation."""
    if situation.type not in STATEMENTS:
        for voucher in _vouchers(situation):
            yield from ((voucher, entity, situation.node) for entity in situation.entities())
        return
    for speaker in situation.fillers("speaker"):
        for node in situation.about:
            told = data.by_node.get(node)
            entities = told.entities() if told else [node]
            yield from (((speaker, "own word"), entity, (told or situation).node) for entity in entities)


def _vouchers(situation: Situation) -> Iterator[Voucher]:
    """Give who stands behind the claims of a situation; for an article in its own voice, the article."""
    for source in situation.sources:
        yield from ((node, "own word") for node in source.by)
        yield from ((node, "passes on") for node in source.via)
        if not source.by and not source.via and source.article:
            yield source.article, "own report"


def _name(data: Dataset, voucher: Voucher) -> str:
    node, word = voucher
    return data.article_name(node) if word == "own report" else data.label(node)


def _count(told: dict[NamedNode, dict[NamedNode, None]]) -> int:
    return len({situation for situations in told.values() for situation in situations})
