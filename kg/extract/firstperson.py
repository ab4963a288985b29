"""Whom "we" and "ik" in a quotation stand for: who says it, or what that person speaks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.analysis import Document, Token
from kg.extract.attribution import Report
from kg.extract.mentions import Mentions
from kg.extract.mentionwords import mention_words
from kg.extract.sources import Sources
from kg.facts import Mention


def first_persons(
    document: Document, reports: Sequence[Report], mentions: Mentions, sources: Sources
) -> dict[int, Mention]:
    """Give for the tokens of "we" and "ik" in quotations who is meant; none where that is not clear.

    Of who holds an office "we" stands for what the office belongs to: a country, a company.

    Args:
        document: the article.
        reports: its reports.
        mentions: what gives mentions.
        sources: who says what.
    """
    spoken_for, singular = _spoken_for(mentions), mention_words(document.language).sets["first_singular"]
    found: dict[int, Mention] = {}
    for report in reports:
        speakers = sources.speakers(report.speakers) if report.quotation else ()
        if len(speakers) == 1:
            for token in _first_persons(document, report):
                meant = _meant(token, speakers[0], spoken_for, singular)
                if meant is not None:
                    found[token.index] = meant
    return found


def _spoken_for(mentions: Mentions) -> dict[str, Mention]:
    found: dict[str, Mention] = {}
    for phrase in mentions.offices():
        holders = mentions.of(phrase.holder, ["Person"]) if phrase.holder is not None else []
        if holders and phrase.organisation is not None and not phrase.ended:
            found.setdefault(holders[0].name, phrase.organisation)
    return found


def _first_persons(document: Document, report: Report) -> Iterator[Token]:
    for token in document.tokens[report.first : report.stop]:
        if token.pos == "PRON" and token.has("Person=1"):
            yield token


def _meant(
    token: Token, speaker: Mention, spoken_for: Mapping[str, Mention], singular: frozenset[str]
) -> Mention | None:
    if speaker.kind != "Person":
        return speaker
    is_one = token.has("Number=Sing") or token.lemma.lower() in singular
    return speaker if is_one else spoken_for.get(speaker.name)
