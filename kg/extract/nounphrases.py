"""The words around a noun that make its phrase, whatever the tree beyond says: "de Amerikaanse overheid"."""

from __future__ import annotations

from collections.abc import Container

from kg.analysis import Document, Token
from kg.analysis.smallwords import small_words

_FARTHEST = 14
_MOST_STEPS = 6
_BEFORE = frozenset(("det", "amod", "nummod", "advmod", "acl", "nmod", "punct", "conj", "cc", "obl", "case", "flat"))
_DIRECT = frozenset(("det", "amod", "nummod", "nmod:poss", "acl"))


def left_edge(document: Document, head: int) -> int:
    """Give the first token of a noun's phrase: its determiner, its adjectives and what hangs on those."""
    first = head
    sentence = document.sentence_of(head)
    for index in range(head - 1, max(sentence.first, head - _FARTHEST) - 1, -1):
        if not _leads_to(document, index, head):
            break
        first = index
        if document.tokens[index].relation == "det" and document.tokens[index].head == head:
            break
    while first < head and document.tokens[first].pos in ("PUNCT", "CCONJ", "ADP"):
        first += 1
    return first


def _leads_to(document: Document, index: int, head: int) -> bool:
    """Tell whether a token before a noun hangs on it, by way of its determiner or adjectives."""
    token = document.tokens[index]
    if token.text.lower() in small_words(document.language).relatives or _is_relative(document, token, head):
        return False  # a relative pronoun that the parser took for a determiner
    for _ in range(_MOST_STEPS):
        if token.head == head:
            return token.relation in _DIRECT or (token.relation == "punct" and token.text == ",")
        if token.relation.partition(":")[0] not in _BEFORE or not index <= token.head < head:
            return False
        token = document.tokens[token.head]
    return False


def _is_relative(document: Document, token: Token, head: int) -> bool:
    """Tell whether a demonstrative begins a relative clause right behind a noun: "man die vrouw neerstak"."""
    verb = document.tokens[document.tokens[head].head]
    if not token.has("PronType=Dem") or verb.relation != "acl:relcl" or verb.index < head or token.index == 0:
        return False
    return document.tokens[token.index - 1].pos in ("NOUN", "PROPN")


def right_edge(document: Document, head: int, prepositions: Container[str]) -> int:
    """Give the token behind a noun's phrase, with one phrase behind a preposition: "het kantoor van Zelensky"."""
    stop = head + 1
    end = min(document.sentence_of(head).stop, head + _FARTHEST)
    if stop >= end or document.tokens[stop].text.lower() not in prepositions or document.tokens[stop].pos != "ADP":
        return stop
    for index in range(stop + 1, end):
        token = document.tokens[index]
        if token.pos in ("NOUN", "PROPN", "NUM", "PRON", "X", "SYM"):
            while index + 1 < end and document.tokens[index + 1].relation == "flat":
                index += 1
            return index + 1
        if token.pos not in ("DET", "ADJ", "NUM") and not (token.pos == "VERB" and token.relation == "amod"):
            break
    return stop


def determiner(document: Document, head: int, first: int) -> Token | None:
    """Give the determiner that a phrase begins with, or a possessive."""
    token = document.tokens[first]
    return token if first < head and (token.pos == "DET" or token.relation in ("det", "nmod:poss")) else None


def name_of(text: str, first: Token, keeping: Container[str] = ()) -> str:
    """Give a nameless phrase as the name of what it stands for: without the capital of a sentence's first word.

    Args:
        text: its words.
        first: its first token.
        keeping: words that have a capital anywhere: Franse.
    """
    words = " ".join(text.split())
    if first.pos in ("PROPN", "X") or first.text in keeping or (len(first.text) > 1 and not first.text[1:].islower()):
        return words
    return words[0].lower() + words[1:]
