"""Each figure of the seed article's analyses, checked by hand against the article; whole tables in golden files."""

import datetime
from pathlib import Path

import pytest

import kg
from kg.errors import InputError, QueryError
from kg.insight import ANALYSES, Findings, Insight

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def insight() -> Insight:
    return kg.build("seeds/ukraine-swift-beat.txt").insight(engine="networkx")


def row(findings: Findings, first: str) -> dict[str, object]:
    return next(dict(record) for record in findings.records() if next(iter(record.values())) == first)


@pytest.mark.parametrize("name", ANALYSES)
def test_tables_are_those_that_were_read(insight: Insight, name: str, update: bool) -> None:
    golden = GOLDEN / f"{name}.csv"
    text = getattr(insight, name)().to_csv()
    if update:
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_ties_of_ukraine(insight: Insight) -> None:
    # Partners, Swift Beat and Denmark (agreements), Zelensky (president), Russia (war), the US (ally), and "iedereen",
    # "ons volk" and the "militair-industriële complex", which are thanked in one breath.
    found = row(insight.actors(), "Oekraïne")
    assert found["ties"] == 9
    # Without Ukraine: Swift Beat with Schmidt, Google, engineers, army and the US; partners with Zelensky; Denmark;
    # Russia; those who are thanked.
    assert found["parts"] == 5


def test_who_says_most(insight: Insight) -> None:
    # An announcement, the video address, the report of Swift Beat, the earlier statement, the thanks.
    assert row(insight.actors(), "Volodymyr Zelensky")["says"] == 5
    assert row(insight.actors(), "Élysée")["says"] == 2


def test_swift_beat_brings_others_together(insight: Insight) -> None:
    # Schmidt, the US, Ukraine, engineers, the army: ten pairs, of which only the US and Ukraine have a tie.
    found = row(insight.actors(), "Swift Beat LLC")
    assert (found["ties"], found["brokered"]) == (5, 9)


def test_how_schmidt_is_connected_with_denmark(insight: Insight) -> None:
    found = insight.paths("Eric Schmidt", "Denemarken")
    first = [record for record in found.records() if record["path"] == 1]
    assert [record["fact"] for record in first] == [
        "Eric Schmidt steunt Swift Beat",
        "Oekraïne sluit een overeenkomst met Swift Beat",
        "Swift Beat is aanwezig in Oekraïne",
        "Swift Beat test drones in Oekraïne",
        "Oekraïne sluit een overeenkomst met Denemarken",
    ]
    assert found.rows[0].receipts[0].quote == "wordt gesteund door voormalig CEO van Google Eric Schmidt"
    # The next one leads over the United States, where Swift Beat is based, and which is Ukraine's ally.
    assert {record["path"] for record in found.records()} == {1, 2}


def test_each_row_has_its_words(insight: Insight) -> None:
    text = Path("seeds/ukraine-swift-beat.txt").read_text(encoding="utf-8")
    tables = [getattr(insight, name)() for name in ANALYSES] + [insight.paths("Eric Schmidt", "Denemarken")]
    for findings in tables:
        for finding in findings:
            assert finding.receipts
            assert all(text[receipt.start : receipt.end] == receipt.quote for receipt in finding.receipts)


def test_plans_tie_nobody_unless_asked(insight: Insight) -> None:
    with_plans = kg.build("seeds/ukraine-swift-beat.txt").insight(statuses=("planned",))
    assert not insight.paths("Macron", "Keir Starmer")
    assert [record["type"] for record in with_plans.paths("Macron", "Keir Starmer").records()][:1] == ["Meeting"]


def test_what_each_source_speaks_of(insight: Insight) -> None:
    matrix = insight.sources().matrix("speaks of", "source", "facts")
    assert row(matrix, "wapens") == {
        "speaks of": "wapens",
        "ukraine-swift-beat.txt": 3,  # Denmark's agreement, the co-production, securing more weapons
        "Volodymyr Zelensky": 3,  # the agreements with partners, the joint production planned, and under way
        "Kyiv Independent": None,
        "Verenigde Staten": 1,  # the suspension
        "het kantoor van Zelensky": None,
        "officiële bronnen": None,
        "Élysée": None,
    }


def test_foundations(insight: Insight) -> None:
    found = {record["fact"]: record["foundation"] for record in insight.foundations().records()}
    assert found["Swift Beat test drones in Oekraïne"] == "hearsay"  # officials, by way of the Kyiv Independent
    assert found["Swift Beat is aanwezig in Oekraïne"] == "one source"  # Zelensky's office
    assert found["Eric Schmidt steunt Swift Beat"] == "own report"
    meeting = next(name for name in found if str(name).startswith("Vergadering"))
    assert found[meeting] == "several sources"  # the Élysée announces it, and the article tells of the talks itself
    assert [kind for kind in found.values() if kind in ("hearsay", "several sources")] == ["hearsay", "several sources"]


def test_the_agenda_looks_from_the_day_of_the_article(insight: Insight) -> None:
    # The header has a month only; the latest day on which something is reported as done is 5 July.
    assert insight.today == datetime.date(2025, 7, 5)
    assert insight.agenda().column("when") == ["next", "undated", "undated", "undated", "undated"]
    assert insight.agenda(datetime.date(2025, 7, 10)).column("when")[0] == "now"
    assert insight.agenda(datetime.date(2025, 7, 11)).column("when")[0] == "overdue"


def test_gaps(insight: Insight) -> None:
    found = {record["fact"]: record["missing"] for record in insight.gaps().records()}
    assert found["Oekraïne sluit een overeenkomst met Denemarken"] == ("when",)
    assert "Oekraïne sluit een overeenkomst met Swift Beat" not in found  # this week, about drones
    assert not any(str(name).startswith("Vergadering") for name in found)  # 10 July, by videolink


@pytest.mark.parametrize(
    ("start", "end", "message"),
    [
        ("Eric Schmid", "Denemarken", "by the name 'Eric Schmid': did you mean 'Eric Schmidt'"),
        ("Eric Schmidt", "Atlantis", "by the name 'Atlantis'"),
        ("Eric Schmidt", "eric schmidt", "are the same"),
        ("Eric Schmidt", "Eric Schmidt steunt Swift Beat", "is no entity"),
    ],
)
def test_unknown_names_are_told_in_a_sentence(insight: Insight, start: str, end: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        insight.paths(start, end)


def test_a_status_that_is_none() -> None:
    with pytest.raises(InputError, match="no status 'plannd'"):
        Insight([], statuses=["plannd"])


def test_nothing_gives_empty_tables() -> None:
    empty = Insight([])
    assert all(len(getattr(empty, name)()) == 0 for name in ANALYSES)
    assert empty.today is None
