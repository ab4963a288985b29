"""IRIs: of our ontology, of the vocabularies that we use, and of data."""

from __future__ import annotations

from pyoxigraph import NamedNode

from kg.errors import InputError

DEFAULT_BASE = "https://w3id.org/newskg/id/"


class Namespace:
    """A namespace: ``KG.party`` and ``KG["party"]`` are the IRI of ``kg:party``."""

    def __init__(self, iri: str) -> None:
        self.iri = iri

    def __getattr__(self, name: str) -> NamedNode:
        if name.startswith("__"):
            raise AttributeError(name)
        return NamedNode(self.iri + name)

    def __getitem__(self, name: str) -> NamedNode:
        return NamedNode(self.iri + name)


KG = Namespace("https://w3id.org/newskg#")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
PROV = Namespace("http://www.w3.org/ns/prov#")
SCHEMA = Namespace("https://schema.org/")
WD = Namespace("http://www.wikidata.org/entity/")

PREFIXES = {
    "kg": KG.iri,
    "owl": OWL.iri,
    "prov": PROV.iri,
    "rdf": RDF.iri,
    "rdfs": RDFS.iri,
    "schema": SCHEMA.iri,
    "skos": SKOS.iri,
    "wd": WD.iri,
    "xsd": XSD.iri,
}
"""The prefixes of everything that is not data."""

_DATA = ("article", "claim", "entity", "extraction", "situation")


def check_base(base: str) -> str:
    """Give the base of data IRIs back if it can be one.

    Raises:
        InputError: it is not an absolute IRI that ends in ``/``, ``#`` or ``:``.
    """
    try:
        NamedNode(base)
    except ValueError:
        raise InputError(f"the base {base!r} is not an absolute IRI: give one like {DEFAULT_BASE}") from None
    if not base.endswith(("/", "#", ":")):
        raise InputError(f"the base {base!r} must end in '/', '#' or ':', as names are put behind it")
    return base


def data_prefixes(base: str) -> dict[str, str]:
    """Give the prefixes of data: ``entity:`` for ``{base}entity/``, and so on."""
    return {name: f"{base}{name}/" for name in _DATA}


def all_prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """Give all prefixes, in the order of the alphabet."""
    return dict(sorted({**PREFIXES, **data_prefixes(base)}.items()))


def local_name(term: NamedNode) -> str:
    """Give the end of an IRI: what stands behind its last ``#`` or ``/``."""
    return term.value.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
