import itertools
from pathlib import Path

import networkx as nx
import yaml
from hypothesis import HealthCheck, given, settings

import kg
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


def test_who_was_in_one_town_is_not_thereby_connected(tmp_path: Path) -> None:
    text = "An sprak Bo in Gent. Cas sprak Dirk in Gent. Haven Zuid zit in Gent."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    reviewed = {
        "article": {"language": "nl"},
        "entities": {name: {"kind": "Person"} for name in ("An", "Bo", "Cas", "Dirk")}
        | {"Gent": {"kind": "Place"}, "Haven Zuid": {"kind": "Company"}},
        "facts": [
            {
                "type": "Meeting",
                "roles": {"participant": ["An", "Bo"], "place": "Gent"},
                "evidence": "An sprak Bo in Gent",
            },
            {
                "type": "Meeting",
                "roles": {"participant": ["Cas", "Dirk"], "place": "Gent"},
                "evidence": "Cas sprak Dirk in Gent",
            },
            {
                "type": "Presence",
                "roles": {"resident": "Haven Zuid", "place": "Gent"},
                "evidence": "Haven Zuid zit in Gent",
            },
        ],
    }
    (tmp_path / "a.facts.yaml").write_text(yaml.safe_dump(reviewed), encoding="utf-8")
    insight = kg.build(tmp_path).insight()
    assert not insight.paths("An", "Dirk")
    assert len(insight.paths("An", "Gent").top(1)) == 1  # who asks for the town, gets it
    ties = dict(zip(insight.actors().column("actor"), insight.actors().column("ties"), strict=True))
    assert (ties["An"], ties["Gent"]) == (1, 1)
