import datetime

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.insight import Insight
from kg.vocab import KG, RDF, SCHEMA, XSD

ARTICLE = NamedNode("https://example.org/article/a")


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2025-07-05", datetime.date(2025, 7, 5)),
        ("2025-07-05T10:00:00+02:00", datetime.date(2025, 7, 5)),
        ("2025-07", datetime.date(2025, 7, 1)),
        ("2025", datetime.date(2025, 1, 1)),
        ("2025-13", None),
        ("gisteren", None),
    ],
)
def test_the_day_of_an_article_of_which_nothing_is_dated(date: str, day: datetime.date | None) -> None:
    quads = [
        Quad(ARTICLE, RDF.type, KG.Article),
        Quad(ARTICLE, SCHEMA.datePublished, Literal(date, datatype=XSD.date)),
    ]
    assert Insight(quads).today == day
