"""The dictionary forms of words."""

from __future__ import annotations

import pytest

from kg.extract.frames import load_lexicon
from kg.extract.lemmas import Lemmas

from .trees import document

LOST = """
Rusland Rusland PROPN 2 nsubj
valt vallen VERB 0 root VerbForm=Fin
de de DET 4 det
stad stad NOUN 2 obj
aan aan ADP 4 case
"""


def lemmas(sentence: str) -> Lemmas:
    return Lemmas(document(sentence), load_lexicon("nl").grammar)


def test_a_particle_that_the_parser_lost_ends_the_clause() -> None:
    assert lemmas(LOST).predicate(1) == "aanvallen"
    assert lemmas(LOST + "de de DET 7 det\nkust kust NOUN 2 obl\n").predicate(1) == "vallen"


@pytest.mark.parametrize(
    ("word", "lemma", "expected"),
    [
        ("luchtaanvallen", "luchtaanvallen", "luchtaanval"),
        ("akkoorden", "akkoorden", "akkoord"),
        ("fiets", "fiets", "fiets"),
    ],
)
def test_a_plural_that_the_lemmatiser_left_is_made_singular(word: str, lemma: str, expected: str) -> None:
    assert lemmas(f"{word} {lemma} NOUN 0 root").noun(0) == expected


def test_a_plural_is_known_at_the_end_of_a_compound() -> None:
    assert lemmas("luchtaanvallen luchtaanval VERB 0 root").is_plural(0)
    assert not lemmas("luchtaanval luchtaanval VERB 0 root").is_plural(0)


def test_the_form_of_a_verb_goes_before_the_lemma_of_the_tagger() -> None:
    assert lemmas("vermoordde vermoordde VERB 0 root VerbForm=Fin").predicate(0) == "vermoorden"
