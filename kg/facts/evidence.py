"""Receipts: the exact words behind a fact, who says them, and how certain it is."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kg.facts.mention import Mention, Record

Status = Literal["actual", "ended", "planned", "possible", "denied", "disputed"]
ClaimedStatus = Literal["actual", "ended", "planned", "possible", "denied"]
Confidence = Annotated[float, Field(ge=0, le=1)]


class Quote(Record):
    """Words cut from an article: ``article.text[start:end] == quote``.

    Attributes:
        quote: the exact words.
        start: where they begin: an offset in code points.
        end: where they end, exclusive.
    """

    quote: str = Field(min_length=1)
    start: int = Field(ge=0)
    end: int = Field(ge=1)


class Evidence(Quote):
    """One place of the article that tells of a fact. What is None is as the fact has it.

    Attributes:
        status: what these words claim.
        attributed_to: who vouches for them.
        via: who passed them on.
        confidence: how certain it is that the words say so, from 0 to 1.
    """

    status: ClaimedStatus | None = None
    attributed_to: tuple[Mention, ...] | None = None
    via: tuple[Mention, ...] | None = None
    confidence: Confidence | None = None


class Content(Quote):
    """The words that a statement reports.

    Attributes:
        quotation: whether they stand in quotation marks.
    """

    quotation: bool = False


Method = Literal["reviewed", "rules", "llm"]
"""How a fact was found: read by a person, by rules, or by a language model."""
