"""How good a pipeline is: its analysis against that of a treebank.

Words are compared by the characters that they cover, so that it works on raw text too, as in CoNLL's shared tasks.
A score is F1 in per cent; where the tokens are given, that is the share of words that are right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from kg.analysis.engine import Word, analyse, one_tree
from kg.analysis.spacy_engine import SpacyEngine
from kg.analysis.training.treebank import TreebankSentence
from kg.article import Article


class _Scored(NamedTuple):
    """A word of a text: the characters that it covers, those that its head covers, and what is said of it."""

    span: tuple[int, int]
    head: tuple[int, int]
    pos: str
    lemma: str
    relation: str


class _Text(NamedTuple):
    words: list[_Scored]
    sentences: list[tuple[int, int]]


def scores_on_given_tokens(nlp: Language, sentences: Sequence[TreebankSentence]) -> dict[str, float]:
    """Score a pipeline where tokens and sentences are given."""
    docs = [Doc(nlp.vocab, words=[word.text for word in sentence.words]) for sentence in sentences]
    found = []
    for doc, sentence in zip(nlp.pipe(docs), sentences, strict=True):
        heads, relations = one_tree([token.head.i for token in doc], [token.dep_ for token in doc])
        rows = zip(doc, sentence.words, heads, relations, strict=True)
        found.append(
            [
                Word(word.start, word.text, token.lemma_, token.pos_, "", head, relation)
                for token, word, head, relation in rows
            ]
        )
    starts = _starts([sentence.text for sentence in sentences])
    gold = _text([sentence.words for sentence in sentences], starts)
    scores = _scores(gold, _text(found, starts))
    return {name: score for name, score in scores.items() if name not in ("tokens", "sentences")}


def scores_on_raw_text(nlp: Language, sentences: Sequence[TreebankSentence]) -> dict[str, float]:
    """Score a pipeline, and the rules for tokens and sentences, on the text of which only the paragraphs are given."""
    ordered = sorted(sentences, key=lambda sentence: sentence.place)
    paragraphs = [list(group) for _, group in groupby(ordered, key=lambda sentence: sentence.place[:2])]
    raw, starts = "", []
    for paragraph in paragraphs:
        starts += _starts([sentence.text for sentence in paragraph], len(raw))
        raw += " ".join(sentence.text for sentence in paragraph) + "\n\n"
    gold = _text([sentence.words for sentence in ordered], starts)
    document = analyse(Article(id="treebank", text=raw), SpacyEngine(nlp))
    found = []
    for sentence in document.sentences:
        tokens = document.tokens[sentence.first : sentence.stop]
        found.append(
            [
                Word(token.start, token.text, token.lemma, token.pos, "", token.head - sentence.first, token.relation)
                for token in tokens
            ]
        )
    return _scores(gold, _text(found, [0] * len(found)))


def _starts(texts: Iterable[str], start: int = 0) -> list[int]:
    """Give where each of some texts begins that stand behind each other with a blank between two."""
    starts = []
    for text in texts:
        starts.append(start)
        start += len(text) + 1
    return starts


def _text(sentences: Sequence[Sequence[Word]], starts: Sequence[int]) -> _Text:
    text = _Text([], [])
    for words, start in zip(sentences, starts, strict=True):
        spans = [(start + word.start, start + word.start + len(word.text)) for word in words]
        text.words.extend(
            _Scored(span, spans[word.head], word.pos, word.lemma, word.relation.lower())
            for word, span in zip(words, spans, strict=True)
        )
        text.sentences.append((spans[0][0], spans[-1][1]))
    return text


def _scores(gold: _Text, found: _Text) -> dict[str, float]:
    words = [word for word in gold.words if word.pos != "PUNCT"], [word for word in found.words if word.pos != "PUNCT"]
    return {
        "tokens": _f1([word.span for word in gold.words], [word.span for word in found.words]),
        "sentences": _f1(gold.sentences, found.sentences),
        "upos": _f1([(w.span, w.pos) for w in gold.words], [(w.span, w.pos) for w in found.words]),
        "lemma": _f1([(w.span, w.lemma) for w in gold.words], [(w.span, w.lemma) for w in found.words]),
        "uas": _f1(*(list(_arcs(text.words, labelled=False)) for text in (gold, found))),
        "las": _f1(*(list(_arcs(text.words)) for text in (gold, found))),
        "uas_without_punctuation": _f1(*(list(_arcs(side, labelled=False)) for side in words)),
        "las_without_punctuation": _f1(*(list(_arcs(side)) for side in words)),
    }


def _arcs(words: Iterable[_Scored], *, labelled: bool = True) -> Iterator[tuple[Any, ...]]:
    for word in words:
        yield (word.span, word.head, word.relation) if labelled else (word.span, word.head)


def _f1(gold: Sequence[Any], found: Sequence[Any]) -> float:
    right = len(set(gold) & set(found))
    return round(200 * right / (len(gold) + len(found)), 2)
