"""Dataset → files and networks. Knows RDF and our vocabulary, not facts."""

from kg.export.jsonld import to_jsonld
from kg.export.network_files import to_gexf, to_graphml
from kg.export.networks import Network, View, to_networkx
from kg.export.rdf import to_nquads, to_trig, to_turtle, to_turtle_triples

FORMATS = (".ttl", ".trig", ".nq", ".jsonld", ".graphml", ".gexf", ".html")
"""The endings of the files that a graph can be written to."""

__all__ = [
    "FORMATS",
    "Network",
    "View",
    "to_gexf",
    "to_graphml",
    "to_jsonld",
    "to_networkx",
    "to_nquads",
    "to_trig",
    "to_turtle",
    "to_turtle_triples",
]
