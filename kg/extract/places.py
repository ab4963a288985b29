"""Places in an article's text: where names stand, and what stands in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.article import Article, Span

# What opens a quotation, and what closes it.
_MARKS = {"“": "”", "„": "”", "«": "»", "»": "«", "‘": "’", '"': '"'}


def words_at(article: Article, words: str, stretch: Span) -> Iterator[Span]:
    """Find words in a stretch of a text, as words of their own."""
    # A combining accent is no letter to \w, but belongs to the word.
    pattern = re.compile(rf"(?<![\w\u0300-\u036f]){re.escape(words)}(?![\w\u0300-\u036f])")
    for match in pattern.finditer(article.text, stretch.start, stretch.end):
        yield Span(*match.span())


def nearest(article: Article, names: Iterable[str], spans: Sequence[Span]) -> Span | None:
    """Find one of an entity's names in some spans (the first, the longest), else the nearest in their paragraphs."""
    names = list(names)
    for span in spans:
        inside = [found for name in names for found in words_at(article, name, span)]
        if inside:
            return min(inside, key=lambda found: (found.start, -found.end))
    for span in spans:
        around = [found for name in names for found in words_at(article, name, paragraph(article, span))]
        if around:
            return min(around, key=lambda found: (abs(found.start - span.start), found.start, -found.end))
    return None


def paragraph(article: Article, span: Span) -> Span:
    """Give the line, or lines, that a span lies in."""
    start = max(article.text.rfind("\n", 0, span.start) + 1, article.body_start)
    end = article.text.find("\n", span.end)
    return Span(start, len(article.text) if end < 0 else end)


def in_quotation_marks(article: Article, span: Span) -> bool:
    """Tell whether words stand in quotation marks that open before them in their paragraph, or with them."""
    open_marks: list[str] = []
    text = article.text
    for place in range(paragraph(article, span).start, span.start + 1):
        if _is_apostrophe(text, place):
            continue
        if open_marks and text[place] == _MARKS[open_marks[-1]]:
            if place < span.start:
                open_marks.pop()
        elif text[place] in _MARKS:
            open_marks.append(text[place])
    return bool(open_marks)


def _is_apostrophe(text: str, place: int) -> bool:
    """Tell whether a mark stands inside a word: foto’s."""
    return text[place] in "'’" and text[max(place - 1, 0) : place].isalnum() and text[place + 1 : place + 2].isalnum()
