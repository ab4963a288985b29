"""The tense at a word, on trees made by hand."""

from __future__ import annotations

import pytest

from kg.analysis.times.lexicon import lexicon
from kg.analysis.times.moments import Tense
from kg.analysis.times.tense import Tenses
from tests.analysis.times.documents import Given, document

_LEMMAS = {
    "heeft": "hebben", "is": "zijn", "zal": "zullen", "zou": "zullen", "wil": "willen", "wilde": "willen",
    "gaat": "gaan", "was": "zijn", "schrijft": "schrijven", "werd": "worden", "wordt": "worden",
}  # fmt: skip
_PRESENT, _PAST = "Tense=Pres|VerbForm=Fin", "Tense=Past|VerbForm=Fin"


def _tense(*given: Given, at: int) -> Tense:
    words = lexicon("nl")
    assert words is not None
    return Tenses(document(given, lemmas=_LEMMAS), words.data["verbs"]).at(at)


def _helped(helper: str, features: str, verb: str, form: str, *more: Given) -> Tense:
    return _tense(
        (verb, "VERB", f"VerbForm={form}", 0, "root"), (helper, "AUX", features, 0, "aux"),
        ("maandag", "NOUN", "", 0, "obl"), *more, at=2,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("helper", "features", "verb", "form", "tense"),
    [
        ("heeft", _PRESENT, "getekend", "Part", Tense.PAST),
        ("is", _PRESENT, "getekend", "Part", Tense.PAST),
        ("werd", _PAST, "getekend", "Part", Tense.PAST),
        ("wordt", _PRESENT, "getekend", "Part", Tense.PRESENT),
        ("zal", _PRESENT, "tekenen", "Inf", Tense.FUTURE),
        ("wil", _PRESENT, "tekenen", "Inf", Tense.FUTURE),
        ("wilde", _PAST, "tekenen", "Inf", Tense.PAST),
        ("zou", _PAST, "tekenen", "Inf", Tense.UNKNOWN),
        ("is", _PRESENT, "gepland", "Part", Tense.FUTURE),
        ("was", _PAST, "gepland", "Part", Tense.UNKNOWN),
    ],
)
def test_a_helping_verb_tells_the_tense(helper: str, features: str, verb: str, form: str, tense: Tense) -> None:
    assert _helped(helper, features, verb, form) is tense


def test_would_have_done_is_past() -> None:
    assert _helped("zou", _PAST, "getekend", "Part", ("hebben", "AUX", "VerbForm=Inf", 0, "aux")) is Tense.PAST


@pytest.mark.parametrize(
    ("verb", "features", "tense"),
    [("kwam", _PAST, Tense.PAST), ("komt", _PRESENT, Tense.PRESENT), ("schrijft", _PRESENT, Tense.PAST)],
)
def test_a_finite_verb_tells_the_tense(verb: str, features: str, tense: Tense) -> None:
    assert _tense((verb, "VERB", features, 0, "root"), ("maandag", "NOUN", "", 0, "obl"), at=1) is tense


def test_going_to_is_future() -> None:
    given = [
        ("gaat", "VERB", _PRESENT, 0, "root"),
        ("maandag", "NOUN", "", 2, "obl"),
        ("tekenen", "VERB", "VerbForm=Inf", 0, "xcomp"),
    ]
    assert _tense(*given, at=1) is Tense.FUTURE


def test_a_participle_by_itself_is_past_unless_it_plans() -> None:
    for verb, tense in (("gehouden", Tense.PAST), ("gepland", Tense.FUTURE)):
        given = [
            ("top", "NOUN", "", 0, "root"),
            (verb, "VERB", "VerbForm=Part", 0, "acl"),
            ("maandag", "NOUN", "", 1, "obl"),
        ]
        assert _tense(*given, at=2) is tense


def test_a_lost_participle_behind_its_verb_is_found() -> None:
    given = [
        ("heeft", "VERB", _PRESENT, 0, "root"), ("maandag", "NOUN", "", 0, "obl"),
        ("getekend", "VERB", "VerbForm=Part", 0, "ccomp"),
    ]  # fmt: skip
    assert _tense(*given, at=1) is Tense.PAST


def test_without_a_verb_above_the_nearest_counts() -> None:
    given = [
        ("Staking", "NOUN", "", 0, "root"),
        ("maandag", "NOUN", "", 0, "nmod"),
        ("begon", "VERB", _PAST, 0, "parataxis"),
    ]
    assert _tense(*given, at=1) is Tense.PAST
    assert _tense(*given[:2], at=1) is Tense.UNKNOWN
