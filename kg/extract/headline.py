"""Which words are an article's headline: it tells in the present what its first sentences tell in full."""

from __future__ import annotations

from collections.abc import Iterable

from kg.analysis import Document
from kg.extract.draft import Draft

_ENDS = (".", "!", "?", "…")
_LONGEST = 25  # tokens


def mark_headline(document: Document, drafts: Iterable[Draft]) -> None:
    """Tell drafts that a headline tells of so.

    Args:
        document: the article.
        drafts: its drafts.
    """
    stop = headline_stop(document)
    for draft in drafts:
        draft.in_headline = draft.at < stop


def headline_stop(document: Document) -> int:
    """Give the token behind a headline: a first paragraph of one sentence with no full stop; 0 for none."""
    if len(document.sentences) < 2:
        return 0
    first, second = document.sentences[:2]
    is_apart = first.paragraph != second.paragraph and first.stop <= _LONGEST
    return first.stop if is_apart and document.tokens[first.stop - 1].text not in _ENDS else 0
