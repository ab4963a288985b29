"""Facts drawn from short texts by the rules."""

from __future__ import annotations

from typing import Any

from kg.analysis import analyse
from kg.analysis.spacy_engine import embedded
from kg.article import Article
from kg.extract.rules import extract


def facts(text: str, *types: str, date: str = "2025-07-05") -> list[Any]:
    """Give the facts of some types that the rules draw from a text."""
    document = analyse(Article(id="a.txt", text=text, language="nl", date=date), embedded("nl"))
    return [fact for fact in extract(document, "embedded") if fact.type in types]
