"""Which expression of time belongs to which predicate."""

from __future__ import annotations

from datetime import date

import pytest

from kg.analysis import Document
from kg.analysis.times import TimeExpression
from kg.extract.timing import Times, to_time
from kg.facts import ClaimedStatus

from .trees import document

# Maandag meldde het leger dat de oorlog in 2022 begon
TOLD = """
Maandag maandag NOUN 2 obl
meldde melden VERB 0 root VerbForm=Fin
het het DET 4 det
leger leger NOUN 2 nsubj
dat dat SCONJ 10 mark
de de DET 7 det
oorlog oorlog NOUN 10 nsubj
in in ADP 9 case
2022 2022 NUM 10 obl
begon beginnen VERB 2 ccomp VerbForm=Fin
"""
# Maandag meldde Spanje de uitbraak van de oorlog in 2022
NOMINAL = """
Maandag maandag NOUN 2 obl
meldde melden VERB 0 root VerbForm=Fin
Spanje Spanje PROPN 2 nsubj
de de DET 5 det
uitbraak uitbraak NOUN 2 obj
van van ADP 8 case
de de DET 8 det
oorlog oorlog NOUN 5 nmod
in in ADP 10 case
2022 2022 NUM 5 nmod
"""


def monday(found: Document) -> TimeExpression:
    return TimeExpression(0, 1, found.tokens[0].text, "2025-07-07", None, None, None, None)


def year(first: int) -> TimeExpression:
    return TimeExpression(first, first + 2, "in 2022", "2022", None, None, None, None)


def times(found: Document, *expressions: TimeExpression) -> Times:
    return Times(found, expressions, date(2025, 7, 8))


@pytest.mark.parametrize(("predicate", "expected"), [(1, "Maandag"), (9, "in 2022"), (6, "in 2022")])
def test_an_expression_belongs_to_its_clause(predicate: int, expected: str) -> None:
    found = document(TOLD)
    expression = times(found, monday(found), year(7)).of([predicate])
    assert expression is not None
    assert expression.text == expected


@pytest.mark.parametrize(("predicate", "expected"), [(1, "Maandag"), (4, "in 2022"), (7, "in 2022")])
def test_of_two_in_a_clause_the_nearer_goes_first(predicate: int, expected: str) -> None:
    found = document(NOMINAL)
    expression = times(found, monday(found), year(8)).of([predicate])
    assert expression is not None
    assert expression.text == expected


def test_an_expression_of_another_clause_is_not_taken() -> None:
    found = document(TOLD)
    assert times(found, monday(found)).of([9]) is None


@pytest.mark.parametrize(
    ("fact_type", "status", "ends", "field"),
    [
        ("Attack", "actual", False, "date"),
        ("OfficeHolding", "actual", False, "start_date"),
        ("OfficeHolding", "ended", False, "end_date"),
        ("OfficeHolding", "actual", True, "end_date"),
    ],
)
def test_a_point_is_when_an_event_was_and_when_a_state_began_or_ended(
    fact_type: str, status: ClaimedStatus, ends: bool, field: str
) -> None:
    assert getattr(to_time(year(0), fact_type, status, ends=ends), field) == "2022"


def test_without_an_expression_there_is_no_time() -> None:
    assert to_time(None, "Attack", "actual").date_text is None
