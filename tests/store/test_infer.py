import importlib.util
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

import kg
from kg.errors import StoreError
from kg.store import EmbeddedStore
from kg.store.infer import ENGINES, Engine, conclusions, infer
from kg.terms import shortcuts
from kg.vocab import KG, OWL, RDF, RDFS

SEED = Path("seeds/ukraine-swift-beat.txt")
CASES = sorted(Path("tests/cases").glob("*/graph.ttl"))


@pytest.fixture(scope="module")
def stated() -> set[Triple]:
    """What all cases and the seed article state."""
    cases = {quad.triple for path in CASES for quad in parse(path=path, format=RdfFormat.TURTLE)}
    return cases | {quad.triple for quad in kg.build(SEED)}


@pytest.fixture(scope="module", params=["reasonable", pytest.param("owlrl", marks=pytest.mark.slow)])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each reasoner in turn."""
    name: Engine = request.param
    if importlib.util.find_spec(name) is None:
        pytest.skip(f"needs {name}: pip install {name}")
    return name


@pytest.fixture(scope="module")
def drawn(stated: set[Triple], engine: Engine) -> set[Triple]:
    """What follows from that."""
    return set(conclusions(stated, engine))


def test_rules_give_what_the_ontology_says() -> None:
    ex = "http://example.org/"
    one, other, state = (NamedNode(ex + name) for name in ("one", "other", "state"))
    given = {
        *(Triple(node, RDF.type, KG.Entity) for node in (one, other)),
        Triple(state, RDF.type, KG.Situation),
        Triple(state, KG.backer, one),
        Triple(one, KG.hasAgreementWith, other),
    }
    found = conclusions(given)
    assert Triple(state, KG.participant, one) in found
    assert Triple(other, KG.hasAgreementWith, one) in found


def test_shortcuts_are_drawn_from_situations(stated: set[Triple], engine: Engine) -> None:
    short = {shortcut.property for shortcut in shortcuts()}
    without = {triple for triple in stated if triple.predicate not in short}
    assert len(without) < len(stated)
    assert {triple for triple in conclusions(without, engine) if triple.predicate in short} >= stated - without


def test_conclusions_are_new_and_about_the_data(stated: set[Triple], drawn: set[Triple]) -> None:
    assert drawn
    assert not drawn & stated
    things = {triple.subject for triple in stated if triple.predicate == RDF.type}
    for triple in drawn:
        assert triple.subject in things
        assert triple.subject != triple.object
        assert not triple.predicate.value.startswith((RDFS.iri, OWL.iri))
        assert not (isinstance(triple.object, NamedNode) and triple.object.value.startswith((RDFS.iri, OWL.iri)))
        assert triple.predicate == RDF.type or triple.object in {given.object for given in stated} | things


def test_nothing_becomes_actual_that_is_not(stated: set[Triple], drawn: set[Triple]) -> None:
    unsure = {triple.subject for triple in stated if triple.predicate == KG.wouldBe}
    statuses = {triple.object for triple in stated if triple.subject in unsure and triple.predicate == KG.status}
    assert statuses >= {KG.denied, KG.possible}
    safe = {KG.Situation, KG.Event, KG.State}
    for triple in drawn:
        assert triple.predicate not in (KG.status, KG.claimedStatus, KG.wouldBe)
        if triple.subject in unsure and triple.predicate == RDF.type:
            assert triple.object in safe
    # A shortcut that is drawn has a situation behind it which is as it says.
    held = {
        (triple.subject, shortcut.property)
        for shortcut in shortcuts()
        for triple in stated
        if triple.predicate == RDF.type and triple.object == shortcut.situation
        if Triple(triple.subject, KG.status, shortcut.status) in stated
    }
    roles = {shortcut.property: (shortcut.subject, shortcut.object) for shortcut in shortcuts()}
    for triple in drawn:
        if triple.predicate in roles:
            first, second = roles[triple.predicate]
            assert any(
                prop == triple.predicate
                and Triple(situation, first, triple.subject) in stated
                and Triple(situation, second, triple.object) in stated
                for situation, prop in held
            ), triple


@pytest.mark.slow
def test_both_reasoners_agree(stated: set[Triple]) -> None:
    if any(importlib.util.find_spec(name) is None for name in ENGINES):
        pytest.skip("needs reasonable and owlrl: pip install reasonable owlrl")
    first, second = (set(conclusions(stated, name)) for name in ENGINES)
    assert first == second


def test_literals_come_back_as_they_were() -> None:
    claim = NamedNode("http://example.org/claim")
    words = Literal('Één \\ "woord"', language="nl-BE")
    found = conclusions({Triple(claim, RDF.type, KG.Claim), Triple(claim, KG.quote, words)})
    assert Triple(claim, NamedNode("http://www.w3.org/ns/oa#exact"), words) in found


def test_conclusions_lie_in_a_graph_of_their_own_and_come_again_the_same(tmp_path: Path) -> None:
    graph = kg.build(SEED)
    with EmbeddedStore.open(tmp_path) as store:
        name = next(iter(graph)).graph_name
        assert isinstance(name, NamedNode)
        store.replace([(name, graph)])
        number = infer(store)
        assert number > 0
        with store.rdf() as rdf:
            first = set(rdf)
        assert infer(store) == number
        with store.rdf() as rdf:
            assert set(rdf) == first
        assert set(store.quads()) == set(graph)
        assert sum(quad.graph_name == store.inferred for quad in first) == number


def test_without_a_reasoner_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(StoreError, match="pip install reasonable or owlrl"):
        conclusions([])
    with pytest.raises(StoreError, match="pip install owlrl"):
        conclusions([], "owlrl")
