"""What the tests share: the option ``--update``, the cases, and what they are built into."""

from __future__ import annotations

import http.server
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from rdflib import Graph

from kg.pipeline import Build, build

# How long an example takes says more about what else the machine does.
settings.register_profile("kg", deadline=None)
settings.load_profile("kg")

ROOT = Path(__file__).parent.parent
CASES = sorted(path for path in (ROOT / "tests" / "cases").iterdir() if path.is_dir())
SEED = ROOT / "seeds" / "ukraine-swift-beat.txt"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the golden files (then read what has changed)")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update") and os.environ.get("CI"):
        raise pytest.UsageError("--update rewrites golden files, which CI must not: run it at home, and read the diff")


@pytest.fixture(scope="session")
def update(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten."""
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def cases() -> list[Path]:
    """The folders of all cases."""
    return CASES


@pytest.fixture(scope="session", params=CASES, ids=lambda path: path.name)
def case(request: pytest.FixtureRequest) -> Path:
    """The folder of each case in turn."""
    folder: Path = request.param
    return folder


@pytest.fixture(scope="session")
def built(case: Path) -> Build:
    """What is built from the case."""
    return build([case / "article.txt"])


@pytest.fixture(scope="session", params=[*CASES, SEED], ids=lambda path: path.stem)
def source(request: pytest.FixtureRequest) -> Path:
    """The article of each case in turn, and the seed article."""
    path: Path = request.param
    return path if path.is_file() else path / "article.txt"


@pytest.fixture(scope="session")
def ontology() -> Graph:
    """The ontology, kg.ttl. Tests only read it."""
    return Graph().parse(ROOT / "ontology" / "kg.ttl")


@pytest.fixture(scope="session")
def shapes() -> Graph:
    """The shapes, shapes.ttl. Tests only read them."""
    return Graph().parse(ROOT / "ontology" / "shapes.ttl")


@pytest.fixture(scope="session")
def seed() -> Graph:
    """The graph of the seed article. Tests only read it."""
    return Graph().parse(data=build([SEED]).graph.to_turtle(), format="turtle")


@pytest.fixture(scope="session")
def golden() -> Graph:
    """The golden graphs of all cases, in one. Tests only read it."""
    graph = Graph()
    for folder in CASES:
        graph.parse(folder / "graph.ttl")
    return graph


@pytest.fixture(scope="session")
def written(golden: Graph, seed: Graph) -> Graph:
    """All golden graphs and that of the seed article, in one. Tests only read it."""
    return golden + seed


@pytest.fixture
def requests() -> Iterator[tuple[int, list[str]]]:
    """A server on this machine that notes what it is asked: its port, and the paths."""
    seen: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            self.send_response(500)
            self.end_headers()

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_port, seen
    server.shutdown()
    server.server_close()
    thread.join()
