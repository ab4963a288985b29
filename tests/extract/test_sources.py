"""Which reports become statements, and what they are told with."""

from __future__ import annotations

from tests.extract.extracted import facts


def test_a_denial_or_a_wish_is_no_statement_but_what_it_speaks_of_has_its_source() -> None:
    text = "Petrova ontkent dat Bulgarije steenkool heeft gekocht van Rusland."
    (purchase,) = facts(text, "Procurement")
    assert facts(text, "Statement") == facts("De burgemeester wil dat er een studie komt.", "Statement") == []
    assert purchase.status == "denied"
    assert [mention.name for mention in purchase.attributed_to] == ["Petrova"]


def test_a_hope_is_a_statement_that_shows_it() -> None:
    (statement,) = facts("De burgemeester hoopt dat de fabriek openblijft.", "Statement")
    assert statement.content.quote == "hoopt dat de fabriek openblijft"


def test_a_thought_is_told_by_its_clause() -> None:
    (statement,) = facts("De trainer denkt dat de ploeg wint.", "Statement")
    assert statement.content.quote == "de ploeg wint"


def test_what_somebody_quoted_hopes_is_in_the_quotation() -> None:
    (statement,) = facts("“Ik hoop dat de fabriek openblijft”, zei burgemeester Jan Bakker.", "Statement")
    assert statement.content.quotation


def test_who_introduces_a_quotation_is_in_its_evidence() -> None:
    (statement,) = facts("Trainer Jan Bakker was tevreden.\n\n‘We hebben verdiend gewonnen.’", "Statement")
    assert [mention.name for mention in statement.speaker] == ["Jan Bakker"]
    assert statement.evidence[0].quote == "Trainer Jan Bakker was tevreden"
