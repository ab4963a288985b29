"""Documents made by hand: tokens as they are given, without an engine."""

from __future__ import annotations

from collections.abc import Sequence

from kg.analysis.document import Document, Sentence, Token
from kg.article import Article

Given = tuple[str, str, str, int, str]
"""A token: its text, part of speech, features, head (a number in the sentence), relation."""


def document(given: Sequence[Given], *, date: str | None = None, lemmas: dict[str, str] | None = None) -> Document:
    """Make a document of one sentence; a token's lemma is its text in lower case where none is given."""
    tokens, start = [], 0
    for index, (text, pos, features, head, relation) in enumerate(given):
        lemma = (lemmas or {}).get(text, text.lower())
        tokens.append(Token(index, text, start, start + len(text), lemma, pos, features, head, relation, 0))
        start += len(text) + 1
    article = Article(id="made", text=" ".join(word[0] for word in given), language="nl", date=date)
    return Document(article, tuple(tokens), (Sentence(0, len(tokens), 0, 0),))


def flat(words: Sequence[str], *, date: str | None = None) -> Document:
    """Make a document of words that all hang on the first."""
    return document([(word, "X", "", 0, "root" if n == 0 else "dep") for n, word in enumerate(words)], date=date)
