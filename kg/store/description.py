"""What an endpoint says of itself: SPARQL 1.1 Service Description."""

from __future__ import annotations

from pyoxigraph import NamedNode, Triple, serialize

from kg.store.answering import RESULTS, TRIPLES
from kg.vocab import RDF, Namespace

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")

_FORMATS = Namespace("http://www.w3.org/ns/formats/")
_FORMAT_NAMES = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "ttl": "Turtle",
    "nt": "N-Triples",
    "jsonld": "JSON-LD",
    "rdf": "RDF_XML",
}


def description(url: str, triples: str) -> bytes:
    """Describe an endpoint: it answers SPARQL 1.1 queries over the union of its graphs, and no more.

    Args:
        url: its URL.
        triples: the name of the format to write: one of `kg.store.answering.TRIPLES`.
    """
    service, dataset, default = NamedNode(url), NamedNode(f"{url}#dataset"), NamedNode(f"{url}#default-graph")
    said = [
        Triple(service, RDF.type, SD.Service),
        Triple(service, SD.endpoint, service),
        Triple(service, SD.supportedLanguage, SD.SPARQL11Query),
        Triple(service, SD.feature, SD.UnionDefaultGraph),
        *(Triple(service, SD.resultFormat, _FORMATS[_FORMAT_NAMES[name]]) for name in (*RESULTS, *TRIPLES)),
        Triple(service, SD.defaultDataset, dataset),
        Triple(dataset, RDF.type, SD.Dataset),
        Triple(dataset, SD.defaultGraph, default),
        Triple(default, RDF.type, SD.Graph),
    ]
    return (
        serialize(said, format=TRIPLES[triples], prefixes={"sd": SD.iri} if triples in ("ttl", "rdf") else None) or b""
    )
