"""What the tests of plots share: they need Matplotlib, an extra."""

import importlib.util
from pathlib import Path

import pytest

import kg
from kg.insight.reading import Dataset

collect_ignore_glob = [] if importlib.util.find_spec("matplotlib") else ["test_*.py"]


@pytest.fixture(scope="session")
def graph() -> kg.KnowledgeGraph:
    """The graph of the seed article."""
    return kg.build(Path("seeds/ukraine-swift-beat.txt"))


@pytest.fixture(scope="session")
def data(graph: kg.KnowledgeGraph) -> Dataset:
    """The same, read."""
    return Dataset(graph)
