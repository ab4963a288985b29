"""All engines give what NetworkX's own functions give."""

import networkx as nx
import pytest
from hypothesis import given, settings
from networkx.algorithms.link_analysis import pagerank_alg

from kg.errors import InputError
from kg.insight import engines
from kg.insight.engines import Engine, betweenness, engine_for, pagerank
from tests.insight.graphs import networks


@pytest.fixture(scope="module", params=["networkx", "rustworkx"])
def engine(request: pytest.FixtureRequest) -> Engine:
    if request.param == "rustworkx":
        pytest.importorskip("rustworkx")
    engine: Engine = request.param
    return engine


@given(networks())
@settings(deadline=None)
def test_pagerank_is_that_of_networkx(engine: Engine, network: "nx.Graph[str]") -> None:
    # NetworkX's nx.pagerank needs SciPy; this is its own version of it without.
    own = getattr(pagerank_alg, "_pagerank_python")  # noqa: B009
    expected = own(network, tol=1e-12, max_iter=1000) if network else {}
    assert pagerank(network, engine) == pytest.approx(expected, abs=1e-7)


@given(networks())
@settings(deadline=None)
def test_betweenness_is_that_of_networkx(engine: Engine, network: "nx.Graph[str]") -> None:
    assert betweenness(network, engine) == pytest.approx(nx.betweenness_centrality(network), abs=1e-9)


def test_what_would_take_hours_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "MOST_IN_PYTHON", 3)
    assert betweenness(nx.path_graph(["a", "b", "c", "d"]), "networkx") is None


def test_an_engine_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert engine_for("auto") == "networkx"
    with pytest.raises(InputError, match=r"newskg\[fast\]"):
        engine_for("rustworkx")
