import itertools

import networkx as nx
from hypothesis import HealthCheck, given, settings

from kg.insight import HELD, Insight
from tests.insight.graphs import Drawn, actor, dataset, drawn_situations


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn_situations())
def test_two_are_tied_by_each_situation_that_both_have_a_role_in(situations: Drawn) -> None:
    network = Insight(dataset(situations)).network
    for one, other in itertools.combinations(range(7), 2):
        both = [n for n, (status, members) in enumerate(situations) if status in HELD and {one, other} <= set(members)]
        tie = network.get_edge_data(actor(one).value, actor(other).value)
        assert (tie["weight"] if tie else 0) == len(both)
        assert [int(iri[-2:]) for iri in (tie["situations"] if tie else ())] == both


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn_situations())
def test_paths_are_the_shortest_of_networkx(situations: Drawn) -> None:
    insight = Insight(dataset(situations))
    one, other = actor(0).value, actor(1).value
    found = insight.paths("Persoon 0", "Persoon 1", count=3)
    if not nx.has_path(insight.network, one, other):
        assert not found
        return
    shortest = nx.shortest_path_length(insight.network, one, other)
    assert max(record["step"] for record in found.records() if record["path"] == 1) == shortest  # type: ignore[type-var]
    simple = list(itertools.islice(nx.shortest_simple_paths(insight.network, one, other), 3))
    steps = {record["path"]: record["step"] for record in found.records()}
    assert list(steps.values()) == [len(path) - 1 for path in simple]
