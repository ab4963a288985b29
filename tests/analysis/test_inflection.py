"""The forms of Dutch words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analysis.inflection import inflection
from kg.analysis.inflection.nl import plurals, verb_forms


@pytest.mark.parametrize(
    ("verb", "particle", "forms"),
    [
        ("aanvallen", "aan", ["aanvalt", "aangevallen", "aanviel", "aanvielen", "aanvallend"]),
        ("stopzetten", "stop", ["stopgezet", "stopzette", "stopzetten"]),
        ("produceren", "", ["produceert", "produceerde", "geproduceerd", "geproduceerde"]),
        ("ondertekenen", "", ["ondertekent", "ondertekende", "ondertekend"]),
        ("evalueren", "", ["evalueert", "geëvalueerd"]),
        ("streven", "", ["streeft", "streefde", "gestreefd"]),
    ],
)
def test_the_forms_of_a_verb_are_among_those_given(verb: str, particle: str, forms: list[str]) -> None:
    assert set(forms) <= set(verb_forms(verb, particle, {"vallen": "viel vielen gevallen"}))


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("aanval", "aanvallen"),
        ("akkoord", "akkoorden"),
        ("proef", "proeven"),
        ("contract", "contracten"),
        ("test", "tests"),
    ],
)
def test_the_plural_of_a_noun_is_among_those_given(noun: str, plural: str) -> None:
    assert plural in set(plurals(noun))


@given(st.text(st.characters(categories=["Ll"]), min_size=1, max_size=12))
def test_any_word_has_forms(word: str) -> None:
    assert word in set(verb_forms(word, "", {}))
    assert f"{word}s" in set(plurals(word))


def test_a_language_without_inflection_is_told_in_one_sentence() -> None:
    with pytest.raises(LookupError, match=r"kg does not know how the words of 'xx' change: .* has no xx\.py"):
        inflection("xx-YY")


def test_a_regional_tag_has_the_inflection_of_its_language() -> None:
    assert inflection("nl-BE") is inflection("nl")
