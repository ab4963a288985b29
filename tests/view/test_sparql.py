from pyoxigraph import Quad

from kg.view import to_html
from kg.view.sparql import questions, sparql_data


def test_each_question_of_the_ontology_is_there_in_both_languages() -> None:
    found = questions()
    assert len(found) >= 10
    for question in found:
        assert question["en"].endswith("?")
        assert question["nl"].endswith("?")
        assert "WHERE" in question["query"]
        assert question["en"] not in question["query"]


def test_data_holds_the_dataset_and_its_prefixes(seed_quads: list[Quad]) -> None:
    data = sparql_data(seed_quads, "https://example.org/")
    assert len(data["dataset"].splitlines()) == len(set(seed_quads))
    assert data["prefixes"]["entity"] == "https://example.org/entity/"


def test_only_a_page_with_sparql_may_compile(seed_quads: list[Quad]) -> None:
    assert "wasm" not in to_html(seed_quads).split("<title>")[0]
    page = to_html(seed_quads, sparql=True)
    assert "&#39;wasm-unsafe-eval&#39;" in page.split("<title>")[0]
    assert len(page) < 4_000_000
