import pytest

from kg.article import Article
from kg.errors import FactsError
from kg.evaluation import Known, extracted_afresh, side_by_side
from kg.facts import Fact
from tests.evaluation.making import ARTICLE, TEXT, fact

GOOD = fact("Effort", "Gamma steunt Delta", {"actor": "Gamma"})
WRONG = fact("Effort", "Delta", {"actor": "Delta"}, evidence=[{"quote": "Delta", "start": 0, "end": 5}])
OTHER = Article(id="a.txt", text=f"{TEXT} Meer.")


def test_articles_are_joined_by_their_ids() -> None:
    extracted = {"a.txt": Known(None, (GOOD,)), "b.txt": Known(None, (GOOD, GOOD))}
    cases = side_by_side(extracted, {"a.txt": Known(ARTICLE), "c.txt": Known(None, (GOOD,))})
    assert [(one.id, len(one.found), len(one.expected)) for one in cases.cases] == [("a.txt", 1, 0), ("c.txt", 0, 1)]
    assert cases.cases[0].article == ARTICLE
    assert cases.left_out == {"b.txt": 2}


def test_extracted_facts_that_are_not_in_the_text_are_not_counted() -> None:
    cases = side_by_side({"a.txt": Known(None, (GOOD, WRONG))}, {"a.txt": Known(ARTICLE, (GOOD,))})
    assert cases.cases[0].found == (GOOD,)
    [(refused, reason)] = cases.rejected
    assert refused == WRONG
    assert "does not have these words at 0–5" in reason


def test_a_reviewed_fact_that_is_not_in_the_text_is_a_mistake() -> None:
    with pytest.raises(FactsError, match=r"not in the article 'a\.txt'"):
        side_by_side({"a.txt": Known(ARTICLE, (GOOD,))}, {"a.txt": Known(None, (WRONG,))})


def test_without_a_text_facts_are_taken_as_they_are() -> None:
    cases = side_by_side({"a.txt": Known(None, (WRONG,))}, {"a.txt": Known(None, (WRONG,))})
    assert (cases.cases[0].found, cases.rejected) == ((WRONG,), [])


def test_what_cannot_be_held_against_each_other_is_named() -> None:
    with pytest.raises(FactsError, match="no article in common"):
        side_by_side({"b.txt": Known(None, (GOOD,))}, {"a.txt": Known(ARTICLE, (GOOD,))})
    with pytest.raises(FactsError, match="different texts"):
        side_by_side({"a.txt": Known(OTHER)}, {"a.txt": Known(ARTICLE)})


def test_nothing_extracted_is_no_mistake() -> None:
    [case] = side_by_side({}, {"a.txt": Known(ARTICLE, (GOOD,))}).cases
    assert (case.found, case.expected) == ((), (GOOD,))


def test_facts_are_extracted_from_each_article() -> None:
    def extract(article: Article) -> list[Fact]:
        assert article == ARTICLE
        return [GOOD, WRONG]

    cases = extracted_afresh({"a.txt": Known(ARTICLE)}, extract)
    assert cases.cases[0].found == (GOOD,)
    assert len(cases.rejected) == 1
    with pytest.raises(FactsError, match="has no text"):
        extracted_afresh({"a.txt": Known(None, (GOOD,))}, extract)
