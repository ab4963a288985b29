"""An entity → its triples."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kg.facts import Entity
from kg.facts.mention import Kind
from kg.mappers.naming import Naming
from kg.vocab import KG, OWL, RDF, RDFS, SKOS, WD

_ORGANISATION = (KG.Organisation, KG.Entity)
CLASSES: dict[Kind, tuple[NamedNode, ...]] = {
    "Person": (KG.Person, KG.Entity),
    "Organisation": _ORGANISATION,
    "Company": (KG.Company, *_ORGANISATION),
    "GovernmentBody": (KG.GovernmentBody, *_ORGANISATION),
    "ArmedForce": (KG.ArmedForce, KG.GovernmentBody, *_ORGANISATION),
    "NewsOutlet": (KG.NewsOutlet, *_ORGANISATION),
    "Country": (KG.Country, KG.Entity),
    "Place": (KG.Place, KG.Entity),
    "Group": (KG.Group, KG.Entity),
    "Office": (KG.Office, KG.Entity),
    "ProductKind": (KG.ProductKind, KG.Entity, SKOS.Concept),
}
"""Of each kind, its class and all above it."""


def map_entity(entity: Entity, naming: Naming) -> Iterator[Triple]:
    """Map an entity: its classes, names, and what it is elsewhere."""
    iri = naming.known(entity)
    for cls in CLASSES[entity.kind]:
        yield Triple(iri, RDF.type, cls)
    for label in entity.labels:
        yield Triple(iri, RDFS.label, Literal(label.text, language=label.language.lower()))
    for alias in entity.aliases:
        yield Triple(iri, SKOS.altLabel, Literal(alias.text, language=alias.language.lower()))
    if entity.wikidata:
        # A kind of product is a concept, and concepts match; all else is one and the same thing.
        same = SKOS.exactMatch if entity.kind == "ProductKind" else OWL.sameAs
        yield Triple(iri, same, WD[entity.wikidata])
    if entity.broader:
        yield Triple(iri, SKOS.broader, NamedNode(naming.base + entity.broader))
    if entity.office_of:
        yield Triple(iri, KG.officeOf, NamedNode(naming.base + entity.office_of))
    if entity.office_kind:
        yield Triple(iri, KG.officeKind, WD[entity.office_kind])
