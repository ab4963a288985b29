"""Frames over hand-written trees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analysis import Document
from kg.extract.frames import load_lexicon
from kg.extract.matching import Match, Matcher
from kg.facts import Mention

from .trees import document

KINDS = {"Rusland": "Country", "Kiev": "Place", "Shell": "Company", "Jan": "Person", "mensen": "Group"}


class Named:
    """Gives mentions by a list of words; any other noun is a kind of product."""

    def __init__(self, found: Document) -> None:
        self.document = found

    def of(self, index: int, kinds: tuple[str, ...] | None = None) -> list[Mention]:
        token = self.document.tokens[index]
        kind = KINDS.get(token.text, "ProductKind")
        named = token.pos in ("NOUN", "PROPN") and (kinds is None or kind in kinds)
        return [Mention(name=token.text, kind=kind, text=token.text, start=token.start, end=token.end)] if named else []

    def adjective(self, index: int) -> Mention | None:  # noqa: ARG002  # as in the protocol
        return None

    def field(self, index: int) -> Mention | None:  # noqa: ARG002  # as in the protocol
        return None

    def bare(self, index: int) -> Mention | None:  # noqa: ARG002  # as in the protocol
        return None

    def first_part(self, index: int) -> Mention | None:  # noqa: ARG002  # as in the protocol
        return None

    def compound_product(self, index: int) -> Mention | None:  # noqa: ARG002  # as in the protocol
        return None


def matches(sentence: str) -> list[Match]:
    found = document(sentence)
    return list(Matcher(found, load_lexicon("nl"), Named(found)).matches())


def roles(match: Match) -> dict[str, list[str]]:
    return {role: [mention.name for mention in fillers] for role, fillers in match.mentions.items()}


SHELLS = """
Rusland Rusland PROPN 2 nsubj
beschiet beschieten VERB 0 root VerbForm=Fin
{target} {target} NOUN 2 obj
in in ADP 5 case
Kiev Kiev PROPN 2 obl
"""
BUILDS = """
Shell Shell PROPN 2 nsubj
maakt maken VERB 0 root VerbForm=Fin
twee twee NUM 4 nummod
{product} {product} NOUN 2 obj
"""
KILLED = """
Bij bij ADP 3 case
een een DET 3 det
aanslag aanslag NOUN 8 obl
in in ADP 5 case
Kiev Kiev PROPN 3 nmod
kwamen komen VERB 0 root VerbForm=Fin
mensen mens NOUN 6 nsubj
om om ADP 6 compound:prt
"""


def test_an_attack_has_a_place_besides_its_target() -> None:
    (match,) = matches(SHELLS.format(target="huizen"))
    assert roles(match) == {"attacker": ["Rusland"], "target": ["huizen"], "place": ["Kiev"]}


def test_what_cannot_be_hit_is_no_target() -> None:
    assert matches(SHELLS.format(target="vrijheid")) == []


def test_goods_are_made_and_counted() -> None:
    (match,) = matches(BUILDS.format(product="auto's"))
    assert match.frame.type == "Production"
    assert roles(match) == {"producer": ["Shell"], "product": ["auto's"]}
    assert "amount" in match.words


@pytest.mark.parametrize("product", ["fouten", "afspraken", "vorderingen"])
def test_what_is_no_thing_is_not_made(product: str) -> None:
    assert matches(BUILDS.format(product=product)) == []


def test_making_something_harmless_is_no_production() -> None:
    sentence = BUILDS.format(product="bommen") + "onschadelijk onschadelijk ADJ 2 xcomp\n"
    assert matches(sentence) == []


def test_who_dies_in_an_attack_is_its_target_and_the_noun_calls_up_no_second_one() -> None:
    (match,) = matches(KILLED.replace("NOUN 8 obl", "NOUN 6 obl"))
    assert match.frame.type == "Attack"
    assert roles(match) == {"target": ["mensen"], "place": ["Kiev"]}


def test_an_object_in_front_is_no_subject() -> None:
    (match,) = matches("""
        Een een DET 2 det
        akkoord akkoord NOUN 5 nsubj
        heeft hebben AUX 5 aux VerbForm=Fin
        Shell Shell PROPN 5 obj
        gesloten sluiten VERB 0 root VerbForm=Part
    """)
    assert (match.frame.type, roles(match)) == ("Agreement", {"party": ["Shell"]})


def test_words_of_sport_make_an_encounter_no_meeting() -> None:
    meets = """
        Jan Jan PROPN 2 nsubj
        ontmoet ontmoeten VERB 0 root VerbForm=Fin
        mensen mens NOUN 2 obj
        in in ADP 6 case
        de de DET 6 det
        {where} {where} NOUN 2 obl
    """
    assert [match.frame.type for match in matches(meets.format(where="gang"))] == ["Meeting"]
    assert matches(meets.format(where="finale")) == []


def test_a_light_verb_without_its_noun_tells_of_nothing() -> None:
    assert matches("Shell Shell PROPN 2 nsubj\nsluit sluiten VERB 0 root VerbForm=Fin\nramen raam NOUN 2 obj\n") == []


@given(
    st.lists(st.sampled_from(["Rusland", "beschiet", "Kiev", "aanslag", "in", "mensen", ","]), min_size=1, max_size=40)
)
def test_any_words_give_matches_inside_the_article(words: list[str]) -> None:
    pos = {"beschiet": "VERB", "in": "ADP", ",": "PUNCT", "aanslag": "NOUN", "mensen": "NOUN"}
    lines = [f"{word} {word} {pos.get(word, 'PROPN')} {number and 1} obl" for number, word in enumerate(words)]
    for match in matches("\n".join(lines)):
        assert all(0 <= index < len(words) for index in match.tokens)
