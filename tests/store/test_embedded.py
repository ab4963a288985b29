import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store

import kg
from kg.errors import GraphFileError, StoreError
from kg.query import Table, ask, questions
from kg.store import ONTOLOGY, EmbeddedStore, embedded, folder, is_store
from kg.store.changes import Counts
from kg.vocab import KG, RDF, SCHEMA

SEED = Path("seeds/ukraine-swift-beat.txt")
ONE, TWO = NamedNode("http://example.org/one"), NamedNode("http://example.org/two")
Article = tuple[NamedNode, list[Quad]]


def article(name: NamedNode, *words: str, id_: str = "") -> Article:
    """An article that shares a triple with every other."""
    said = [Quad(name, KG.quote, Literal(word), name) for word in words]
    shared = Quad(KG.Ukraine, RDF.type, KG.Entity, name)
    return name, [*said, shared, Quad(name, SCHEMA.identifier, Literal(id_ or name.value), name)]


def quotes(rdf: Store) -> set[str]:
    return {str(quad.object) for quad in rdf.quads_for_pattern(None, KG.quote, None)}


def contents(path: Path) -> set[Quad]:
    with EmbeddedStore.read_only(path) as store, store.rdf() as rdf:
        return {quad for quad in rdf if quad.graph_name != ONTOLOGY}


def expected(*articles: Article) -> set[Quad]:
    """What a store of these articles holds."""
    named = {quad for _, quads in articles for quad in quads}
    return named | {Quad(quad.subject, quad.predicate, quad.object) for quad in named}


def put(path: Path, *articles: tuple[NamedNode, Iterable[Quad]]) -> embedded.Result:
    with EmbeddedStore.open(path) as store:
        return store.replace(articles)


@pytest.fixture(params=["in one transaction", "on a copy"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways in which a change is made."""
    if request.param == "on a copy":
        monkeypatch.setattr(embedded, "_TRANSACTION", -1)
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_each_article_has_its_graph_and_adding_it_again_replaces_it(tmp_path: Path) -> None:
    assert put(tmp_path, article(ONE, "a", "b"), article(TWO, "c")).counts == Counts(added=2)
    assert contents(tmp_path) == expected(article(ONE, "a", "b"), article(TWO, "c"))
    assert put(tmp_path, article(ONE, "b", "d")).counts == Counts(replaced=1)
    assert contents(tmp_path) == expected(article(ONE, "b", "d"), article(TWO, "c"))
    assert put(tmp_path, article(ONE, "b", "d")).counts == Counts(unchanged=1)
    assert contents(tmp_path) == expected(article(ONE, "b", "d"), article(TWO, "c"))


@pytest.mark.usefixtures("way")
def test_an_article_that_comes_twice_in_a_run_says_what_it_said_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, article(ONE, "old"))
    put(tmp_path, article(ONE, "a"), article(TWO, "b"), article(ONE, "c"))
    assert contents(tmp_path) == expected(article(TWO, "b"), article(ONE, "c"))
    monkeypatch.setattr(embedded, "_CHUNK", 1)
    put(tmp_path, article(TWO, "d"), article(ONE, "e"), article(TWO, "f"))
    assert contents(tmp_path) == expected(article(TWO, "f"), article(ONE, "e"))


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("name", ["http://example.org/one", "the first"])
def test_an_article_is_taken_back_and_nothing_else_changes(tmp_path: Path, name: str) -> None:
    put(tmp_path, article(ONE, "a", id_="the first"), article(TWO, "b"))
    with EmbeddedStore.open(tmp_path) as store:
        assert store.remove(name).counts == Counts(removed=1)
        assert store.articles() == {TWO: TWO.value}
        with pytest.raises(StoreError, match="there is no article"):
            store.remove(name)
    assert contents(tmp_path) == expected(article(TWO, "b"))


def test_the_graph_comes_back_as_it_was_and_answers_as_it_did(tmp_path: Path) -> None:
    graph = kg.build(SEED)
    graph_file = tmp_path / "graph.trig"
    graph_file.write_bytes(graph.to_trig())
    with EmbeddedStore.open(tmp_path / "store") as store:
        store.load([graph_file])
        store.infer([Quad(ONE, RDF.type, KG.Person)])
    with EmbeddedStore.read_only(tmp_path / "store") as store, store.rdf() as rdf:
        assert set(store.quads()) == set(graph)
        for path in questions().values():
            query = path.read_text(encoding="utf-8")
            found, wanted = ask(rdf, query, store.base, store.graphs()), graph.query(query)
            assert isinstance(found, Table)
            assert isinstance(wanted, Table)
            assert sorted(found.texts()) == sorted(wanted.texts())
        count = ask(rdf, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", store.base, store.graphs())
        assert count == Table(("n",), ((Literal(len(graph)),),))


def test_a_triple_of_two_articles_counts_once(tmp_path: Path) -> None:
    put(tmp_path, article(ONE, "a"), article(TWO, "b"))
    with EmbeddedStore.read_only(tmp_path) as store, store.rdf() as rdf:
        count = ask(rdf, "SELECT (COUNT(*) AS ?n) { ?x a kg:Entity }", store.base, store.graphs())
        assert count == Table(("n",), ((Literal(1),),))


def test_ontology_and_inferred_triples_have_graphs_of_their_own(tmp_path: Path) -> None:
    put(tmp_path, article(ONE, "a"))
    guess = Quad(KG.Ukraine, RDF.type, KG.Country)
    with EmbeddedStore.open(tmp_path) as store:
        store.infer([guess])
        with store.rdf() as rdf:
            found = list(rdf.quads_for_pattern(guess.subject, None, guess.object))
            assert found == [Quad(guess.subject, guess.predicate, guess.object, store.inferred)]
            assert len(list(rdf.quads_for_pattern(None, None, None, ONTOLOGY))) > 1000
            assert not list(rdf.quads_for_pattern(ONTOLOGY, None, None, DefaultGraph()))
        assert list(store.articles()) == [ONE]
        assert set(store.quads()) == set(article(ONE, "a")[1])
        assert store.replace([article(ONE, "a")]).outdated is False
        assert store.replace([article(ONE, "b")]).outdated is True
    assert contents(tmp_path) == expected(article(ONE, "b"))


def test_an_ontology_that_has_changed_is_put_in_its_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "store", article(ONE, "a"))
    other = tmp_path / "kg.ttl"
    other.write_text("<http://example.org/a> <http://example.org/b> 1 .", encoding="utf-8")
    monkeypatch.setattr(embedded, "_ONTOLOGY_FILE", other)
    put(tmp_path / "store", article(TWO, "b"))
    with EmbeddedStore.read_only(tmp_path / "store") as store, store.rdf() as rdf:
        assert len(list(rdf.quads_for_pattern(None, None, None, ONTOLOGY))) == 1
    assert contents(tmp_path / "store") == expected(article(ONE, "a"), article(TWO, "b"))


@pytest.mark.usefixtures("way")
def test_blank_nodes_are_replaced_too(tmp_path: Path) -> None:
    name, quads = article(ONE, "a")
    put(tmp_path, (name, [*quads, Quad(BlankNode(), KG.quote, Literal("b"), ONE)]), article(TWO, "c"))
    put(tmp_path, (name, [*quads, Quad(BlankNode("x"), KG.quote, Literal("c"), ONE)]))
    assert len(contents(tmp_path)) == len(expected(article(ONE, "a"), article(TWO, "c"))) + 2
    put(tmp_path, article(ONE, "a"))
    assert contents(tmp_path) == expected(article(ONE, "a"), article(TWO, "c"))


def test_files_are_loaded_graph_by_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "_CHUNK", 200)  # graphs are spread over chunks
    graph = kg.build(SEED)
    for name, content in {"a.nq": graph.to_nquads(), "b.trig": graph.to_trig(), "c.ttl": graph.to_turtle()}.items():
        (tmp_path / name).write_bytes(content)
        with EmbeddedStore.open(tmp_path / "store") as store:
            store.load([tmp_path / name])
            assert set(store.quads()) == set(graph)


def test_triples_of_no_article_need_a_graph(tmp_path: Path) -> None:
    file = tmp_path / "links.ttl"
    file.write_text("<http://example.org/a> <http://example.org/b> 1 .", encoding="utf-8")
    with EmbeddedStore.open(tmp_path / "store") as store:
        with pytest.raises(StoreError, match="about 0 articles"):
            store.load([file])
        store.load([file], graph=TWO)
        assert {quad.graph_name for quad in store.quads()} == {TWO}
        file.write_text("<a", encoding="utf-8")
        with pytest.raises(GraphFileError):
            store.load([file], graph=ONE)
        assert {quad.graph_name for quad in store.quads()} == {TWO}


def test_what_is_no_store_is_refused_in_a_line_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine", encoding="utf-8")
    for path, problem in (
        (tmp_path, "other things in it: file"),
        (file, "is a file"),
        (file / "x", r"cannot be opened|is a file"),
    ):
        with pytest.raises(StoreError, match=problem) as error:
            put(path, article(ONE, "a"))
        assert "\n" not in str(error.value)
    for path in (tmp_path, tmp_path / "none"):
        assert not is_store(path)
        with pytest.raises(StoreError, match="is not a store"):
            contents(path)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert file.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("said", ["", "{}", "[]", '{"format": 2}', '{"format": 1, "base": "x"}'])
def test_a_damaged_store_is_refused_in_a_line(tmp_path: Path, said: str) -> None:
    put(tmp_path, article(ONE, "a"))
    (tmp_path / "kg-store.json").write_text(said, encoding="utf-8")
    with pytest.raises(StoreError, match=r"is damaged|another version") as error:
        put(tmp_path, article(ONE, "b"))
    assert "\n" not in str(error.value)
    assert (tmp_path / "generation-000001").is_dir()


def test_a_store_keeps_its_base(tmp_path: Path) -> None:
    with EmbeddedStore.open(tmp_path, "http://example.org/") as store:
        store.replace([article(ONE, "a")])
    with EmbeddedStore.open(tmp_path) as store:
        assert store.base == "http://example.org/"
    with (
        pytest.raises(StoreError, match=r"not https://other\.org/"),
        EmbeddedStore.open(tmp_path, "https://other.org/"),
    ):
        pass


def test_only_one_changes_a_store_at_a_time(tmp_path: Path) -> None:
    code = f"from kg.store import EmbeddedStore\nwith EmbeddedStore.open({str(tmp_path)!r}): pass"
    with EmbeddedStore.open(tmp_path) as store:
        store.replace([article(ONE, "a")])
        other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert other.stderr.splitlines()[-1].startswith("kg.errors.StoreError: ")
    assert "is being changed by another process" in other.stderr
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_readers_see_the_store_as_it_was_and_do_not_hinder_changes(tmp_path: Path) -> None:
    put(tmp_path, article(ONE, "a"))
    with EmbeddedStore.read_only(tmp_path) as first, first.rdf() as before:
        put(tmp_path, article(ONE, "b"))
        put(tmp_path, article(ONE, "c"))
        assert quotes(before) == {'"a"'}
        with EmbeddedStore.read_only(tmp_path) as second, second.rdf() as after:
            assert quotes(after) == {'"c"'}
    put(tmp_path, article(ONE, "d"))
    assert len(list(tmp_path.glob("generation-*"))) == 1


def test_a_reader_cannot_change_anything(tmp_path: Path) -> None:
    put(tmp_path, article(ONE, "a"))
    with EmbeddedStore.read_only(tmp_path) as store, store.rdf() as rdf, pytest.raises(RuntimeError):
        rdf.add(Quad(ONE, ONE, ONE))


def test_an_error_midway_leaves_the_store_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "_CHUNK", 1)

    def broken() -> Iterable[Article]:
        yield article(ONE, "b")
        yield article(TWO, "b")
        yield article(NamedNode("http://example.org/three"), "b")
        raise GraphFileError("broken off")

    for before in (None, expected(article(ONE, "a"))):
        if before is not None:
            put(tmp_path, article(ONE, "a"))
        with pytest.raises(GraphFileError, match="broken off"), EmbeddedStore.open(tmp_path) as store:
            store.replace(broken())
        assert is_store(tmp_path) is (before is not None)
        assert before is None or contents(tmp_path) == before


def test_many_small_changes_do_not_leave_many_small_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "_SMALL_FILES", 30)
    for number in range(12):
        put(tmp_path, article(ONE, f"{number}"))
        assert len(list(tmp_path.glob("generation-*/*.sst"))) < 60
    assert not (tmp_path / "generation-000001").exists()
    assert contents(tmp_path) == expected(article(ONE, "11"))


def test_an_oxigraph_database_is_no_store_of_ours(tmp_path: Path) -> None:
    Store(tmp_path / "db").add(Quad(ONE, ONE, ONE))
    with pytest.raises(StoreError, match="is not a store"):
        put(tmp_path / "db", article(ONE, "a"))


def test_a_load_that_fails_leaves_no_new_folder(tmp_path: Path) -> None:
    (tmp_path / "bad.nq").write_text("<http://e/a> <http://e/b> .", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    for name in ("new", "empty", "new"):
        with EmbeddedStore.open(tmp_path / name) as store, pytest.raises(GraphFileError):
            store.load([tmp_path / "bad.nq"])
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["bad.nq", "empty"]


def test_of_articles_with_one_id_the_iris_are_said(tmp_path: Path) -> None:
    put(tmp_path, article(TWO, id_="same"), article(ONE, id_="same"))
    said = f"several articles 'same' in it, give the IRI of one: {ONE}, {TWO}$"
    with EmbeddedStore.open(tmp_path) as store, pytest.raises(StoreError, match=said):
        store.remove("same")


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    own = tmp_path / "store" / "generation-1" / "data.txt"
    own.parent.mkdir(parents=True)
    own.write_text("precious", encoding="utf-8")
    with (
        pytest.raises(StoreError, match="has other things in it: generation-1"),
        EmbeddedStore.open(tmp_path / "store"),
    ):
        pass
    assert own.read_text(encoding="utf-8") == "precious"


def test_a_damaged_store_is_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    store = tmp_path / "store"
    with EmbeddedStore.open(store) as opened:
        opened.load([_seed_graph(tmp_path)])
    (current,) = store.glob("generation-*/CURRENT")
    current.unlink()
    with pytest.raises(StoreError, match="is damaged"), EmbeddedStore.read_only(store):
        pass
    with EmbeddedStore.open(store) as opened, pytest.raises(StoreError, match="is damaged"):
        opened.load([_seed_graph(tmp_path)])


def _seed_graph(folder: Path) -> Path:
    path = folder / "seed.trig"
    path.write_bytes(kg.build("seeds/ukraine-swift-beat.txt").to_trig())
    return path
