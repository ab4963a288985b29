import pytest

from kg.article import Article, Span
from kg.article.record import header_date


@pytest.mark.parametrize(
    ("text", "date", "body"),
    [
        (" date 2025-07 De president", "2025-07", "De president"),
        ("date 2025-07-05\n\nTekst", "2025-07-05", "\n\nTekst"),
        ("\n\n  date\t2025-07-05  Tekst", "2025-07-05", "Tekst"),
        ("datering 2025-07 Tekst", None, "datering 2025-07 Tekst"),
        ("date 2025-070 Tekst", None, "date 2025-070 Tekst"),
        ("Tekst date 2025-07", None, "Tekst date 2025-07"),
    ],
)
def test_header(text: str, date: str | None, body: str) -> None:
    article = Article(id="a", text=text)
    assert header_date(text) == date
    assert article.text[article.body_start :] == body


def test_offsets_are_code_points() -> None:
    article = Article(id="a", text="🚁🚁 drones")
    assert article.cut(Span(3, 9)) == "drones"


def test_hash_is_of_the_text_in_utf8() -> None:
    assert Article(id="a", text="é").sha256 == "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"
