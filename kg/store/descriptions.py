"""What a graph says of each article, entity and situation, field by field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal as OneOf

from pyoxigraph import Literal, NamedNode, Quad

from kg.export.networks import claims_of, situation_type
from kg.rdf import Nodes
from kg.terms import shortcuts
from kg.vocab import KG, OWL, PROV, RDF, RDFS, SKOS, local_name

What = OneOf["article", "entity", "situation"]
Value = NamedNode | Literal

# Of a situation, what its class says already; of an entity, what its situations say already.
_SHORTCUTS = frozenset(shortcut.property for shortcut in shortcuts())
_NOT_FIELDS = {
    "article": frozenset((RDF.type,)),
    "entity": frozenset(_SHORTCUTS),
    "situation": frozenset((RDF.type, KG.wouldBe)),
}
_OF_CLAIMS = {
    KG.quote: "words",
    KG.claimedStatus: "status of the words",
    KG.attributedTo: "attributed to",
    KG.via: "via",
    KG.confidence: "confidence",
    PROV.wasGeneratedBy: "extraction",
}
_NAMES = {RDFS.label: "label", RDF.type: "class", SKOS.altLabel: "other name", OWL.sameAs: "same as"}
_LONGEST = 100


@dataclass
class Description:
    """What a graph says of a node.

    Attributes:
        node: its IRI.
        what: what it is.
        label: its title, in Dutch if it has one.
        type: the name of its class.
        status: of a situation, its status.
        fields: the values of each field.
        articles: of a situation, the articles that tell of it.
    """

    node: NamedNode
    what: What
    label: str
    type: str
    status: str = ""
    fields: dict[str, set[Value]] = field(default_factory=dict)
    articles: frozenset[NamedNode] = frozenset()

    def roles(self) -> frozenset[tuple[str, Value]]:
        """Give the roles that nodes have in a situation."""
        said = ((name, value) for name, values in self.fields.items() for value in values)
        words = {*_OF_CLAIMS.values(), "place in the text", "status"}
        return frozenset((name, value) for name, value in said if isinstance(value, NamedNode) and name not in words)


class Descriptions:
    """What a graph says of each article, entity and situation."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._nodes = nodes = Nodes(quads)
        self._claims: dict[NamedNode, NamedNode] = {}
        self.of: dict[NamedNode, Description] = {}
        self.of.update((node, self._plain(node, "article")) for node in nodes.of_class(KG.Article))
        self.of.update((node, self._plain(node, "entity")) for node in nodes.of_class(KG.Entity))
        self.of.update((node, self._situation(node)) for node in nodes.of_class(KG.Situation))

    def told_with(self, node: object) -> object:
        """Give what a node is told of with: a claim with its situation, anything else by itself."""
        return self._claims.get(node, node) if isinstance(node, NamedNode) else node

    def texts(self, values: Iterable[Value]) -> tuple[str, ...]:
        """Give values as people read them, in the order of the alphabet."""
        return tuple(sorted(self._text(value) for value in values))

    def _text(self, value: Value) -> str:
        if isinstance(value, NamedNode):
            return self._nodes.label(value)
        language = f" ({value.language})" if value.language else ""
        text = value.value if len(value.value) <= _LONGEST else f"{value.value[:_LONGEST]}…"
        return f"“{text}”{language}"

    def _plain(self, node: NamedNode, what: What) -> Description:
        kinds = self._nodes.nodes(node, RDF.type)
        special = min((local_name(cls) for cls in kinds), default="", key=lambda name: (name == "Entity", name))
        found = Description(node, what, self._nodes.label(node), "Article" if what == "article" else special)
        self._fill(found)
        return found

    def _situation(self, node: NamedNode) -> Description:
        nodes = self._nodes
        status = nodes.node(node, KG.status)
        found = Description(node, "situation", nodes.label(node), situation_type(nodes, node))
        found.status = local_name(status) if status else ""
        self._fill(found)
        claims = claims_of(nodes, node)
        self._claims.update(dict.fromkeys(claims, node))
        found.articles = frozenset(article for claim in claims for article in nodes.nodes(claim, KG.inArticle))
        for claim in claims:
            for role, value in nodes.pairs(claim):
                if role in _OF_CLAIMS:
                    found.fields.setdefault(_OF_CLAIMS[role], set()).add(value)
            place = f"{nodes.text(claim, KG.start)}-{nodes.text(claim, KG.end)}"
            found.fields.setdefault("place in the text", set()).add(Literal(place))
        return found

    def _fill(self, found: Description) -> None:
        for role, value in self._nodes.pairs(found.node):
            if role not in _NOT_FIELDS[found.what]:
                found.fields.setdefault(_NAMES.get(role, local_name(role)), set()).add(value)


def is_shortcut(quad: Quad) -> bool:
    """Tell whether a triple is a shortcut, which says what a situation says already."""
    return quad.predicate in _SHORTCUTS
