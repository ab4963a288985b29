"""The graph of several articles."""

from pathlib import Path

import pytest

import kg
from kg.query import Table
from kg.vocab import KG

SEED = Path("seeds/ukraine-swift-beat.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(SEED.read_text(encoding="utf-8"), encoding="utf-8")
        reviewed = SEED.with_suffix(".facts.yaml").read_text(encoding="utf-8")
        text = reviewed.replace("id: ukraine-swift-beat.txt", f"id: {name}.txt")
        (tmp_path / f"{name}.facts.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_what_several_articles_say_counts_once(folder: Path) -> None:
    graph = kg.build(folder)
    assert graph.count(KG.Article) == 3
    for built in (graph, loaded(graph, folder)):
        table = built.query("SELECT (COUNT(*) AS ?n) WHERE { ?x rdfs:label 'Oekraïne'@nl }")
        assert isinstance(table, Table)
        assert table.texts() == [("1",)]
        per_article = built.query("SELECT ?g WHERE { GRAPH ?g { ?x rdfs:label 'Oekraïne'@nl } }")
        assert isinstance(per_article, Table)
        assert len(per_article) == 3


def loaded(graph: kg.KnowledgeGraph, folder: Path) -> kg.KnowledgeGraph:
    path = folder / "graph.trig"
    path.write_bytes(graph.to_trig())
    return kg.load(path)


def test_a_graph_that_is_read_back_is_the_same(folder: Path) -> None:
    graph = kg.build(folder)
    again = loaded(graph, folder)
    assert again.to_nquads() == graph.to_nquads()
    assert len(again) == len(graph) < len(list(graph))


def test_turtle_has_no_articles_graphs_but_the_same_triples(tmp_path: Path) -> None:
    graph = kg.build(SEED)
    path = tmp_path / "graph.ttl"
    path.write_bytes(graph.to_turtle())
    again = kg.load(path)
    assert again.to_turtle() == graph.to_turtle()
    assert len(again) == len(graph)


def test_entities_are_shared_and_nameless_ones_are_not(folder: Path) -> None:
    graph = kg.build(folder)
    labels = [data["label"] for _, data in graph.to_networkx("entities").nodes(data=True)]
    assert labels.count("Swift Beat LLC") == 1
    assert labels.count("officiële bronnen") == 3


def test_articles_give_the_same_graph_in_any_order(folder: Path) -> None:
    paths = [folder / f"{name}.txt" for name in "abc"]
    assert kg.build(*paths).to_nquads() == kg.build(*reversed(paths)).to_nquads()
    assert kg.build(folder).to_nquads() == kg.build(*paths).to_nquads()
