"""From an article to its facts, with the embedded engine."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.article import Article
from kg.cli.evaluating import afresh
from kg.errors import InputError
from kg.evaluation import evaluate, read_known, shortfalls
from kg.extraction import extract_all, extract_from
from kg.facts import Fact

SEED = Path(__file__).parents[1] / "seeds" / "ukraine-swift-beat.txt"
SENTENCES = [
    "De Franse president Emmanuel Macron ontmoette dinsdag de Duitse bondskanselier Friedrich Merz in Berlijn.",
    "“We leveren dertig tanks aan Oekraïne,” zei minister Ruben Brekelmans van Defensie.",
    "Het bedrijf ontkent dat het een akkoord met Shell heeft gesloten.",
    "ASML zou volgens persbureau Reuters een fabriek in Veldhoven willen bouwen.",
    "Rusland viel de stad aan; daarbij kwamen zeven mensen om.",
    "Jan Smit werd in 2019 benoemd tot burgemeester van Urk.",
    "Het regende.",
]


def article(text: str) -> Article:
    return Article(id="a.txt", text=text, language="nl", date="2025-07-05")


def check_places(fact: Fact, text: str) -> None:
    for quote in fact.quotes():
        assert text[quote.start : quote.end] == quote.quote
    for mention in fact.mentions():
        assert mention.text == text[mention.start : mention.end]


def test_the_article_of_the_project_comes_out_as_it_was_reviewed() -> None:
    result = evaluate(afresh(read_known(SEED)).cases)
    assert shortfalls(result, {"facts.precision": 0.9, "facts.recall": 0.8, "content.f1": 1}) == []
    assert result.figures.of["status"].differ == 0


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), st.sampled_from([" ", "\n\n", "\n", "  \t"]))
def test_every_word_lies_where_the_fact_says(sentences: list[str], between: str) -> None:
    text = between.join(sentences)
    extracted = extract_from(article(text))
    assert extracted.rejected == []
    for fact in extracted.facts:
        check_places(fact, text)
    identities = [fact.identity() for fact in extracted.facts]
    assert len(identities) == len(set(identities))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=200).filter(str.strip))
def test_any_text_is_read(text: str) -> None:
    for fact in extract_from(article(text)).facts:
        check_places(fact, text)


@pytest.mark.parametrize(
    "text",
    ["woord " * 1_000, "“" * 2_000 + "Ja" + "”" * 2_000, "zei Jan dat " * 300, "“Hij zei: " * 300, "Jan, " * 500],
    ids=["no end", "nested marks", "reports", "open quotations", "commas"],
)
def test_hostile_text_is_read_in_bounded_time(text: str) -> None:
    for fact in extract_from(article(text)).facts:
        check_places(fact, text)


def test_articles_come_in_their_order_with_their_language() -> None:
    texts = [SENTENCES[0], "Het regende.", SENTENCES[5]]
    articles = [(None, Article(id=str(number), text=text)) for number, text in enumerate(texts)]
    found = list(extract_all(articles))
    assert [(one.article.id, one.article.language) for one in found] == [("0", "nl"), ("1", "nl"), ("2", "nl")]
    assert [bool(one.facts) for one in found] == [True, False, True]


def test_another_language_is_refused() -> None:
    english = (
        "The president of France met the German chancellor in Berlin on Tuesday to talk about the war in Ukraine. " * 3
    )
    with pytest.raises(InputError, match="English"):
        extract_from(Article(id="a", text=english), file=Path("a.txt"))


@pytest.mark.parametrize(
    ("text", "fact_type", "sources", "via", "status"),
    [
        ("Volgens Shell heeft Polen tanks aan Oekraïne geleverd.", "Delivery", ["Shell"], [], "actual"),
        ("“Polen heeft tanks aan Oekraïne geleverd,” zei Jan Smit.", "Delivery", ["Jan Smit"], [], "actual"),
        ("Shell ontkent dat het een akkoord met BP heeft gesloten.", "Agreement", ["Shell"], [], "denied"),
        ("Shell kondigde aan dat het bedrijf olie aan Polen zal leveren.", "Delivery", ["Shell"], [], "planned"),
        ("Polen heeft tanks aan Oekraïne geleverd.", "Delivery", [], [], "actual"),
        ("Volgens Jan Smit is Shell geen eigendom van BP.", "Control", ["Jan Smit"], [], "denied"),
        ("Shell is eigendom van BP.", "Control", [], [], "actual"),
        (
            "Polen heeft tanks aan Oekraïne geleverd, aldus officiële bronnen geciteerd door persbureau Reuters.",
            "Delivery",
            ["officiële bronnen"],
            ["Reuters"],
            "actual",
        ),
    ],
)
def test_who_vouches_for_a_fact_and_how_certain_it_is(
    text: str, fact_type: str, sources: list[str], via: list[str], status: str
) -> None:
    (fact,) = [fact for fact in extract_from(article(text)).facts if fact.type == fact_type]
    assert [mention.name for mention in fact.attributed_to] == sources
    assert [mention.name for mention in fact.via] == via
    assert fact.status == status
