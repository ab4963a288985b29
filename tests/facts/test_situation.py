import json
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from kg.facts import FACT, FACT_TYPES, Agreement, Fact, to_line
from kg.facts.files import _ORDER
from kg.facts.situation import BESIDE_ROLES

BASE: dict[str, Any] = {
    "article": "a.txt",
    "evidence": [{"quote": "woord", "start": 0, "end": 5}],
    "method": "reviewed",
    "engine": "test",
    "engine_version": "1",
}
X = {"name": "X", "kind": "Company"}
Y = {"name": "Y", "kind": "Country"}


def fact(**fields: Any) -> Fact:
    return FACT.validate_python(BASE | fields)


def test_roles_are_attributes_in_python_and_nested_in_files() -> None:
    agreement = fact(type="Agreement", roles={"party": [X, Y]})
    assert isinstance(agreement, Agreement)
    assert [mention.name for mention in agreement.party] == ["X", "Y"]
    assert json.loads(to_line(agreement))["roles"] == {"party": [X, Y]}
    assert fact(type="Agreement", party=[X, Y]) == agreement


def test_every_field_has_its_place_in_a_line() -> None:
    assert set(_ORDER) == BESIDE_ROLES | {"roles"}


def test_a_line_has_the_fields_that_readers_rely_on() -> None:
    line = json.loads(to_line(fact(type="Agreement", party=[X])))
    assert {
        "article",
        "type",
        "roles",
        "status",
        "evidence",
        "attributed_to",
        "via",
        "time",
        "confidence",
        "method",
    } <= set(line)


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"type": "Agreement"}, "Agreement needs party"),
        ({"type": "Procurement", "acquirer": [X]}, "Procurement needs product"),
        ({"type": "Delivery"}, "needs supplier or recipient or product"),
        ({"type": "Cooperation", "partner": [X]}, "needs exactly 2 of partner, not 1"),
        ({"type": "Alliance", "ally": [X]}, "needs at least 2 of ally, not 1"),
        ({"type": "Agreement", "roles": {"partij": [X]}}, "has no role 'partij'"),
        ({"type": "Agreement", "party": [X], "evidence": []}, "at least 1 item"),
        ({"type": "Agreement", "party": [X], "confidence": 1.5}, "less than or equal to 1"),
        ({"type": "Agreement", "party": [X | {"kind": "Robot"}]}, "Input should be 'Person'"),
        ({"type": "Agreement", "party": [X | {"wikidata": "Q0"}]}, "should match pattern"),
    ],
)
def test_incomplete_facts_are_refused(fields: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        fact(**fields)


def test_facts_do_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        fact(type="Agreement", party=[X]).status = "denied"  # type: ignore[misc]


def test_identity_is_what_is_said_not_how_it_is_linked() -> None:
    one = fact(type="Agreement", party=[X, Y], id="one", led_to=["two"], status="actual")
    assert one.identity() == fact(type="Agreement", party=[Y, X], status="denied").identity()
    assert one.identity() != fact(type="Agreement", party=[X]).identity()
    assert one.identity() != fact(type="Agreement", party=[X, Y], time={"date": "2025"}).identity()
    assert one.identity() != fact(type="Cooperation", partner=[X, Y]).identity()


def test_the_schema_takes_what_we_write_and_refuses_what_we_refuse() -> None:
    validator = jsonschema.Draft202012Validator(FACT.json_schema())
    good = json.loads(to_line(fact(type="Agreement", party=[X])))
    assert validator.is_valid(good)
    assert not validator.is_valid(good | {"roles": {}})
    assert not validator.is_valid(good | {"roles": {"partij": [X]}})
    assert not validator.is_valid(good | {"type": "Nothing"})


def test_there_are_twenty_types() -> None:
    assert len(FACT_TYPES) == 20


def test_a_dispute_needs_claims_that_contradict_each_other() -> None:
    says, denies = BASE["evidence"][0], BASE["evidence"][0] | {"status": "denied"}
    assert fact(type="Agreement", party=[X], status="disputed", evidence=[says, denies]).status == "disputed"
    with pytest.raises(ValidationError, match="evidence that contradicts itself"):
        fact(type="Agreement", party=[X], status="disputed", evidence=[says, says])
    with pytest.raises(ValidationError, match="the status is actual, but no evidence claims that: denied"):
        fact(type="Agreement", party=[X], evidence=[denies])


def test_no_source_is_not_the_same_as_the_source_of_the_fact() -> None:
    own = BASE["evidence"][0] | {"attributed_to": []}
    agreement = fact(type="Agreement", party=[X], attributed_to=[Y], evidence=[own, BASE["evidence"][0]])
    again = FACT.validate_json(to_line(agreement))
    assert again == agreement
    assert [item.attributed_to for item in again.evidence] == [(), None]
