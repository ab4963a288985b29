"""One convention for a treebank that was put together from several.

Parts that were made with other converters, or under older guidelines, name some relations otherwise than the sentences
that a pipeline is measured on (UD_Dutch-Alpino, 2.17): an adverb at a noun is `amod` there ("ook bondscoach Romp": 50
of 59 in dev, 4 per cent in the largest part of the training data), words of a foreign title are `fixed`, and a
phrase that a verb asks for is `obl:arg`, which the guidelines of 2017 knew for few verbs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.analysis.engine import Word
from kg.analysis.training.treebank import TreebankSentence

_OLD = "train-2017"
_NOMINAL = ("NOUN", "PROPN", "NUM", "SYM")
_CLAUSES = ("advcl", "acl", "acl:relcl", "ccomp", "csubj")
_OF_CLAUSES = ("cop", "nsubj", "nsubj:pass", "mark")
_LEAST, _SHARE = 2, 0.6  # seen so often, and so often as obl:arg: chosen on dev


def one_convention(sentences: Sequence[TreebankSentence]) -> Iterator[TreebankSentence]:
    """Give sentences with the relations that UD_Dutch-Alpino would give them.

    Args:
        sentences: those of all parts; what a part with newer guidelines tells of verbs is used in older ones.
    """
    asked_for = _asked_for(sentence for sentence in sentences if _OLD not in sentence.name)
    for sentence in sentences:
        words = [word._replace(relation=_relation(sentence.words, word)) for word in sentence.words]
        if _OLD in sentence.name:
            words = [word._replace(relation=_argument(words, word, asked_for)) for word in words]
        yield replace(sentence, words=words)


def _relation(words: Sequence[Word], word: Word) -> str:
    head = words[word.head]
    if word.relation == "advmod" and word.pos == "ADV" and head.pos in _NOMINAL and not _is_clause(words, word.head):
        return "amod"
    if word.relation == "flat" and word.pos == head.pos == "X":
        return "fixed"
    return word.relation


def _is_clause(words: Sequence[Word], index: int) -> bool:
    below = (word.relation for word in words if word.head == index)
    return words[index].relation in _CLAUSES or any(relation in _OF_CLAUSES for relation in below)


def _asked_for(sentences: Iterator[TreebankSentence]) -> set[tuple[str, str]]:
    """Give the verbs with the prepositions that they ask for."""
    seen: Counter[tuple[str, str]] = Counter()
    asked: Counter[tuple[str, str]] = Counter()
    for sentence in sentences:
        for word in sentence.words:
            if word.relation in ("obl", "obl:arg") and (frame := _frame(sentence.words, word)):
                seen[frame] += 1
                asked[frame] += word.relation == "obl:arg"
    return {frame for frame, count in asked.items() if count >= _LEAST and count >= _SHARE * seen[frame]}


def _frame(words: Sequence[Word], word: Word) -> tuple[str, str] | None:
    """Give the verb and the preposition of an oblique: with its particle, ("houden vast", "aan")."""
    preposition = next((w.lemma.lower() for w in words if words[w.head] is word and w.relation == "case"), None)
    if preposition is None or words[word.head].pos != "VERB":
        return None
    particles = [w.text.lower() for w in words if w.head == word.head and w.relation == "compound:prt"]
    return " ".join([words[word.head].lemma, *particles]), preposition


def _argument(words: Sequence[Word], word: Word, asked_for: set[tuple[str, str]]) -> str:
    is_argument = word.relation == "obl" and _frame(words, word) in asked_for
    return "obl:arg" if is_argument else word.relation
