"""The data files of frames."""

from __future__ import annotations

from typing import Any

import pytest

from kg.analysis.inflection import inflection
from kg.extract.frames import load_lexicon, read_lexicon
from kg.extract.nounlists import Nouns
from kg.facts import FACT_TYPES

GRAMMAR: dict[str, Any] = {
    "agent": "door",
    "genitive": "van",
    "purpose": "om",
    "prepositions": {},
    "passive_auxiliaries": [],
    "relative_pronouns": [],
    "present_participle_endings": ["nd"],
    "object_control": [],
    "irregular": {},
}


def lexicon(**frame: Any) -> dict[str, Any]:
    stated = {"type": "Attack", "verb": ["aan|vallen"], "roles": {"target": "object"}} | frame
    return {"grammar": GRAMMAR, "kinds": {"ALL": ["Place"]}, "words": {}, "frames": {"attack": stated}}


def test_every_type_has_a_frame_but_statements_which_reports_give() -> None:
    types = {frame.type for frame in load_lexicon("nl").frames}
    assert types == FACT_TYPES.keys() - {"Statement", "Announcement"}


def test_every_role_is_one_of_its_type() -> None:
    for frame in load_lexicon("nl").frames:
        known = {*FACT_TYPES[frame.type].role_names(), "partner_with", "partner_between", "predecessor", "employer"}
        assert frame.roles.keys() <= known, frame.id


def test_every_frame_has_words_that_call_it_up() -> None:
    for frame in load_lexicon("nl").frames:
        assert frame.verbs or frame.nouns or frame.adjectives or frame.phrases, frame.id


def test_a_particle_is_joined_to_its_verb() -> None:
    assert read_lexicon(lexicon(), inflection("nl")).by_verb("aanvallen")[0].id == "attack"


@pytest.mark.parametrize(
    ("frame", "problem"),
    [
        ({"rolls": {}}, "a field 'rolls'"),
        ({"type": "Attak"}, "a type 'Attak'"),
        ({"kinds": {"target": ["Plaice"]}}, "a kind 'Plaice'"),
    ],
)
def test_a_wrong_frame_is_refused(frame: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        read_lexicon(lexicon(**frame), inflection("nl"))


@pytest.mark.parametrize(
    ("lemma", "ending"),
    [("aanval", "aanval"), ("luchtaanval", "aanval"), ("hartaanval", None), ("aanvaller", None), ("uaanval", None)],
)
def test_a_noun_may_end_a_compound(lemma: str, ending: str | None) -> None:
    assert Nouns(frozenset(["aanval"]), frozenset(["hartaanval"])).ending(lemma) == ending
