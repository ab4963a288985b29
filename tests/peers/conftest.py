"""What the tests of peers share: the two graphs, with the answers that every peer should give."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.peers import programs
from tests.peers.graphs import QUESTIONS, PeerGraph, made


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for all of them, with the questions as ``queries/NAME.rq`` and in ``questions.json``."""
    path = tmp_path_factory.mktemp("peers")
    (path / "queries").mkdir()
    for name, query in QUESTIONS.items():
        (path / "queries" / f"{name}.rq").write_text(query, encoding="utf-8")
    (path / "questions.json").write_text(json.dumps(QUESTIONS), encoding="utf-8")
    return path


@pytest.fixture(scope="session", params=["article", "generated"])
def graph(request: pytest.FixtureRequest, folder: Path, root: Path) -> PeerGraph:
    """The graph of the article; and one of 100,000 triples."""
    return made(request.param, folder, root / "seeds" / "ukraine-swift-beat.txt")


@pytest.fixture(scope="session")
def endpoint(graph: PeerGraph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of our own endpoint over the graph."""
    with programs.ours(graph.nquads, tmp_path_factory.mktemp("ours")) as url:
        yield f"{url}/sparql"
