"""Drafts: facts in the making, with places in the text in place of words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.article import Article, Span
from kg.facts import FACT, ClaimedStatus, Fact, Mention, Time

ENGINE_VERSION = "1"


@dataclass(frozen=True)
class Told:
    """One place of the article that tells of a fact.

    Attributes:
        span: the words.
        status: what they claim.
        sources: who vouches for them.
        via: who passed them on.
        confidence: how certain it is that they say so.
    """

    span: Span
    status: ClaimedStatus
    sources: tuple[Mention, ...] = ()
    via: tuple[Mention, ...] = ()
    confidence: float = 0.8


@dataclass
class Draft:
    """A fact in the making.

    Attributes:
        type: its type.
        frame: the frame that found it.
        at: the token that called it up; decides on its place among the facts.
        mentions: the fillers of its roles.
        words: the roles that words fill, as places in the text.
        told: where the article tells of it.
        time: when it is.
        content: of a statement, the words reported.
        quotation: whether they stand in quotation marks.
        about: of a statement, what it is about.
        first, stop: of a statement, the tokens of the words reported.
        tokens: the tokens that took part.
        definite: whether the words point back at an event told of before.
        disputed: whether the places that tell of it contradict each other.
        leaves: whether it tells of the end of a state.
        upcoming: whether it is told in the present tense, as what is to come: "Y volgt X op".
        implied: of an office that the words only imply, what stands for it: "functie bij".
        in_headline: whether a headline tells of it.
    """

    type: str
    frame: str
    at: int
    mentions: dict[str, tuple[Mention, ...]]
    words: dict[str, tuple[Span, ...]]
    told: list[Told]
    time: Time = field(default_factory=Time)
    content: Span | None = None
    quotation: bool = False
    about: list[Draft] = field(default_factory=list)
    first: int = 0
    stop: int = 0
    tokens: frozenset[int] = frozenset()
    definite: bool = False
    disputed: bool = False
    leaves: bool = False
    upcoming: bool = False
    implied: str | None = None
    in_headline: bool = False

    @property
    def status(self) -> ClaimedStatus:
        """What the first place that tells of it claims."""
        return self.told[0].status

    def entities(self, role: str) -> frozenset[str]:
        """Give the names that fill a role, in small letters."""
        return frozenset(mention.name.casefold() for mention in self.mentions.get(role, ()))


def to_facts(drafts: Sequence[Draft], article: Article, engine: str, version: str) -> list[Fact]:
    """Make facts of drafts, each with an id that others may refer to.

    Args:
        drafts: the drafts, in the order of the text.
        article: the article.
        engine: the engine of analysis.
        version: the versions of engine and rules.
    """
    ids = _ids(drafts)
    return [
        FACT.validate_python(_record(draft, article, ids) | {"engine": engine, "engine_version": version})
        for draft in drafts
    ]


def _ids(drafts: Iterable[Draft]) -> dict[int, str]:
    counts: dict[str, int] = {}
    ids = {}
    for draft in drafts:
        name = "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in draft.type).lstrip("-")
        counts[name] = counts.get(name, 0) + 1
        ids[id(draft)] = f"{name}-{counts[name]}"
    return ids


def _record(draft: Draft, article: Article, ids: dict[int, str]) -> dict[str, object]:
    main = draft.told[0]
    record: dict[str, object] = {
        "article": article.id,
        "id": ids[id(draft)],
        "type": draft.type,
        "status": "disputed" if draft.disputed else draft.status,
        "evidence": [_evidence(told, main, article, explicit=draft.disputed) for told in draft.told],
        "attributed_to": main.sources,
        "via": main.via,
        "time": draft.time,
        "confidence": round(max(told.confidence for told in draft.told), 2),
        "method": "rules",
        "frame": draft.frame,
        **draft.mentions,
        **{role: tuple(article.cut(span) for span in spans) for role, spans in draft.words.items()},
    }
    if draft.content is not None:
        record["content"] = _quote(draft.content, article) | {"quotation": draft.quotation}
        record["about"] = tuple(ids[id(fact)] for fact in draft.about if id(fact) in ids)
    return record


def _evidence(told: Told, main: Told, article: Article, *, explicit: bool) -> dict[str, object]:
    evidence = _quote(told.span, article)
    if explicit or told.status != main.status:
        evidence["status"] = told.status
    if told.sources != main.sources:
        evidence["attributed_to"] = told.sources
    if told.via != main.via:
        evidence["via"] = told.via
    if told.confidence != max(told.confidence, main.confidence):
        evidence["confidence"] = round(told.confidence, 2)
    return evidence


def _quote(span: Span, article: Article) -> dict[str, object]:
    return {"quote": article.cut(span), "start": span.start, "end": span.end}
