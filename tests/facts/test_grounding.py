from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.article import Article, Span
from kg.errors import GroundingError
from kg.facts import FACT, Fact, ground, locate, occurrences

TEXT = "date 2025-07 Hij zei: “Wij  tekenen\nmorgen.” Zij zei: “Nee.” Wij zeggen: “Nee.”"
ARTICLE = Article(id="a", text=TEXT)


def fact(quote: str, start: int, **fields: Any) -> Fact:
    base: dict[str, Any] = {
        "article": "a",
        "type": "Meeting",
        "participant": [{"name": "Wij", "kind": "Group"}],
        "evidence": [{"quote": quote, "start": start, "end": start + len(quote)}],
        "method": "rules",
        "engine": "test",
        "engine_version": "1",
    }
    return FACT.validate_python(base | fields)


def test_locate_finds_words_to_the_letter() -> None:
    span = locate(ARTICLE, "Zij zei")
    assert TEXT[span.start : span.end] == "Zij zei"


@pytest.mark.parametrize("words", ["Wij tekenen morgen", '"Wij tekenen morgen."', "«Wij\ttekenen morgen.»"])
def test_white_space_and_quotation_marks_may_differ(words: str) -> None:
    assert "tekenen\nmorgen" in ARTICLE.cut(locate(ARTICLE, words))


@pytest.mark.parametrize("words", ["wij tekenen morgen", "Wij tekent morgen", "", " ", "date 2025-07"])
def test_anything_else_may_not(words: str) -> None:
    with pytest.raises(GroundingError, match="not in the article"):
        locate(ARTICLE, words)


def test_words_that_are_there_twice_need_a_number() -> None:
    with pytest.raises(GroundingError, match="are 2 times in the article"):
        locate(ARTICLE, "“Nee.”")
    assert locate(ARTICLE, "“Nee.”", occurrence=2).start > locate(ARTICLE, "“Nee.”", occurrence=1).start
    with pytest.raises(GroundingError, match="there is no occurrence 3"):
        locate(ARTICLE, "“Nee.”", occurrence=3)


def test_of_two_the_one_inside_the_evidence_is_meant() -> None:
    outer = locate(ARTICLE, "Wij zeggen: “Nee.”")
    assert locate(ARTICLE, "“Nee.”", within=[outer]) == locate(ARTICLE, "“Nee.”", occurrence=2)


def test_the_gate_passes_exact_words_as_they_are() -> None:
    exact = fact("Zij zei", TEXT.index("Zij zei"))
    assert ground(exact, ARTICLE) == exact


def test_the_gate_repairs_white_space_and_marks_and_no_more() -> None:
    start = TEXT.index("“Wij")
    repaired = ground(fact('"Wij tekenen morgen."', start), ARTICLE)
    evidence = repaired.evidence[0]
    assert evidence.quote == "“Wij  tekenen\nmorgen.”" == TEXT[evidence.start : evidence.end]


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("Zij zei", {"article": "b"}),
        ("Zij zwijgt", {}),
        ("Zij zei", {"topic": ["geheim"]}),
        ("Zij zei", {"time": {"date_text": "gisteren"}}),
        ("Zij zei", {"participant": [{"name": "Zij", "kind": "Person", "text": "Zij", "start": 0, "end": 3}]}),
        ("Zij zei", {"participant": [{"name": "Zij", "kind": "Person", "start": 45, "end": 48}]}),
    ],
)
def test_the_gate_refuses_what_the_article_does_not_say(words: str, fields: dict[str, Any]) -> None:
    with pytest.raises(GroundingError):
        ground(fact(words, TEXT.index("Zij zei"), **fields), ARTICLE)


def test_a_quote_in_the_wrong_place_is_refused() -> None:
    with pytest.raises(GroundingError, match="does not have these words at 0–7"):
        ground(fact("Zij zei", 0), ARTICLE)


@given(st.text(min_size=1).filter(str.strip), st.data())
def test_any_stretch_of_any_text_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    article = Article(id="a", text="x" + text)
    start = data.draw(st.integers(1, len(text)))
    end = data.draw(st.integers(start + 1, len(text) + 1))
    words = article.text[start:end]
    if words.strip() and start >= article.body_start:
        found = occurrences(article, words)
        assert all(article.cut(span) == words for span in found)
        edges = (article.text[start - 1 : start + 1], article.text[end - 1 : end + 1])
        in_a_word = any(len(edge) == 2 and edge.isalnum() for edge in edges)
        assert (Span(start, end) in found) is not in_a_word


def test_a_word_is_not_cut_in_half() -> None:
    article = Article(id="a", text="Het is onmogelijk dat Muller tekende.")
    with pytest.raises(GroundingError, match="not in the article"):
        locate(article, "mogelijk dat Muller tekende")
    with pytest.raises(GroundingError, match="not in the article"):
        locate(article, "onmogelijk dat Mul")
    assert article.cut(locate(article, "Muller tekende.")) == "Muller tekende."


def test_an_occurrence_does_not_hide_one_that_overlaps_it() -> None:
    article = Article(id="a", text="aha ha ha")
    assert occurrences(article, "ha ha") == [Span(4, 9)]
