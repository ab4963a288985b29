"""The text of queries: what is refused, and what only looks like it."""

import pytest

from kg.errors import QueryError
from kg.query_text import check, local_names, not_valid


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://e.org/> { ?s ?p ?o } }",
        "SELECT * { service ?x { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT e:x { ?s ?p ?o } }",
        "ASK { #\r SERVICE <http://e.org/> {?x ?y ?z} #\n }",
        "ASK { VALUES ?v { \"\\u0022 '\" } SERVICE <http://e.org/> {?x ?y ?z} #' }\n}",
        "ASK { VALUES ?v { '''a''' } SERVICE <http://e.org/> {} }",
        "ASK { ?s ?p ?o.SERVICE <http://e.org/> {} }",
        "ASK { FILTER(1<2)SERVICE<http://e.org/>{} }",
        'ASK { VALUES ?v { "unended } SERVICE <http://e.org/> {} }',
        "ASK { ?s ?p 'x'SERVICE<http://e.org/>{} }",
    ],
)
def test_service_is_seen(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        check(query)


@pytest.mark.parametrize(
    "query",
    [
        "# a service\nASK { ?service rdfs:label 'SERVICE' }",
        'ASK { ?x rdfs:label "a SERVICE <http://e.org/>", """SERVICE "quoted" {""" }',
        "ASK { ?x a schema:service, <http://e.org/service> }",
        "ASK { $service a e:Service-desk }",
        "PREFIX service: <http://e.org/> ASK { ?x a service:desk }",
        "PREFIX insert: <http://e.org/> ASK { ?insert ?delete ?load }",
    ],
)
def test_what_only_looks_like_it_passes(query: str) -> None:
    check(query)


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "PREFIX e: <http://e.org/>\n# x\nDELETE WHERE { ?s ?p ?o }",
        "drop all",
        "LOAD <x>",
    ],
)
def test_updates_are_seen(query: str) -> None:
    with pytest.raises(QueryError, match="this is an update"):
        check(query)


@pytest.mark.parametrize(
    "query",
    [
        "ASK " + "{" * 5000,
        "ASK { FILTER(" + "(" * 5000 + "1" + ")" * 5000 + ") }",
        "ASK {" + "OPTIONAL { ?s ?p ?o } " * 10_000 + "}",
        "ASK { FILTER(" + "1 || " * 20_000 + "1) }",
        "ASK { FILTER(" + "!" * 30_000 + "1) }",
        "ASK {" + "?s ?p ?o . " * 20_000 + "}",
        "ASK {" + "[ <a:b> " * 5000,
    ],
)
def test_what_would_overflow_the_stack_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="more than"):
        check(query)


def test_a_long_list_of_values_passes() -> None:
    check("ASK { VALUES ?x { " + " ".join(f"<http://e.org/{number}>" for number in range(20_000)) + " } ?x ?p ?o }")


@pytest.mark.parametrize(
    ("query", "said", "told"),
    [
        ("ASK { ?x kg:backs", "error at 1:18: expected one of \"$\", ['a' ..= ','], [':']", "is not closed"),
        ("ASK { ?x a 'aap }", 'error at 1:18: expected one of "\\\'", [_]', "is not closed"),
        ("how are you", "error at 1:1: expected ASK", "must begin with SELECT, ASK"),
        ("", "error at 1:1: expected [_]", "must begin with SELECT, ASK"),
        ("ASK { ?x foo:a kg:b }", "error at 1:10: expected one of Prefix not found, [':']", "the prefix foo: is not"),
        ("SELECT ?x (COUNT(*) AS ?n) {}", "error at 1:2: expected one of It is unbound, [_]", "something else: It is"),
        ("ASK {} ORDR BY ?x", "error at 1:8: expected one of HAVING, OFFSET, [_]", "expected HAVING, or OFFSET"),
        ("ASK {} x", "error at 1:8: expected [_]", "error at 1:8: expected something else"),
        ("ASK {} x", "what no one expects", "is not valid SPARQL: what no one expects"),
    ],
)
def test_why_a_query_is_not_valid_is_told_in_a_line(query: str, said: str, told: str) -> None:
    message = not_valid(query, said, ("kg", "rdfs"))
    assert told in message
    assert len(message) < 200


def test_of_many_signs_that_could_stand_there_a_few_are_named() -> None:
    said = "error at 1:7: expected one of " + ", ".join(f'"{sign}"' for sign in "abcdefgh")
    assert not_valid("ASK {} x", said).endswith('"a", or "b", or "c", or "d", or "e", or "f" …')


def test_names_under_a_prefix_are_found_outside_of_strings() -> None:
    assert list(local_names("ASK { ?x kg:a/kg:b 'kg:c' . <kg:d> a kg:e. } # kg:f", "kg")) == ["a", "b", "e"]
