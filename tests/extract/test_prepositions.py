"""Phrases with prepositions."""

from __future__ import annotations

import pytest

from kg.extract.frames import load_lexicon
from kg.extract.prepositions import Prepositions

from .trees import document

WORKS = """
Shell Shell PROPN 2 nsubj
werkt werken VERB 0 root VerbForm=Fin
samen samen ADV 2 compound:prt
met met ADP 5 case
BP BP PROPN 2 obl
te te ADP 7 case
Delft Delft PROPN 2 obl
"""
WAR = """
oorlog oorlog NOUN 5 nsubj
met met ADP 4 case
het het DET 4 det
buurland buurland NOUN 5 obl
duurt duren VERB 0 root VerbForm=Fin
"""

TALKS = """
Jan Jan PROPN 2 nsubj
praat praten VERB 0 root VerbForm=Fin
in in ADP 4 case
Delft Delft PROPN 2 obl
met met ADP 6 case
BP BP PROPN 4 nmod
van van ADP 8 case
Shell Shell PROPN 4 nmod
"""


def prepositions(sentence: str) -> Prepositions:
    return Prepositions(document(sentence), load_lexicon("nl").grammar)


@pytest.mark.parametrize(
    ("sentence", "predicate", "preposition", "expected"),
    [
        (WORKS, 1, "met", [4]),
        (WORKS, 1, "in", [6]),  # "te" counts as "in"
        (WORKS, 1, "tegen", []),
        (WAR, 0, "met", [3]),  # right behind a noun, wherever the parser hung it
        (WAR, 4, "tegen", []),
        (TALKS, 1, "met", [5]),  # a place has no "met": the parser hung it too low
        (TALKS, 1, "van", []),
    ],
)
def test_phrases_around_a_predicate(sentence: str, predicate: int, preposition: str, expected: list[int]) -> None:
    assert prepositions(sentence).oblique(predicate, preposition) == expected


def test_the_preposition_of_a_phrase_and_the_phrase_of_a_preposition() -> None:
    found = prepositions(WAR)
    assert found.preposition(3) == "met"
    assert found.preposition(0) is None
    assert found.phrase_head(1) == 3
