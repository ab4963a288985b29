from typing import Any

import pytest

from kg.evaluation.comparing import Comparison, comparable, half_the_words
from kg.evaluation.readings import read, tokens
from kg.facts import Fact
from tests.evaluation.making import cut, fact

FIRST = "Alfa en Beta sluiten een akkoord"
THIRD = "Volgens Epsilon valt Zeta Eta aan op 5 juli"


def attack(attacker: object = "Zeta", target: object = "Eta", quote: str = THIRD, **more: Any) -> Fact:
    roles = {"attacker": attacker, "target": target} | more.pop("roles", {})
    return fact("Attack", quote, {role: filler for role, filler in roles.items() if filler}, **more)


def statement(speaker: str, content: str, kind: str = "Statement", **roles: object) -> Fact:
    return fact(kind, THIRD, {"speaker": speaker} | roles, content=cut(content))


@pytest.mark.parametrize(
    ("found", "expected", "answer"),
    [
        (attack(), attack(), True),
        (attack(quote="Zeta Eta"), attack(), True),
        (attack(quote="op 5 juli"), attack(quote="Zeta Eta"), False),
        (attack(target=None), attack(), True),
        (attack("Alfa", "Beta"), attack(), False),
        (attack("Alfa", roles={"place": "Eta"}), attack(roles={"place": "Eta"}), True),
        (attack("Eta", "Zeta"), attack(), False),
        # Turned round, though they have the place in common.
        (attack("Eta", "Zeta", roles={"place": "Alfa"}), attack(roles={"place": "Alfa"}), False),
        (attack(["Eta", "Zeta"], ["Zeta", "Eta"]), attack(), True),
        (attack(), fact("Backing", THIRD, {"backer": "Zeta", "backed": "Eta"}), False),
        (statement("Epsilon", "valt Zeta"), statement("Epsilon", "op 5 juli"), True),
        (statement("Alfa", "valt Zeta Eta"), statement("Epsilon", "Eta aan"), True),
        (statement("Alfa", "valt Zeta"), statement("Epsilon", "op 5 juli"), False),
        (statement("Alfa", "valt Zeta", place="Eta"), statement("Epsilon", "op 5 juli", place="Eta"), False),
        (statement("Epsilon", "valt Zeta"), statement("Epsilon", "valt Zeta", "Announcement"), True),
    ],
)
def test_which_facts_can_be_a_pair(found: Fact, expected: Fact, answer: bool) -> None:
    assert comparable(read(found), read(expected)) is answer
    assert comparable(read(expected), read(found)) is answer


@pytest.mark.parametrize(
    ("changed", "differing"),
    [
        (attack(), set()),
        (attack(status="planned"), {"status", "exact"}),
        (attack(attributed_to="Epsilon"), {"attribution", "exact"}),
        (attack(via="Epsilon"), {"attribution", "exact"}),
        (attack(time={"date": "2025-07-05"}), {"dates", "exact"}),
        (attack(time={"date_text": "op 5 juli"}), set()),
        (attack(roles={"place": "Alfa"}), {"roles", "exact"}),
        (attack(target=None), {"roles", "exact"}),
        (attack(["Zeta", "Zeta"]), {"roles"}),
        (attack(roles={"qualifier": ["op 5 juli"]}), {"roles"}),
        (attack(quote="Zeta Eta aan"), {"evidence"}),
        (attack(quote="valt Zeta Eta aan op 5 juli"), set()),
        # What one piece of evidence says of its source counts as the fact's.
        (attack(evidence=[{**cut(THIRD), "via": [{"name": "Epsilon", "kind": "Group"}]}]), {"attribution", "exact"}),
    ],
)
def test_in_what_facts_differ(changed: Fact, differing: set[str]) -> None:
    for one, other in ((changed, attack()), (attack(), changed)):
        assert Comparison(read(one), read(other)).differing == differing


def test_in_what_statements_differ() -> None:
    one = statement("Epsilon", "valt Zeta Eta aan op 5 juli")
    assert Comparison(read(one), read(statement("Epsilon", "valt Zeta Eta aan"))).differing == set()
    other = Comparison(read(one), read(statement("Epsilon", "op 5 juli", "Announcement")))
    assert other.differing == {"type", "content", "exact"}
    assert other.right["content"] == other.right["type"] == 0


def test_nothing_is_right_where_there_is_nothing() -> None:
    right = Comparison(read(attack()), read(attack())).right
    assert (right["attribution"], right["dates"], right["content"]) == (0, 0, 0)
    assert (right["facts"], right["exact"], right["roles"], right["status"], right["evidence"]) == (1, 1, 2, 1, 1)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("coproductie van wapens", "de eerste coproductie van wapens voor Oekraïne", False),
        ("coproductie van wapens voor Oekraïne", "de eerste coproductie van Wapens voor Oekraïne", True),
        ("a a", "a b", True),
        ("a a a", "a b c", False),
        ("…", "…", True),
        ("…", "?", False),
    ],
)
def test_words_share_half_of_the_longer(one: str, other: str, expected: bool) -> None:
    assert half_the_words(tokens(one), tokens(other)) is expected
    assert half_the_words(tokens(other), tokens(one)) is expected
