"""The figures in the pictures of the seed article, checked by hand against the article."""

import datetime

import networkx as nx
import pytest
from pyoxigraph import NamedNode

from kg.insight.reading import Dataset
from kg.plot.attributions import flows
from kg.plot.communities import shown_of
from kg.plot.matrix import counts
from kg.plot.timeline import Scale, rows


def test_timeline(data: Dataset) -> None:
    found = [(row.situation.label, *(day.isoformat() for day in row.when), row.lasts) for row in rows(data)]
    assert found == [
        # "sinds … in 2022", "in 2022"
        ("De Verenigde Staten zijn de grootste militaire bondgenoot van Oekraïne", "2022-01-01", "2022-12-31", True),
        ("Grootschalige oorlog door Rusland", "2022-01-01", "2022-12-31", True),
        # "deze week", seen from 5 July
        ("Oekraïne sluit een overeenkomst met Swift Beat", "2025-06-30", "2025-07-06", False),
        # "Op 1 juli", "op 4 juli", "op 5 juli", "gepland voor 10 juli"
        ("De Verenigde Staten kondigen de stopzetting van wapenleveringen aan", "2025-07-01", "2025-07-01", False),
        ("Het Élysée kondigt de vergadering aan", "2025-07-04", "2025-07-04", False),
        ("Zelensky kondigt nieuwe overeenkomsten aan", "2025-07-05", "2025-07-05", False),
        (
            "Vergadering van Europese leiders onder leiding van Macron en Starmer (gepland)",
            "2025-07-10",
            "2025-07-10",
            False,
        ),
    ]
    # The second clock: the header says July 2025, and no day.
    month = (datetime.date(2025, 7, 1), datetime.date(2025, 7, 31))
    assert {row.reported for row in rows(data)} == {(month,)}


def test_matrix(data: Dataset) -> None:
    held, other = counts(data)

    def of(name: str) -> dict[str, tuple[int, int]]:
        (node,) = {node for node, _ in (*held, *other) if data.label(node) == name}
        types = {kind for who, kind in (*held, *other) if who == node}
        return {kind: (held[node, kind], other[node, kind]) for kind in types}

    assert of("Eric Schmidt") == {"Backing": (1, 0), "OfficeHolding": (1, 0)}
    assert of("Denemarken") == {"Agreement": (1, 0), "Production": (0, 1)}
    assert of("Verenigde Staten") == {
        "Announcement": (1, 0),
        "Alliance": (1, 0),
        "Domicile": (1, 0),
        "DeliverySuspension": (0, 1),
    }
    # Swift Beat is said not to be under control, and is to produce drones.
    assert of("Swift Beat LLC")["Control"] == (0, 1)
    assert of("Swift Beat LLC")["Production"] == (0, 1)
    # With partners: all weapons, long-range weapons, interceptor drones; and at home. Planned: with partners, with
    # Swift Beat, with Denmark.
    assert of("Oekraïne")["Production"] == (4, 3)


def test_attributions(data: Dataset) -> None:
    found = flows(data)

    def name(stop: str) -> str:
        return data.label(NamedNode(stop)) if ":" in stop else stop

    said = {(name(by), name(via), kind): count for (by, via, kind), count in found.items()}
    assert said["officiële bronnen", "Kyiv Independent", "Test"] == 1
    assert said["Kyiv Independent", "direct", "Statement"] == 1
    assert said["Verenigde Staten", "direct", "DeliverySuspension"] == 1
    # Joint production planned, under way, of long-range weapons, of interceptors, drones planned, three possible ones.
    assert said["Volodymyr Zelensky", "direct", "Production"] == 8
    # The meeting is the Élysée's word, and the article's own: it counts for both.
    assert (said["Élysée", "direct", "Meeting"], said["article", "direct", "Meeting"]) == (1, 1)
    assert sum(found.values()) == 45 + 1


def test_of_too_many_communities_the_largest_are_drawn_and_who_has_most_ties(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.plot.communities._MOST", 4)
    monkeypatch.setattr("kg.plot.communities._MOST_GROUPS", 2)
    network: nx.Graph[str] = nx.Graph()
    network.add_weighted_edges_from((hub, f"{hub}{number}", 1) for hub in ("a", "k", "x") for number in (1, 2, 3))
    groups = [sorted(group) for group in nx.connected_components(network)]
    assert shown_of(network, groups) == [["a", "a1"], ["k", "k1"]]


def test_a_scale_cuts_long_stretches_short() -> None:
    days = [datetime.date(2022, 1, 1), datetime.date(2025, 7, 1), datetime.date(2025, 7, 2), datetime.date(2025, 7, 11)]
    scale = Scale(days, 0, 190)
    assert [scale(day) for day in days] == [0, 90, 100, 190]
    assert scale.cuts == [(days[0], days[1])]
