from __future__ import annotations

import time
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kg.analysis.names.compact import collect, packed
from kg.analysis.names.lexicon import GIVEN, ORGANISATION, PERSON, PLACE, SURNAME, TOWN, WORD, Lexicon, lexicon


@given(st.dictionaries(st.text(min_size=1, max_size=12), st.integers(1, 255), max_size=40))
def test_what_is_packed_is_found(flags: dict[str, int]) -> None:
    packed_lexicon = Lexicon(packed(flags.items()))
    for name, flag in flags.items():
        assert packed_lexicon(name) & flag == flag


def test_what_is_not_packed_is_not_found() -> None:
    assert Lexicon(packed([("Jan", 1)]))("Piet") == 0
    assert Lexicon(b"")("Piet") == 0


def test_the_lists_know_names() -> None:
    look = lexicon("nl")
    assert look("Jan") & GIVEN
    assert look("van der Berg") & SURNAME
    assert look("Londen") & TOWN
    assert look("Rutte") & PERSON
    assert look("Google") & ORGANISATION
    assert look("Rusland") & PLACE
    assert look("volgens") & WORD
    assert not look("Zzyzxq")


def test_the_lists_load_in_milliseconds() -> None:
    lexicon.cache_clear()
    start = time.perf_counter()
    assert len(lexicon("nl")) > 300_000
    assert time.perf_counter() - start < 0.2  # 3 ms; room for a busy machine


def test_parts_of_persons_and_words_are_gathered(tmp_path: Path) -> None:
    persons = [f"Piet {surname}" for surname in ("Bol", "van Dam", "Pol")]
    lists = {"per": persons, "geo": ["Emmen"], "org": ["Emmen"], "misc": []}
    for name, entries in lists.items():
        (tmp_path / f"{name}.txt").write_text("\n".join(entries), encoding="utf-8")
    treebank = tmp_path / "bank.conllu"
    treebank.write_text("1\tfiets\tfiets\tNOUN\n\n1\tfiets\tfiets\tNOUN\n\n1\tPiet\tPiet\tPROPN\n", encoding="utf-8")
    flags = collect(tmp_path, [treebank], towns=["Emmen"])
    assert flags["Piet"] == GIVEN
    assert flags["van Dam"] == flags["Van Dam"] == SURNAME
    assert flags["Emmen"] == PLACE | ORGANISATION | TOWN
    assert flags["fiets"] == WORD
