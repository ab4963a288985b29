"""Relations that parts of the training data name otherwise."""

from __future__ import annotations

from kg.analysis.engine import Word
from kg.analysis.training.conventions import one_convention
from kg.analysis.training.treebank import TreebankSentence


def sentence(name: str, *rows: str) -> TreebankSentence:
    """Make a sentence of rows of form, lemma, part of speech, head and relation."""
    fields = [row.split() for row in rows]
    text = " ".join(form for form, *_ in fields)
    words, start = [], 0
    for form, lemma, pos, head, relation in fields:
        words.append(Word(start, form, lemma, pos, "", int(head) - 1, relation))
        start += len(form) + 1
    return TreebankSentence(name, text, words)


def relations(*sentences: TreebankSentence) -> list[list[str]]:
    return [[word.relation for word in made.words] for made in one_convention(sentences)]


def test_an_adverb_at_a_noun_is_amod() -> None:
    one = sentence(
        "cdb:1",
        "Ook ook ADV 2 advmod",
        "bondscoach bondscoach NOUN 3 nsubj",
        "won winnen VERB 3 root",
        "nu nu ADV 3 advmod",
    )
    assert relations(one) == [["amod", "nsubj", "root", "advmod"]]


def test_an_adverb_of_a_clause_with_a_noun_at_its_head_stays() -> None:
    one = sentence(
        "cdb:1",
        "Zij zij PRON 4 nsubj",
        "is zijn AUX 4 cop",
        "ook ook ADV 4 advmod",
        "voorzitter voorzitter NOUN 4 root",
    )
    assert relations(one) == [["nsubj", "cop", "advmod", "root"]]


def test_words_of_a_foreign_title_are_fixed() -> None:
    assert relations(sentence("x:1", "Grand Grand X 1 root", "Slam Slam X 1 flat")) == [["root", "fixed"]]


def test_what_newer_parts_say_a_verb_asks_for_is_used_in_older_ones() -> None:
    rows = ["Wij wij PRON 2 nsubj", "wachten wachten VERB 2 root", "op op ADP 4 case", "nieuws nieuws NOUN 2 obl:arg"]
    newer = [sentence(f"cdb:{number}", *rows) for number in range(2)]
    older = sentence("lassysmall-train-2017:1", *rows[:3], "nieuws nieuws NOUN 2 obl")
    assert relations(*newer, older)[-1][-1] == "obl:arg"
    assert relations(*newer[:1], older)[-1][-1] == "obl"
