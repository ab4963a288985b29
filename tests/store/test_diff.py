import hashlib
import json
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

import kg
from kg.store import Change, Diff, Difference, canonical_hash, diff
from kg.vocab import KG, RDFS

ARTICLE = "date 2025-07-01\n\nDenemarken steunt Oekraïne. Frankrijk steunt Oekraïne niet.\n"
HEAD = """article: {language: nl}
entities:
  Denemarken: {kind: Country}
  Frankrijk: {kind: Country}
  Oekraïne: {kind: Country}
facts:
"""
DENMARK = """
  - type: Backing
    roles: {backer: Denemarken, backed: Oekraïne}
    evidence: Denemarken steunt Oekraïne
"""
FRANCE = """
  - type: Backing
    roles: {backer: Frankrijk, backed: Oekraïne}
    status: denied
    evidence: Frankrijk steunt Oekraïne niet
"""


def graph(folder: Path, *facts: str, article: str = ARTICLE) -> kg.KnowledgeGraph:
    path = folder / "news.txt"
    path.write_text(article, encoding="utf-8")
    path.with_name("news.facts.yaml").write_text(HEAD + "".join(facts), encoding="utf-8")
    return kg.build(path)


def kinds(found: Diff) -> list[tuple[str, str, str]]:
    return [(change.kind, change.what, change.label) for change in found.changes]


def changed(found: Diff) -> Change:
    """The one situation that has changed."""
    (change,) = (change for change in found.changes if change.what == "situation")
    assert change.kind == "changed"
    return change


def test_the_same_graph_has_no_difference(tmp_path: Path) -> None:
    one, other = graph(tmp_path, DENMARK, FRANCE), graph(tmp_path, FRANCE, DENMARK)
    found = diff(one, other)
    assert not found
    assert str(found) == "the same facts"
    assert not diff(one, parse(one.to_turtle(), RdfFormat.TURTLE))


def test_a_graph_that_says_the_same_once_more_is_told(tmp_path: Path) -> None:
    one = list(graph(tmp_path, DENMARK))
    copy = NamedNode("http://example.org/copy")
    twice = [*one, *(Quad(quad.subject, quad.predicate, quad.object, copy) for quad in one)]
    assert diff(one, twice).graphs == ((copy.value,), ())
    assert str(diff(one, twice)) == "+ graph  http://example.org/copy\n\ngraphs: 1 added, 0 gone"
    assert str(diff(twice, one)) == "- graph  http://example.org/copy\n\ngraphs: 0 added, 1 gone"
    assert diff(one, twice).as_json()["graphs"] == (("http://example.org/copy",), ())
    without = [Quad(quad.subject, quad.predicate, quad.object) for quad in one]
    assert not diff(without, twice), "Turtle has no graphs"


def test_a_fact_that_comes_or_goes(tmp_path: Path) -> None:
    one, other = graph(tmp_path, DENMARK), graph(tmp_path, DENMARK, FRANCE)
    there, back = diff(one, other), diff(other, one)
    assert [(kind, what) for kind, what, _ in kinds(there)] == [("added", "entity"), ("added", "situation")]
    assert [(kind, what) for kind, what, _ in kinds(back)] == [("gone", "entity"), ("gone", "situation")]
    situation = there.changes[1]
    assert (situation.type, situation.status) == ("Backing", "denied")
    assert there.shortcuts == there.other == (0, 0)
    assert str(there).splitlines()[-2:] == ["entities: 1 added", "situations: 1 added"]
    assert str(there).startswith("+ entity  Frankrijk  (Country)\n+ situation  ")


def test_another_status_is_a_change_of_the_same_fact(tmp_path: Path) -> None:
    one = graph(tmp_path, DENMARK)
    other = graph(tmp_path, f"{DENMARK}    status: possible\n")
    found = diff(one, other)
    change = changed(found)
    assert change.new_iri is None
    assert Difference("status", ("actual",), ("possible",)) in change.differences
    assert found.shortcuts == (0, 1)
    assert "    status: actual → possible\n" in str(found)


def test_another_time_is_a_change_of_the_same_fact(tmp_path: Path) -> None:
    change = changed(diff(graph(tmp_path, DENMARK), graph(tmp_path, f"{DENMARK}    time: {{start_date: 2024-05}}\n")))
    assert change.new_iri is not None
    assert Difference("startDate", (), ("“2024-05”",)) in change.differences


def test_another_source_is_a_change_of_the_same_fact(tmp_path: Path) -> None:
    other = f"{DENMARK}    attributed_to: Frankrijk\n"
    change = changed(diff(graph(tmp_path, DENMARK), graph(tmp_path, other)))
    assert Difference("attributed to", (), ("Frankrijk",)) in change.differences


def test_other_words_are_a_change_of_the_same_fact(tmp_path: Path) -> None:
    other = DENMARK.replace("evidence: Denemarken steunt Oekraïne", "evidence: Denemarken steunt Oekraïne.")
    change = changed(diff(graph(tmp_path, DENMARK), graph(tmp_path, other)))
    words = next(difference for difference in change.differences if difference.field == "words")
    assert words.before == ("“Denemarken steunt Oekraïne” (nl)",) or words.before == ("“Denemarken steunt Oekraïne”",)
    assert words.after[0].startswith("“Denemarken steunt Oekraïne.”")


def test_another_role_for_the_same_words_is_a_change_of_the_same_fact(tmp_path: Path) -> None:
    other = DENMARK.replace("backer: Denemarken", "backer: Frankrijk")
    article = "date 2025-07-01\n\nDenemarken of Frankrijk, wie steunt Oekraïne?\n"
    quote = "evidence: Denemarken of Frankrijk, wie steunt Oekraïne"
    facts = (text.replace("evidence: Denemarken steunt Oekraïne", quote) for text in (DENMARK, other))
    change = changed(diff(*(graph(tmp_path, fact, article=article) for fact in facts)))
    assert Difference("backer", ("Denemarken",), ("Frankrijk",)) in change.differences


def test_another_name_of_an_entity_is_told(tmp_path: Path) -> None:
    one = list(graph(tmp_path, DENMARK))
    entity = next(
        quad for quad in one if quad.predicate == RDFS.label and quad.object == Literal("Oekraïne", language="nl")
    )
    other = [*one, Quad(entity.subject, KG.qualifier, Literal("groot"), entity.graph_name)]
    (change,) = diff(one, other).changes
    assert (change.kind, change.what, change.label) == ("changed", "entity", "Oekraïne")
    assert change.differences == (Difference("qualifier", (), ("“groot”",)),)


def test_no_difference_goes_untold(tmp_path: Path) -> None:
    whole = list(graph(tmp_path, DENMARK, FRANCE))
    for quad in whole:
        without = [other for other in whole if other != quad]
        assert diff(whole, without), quad
        assert diff(without, whole), quad


def test_what_is_no_fact_is_counted(tmp_path: Path) -> None:
    one = list(graph(tmp_path, DENMARK))
    ex = NamedNode("http://example.org/x")
    found = diff(one, [*one, Quad(ex, ex, BlankNode())])
    assert found
    assert (found.changes, found.other) == ((), (1, 0))
    assert not diff([Quad(ex, ex, BlankNode("a"))], [Quad(ex, ex, BlankNode("b"))])


def test_it_can_be_written_as_json(tmp_path: Path) -> None:
    found = diff(graph(tmp_path, DENMARK), graph(tmp_path, f"{DENMARK}    status: denied\n"))
    said = json.loads(json.dumps(found.as_json()))
    (change,) = said["changes"]
    assert change["kind"] == "changed"
    assert {"field": "status", "before": ["actual"], "after": ["denied"]} in change["differences"]


def test_text_that_steers_a_terminal_is_escaped() -> None:
    change = Change("added", "entity", "http://example.org/x", "a\x1b[31m\nb", "Person")
    assert str(change) == "+ entity  a\\x1b[31m b  (Person)"


def test_the_hash_does_not_depend_on_order_or_names_of_blank_nodes(tmp_path: Path) -> None:
    quads = list(graph(tmp_path, DENMARK))
    assert canonical_hash(quads) == canonical_hash(reversed(quads))
    assert canonical_hash(quads) != canonical_hash(quads[1:])
    assert canonical_hash(quads) == hashlib.sha256("".join(sorted(f"{q} .\n" for q in quads)).encode()).hexdigest()
    ex = NamedNode("http://example.org/x")
    hashes = {
        canonical_hash([Quad(BlankNode(a), ex, BlankNode(b)), Quad(BlankNode(b), ex, Literal("x"))])
        for a, b in (("a", "b"), ("b", "a"), ("x", "y"))
    }
    assert len(hashes) == 1


@pytest.mark.parametrize("text", ["plain", 'a"b\\c', "tab\tline\nreturn\r", "\x07\x7f", "é\U0001f600"])
def test_canonical_literals_are_escaped_as_rdfc_says(text: str) -> None:
    ex = NamedNode("http://example.org/x")
    short = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\x07": "\\u0007", "\x7f": "\\u007F"}
    written = "".join(short.get(char, char) for char in text)
    line = f'<{ex.value}> <{ex.value}> "{written}" .\n'
    assert canonical_hash([Quad(ex, ex, Literal(text))]) == hashlib.sha256(line.encode()).hexdigest()
