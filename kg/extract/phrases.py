"""Where phrases and clauses begin and end in the text."""

from __future__ import annotations

from kg.analysis import Document
from kg.article import Span

# What hangs on a noun and is not part of its phrase.
_OUTSIDE = ("acl:relcl", "parataxis", "appos", "conj", "cc", "advcl", "ccomp", "list")
_MOST_TOKENS = 40


def phrase(document: Document, head: int, *, coordinated: bool = False) -> list[int]:
    """Give the tokens of a noun phrase without its preposition: those around the head, with no gap.

    Args:
        document: the article.
        head: its head.
        coordinated: whether to take what is coordinated with it too.
    """
    outside = [relation for relation in _OUTSIDE if not (coordinated and relation in ("conj", "cc"))]
    found, waiting = {head}, [head]
    while waiting and len(found) < _MOST_TOKENS:
        for child in document.children(waiting.pop()):
            if child.relation not in outside and not (child.relation in ("case", "mark") and child.head == head):
                found.add(child.index)
                waiting.append(child.index)
    return _trimmed(document, _around(found, head))


def clause(document: Document, verb: int) -> list[int]:
    """Give the tokens of a clause: all below its verb, with no gap, without the punctuation at its ends."""
    return _trimmed(document, _around(set(document.subtree(verb)), verb))


def _around(found: set[int], head: int) -> list[int]:
    first = last = head
    while first - 1 in found:
        first -= 1
    while last + 1 in found:
        last += 1
    return list(range(first, last + 1))


def _trimmed(document: Document, indices: list[int]) -> list[int]:
    while len(indices) > 1 and document.tokens[indices[-1]].pos == "PUNCT":
        indices = indices[:-1]
    while len(indices) > 1 and document.tokens[indices[0]].pos in ("PUNCT", "CCONJ"):
        indices = indices[1:]
    return indices


def stretch(document: Document, first: int, last: int) -> Span:
    """Give the text from one token to another, without punctuation at its ends."""
    tokens = document.tokens
    while last > first and tokens[last].pos == "PUNCT":
        last -= 1
    while first < last and (tokens[first].pos == "PUNCT" or tokens[first].relation == "cc"):
        first += 1
    return Span(tokens[first].start, tokens[last].end)


def spoken(document: Document, first: int, stop: int, words: str) -> range:
    """Give the tokens between two places that say some words: "met pensioen"; none where nothing does.

    Args:
        document: the article.
        first: the first token.
        stop: the token behind the last.
        words: the words, in small letters.
    """
    wanted = words.split()
    here = [token.text.lower() for token in document.tokens[first:stop]]
    for place in range(len(here) - len(wanted) + 1):
        if here[place : place + len(wanted)] == wanted:
            return range(first + place, first + place + len(wanted))
    return range(0)
