"""Analysed sentences written by hand, so that rules are tested without an engine."""

from __future__ import annotations

from kg.analysis import Document, Sentence, Token
from kg.article import Article


def document(*sentences: str) -> Document:
    """Make a document; a line for each token: text, lemma, part of speech, head (from 1), relation, features."""
    tokens: list[Token] = []
    found: list[Sentence] = []
    text = ""
    for number, sentence in enumerate(sentences):
        first = len(tokens)
        for line in sentence.strip().splitlines():
            word, lemma, pos, head, relation, *features = line.split()
            text += " " if text else ""
            index, start = len(tokens), len(text)
            text += word
            above = index if head == "0" else first + int(head) - 1
            tokens.append(Token(index, word, start, len(text), lemma, pos, "|".join(features), above, relation, number))
        root = next(token.index for token in tokens[first:] if token.head == token.index)
        found.append(Sentence(first, len(tokens), root, 0))
    return Document(Article(id="a.txt", text=text, language="nl"), tuple(tokens), tuple(found))
