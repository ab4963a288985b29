"""Each folder of ``tests/cases`` holds an article, its reviewed facts, and the golden graph that they must give.

After a change that is meant to change graphs: ``pytest --update``, then read the diff of the golden files.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, QueryTriples, RdfFormat, Store, Triple

from kg.article import Article, read_articles
from kg.extract import read_reviewed
from kg.facts import read_facts, to_lines
from kg.graph import KnowledgeGraph
from kg.pipeline import Build, build
from kg.query import Table
from kg.resolve import resolve
from kg.terms import shortcuts

FILES = ["article.facts.yaml", "article.txt", "graph.ttl"]
LEAST_CASES = 22


def test_no_case_is_lost(cases: list[Path]) -> None:
    assert len(cases) >= LEAST_CASES


def test_graph_is_the_golden_one_to_the_byte(case: Path, built: Build, update: bool) -> None:
    golden, turtle = case / "graph.ttl", built.graph.to_turtle()
    if update:
        golden.write_bytes(turtle)
    assert golden.is_file(), f"{golden} is missing: write it with pytest --update, then read it"
    assert b" a kg:Claim" in golden.read_bytes(), f"{golden} is empty: it has no claim"
    assert golden.read_bytes().decode() == turtle.decode()


def test_a_case_has_its_three_files_and_no_others(case: Path) -> None:
    assert sorted(path.name for path in case.iterdir()) == FILES


def test_graph_fits_the_shapes(built: Build) -> None:
    assert built.graph.validate() == []


def test_no_fact_is_rejected(built: Build) -> None:
    assert built.rejected == []


def test_quotes_of_facts_are_cut_from_the_article(case: Path, built: Build) -> None:
    text = _article(case).text
    for fact in built.facts:
        for quote in fact.quotes():
            assert text[quote.start : quote.end] == quote.quote
        for mention in fact.mentions():
            if mention.text is not None:
                assert text[mention.start : mention.end] == mention.text


def test_quotes_in_the_graph_are_cut_from_the_article(built: Build) -> None:
    claims = built.graph.query(
        """SELECT ?quote ?start ?end ?text
           WHERE { ?claim kg:quote ?quote ; kg:start ?start ; kg:end ?end ; kg:inArticle/kg:text ?text }"""
    )
    assert isinstance(claims, Table)
    assert len(claims) == sum(len(fact.evidence) for fact in built.facts)
    for quote, start, end, text in claims.texts():
        assert text[int(start) : int(end)] == quote


def test_words_of_roles_are_words_of_the_article(built: Build) -> None:
    strangers = built.graph.query(
        """SELECT ?words
           WHERE {
             VALUES ?role { kg:content kg:quotation kg:topic kg:medium kg:purpose kg:qualifier kg:amount kg:dateText }
             ?claim kg:claims ?situation ; kg:inArticle/kg:text ?text .
             ?situation ?role ?words
             FILTER (!CONTAINS(?text, STR(?words)))
           }"""
    )
    assert isinstance(strangers, Table)
    assert strangers.texts() == []


def test_facts_on_disk_are_the_facts_in_memory(built: Build, tmp_path: Path) -> None:
    path = tmp_path / "facts.jsonl"
    path.write_bytes(to_lines(built.facts).encode())
    assert list(read_facts(path)) == built.facts


def test_order_of_facts_does_not_matter(case: Path, built: Build) -> None:
    article = read_reviewed(case / "article.facts.yaml", _article(case)).article
    facts = built.facts[::-1]
    graph = KnowledgeGraph()
    graph.add(article, facts, resolve(facts, article))
    assert graph.to_turtle() == built.graph.to_turtle()
    assert graph.to_trig() == built.graph.to_trig()
    assert graph.to_nquads() == built.graph.to_nquads()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["agreement", "hostile"])
@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_order_of_hashes_does_not_matter(root: Path, cases: list[Path], name: str, hash_seed: str) -> None:
    (folder,) = (case for case in cases if case.name == name)
    program = "import kg, sys; sys.stdout.buffer.write(kg.build(sys.argv[1]).to_turtle())"
    command = [sys.executable, "-c", program, str(folder / "article.txt")]
    seeded = os.environ | {"PYTHONHASHSEED": hash_seed}
    run = subprocess.run(command, cwd=root, env=seeded, stdout=subprocess.PIPE, check=True)
    assert run.stdout == build([folder / "article.txt"]).graph.to_turtle()


def test_shortcuts_are_those_that_the_ontology_declares(root: Path, source: Path) -> None:
    graph = build([source]).graph
    properties = {shortcut.property for shortcut in shortcuts()}
    stated = {quad.triple for quad in graph if quad.predicate in properties}
    others = [quad.triple for quad in graph if quad.predicate not in properties]
    assert stated == _declared_shortcuts(others, root / "ontology")


def test_only_what_holds_gives_a_shortcut(source: Path) -> None:
    graph = build([source]).graph
    for shortcut in shortcuts():
        subjects = {quad.subject for quad in graph if quad.predicate == shortcut.property}
        for subject in subjects:
            assert isinstance(subject, NamedNode)
            pattern = f"?situation a {shortcut.situation} ; {shortcut.subject} {subject} ; kg:status {shortcut.status}"
            assert graph.query(f"ASK {{ {pattern} }}") is True


def _article(case: Path) -> Article:
    ((_, article),) = read_articles(case / "article.txt")
    return article


def _declared_shortcuts(triples: list[Triple], folder: Path) -> set[Triple]:
    """Give what ``shortcuts.rq`` makes of the ontology and these triples."""
    store = Store()
    store.load(path=folder / "kg.ttl", format=RdfFormat.TURTLE)
    store.bulk_load("".join(f"{triple} .\n" for triple in triples), format=RdfFormat.N_TRIPLES)
    made = store.query((folder / "shortcuts.rq").read_text(encoding="utf-8"))
    assert isinstance(made, QueryTriples)
    return set(made)
