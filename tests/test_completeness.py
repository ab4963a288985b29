"""Ontology, records, mappers, shapes and cases agree: whoever adds a type or a role is told what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import owlrl
import pytest
from rdflib import OWL, RDF, RDFS, SDO, SH, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.facts import FACT_TYPES, Content, Event, Fact, State
from kg.pipeline import build

KG = Namespace("https://w3id.org/newskg#")
KSH = Namespace("https://w3id.org/newskg/shapes#")
CLASH = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
TYPES = sorted(FACT_TYPES)

UNBOUNDED = 1000
"""What a record writes for "any number", where a shape has no sh:maxCount."""

OFFICE_OF = "organisation"
"""The one role of a record that is no role of the situation: kg:officeOf of the office."""

INVERSE = "the inverse of a property that kg writes: for reasoners and for reading"
DECLARES = "says in the ontology how a shortcut comes about"
STRUCTURAL = {
    "Status": "the class of the statuses, which kg.ttl itself declares",
    "claimedBy": INVERSE,
    "hasPart": INVERSE,
    "resultedFrom": INVERSE,
    "hasOffice": INVERSE,
    "officeHeldBy": INVERSE,
    "backedBy": INVERSE,
    "controlledBy": INVERSE,
    "suppliedBy": INVERSE,
    "producedBy": INVERSE,
    "shortcutFrom": DECLARES,
    "shortcutSubject": DECLARES,
    "shortcutObject": DECLARES,
    "shortcutStatus": DECLARES,
    "shortcutExactly": DECLARES,
}
"""The terms of the ontology that no graph has, each with the reason."""


# Classes ↔ records


def test_each_class_of_situations_has_a_record(ontology: Graph) -> None:
    assert {_name(cls) for cls in _below(ontology, KG.Event, KG.State)} == set(FACT_TYPES)


@pytest.mark.parametrize("name", TYPES)
def test_event_or_state_is_the_same_in_ontology_and_record(ontology: Graph, name: str) -> None:
    record = FACT_TYPES[name]
    assert (KG[name] in _below(ontology, KG.Event)) == issubclass(record, Event)
    assert (KG[name] in _below(ontology, KG.State)) == issubclass(record, State)


# Roles ↔ fields


@pytest.mark.parametrize("name", TYPES)
def test_each_role_of_a_record_is_one_of_the_ontology(ontology: Graph, name: str) -> None:
    roles = {_property(role) for role in FACT_TYPES[name].role_names() if role != OFFICE_OF}
    assert roles - _roles_of(ontology, name) - _roles_of(ontology, "Situation") == set()


@pytest.mark.parametrize("name", TYPES)
def test_each_role_of_the_ontology_is_one_of_the_record(ontology: Graph, name: str) -> None:
    record = FACT_TYPES[name]
    roles = {_property(role) for role in record.role_names()}
    if "content" in record.model_fields:
        roles |= {KG.content} | {KG[field] for field in Content.model_fields}
    assert _roles_of(ontology, name) - roles == set()


def test_the_organisation_of_an_office_stands_on_the_office(ontology: Graph) -> None:
    assert [name for name in TYPES if OFFICE_OF in FACT_TYPES[name].role_names()] == ["OfficeHolding"]
    assert (KG.officeOf, RDFS.domain, KG.Office) in ontology


def test_no_role_has_a_class_of_situations_as_its_domain(ontology: Graph) -> None:
    for cls in _below(ontology, KG.Event, KG.State) | {KG.Event, KG.State}:
        assert set(ontology.subjects(RDFS.domain, cls)) | set(ontology.subjects(RDFS.range, cls)) == set()


# Shapes ↔ records


@pytest.mark.parametrize("name", TYPES)
def test_each_class_has_a_shape_and_one_for_what_would_be_of_it(shapes: Graph, name: str) -> None:
    shape = _shape(shapes, name)
    (would_be,) = shapes.subjects(SH.targetNode, KG[name])
    (checked,) = shapes.objects(would_be, SH.property)
    path = shapes.value(checked, SH.path)
    assert shapes.value(path, SH.inversePath) == KG.wouldBe
    assert shapes.value(checked, SH.node) == shape


@pytest.mark.parametrize("name", TYPES)
def test_shape_needs_the_roles_that_the_record_needs(ontology: Graph, shapes: Graph, name: str) -> None:
    record = FACT_TYPES[name]
    needs = {frozenset(_property(role) for role in alternatives) for alternatives in record.NEEDS}
    roles = {_property(role) for role in record.role_names()}
    if "content" in record.model_fields:
        needs.add(frozenset({KG.content}))
        roles.add(KG.content)
    # A role is there, too, where one of those below it is: a chair is a participant.
    shaped = {frozenset(roles & (paths | _below(ontology, *paths))) for paths in _needs(shapes, name)}
    assert shaped == needs


@pytest.mark.parametrize("name", TYPES)
def test_shape_wants_as_many_of_a_role_as_the_record(shapes: Graph, name: str) -> None:
    counts = FACT_TYPES[name].COUNTS.items()
    wanted = {_property(role): (least, None if most == UNBOUNDED else most) for role, (least, most) in counts}
    assert _counts(shapes, name) == wanted


def test_shapes_list_every_class_and_every_agent_role(ontology: Graph, shapes: Graph) -> None:
    types = _below(ontology, KG.Event, KG.State)
    assert _listed(shapes, KSH.UnsettledHasNoClassShape, SH["in"]) >= types | {KG.Event, KG.State}
    assert _listed(shapes, KSH.WouldBeShape, SH["in"]) == types
    assert _listed(shapes, KSH.SituationShape, SH.alternativePath) >= _agent_roles(ontology) | {KG.participant}


# Cases


@pytest.mark.parametrize("name", TYPES)
def test_each_type_has_a_case_with_all_its_roles(ontology: Graph, cases: list[Path], name: str) -> None:
    facts = [fact for fact in _facts(cases, _kebab(name)) if fact.type == name]
    filled = {_property(role) for fact in facts for role, _ in fact.roles()}
    contents = [fact.content for fact in facts if fact.type in ("Statement", "Announcement")]
    filled |= {KG.content} if contents else set()
    filled |= {KG.quotation} if any(content.quotation for content in contents) else set()
    assert _roles_of(ontology, name) - filled == set()


@pytest.mark.parametrize("name", TYPES)
def test_each_case_tells_of_several_statuses(cases: list[Path], name: str) -> None:
    assert len({fact.status for fact in _facts(cases, _kebab(name)) if fact.type == name}) >= 3


def test_each_role_that_any_fact_may_have_is_in_a_case(cases: list[Path]) -> None:
    filled = {role for fact in _facts(cases) for role, _ in fact.roles()}
    assert {role for name in TYPES for role in FACT_TYPES[name].role_names()} - filled == set()


def test_each_form_of_time_is_in_a_case(cases: list[Path]) -> None:
    times = [fact.time for fact in _facts(cases)]
    assert {len(time.date) for time in times if time.date} == {4, 7, 10}
    assert {len(time.start_date) for time in times if time.start_date} == {4, 7, 10}
    assert any(time.end_date and not time.start_date for time in times)
    assert any(time.end_date and time.start_date for time in times)
    assert any(time.not_before and time.not_after for time in times)
    assert any(time.not_before and not time.not_after for time in times)
    assert any(time.not_after and not time.not_before for time in times)


# Terms ↔ graphs


def test_each_term_in_a_graph_is_declared(ontology: Graph, written: Graph) -> None:
    assert _terms(written) - _declared(ontology) == set()


@pytest.mark.parametrize("file", ["kg.ttl", "shapes.ttl", "alignments.ttl", "shortcuts.rq"])
def test_each_term_in_a_file_of_the_ontology_is_declared(root: Path, ontology: Graph, file: str) -> None:
    text = (root / "ontology" / file).read_text(encoding="utf-8")
    used = {KG[name] for name in re.findall(r"(?<![\w:])kg:([A-Za-z]\w*)", text)}
    assert used
    assert used - _declared(ontology) == set()


def test_each_declared_term_is_in_a_graph_or_has_a_reason_not_to_be(ontology: Graph, written: Graph) -> None:
    assert {_name(term) for term in _declared(ontology) - _terms(written)} == set(STRUCTURAL)


@pytest.mark.parametrize("prop", [RDFS.label, RDFS.comment], ids=["label", "comment"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_each_term_is_explained_in_both_languages(ontology: Graph, prop: URIRef, language: str) -> None:
    for term in _declared(ontology):
        texts = [text for text in ontology.objects(term, prop) if isinstance(text, Literal)]
        ours = [text for text in texts if text.language == language]
        assert len(ours) == 1, f"{term} has {len(ours)} of {prop} in {language}"
        assert ours[0].strip()


# Mappers ↔ ontology


def test_all_superclasses_are_written(ontology: Graph, written: Graph) -> None:
    for node, cls in written.subject_objects(RDF.type):
        above = set(ontology.transitive_objects(cls, RDFS.subClassOf))
        assert above - set(written.objects(node, RDF.type)) == set(), f"{node} is a {cls}, and not all above it"


def test_what_is_unsettled_is_no_instance_of_its_class(written: Graph) -> None:
    statuses = {KG.possible, KG.denied, KG.disputed}
    for situation, status in written.subject_objects(KG.status):
        classes = set(written.objects(situation, RDF.type))
        assert (classes == {KG.Situation}) == (status in statuses)
        assert ((situation, KG.wouldBe, None) in written) == (status in statuses)


def test_each_type_is_written_as_its_class_and_as_what_would_be_of_it(written: Graph) -> None:
    assert {_name(cls) for cls in written.objects(None, KG.wouldBe)} == set(TYPES)
    assert {name for name in TYPES if (None, RDF.type, KG[name]) in written} == set(TYPES)


@pytest.mark.parametrize("name", TYPES)
def test_each_role_of_a_fact_is_written(cases: list[Path], written: Graph, name: str) -> None:
    filled = {role for fact in _facts(cases) if fact.type == name for role, _ in fact.roles()}
    situations = {*written.subjects(RDF.type, KG[name]), *written.subjects(KG.wouldBe, KG[name])}
    roles = {role for situation in situations for role in written.predicates(situation)}
    assert {_property(role) for role in filled - {OFFICE_OF}} - roles == set()


def test_the_organisation_of_an_office_is_written(written: Graph) -> None:
    offices = set(written.objects(None, KG.office))
    assert {office for office, _ in written.subject_objects(KG.officeOf)} & offices


def test_who_fills_an_agent_role_is_a_participant(ontology: Graph, written: Graph) -> None:
    for role in _agent_roles(ontology):
        for situation, who in written.subject_objects(role):
            assert (situation, KG.participant, who) in written


def test_nobody_else_is_a_participant(ontology: Graph, written: Graph) -> None:
    agent_roles = _agent_roles(ontology)
    for situation, who in written.subject_objects(KG.participant):
        meeting = KG.Meeting in {*written.objects(situation, RDF.type), *written.objects(situation, KG.wouldBe)}
        assert meeting or agent_roles & set(written.predicates(situation, who))


# A reasoner (OWL 2 RL) makes nothing of it that the words do not say


@pytest.fixture(scope="session", params=["seed", "written"])
def told(request: pytest.FixtureRequest) -> Graph:
    """The graph of the seed article, and all graphs in one."""
    graph: Graph = request.getfixturevalue(request.param)
    return graph


@pytest.fixture(scope="session")
def reasoned(ontology: Graph, told: Graph) -> Graph:
    """What a reasoner makes of a graph and the ontology."""
    closed = ontology + told
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(closed)
    return closed


def test_a_reasoner_reasons(reasoned: Graph, told: Graph) -> None:
    claims = set(told.subjects(KG.claims))
    assert claims
    assert {claim for _, claim in reasoned.subject_objects(KG.claimedBy)} == claims


def test_a_reasoner_finds_no_clash(reasoned: Graph) -> None:
    assert [str(message) for message in reasoned.objects(None, CLASH)] == []


def test_a_reasoner_gives_no_situation_another_class(ontology: Graph, told: Graph, reasoned: Graph) -> None:
    classes = _below(ontology, KG.Event, KG.State) | {KG.Event, KG.State}
    for situation in told.subjects(RDF.type, KG.Situation):
        before = classes & set(told.objects(situation, RDF.type))
        assert classes & set(reasoned.objects(situation, RDF.type)) == before


def test_a_reasoner_makes_no_shortcut_but_the_other_way_round(ontology: Graph, told: Graph, reasoned: Graph) -> None:
    same = dict(told.subject_objects(OWL.sameAs))
    names = {elsewhere: entity for entity, elsewhere in same.items()}
    expected, found = set(), set()
    for shortcut in ontology.subjects(KG.shortcutFrom):
        inverses = {*ontology.subjects(OWL.inverseOf, shortcut)}
        if (shortcut, RDF.type, OWL.SymmetricProperty) in ontology:
            inverses.add(shortcut)
        for one, other in told.subject_objects(shortcut):
            expected |= {(one, shortcut, other)} | {(other, inverse, one) for inverse in inverses}
        for prop in {shortcut, *inverses}:
            found |= {(names.get(s, s), prop, names.get(o, o)) for s, o in reasoned.subject_objects(prop)}
    assert found == expected


# What the tests above read from the ontology, the shapes and the cases


def _name(term: Node) -> str:
    return str(term).removeprefix(str(KG))


def _kebab(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()


def _property(role: str) -> URIRef:
    """Give the property of a role: ``led_to`` is kg:ledTo."""
    first, *others = role.split("_")
    return KG[first + "".join(word.title() for word in others)]


def _below(ontology: Graph, *tops: Node) -> set[Node]:
    """Give all classes (or properties) below some, these not included."""
    narrower = {RDFS.subClassOf, RDFS.subPropertyOf}
    found = {low for top in tops for step in narrower for low in ontology.transitive_subjects(step, top)}
    return {low for low in found if low is not None} - set(tops)


def _agent_roles(ontology: Graph) -> set[Node]:
    return _below(ontology, KG.participant)


def _roles_of(ontology: Graph, name: str) -> set[Node]:
    """Give the roles that the ontology gives to a class, or to one above it but kg:Situation."""
    classes = set(ontology.transitive_objects(KG[name], RDFS.subClassOf)) - {KG.Situation} | {KG[name]}
    return {role for cls in classes for role in ontology.subjects(SDO.domainIncludes, cls)}


def _declared(ontology: Graph) -> set[Node]:
    return {term for term in ontology.subjects(RDF.type) if isinstance(term, URIRef) and term in KG}


def _terms(graph: Graph) -> set[Node]:
    return {term for triple in graph for term in triple if isinstance(term, URIRef) and term in KG}


def _shape(shapes: Graph, name: str) -> Node:
    (shape,) = shapes.subjects(SH.targetClass, KG[name])
    return shape


def _properties(shapes: Graph, shape: Node) -> Iterator[Node]:
    """Give the property shapes of a shape, and of those that it refers to."""
    yield from shapes.objects(shape, SH.property)
    for other in shapes.objects(shape, SH.node):
        yield from _properties(shapes, other)


def _needs(shapes: Graph, name: str) -> set[frozenset[Node]]:
    """Give the roles that a shape needs, each with its alternatives."""
    shape = _shape(shapes, name)
    single = [[prop] for prop in _properties(shapes, shape)]
    several = [list(Collection(shapes, items)) for items in shapes.objects(shape, SH["or"])]
    needs = set()
    for alternatives in [*single, *several]:
        paths = [path for item in alternatives if _least(shapes, item) for path in shapes.objects(item, SH.path)]
        if paths:
            needs.add(frozenset(paths))
    return needs


def _counts(shapes: Graph, name: str) -> dict[Node, tuple[int, int | None]]:
    """Give how many of a role a shape wants, where that is more than "at least one"."""
    counts: dict[Node, tuple[int, int | None]] = {}
    for prop in _properties(shapes, _shape(shapes, name)):
        (path,) = shapes.objects(prop, SH.path)
        most = shapes.value(prop, SH.maxCount)
        if _least(shapes, prop) > 1 or most is not None:
            counts[path] = _least(shapes, prop), None if most is None else int(str(most))
    return counts


def _least(shapes: Graph, shape: Node) -> int:
    return int(str(shapes.value(shape, SH.minCount, default=Literal(0))))


def _listed(shapes: Graph, shape: Node, predicate: URIRef) -> set[Node]:
    """Give the terms of the ontology in all lists that a predicate leads to, anywhere within a shape."""
    found: set[Node] = set()
    waiting: list[Node] = [shape]
    while waiting:
        node = waiting.pop()
        for items in shapes.objects(node, predicate):
            found |= {item for item in Collection(shapes, items) if isinstance(item, URIRef) and item in KG}
        waiting.extend(value for value in shapes.objects(node) if isinstance(value, BNode))
    return found


def _facts(cases: list[Path], name: str | None = None) -> list[Fact]:
    """Give the facts of all cases, or of one."""
    folders = [case for case in cases if name in (None, case.name)]
    assert folders, f"there is no case {name}: make tests/cases/{name}/ with article.txt and article.facts.yaml"
    return [fact for folder in folders for fact in build([folder / "article.txt"]).facts]
