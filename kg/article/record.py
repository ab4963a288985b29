"""The article: its verbatim text and what is known about it."""

from __future__ import annotations

import hashlib
import re
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from kg.article.dates import PartialDate

_HEADER = re.compile(r"\s*date[ \t]+([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)(?![0-9-])[ \t]*")


class Span(NamedTuple):
    """A stretch of text: 0-based offsets in Unicode code points, end exclusive."""

    start: int
    end: int


def header_date(text: str) -> str | None:
    """Give the date in a text's header line (``date 2025-07``), or None."""
    header = _HEADER.match(text)
    return header.group(1) if header else None


class Article(BaseModel):
    """One news article, as it was read.

    Attributes:
        id: the id given, else its URL, else its path relative to the source.
        text: the verbatim text; all offsets refer to it.
        language: a BCP 47 tag of a language, maybe a script, maybe a region; or ``und`` where it is not known.
        date: when it was published, as far as is known.
        title: its headline.
        url: where it stands.
        publisher: the news outlet.
        authors: who wrote it.
        modified: when it was last changed.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(min_length=1)
    text: str = Field(min_length=1)
    language: str = Field(default="und", pattern=r"^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$")
    date: PartialDate | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = Field(default=None, max_length=1000)
    authors: tuple[str, ...] = ()
    modified: PartialDate | None = None

    def cut(self, span: Span) -> str:
        """Give the words at a span."""
        return self.text[span.start : span.end]

    @property
    def body_start(self) -> int:
        """Where the text behind the header line (``date 2025-07``) begins: an offset in code points."""
        header = _HEADER.match(self.text)
        return header.end() if header else 0

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, in hex."""
        return hashlib.sha256(self.text.encode()).hexdigest()
