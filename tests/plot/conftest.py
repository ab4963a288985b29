"""What the tests of plots share: they need Matplotlib, an extra."""

from pathlib import Path

import pytest

import kg
from kg.insight.reading import Dataset

pytest.importorskip("matplotlib")


@pytest.fixture(scope="session")
def graph() -> kg.KnowledgeGraph:
    """The graph of the seed article."""
    return kg.build(Path("seeds/ukraine-swift-beat.txt"))


@pytest.fixture(scope="session")
def data(graph: kg.KnowledgeGraph) -> Dataset:
    """The same, read."""
    return Dataset(graph)
