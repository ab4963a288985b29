"""The ontology by itself: others can load it, and what it points to exists."""

from pathlib import Path

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse
from rdflib.namespace import FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, TIME, DefinedNamespace

from kg.terms import shortcuts, term_label
from kg.vocab import KG

ONTOLOGY = Path("ontology")
KG_IRI = KG.iri
# rdflib's lists of terms, made from the vocabularies themselves.
KNOWN: list[type[DefinedNamespace]] = [FOAF, ORG, PROV, SDO, SKOS, TIME]


def load(name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(ONTOLOGY / name)


@pytest.mark.parametrize("name", ["kg.ttl", "shapes.ttl", "alignments.ttl"])
def test_rdflib_and_oxigraph_read_the_same(name: str) -> None:
    assert len(load(name)) == len(list(parse(path=ONTOLOGY / name, format=RdfFormat.TURTLE))) > 50


def test_no_domain_makes_a_denied_situation_an_instance() -> None:
    graph = load("kg.ttl")
    situations = set(graph.transitive_subjects(RDFS.subClassOf, rdflib.URIRef(f"{KG_IRI}Situation")))
    situations -= {rdflib.URIRef(f"{KG_IRI}Situation")}
    assert len(situations) == 22
    for predicate in (RDFS.domain, RDFS.range):
        assert not set(graph.objects(None, predicate)) & situations
    assert not list(graph.triples((None, OWL.propertyChainAxiom, None)))
    assert not list(graph.triples((None, OWL.onProperty, None)))


def test_alignments_lead_from_our_terms_to_terms_that_exist() -> None:
    ours = set(load("kg.ttl").subjects(RDFS.isDefinedBy, None))
    links = [
        (s, o) for s, p, o in load("alignments.ttl") if str(p).startswith(str(SKOS)) and isinstance(o, rdflib.URIRef)
    ]
    assert len(links) > 40
    checked = 0
    for term, target in links:
        assert term in ours, term
        for namespace in KNOWN:
            if target.startswith(str(namespace._NS)):
                assert target in namespace, target
                checked += 1
    assert checked > 40


def test_the_ontology_and_the_alignments_are_apart() -> None:
    concepts = list(load("kg.ttl").subjects(RDF.type, SKOS.Concept))
    assert {str(concept).removeprefix(KG_IRI) for concept in concepts} == {
        "actual", "ended", "planned", "possible", "denied", "disputed",
    }  # fmt: skip
    mappings = {SKOS.closeMatch, SKOS.exactMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch}
    assert not mappings & set(load("kg.ttl").predicates())


def test_shortcuts_are_declared() -> None:
    declared = {shortcut.property.value.removeprefix(KG_IRI): shortcut for shortcut in shortcuts()}
    assert len(declared) == 18
    assert declared["heldOffice"].status == KG.ended
    assert declared["backs"].subject == KG.backer
    assert declared["backs"].object == KG.backed
    assert {shortcut.status for name, shortcut in declared.items() if name != "heldOffice"} == {KG.actual}


def test_labels_in_two_languages() -> None:
    assert term_label(KG.Agreement, "nl") == "overeenkomst"
    assert term_label(KG.Agreement, "nl-NL") == "overeenkomst"
    assert term_label(KG.Agreement, "en") == "agreement"
    assert term_label(KG.Agreement, "fr") == "agreement"
    assert term_label(KG.unheardOf, "en") == "unheardOf"
