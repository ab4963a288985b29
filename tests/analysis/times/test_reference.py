"""The reference day: the article's, or the latest at which something is reported as done."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.analysis.engine import analyse
from kg.analysis.spacy_engine import embedded
from kg.analysis.times import find_times, reference_day
from kg.article import Article

_SEED = Path(__file__).parents[3] / "seeds" / "ukraine-swift-beat.txt"


def _reference(text: str, published: str | None) -> date | None:
    return reference_day(analyse(Article(id="a", text=text, language="nl", date=published), embedded("nl")))


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Op 3 juli kwam hij.", "2025-07-08", date(2025, 7, 8)),
        (
            "Op 3 juli kwam hij. Op 4 juli heeft hij getekend. Hij zal op 9 juli vertrekken.",
            "2025-07",
            date(2025, 7, 4),
        ),
        ("De top is gepland voor 10 juli. Hij kwam op 2 juli aan.", "2025-07", date(2025, 7, 2)),
        ("De krant meldt op 6 juli dat hij kwam. De top begint op 8 juli.", "2025-07", date(2025, 7, 6)),
        ("Hij kwam op 3 juni en op 4 juli 2024.", "2025-07", None),
        ("Hij kwam in juli.", "2025-07", None),
        ("Hij kwam op 3 maart en ging op 4 april.", "2025", date(2025, 4, 4)),
        ("Hij kwam op 3 maart.", None, None),
        ("Sinds 3 juli is hij er. Vanaf 20 juli werkte hij.", "2025-07", None),
    ],
)
def test_reference_day(text: str, published: str | None, day: date | None) -> None:
    assert _reference(text, published) == day


def test_a_real_article() -> None:
    document = analyse(Article(id="a", text=_SEED.read_text(), language="nl", date="2025-07"), embedded("nl"))
    reference = reference_day(document)
    assert reference == date(2025, 7, 5)
    found = {
        one.text: {name: value for name, value in one._asdict().items() if value}
        for one in find_times(document, reference)
    }
    assert found["op 5 juli"]["date"] == "2025-07-05"
    assert found["Op 1 juli"]["date"] == "2025-07-01"
    assert found["op 4 juli"]["date"] == "2025-07-04"
    assert found["10 juli"]["date"] == "2025-07-10"
    assert found["in 2022"]["date"] == "2022"
    assert found["sinds het uitbreken van de grootschalige oorlog door Rusland in 2022"]["start_date"] == "2022"
    assert (found["deze week"]["not_before"], found["deze week"]["not_after"]) == ("2025-06-30", "2025-07-06")
    assert (found["volgende week"]["not_before"], found["volgende week"]["not_after"]) == ("2025-07-07", "2025-07-13")
    assert {"eerder", "vierde jaar"} <= set(found)
    assert len(found) == 10


def test_a_language_without_its_own_times_has_none() -> None:
    document = analyse(Article(id="a", text="Op 5 juli 2025 kwam hij.", language="fr"), embedded("nl"))
    assert find_times(document, date(2025, 7, 5)) == []
