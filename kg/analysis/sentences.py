"""Where sentences begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.article import Article, Span

_PARAGRAPH = re.compile(r"[^\n]+")
# A full stop, with the quotation marks that close behind it, and a new beginning.
_END = re.compile(r"[.!?…]+[\"”’»“)]*(?=\s+[\"“„‘«(]*[A-ZÀ-ÞĲ0-9])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“])(?:[A-ZÀ-Þ]|dr|drs|mr|mrs|ms|prof|ir|ing|jhr|st|nr|no|art|blz|bijv|ca|dhr|mevr|mw|d\.w\.z|o\.a|m\.n|"
    r"jan|feb|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec|resp|vs|inc|ltd|corp|gen|col|lt|sgt)\.$",
    re.IGNORECASE,
)


def sentences(article: Article) -> Iterator[Span]:
    """Give the sentences of an article's body: of each line, cut behind full stops that end one.

    A rule of thumb, good enough to tell a reader which sentences gave no fact: abbreviations and initials end none.
    """
    for paragraph in _PARAGRAPH.finditer(article.text, article.body_start):
        yield from _cut(article.text, *paragraph.span())


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    for stop in _END.finditer(text, start, end):
        if not _ABBREVIATION.search(text[start : stop.end()]):
            yield from _trimmed(text, start, stop.end())
            start = stop.end()
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    if words.strip():
        yield Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
