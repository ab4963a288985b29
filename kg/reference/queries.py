"""The SPARQL query that finds a term in a graph."""

from __future__ import annotations

from pyoxigraph import NamedNode

from kg.reference.ontology import Ontology
from kg.vocab import KG, OWL, RDFS, local_name

_PREFIXES = "PREFIX kg: <https://w3id.org/newskg#>\nPREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n\n"
_SITUATION = """SELECT ?situation ?label ?status ?quote
WHERE {
  ?situation PREDICATE TERM ;
    rdfs:label ?label ;
    kg:status ?status .
  ?claim kg:claims ?situation ;
    kg:quote ?quote .
}"""
_HAS_STATUS = """SELECT ?situation ?label ?quote
WHERE {
  ?situation kg:status TERM ;
    rdfs:label ?label .
  ?claim kg:claims ?situation ;
    kg:quote ?quote .
}"""
_NAMED = "SELECT ?entity ?name\nWHERE {\n  ?entity a TERM ;\n    rdfs:label ?name .\n}"
_NODE = "SELECT ?node\nWHERE { ?node a TERM }"
_ROLE = "SELECT ?situation ?label ?value\nWHERE {\n  ?situation TERM ?value ;\n    rdfs:label ?label .\n}"
_LINK = "SELECT ?subject ?value\nWHERE { ?subject TERM ?value }"
_USED = "SELECT DISTINCT ?status\nWHERE { ?situation kg:status ?status }"


def query_of(ontology: Ontology, term: NamedNode, *, instance: bool = True) -> str:
    """Give a query that finds where a term is used.

    Args:
        ontology: where the term is described.
        term: a class, property or status.
        instance: whether to look for what is of the class, and not for what only would be.
    """
    name = f"kg:{local_name(term)}"
    if term in ontology.terms.classes:
        return _PREFIXES + _of_class(ontology, term, instance).replace("TERM", name)
    if term in ontology.terms.statuses:
        return _PREFIXES + _HAS_STATUS.replace("TERM", name)
    if inverse := ontology.links(term, OWL.inverseOf):
        return _PREFIXES + _LINK.replace("TERM", f"{name}|^kg:{local_name(inverse[0])}")
    form = _ROLE if KG.Situation in (*ontology.links(term, RDFS.domain), *ontology.domains(term)) else _LINK
    return _PREFIXES + form.replace("TERM", name)


def _of_class(ontology: Ontology, term: NamedNode, instance: bool) -> str:
    if term == KG.Status:
        return _USED
    root = ontology.root(term)
    if root == KG.Entity:
        return _NAMED
    if root == KG.Situation:
        return _SITUATION.replace("PREDICATE", "a" if instance else "kg:wouldBe")
    return _NODE
