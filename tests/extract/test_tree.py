"""The grammatical functions around a predicate."""

from __future__ import annotations

import pytest

from kg.analysis import Document
from kg.extract.frames import load_lexicon
from kg.extract.tree import Tree

from .trees import document

ACTIVE = """
Rusland Rusland PROPN 2 nsubj
valt vallen VERB 0 root VerbForm=Fin
de de DET 4 det
stad stad NOUN 2 obj
aan aan ADP 2 compound:prt
"""
PASSIVE = """
De de DET 2 det
stad stad NOUN 4 nsubj:pass
werd worden AUX 4 aux:pass VerbForm=Fin
aangevallen aangevallen VERB 0 root VerbForm=Part
door door ADP 6 case
Rusland Rusland PROPN 4 obl:agent
"""
RELATIVE = """
De de DET 2 det
bank bank NOUN 5 nsubj
die die PRON 4 nsubj
helpt helpen VERB 2 acl:relcl VerbForm=Fin
groeit groeien VERB 0 root VerbForm=Fin
"""
RELATIVE_OBJECT = """
Het het DET 2 det
akkoord akkoord NOUN 6 nsubj
dat dat SCONJ 5 mark
Shell Shell PROPN 5 nsubj
sloot sluiten VERB 2 acl:relcl VerbForm=Fin
geldt gelden VERB 0 root VerbForm=Fin
"""
COORDINATED = """
Shell Shell PROPN 2 nsubj
groeit groeien VERB 0 root VerbForm=Fin
en en CCONJ 5 cc
wordt worden AUX 5 aux:pass VerbForm=Fin
gesteund steunen VERB 2 conj VerbForm=Part
door door ADP 7 case
BP BP PROPN 5 obl:agent
"""
CONTROL = """
Shell Shell PROPN 2 nsubj
belooft beloven VERB 0 root VerbForm=Fin
olie olie NOUN 5 obj
te te ADP 5 mark
leveren leveren VERB 2 xcomp VerbForm=Inf
"""
OBJECT_CONTROL = """
Shell Shell PROPN 2 nsubj
dwingt dwingen VERB 0 root VerbForm=Fin
BP BP PROPN 2 obj
te te ADP 5 mark
leveren leveren VERB 2 xcomp VerbForm=Inf
"""
PARTICIPLE = """
de de DET 5 det
door door ADP 3 case
Rusland Rusland PROPN 4 obl
aangevallen aangevallen VERB 5 acl VerbForm=Part
stad stad NOUN 0 root
"""

RECEIVES = """
Shell Shell PROPN 2 nsubj
krijgt krijgen VERB 0 root VerbForm=Fin
tanks tank NOUN 4 obj
geleverd geleverd VERB 2 xcomp VerbForm=Part
van van ADP 6 case
BP BP PROPN 4 obl
"""
HEADLINE = """
Shell Shell PROPN 2 nsubj
levert leveren VERB 0 root VerbForm=Fin
geweren geweren VERB 2 xcomp
aan aan ADP 5 case
BP BP PROPN 3 obl
"""
ROW = """
Shell Shell PROPN 2 nsubj
bouwt bouwen VERB 0 root VerbForm=Fin
snelle snel ADJ 2 obj
, , PUNCT 7 punct
in in ADP 6 case
Delft Delft PROPN 7 obl
treinen trein NOUN 2 obl
"""
COUNTED = """
Shell Shell PROPN 2 nsubj
exporteert exporteren VERB 0 root VerbForm=Fin
miljoen miljoen NOUN 2 obj
vaten vat NOUN 3 nmod
olie olie NOUN 3 nmod
per per ADP 7 case
dag dag NOUN 3 nmod
"""


def tree(sentence: str) -> Tree:
    return Tree(document(sentence), load_lexicon("nl").grammar)


def words(found: Document, indices: list[int]) -> list[str]:
    return [found.tokens[index].text for index in indices]


@pytest.mark.parametrize(
    ("sentence", "predicate", "path", "expected"),
    [
        (ACTIVE, 1, "subject", ["Rusland"]),
        (ACTIVE, 1, "object", ["stad"]),
        (PASSIVE, 3, "subject", ["Rusland"]),
        (PASSIVE, 3, "object", ["stad"]),
        (RELATIVE, 3, "subject", ["bank"]),
        (RELATIVE_OBJECT, 4, "object", ["akkoord"]),
        (RELATIVE_OBJECT, 4, "subject", ["Shell"]),
        (COORDINATED, 4, "subject", ["BP"]),
        (COORDINATED, 4, "object", ["Shell"]),
        (CONTROL, 4, "subject", ["Shell"]),
        (OBJECT_CONTROL, 4, "subject", ["BP"]),
        (PARTICIPLE, 3, "subject", ["Rusland"]),
        (PARTICIPLE, 3, "object", ["stad"]),
        (PASSIVE, 3, "met", []),
        (RECEIVES, 3, "subject", ["BP"]),
        (RECEIVES, 3, "indirect", ["Shell"]),
        (RECEIVES, 3, "object", ["tanks"]),
        (HEADLINE, 1, "object", ["geweren"]),
        (ROW, 1, "object", ["treinen"]),
        (COUNTED, 1, "object", ["olie"]),
    ],
)
def test_functions_are_the_logical_ones(sentence: str, predicate: int, path: str, expected: list[str]) -> None:
    found = tree(sentence)
    assert words(found.document, found.fillers(predicate, path)) == expected


@pytest.mark.parametrize(("sentence", "index", "verb"), [(ACTIVE, 1, "aanvallen"), (PASSIVE, 3, "aanvallen")])
def test_a_verb_is_known_with_its_particle_and_where_the_lemma_fails(sentence: str, index: int, verb: str) -> None:
    assert tree(sentence).predicate(index) == verb


def test_a_particle_that_the_parser_lost_is_found_at_the_end_of_the_clause() -> None:
    lost = ACTIVE.replace("aan aan ADP 2 compound:prt", "aan aan ADP 4 case")
    assert tree(lost).predicate(1) == "aanvallen"


def test_a_preposition_is_no_lost_particle() -> None:
    sentence = ACTIVE.replace("aan aan ADP 2 compound:prt", "aan aan ADP 7 case\nde de DET 7 det\nkust kust NOUN 2 obl")
    assert tree(sentence).predicate(1) == "vallen"


def test_a_phrase_right_behind_a_noun_belongs_to_it_wherever_the_parser_hung_it() -> None:
    found = tree("""
        de de DET 2 det
        oorlog oorlog NOUN 5 nsubj
        met met ADP 4 case
        Rusland Rusland PROPN 5 obl
        duurt duren VERB 0 root VerbForm=Fin
    """)
    assert words(found.document, found.fillers(1, "met")) == ["Rusland"]


def test_steps_are_joined() -> None:
    found = tree("""
        Shell Shell PROPN 2 nsubj
        tekent tekenen VERB 0 root VerbForm=Fin
        een een DET 4 det
        akkoord akkoord NOUN 2 obj
        met met ADP 6 case
        BP BP PROPN 4 nmod
    """)
    assert words(found.document, found.fillers(1, "object/met")) == ["BP"]


HEADLINE = """
Man man NOUN 2 nsubj
neergestoken neersteken VERB 0 root VerbForm=Inf
in in ADP 4 case
Gent Gent PROPN 2 obl
"""
TWO_SUBJECTS = """
Anderlecht Anderlecht PROPN 4 nsubj
heeft hebben AUX 4 aux VerbForm=Fin
Hasi Hasi PROPN 4 nsubj
ontslagen ontslaan VERB 0 root VerbForm=Part
"""
TWO_OBJECTS = """
wil willen AUX 0 root VerbForm=Fin
Shell Shell PROPN 4 obj
bruggen brug NOUN 4 obj
bouwen bouwen VERB 1 xcomp VerbForm=Inf
"""
BROKE_OUT = """
gevechten gevecht NOUN 3 obj
zijn zijn AUX 3 aux VerbForm=Fin
uitgebroken uitbreken VERB 0 root VerbForm=Part
"""


@pytest.mark.parametrize(
    ("sentence", "predicate", "path", "expected"),
    [
        (HEADLINE, 1, "object", ["Man"]),
        (HEADLINE, 1, "subject", []),
        (TWO_SUBJECTS, 3, "subject", ["Anderlecht"]),
        (TWO_SUBJECTS, 3, "object", ["Hasi"]),
        (TWO_OBJECTS, 3, "subject", ["Shell"]),
        (TWO_OBJECTS, 3, "object", ["bruggen"]),
        (BROKE_OUT, 2, "subject", ["gevechten"]),
    ],
)
def test_functions_survive_the_parser(sentence: str, predicate: int, path: str, expected: list[str]) -> None:
    found = tree(sentence)
    assert words(found.document, found.fillers(predicate, path)) == expected


def test_the_perfect_of_what_happens_is_no_passive() -> None:
    assert not tree(BROKE_OUT).is_passive(2)
    assert tree(HEADLINE).is_passive(1)


def test_a_noun_stands_in_apposition_to_a_name() -> None:
    found = tree("Jan Jan PROPN 0 root\nnieuwe nieuw ADJ 3 amod\ntrainer trainer NOUN 1 appos\n")
    assert words(found.document, found.fillers(2, "apposed")) == ["Jan"]
