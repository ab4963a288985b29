"""Tables in notebooks: everything is shown as it is, and a long one is cut."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

import kg
from kg.tables import to_table

PLAIN = st.text(st.characters(codec="utf-8", min_codepoint=32, max_codepoint=0xFFFD))


def cells(table: str, tag: str) -> list[list[str]]:
    rows = ElementTree.fromstring(table).iter("tr")  # noqa: S314
    return [[cell.text or "" for cell in row.iter(tag)] for row in rows]


@given(st.lists(st.tuples(PLAIN, PLAIN), max_size=5))
def test_what_is_put_in_is_shown(rows: list[tuple[str, str]]) -> None:
    shown = cells(to_table(("a", "<b>"), rows), "td")
    assert shown == [[], *(list(row) for row in rows)]


def test_a_long_table_is_cut_and_says_so() -> None:
    rows = [(str(number),) for number in range(250)]
    table = to_table(("number",), rows)
    assert "<p>The first 100 of 250 rows.</p>" in table
    assert len(cells(table.partition("\n<p>")[0], "td")) == 101


def test_answers_and_findings_are_shown_as_tables() -> None:
    graph = kg.build("seeds/ukraine-swift-beat.txt")
    answer = graph.query("SELECT ?name WHERE { ?one kg:backs/rdfs:label ?name FILTER(lang(?name) = 'nl') }")
    assert ["Swift Beat LLC"] in cells(answer._repr_html_(), "td")  # type: ignore[union-attr]
    actors = graph.insight().actors()
    assert cells(actors._repr_html_(), "th")[0] == list(actors.columns)
    assert len(cells(actors._repr_html_(), "td")) == len(actors) + 1
