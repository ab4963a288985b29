from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kg.article import Article
from kg.facts import FACT
from kg.mappers import Naming
from kg.mappers.situation import map_fact, partial_date
from kg.resolve import resolve
from kg.vocab import DEFAULT_BASE, KG, RDF, RDFS, XSD

ARTICLE = Article(id="a", text="Oekraïne tekent met Denemarken", language="nl")
UKRAINE = {"name": "Oekraïne", "kind": "Country"}
DENMARK = {"name": "Denemarken", "kind": "Country"}


def mapped(**fields: Any) -> set[Triple]:
    base: dict[str, Any] = {
        "article": "a",
        "type": "Agreement",
        "party": [UKRAINE, DENMARK],
        "evidence": [{"quote": "Oekraïne tekent met Denemarken", "start": 0, "end": 30}],
        "method": "reviewed",
        "engine": "test",
        "engine_version": "1",
    }
    fact = FACT.validate_python(base | fields)
    return set(map_fact(fact, Naming.of(DEFAULT_BASE, ARTICLE, [fact], resolve([fact], ARTICLE))))


def evidence(status: str) -> list[dict[str, Any]]:
    quotes = [{"quote": "Oekraïne tekent met Denemarken", "start": 0, "end": 30}]
    return (
        [*quotes, {"quote": "Denemarken", "start": 20, "end": 30, "status": "denied"}]
        if status == "disputed"
        else quotes
    )


def objects(triples: set[Triple], predicate: NamedNode) -> set[str]:
    return {str(getattr(t.object, "value", t.object)) for t in triples if t.predicate == predicate}


def entity(name: str) -> NamedNode:
    return NamedNode(f"{DEFAULT_BASE}entity/{name}")


@pytest.mark.parametrize("status", ["actual", "ended", "planned"])
def test_what_is_settled_is_an_instance_of_its_class(status: str) -> None:
    triples = mapped(status=status, evidence=evidence(status))
    assert KG.Agreement.value in objects(triples, RDF.type)
    assert not objects(triples, KG.wouldBe)


@pytest.mark.parametrize("status", ["possible", "denied", "disputed"])
def test_what_is_not_is_no_instance_of_its_class(status: str) -> None:
    triples = mapped(status=status, evidence=evidence(status))
    situations = {t.subject for t in triples if t.predicate == KG.status}
    classes = {t.object for t in triples if t.predicate == RDF.type and t.subject in situations}
    assert classes == {KG.Situation}
    assert objects(triples, KG.wouldBe) == {KG.Agreement.value}


@pytest.mark.parametrize("status", ["ended", "planned", "possible", "denied", "disputed"])
def test_only_what_is_actual_gives_a_shortcut(status: str) -> None:
    shortcut = Triple(entity("ukraine"), KG.hasAgreementWith, entity("denmark"))
    assert shortcut in mapped(status="actual")
    assert shortcut not in mapped(status=status, evidence=evidence(status))


def test_an_ended_office_was_held() -> None:
    triples = _office(status="ended", organisation=[DENMARK])
    assert objects(triples, KG.heldOffice) == {f"{DEFAULT_BASE}entity/office-ceo-van-x"}
    assert not objects(triples, KG.holdsOffice)
    assert objects(triples, KG.officeOf) == {entity("denmark").value}


def _office(**fields: Any) -> set[Triple]:
    holder = {"name": "An", "kind": "Person"}
    fact = FACT.validate_python(
        {
            "article": "a",
            "type": "OfficeHolding",
            "holder": [holder],
            "office": [{"name": "CEO van X", "kind": "Office"}],
            "evidence": [{"quote": "Oekraïne", "start": 0, "end": 8}],
            "method": "rules",
            "engine": "test",
            "engine_version": "1",
        }
        | fields
    )
    return set(map_fact(fact, Naming.of(DEFAULT_BASE, ARTICLE, [fact], resolve([fact], ARTICLE))))


def test_three_at_war_are_not_all_at_war_with_each_other() -> None:
    countries = [{"name": name, "kind": "Country"} for name in ("Oekraïne", "Rusland", "Noord-Korea")]
    base = {"article": "a", "type": "ArmedConflict", "method": "rules", "engine": "t", "engine_version": "1"}
    base |= {"evidence": [{"quote": "Oekraïne", "start": 0, "end": 8}]}  # type: ignore[dict-item]
    for belligerents, edges in ((countries[:2], 2), (countries, 0), (countries[:1], 0)):
        fact = FACT.validate_python(base | {"belligerent": belligerents})
        naming = Naming.of(DEFAULT_BASE, ARTICLE, [fact], resolve([fact], ARTICLE))
        assert len([t for t in map_fact(fact, naming) if t.predicate == KG.atWarWith]) == edges


@pytest.mark.parametrize(
    ("partial", "datatype"), [("2025-07-05", XSD.date), ("2025-07", XSD.gYearMonth), ("2025", XSD.gYear)]
)
def test_a_date_says_as_much_as_is_known(partial: str, datatype: NamedNode) -> None:
    assert partial_date(partial) == Literal(partial, datatype=datatype)


def test_every_dated_situation_has_bounds_that_compare() -> None:
    triples = mapped(time={"date": "2025-07", "date_text": "tekent"})
    assert objects(triples, KG.notBefore) == {"2025-07-01"}
    assert objects(triples, KG.notAfter) == {"2025-07-31"}
    assert all(t.object.datatype == XSD.date for t in triples if t.predicate in (KG.notBefore, KG.notAfter))  # type: ignore[union-attr]


def test_a_claim_has_its_own_status_and_sources_or_those_of_the_fact() -> None:
    quote = {"quote": "Oekraïne", "start": 0, "end": 8}
    sources = {"attributed_to": [UKRAINE], "via": [DENMARK]}
    shared = mapped(evidence=[quote], status="planned", **sources)
    assert objects(shared, KG.claimedStatus) == {KG.planned.value}
    assert objects(shared, KG.attributedTo) == {entity("ukraine").value}
    assert objects(shared, KG.via) == {entity("denmark").value}
    own = mapped(
        evidence=[quote | {"status": "denied", "attributed_to": [], "confidence": 0.5}], status="denied", **sources
    )
    assert objects(own, KG.claimedStatus) == {KG.denied.value}
    assert not objects(own, KG.attributedTo)
    assert objects(own, KG.confidence) == {"0.5"}


def test_a_label_is_made_where_none_is_given() -> None:
    assert objects(mapped(), RDFS.label) == {"Overeenkomst: Oekraïne, Denemarken"}
    assert objects(mapped(label="Titel"), RDFS.label) == {"Titel"}


def test_a_link_to_a_fact_that_was_rejected_is_left_out() -> None:
    assert not objects(mapped(led_to=["gone"]), KG.ledTo)


def test_amounts_are_words_and_where_they_can_be_read_numbers() -> None:
    triples = mapped(amount=["5 miljoen euro"])
    assert objects(triples, KG.amount) == {"5 miljoen euro"}
    assert objects(triples, KG.amountValue) == {"5000000"}
    assert objects(triples, KG.amountUnit) == {"EUR"}
