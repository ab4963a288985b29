"""The commands on a store: build --store, load, remove, query, infer, diff, hash."""

import json
from pathlib import Path

import pytest

import kg
from kg.cli import main
from kg.errors import StoreError
from kg.query import Table

SEED = Path("seeds/ukraine-swift-beat.txt")
BACKING = "SELECT ?s { ?s a kg:Backing ; kg:backer ?who . ?who rdfs:label 'Eric Schmidt'@nl }"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stores") / "store"
    main(["build", str(SEED), "--store", str(folder)])
    return folder


def output(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    main([str(argument) for argument in arguments])
    return capsys.readouterr().out


def test_building_again_changes_nothing(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "1 article unchanged" in output(capsys, "build", SEED, "--store", store)


def test_a_store_is_a_graph(store: Path) -> None:
    graph, built = kg.load(store), kg.build(SEED)
    assert set(graph) == set(built)
    assert len(graph) == len(built)
    assert graph.to_trig() == built.to_trig()
    assert graph.articles() == built.articles()
    assert graph.why("Eric Schmidt", "backs") == built.why("Eric Schmidt", "backs")
    with pytest.raises(StoreError, match="cannot be changed"):
        graph.add(None, [], None)  # type: ignore[arg-type]


def test_an_article_is_taken_back_and_loaded_again(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = output(capsys, "hash", store)
    file = tmp_path / "graph.trig"
    file.write_bytes(kg.build(SEED).to_trig())
    assert output(capsys, "hash", file) == before
    assert "1 article removed" in output(capsys, "remove", SEED.name, "--store", store)
    assert output(capsys, "hash", store) != before
    assert "1 article added" in output(capsys, "load", file, "--store", store)
    assert output(capsys, "hash", store) == before


def test_inferred_triples_are_asked_only_when_wanted(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "inferred triples in the graph" in output(capsys, "infer", store)
    query = "ASK { entity:denmark a kg:Country ; ^kg:partOf? ?x . ?claim ^kg:claimedBy ?situation }"
    assert output(capsys, "query", store, query) == "false\n"
    assert output(capsys, "query", store, query, "--inferred") == "true\n"


def test_answers_come_in_formats_and_with_their_words(store: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    main(["query", str(store), BACKING, "--format", "json"])
    (row,) = json.loads(capfdbinary.readouterr().out)["results"]["bindings"]
    assert "/situation/backing-" in row["s"]["value"]
    main(["query", str(store), BACKING, "--explain"])
    shown = capfdbinary.readouterr().out.decode()
    assert "Row 1\n" in shown
    assert "“wordt gesteund door voormalig CEO van Google Eric Schmidt”" in shown


def failed(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    with pytest.raises(SystemExit) as error:
        main([str(argument) for argument in arguments])
    assert error.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    return line


@pytest.mark.parametrize("guarded", [[], ["--untrusted"], ["--timeout", "20"]])
def test_a_format_for_rows_does_not_take_triples(
    store: Path, capsys: pytest.CaptureFixture[str], guarded: list[str]
) -> None:
    said = "kg: CONSTRUCT and DESCRIBE give triples, as Turtle, and CSV has rows: leave out --format"
    assert failed(capsys, "query", store, "DESCRIBE entity:ukraine", "--format", "csv", *guarded) == said
    assert output(capsys, "query", store, "CONSTRUCT { kg:a kg:b 1 } {}", *guarded).startswith("@prefix")


def test_a_query_can_have_a_time_limit_and_no_other(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    many = "SELECT ?a { ?a ?b ?c . ?d a kg:Person . ?e a kg:Person }"
    assert len(output(capsys, "query", store, many, "--timeout", "60", "--format", "csv").splitlines()) > 10_000
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    assert failed(capsys, "query", store, endless, "--timeout", "0.5") == "kg: the query takes longer than 0.5 seconds"
    assert "neither --inferred nor --explain" in failed(capsys, "query", store, BACKING, "--explain", "--timeout", "5")


def test_differences_are_told_in_facts(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert output(capsys, "diff", store, store) == "the same facts\n"
    (tmp_path / "empty.ttl").write_text("", encoding="utf-8")
    with pytest.raises(SystemExit) as error:
        main(["diff", str(tmp_path / "empty.ttl"), str(store), "--format", "json"])
    assert error.value.code == 1
    changes = json.loads(capsys.readouterr().out)["changes"]
    assert {change["kind"] for change in changes} == {"added"}
    assert {change["what"] for change in changes} == {"article", "entity", "situation"}


def test_a_mistake_is_one_line(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["remove", "nobody", "--store", str(store)], ["infer", "seeds"], ["query", "seeds", "ASK {}"]):
        with pytest.raises(SystemExit) as error:
            main(arguments)
        assert error.value.code == 2
        assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_count_over_several_articles_counts_each_triple_once() -> None:
    graph = kg.build("tests/cases")
    assert len(graph.articles()) > 20
    table = graph.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert isinstance(table, Table)
    assert table.texts() == [(str(len(graph)),)]
