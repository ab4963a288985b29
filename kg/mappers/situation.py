"""A fact → the triples of its situation and its claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from textwrap import shorten

from pyoxigraph import Literal, NamedNode, Triple

from kg.article import first_day, last_day
from kg.facts import Content, Evidence, Fact, OfficeHolding, Time
from kg.mappers.amount import read_amount
from kg.mappers.naming import Naming
from kg.mappers.types import Mapped, Role, map_type
from kg.terms import term_label
from kg.vocab import KG, PROV, RDF, RDFS, WD, XSD

# What is so only perhaps, or not at all, is not an instance of its class: plain queries must not find it.
NOT_INSTANCES = frozenset(("possible", "denied", "disputed"))

_WORDS = {
    "topic": KG.topic,
    "medium": KG.medium,
    "purpose": KG.purpose,
    "qualifier": KG.qualifier,
    "amount": KG.amount,
}
_MOST_NAMED, _MOST_SAID = 8, 70  # names, and characters, in a title
_DATE_TYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


def map_fact(fact: Fact, naming: Naming) -> Iterator[Triple]:
    """Map a fact to the triples of its situation, its claims and its shortcuts.

    Args:
        fact: a grounded fact.
        naming: the naming of its article.
    """
    mapped = map_type(fact)
    situation = naming.situation(fact)
    yield from _classes(fact, situation, mapped)
    yield Triple(situation, RDFS.label, naming.words(fact.label or _label(fact, mapped, naming)))
    yield Triple(situation, KG.status, KG[fact.status])
    yield from _roles(fact, situation, mapped, naming)
    yield from _words(fact, situation, naming)
    yield from _links(fact, situation, naming)
    yield from _time(fact.time, situation, naming)
    for evidence in fact.evidence:
        yield from _claim(fact, evidence, situation, naming)
    yield from _extraction(fact, naming)
    yield from _shortcuts(fact, mapped, naming)


def _classes(fact: Fact, situation: NamedNode, mapped: Mapped) -> Iterator[Triple]:
    if fact.status in NOT_INSTANCES:
        yield Triple(situation, RDF.type, KG.Situation)
        yield Triple(situation, KG.wouldBe, mapped.classes[0])
    else:
        for cls in mapped.classes:
            yield Triple(situation, RDF.type, cls)


def _label(fact: Fact, mapped: Mapped, naming: Naming) -> str:
    """Make a title of what the situation is, who takes part in it, and of a statement what it says."""
    title = term_label(mapped.classes[0], naming.article.language)
    roles: Iterable[Role] = (*mapped.agents, *mapped.others, (KG.place, fact.place))
    names = list(dict.fromkeys(mention.name for _, mentions in roles for mention in mentions))
    if not names:
        return fact.evidence[0].quote
    more = [f"… (+{len(names) - _MOST_NAMED})"] if len(names) > _MOST_NAMED else []
    content: Content | None = getattr(fact, "content", None)
    said = f": “{shorten(content.quote, _MOST_SAID, placeholder=' …')}”" if content else ""
    return f"{title[:1].upper()}{title[1:]}: {', '.join([*names[:_MOST_NAMED], *more])}{said}"


def _roles(fact: Fact, situation: NamedNode, mapped: Mapped, naming: Naming) -> Iterator[Triple]:
    others: Iterable[Role] = (*mapped.others, (KG.place, fact.place))
    for role, mentions in mapped.agents:
        for mention in mentions:
            yield Triple(situation, role, naming.entity(mention))
            yield Triple(situation, KG.participant, naming.entity(mention))
    for role, mentions in others:
        for mention in mentions:
            yield Triple(situation, role, naming.entity(mention))
    if isinstance(fact, OfficeHolding):
        for office in fact.office:
            for organisation in fact.organisation:
                yield Triple(naming.entity(office), KG.officeOf, naming.entity(organisation))


def _words(fact: Fact, situation: NamedNode, naming: Naming) -> Iterator[Triple]:
    for name, role in _WORDS.items():
        for text in getattr(fact, name, ()):
            yield Triple(situation, role, naming.words(text))
    amounts = [amount for text in fact.amount if (amount := read_amount(text, naming.article.language))]
    if len(amounts) == 1:  # of two, nothing would tell which unit belongs to which number
        yield Triple(situation, KG.amountValue, Literal(str(amounts[0].value), datatype=XSD.decimal))
        yield Triple(situation, KG.amountUnit, Literal(amounts[0].unit))
    content: Content | None = getattr(fact, "content", None)
    if content is not None:
        yield Triple(situation, KG.content, naming.words(content.quote))
        if content.quotation:
            yield Triple(situation, KG.quotation, naming.words(content.quote))


def _links(fact: Fact, situation: NamedNode, naming: Naming) -> Iterator[Triple]:
    about = (item for item in getattr(fact, "about", ()) if isinstance(item, str))
    for link, ids in ((KG.about, about), (KG.ledTo, fact.led_to), (KG.partOf, fact.part_of)):
        for fact_id in ids:
            # A rejected fact leaves no link behind.
            if fact_id in naming.situations:
                yield Triple(situation, link, naming.situations[fact_id])
    if fact.wikidata:
        yield Triple(situation, RDFS.seeAlso, WD[fact.wikidata])


def _time(time: Time, situation: NamedNode, naming: Naming) -> Iterator[Triple]:
    for role, partial in ((KG.date, time.date), (KG.startDate, time.start_date), (KG.endDate, time.end_date)):
        if partial:
            yield Triple(situation, role, partial_date(partial))
    first, last = time.bounds()
    for role, day in ((KG.notBefore, first), (KG.notAfter, last)):
        if day:
            yield Triple(situation, role, Literal(day, datatype=XSD.date))
    if time.date_text:
        yield Triple(situation, KG.dateText, naming.words(time.date_text))


def partial_date(partial: str) -> Literal:
    """Give a day, month or year as a literal of the datatype that says as much and no more."""
    if first_day(partial) == last_day(partial):
        return Literal(partial, datatype=XSD.date)
    return Literal(partial, datatype=_DATE_TYPES[len(partial)])


def _claim(fact: Fact, evidence: Evidence, situation: NamedNode, naming: Naming) -> Iterator[Triple]:
    claim = naming.claim(situation, evidence)
    confidence = fact.confidence if evidence.confidence is None else evidence.confidence
    sources = fact.attributed_to if evidence.attributed_to is None else evidence.attributed_to
    passed_on = fact.via if evidence.via is None else evidence.via
    yield Triple(claim, RDF.type, KG.Claim)
    yield Triple(claim, RDF.type, PROV.Entity)
    yield Triple(claim, KG.claims, situation)
    yield Triple(claim, KG.inArticle, naming.article_iri)
    yield Triple(claim, KG.quote, Literal(evidence.quote))
    yield Triple(claim, KG.start, Literal(evidence.start))
    yield Triple(claim, KG.end, Literal(evidence.end))
    yield Triple(claim, KG.claimedStatus, KG[fact.claimed_status(evidence)])
    yield Triple(claim, KG.confidence, _decimal(confidence))
    yield Triple(claim, PROV.wasGeneratedBy, naming.extraction(fact))
    for role, mentions in ((KG.attributedTo, sources), (KG.via, passed_on)):
        for mention in mentions:
            yield Triple(claim, role, naming.entity(mention))


def _decimal(number: float) -> Literal:
    return Literal(f"{Decimal(str(number)):f}".removesuffix(".0"), datatype=XSD.decimal)


def _extraction(fact: Fact, naming: Naming) -> Iterator[Triple]:
    extraction = naming.extraction(fact)
    yield Triple(extraction, RDF.type, KG.Extraction)
    yield Triple(extraction, RDF.type, PROV.Activity)
    yield Triple(extraction, KG.method, Literal(fact.method))
    yield Triple(extraction, KG.engine, Literal(fact.engine))
    yield Triple(extraction, KG.engineVersion, Literal(fact.engine_version))


def _shortcuts(fact: Fact, mapped: Mapped, naming: Naming) -> Iterator[Triple]:
    holding = {"actual": mapped.shortcuts, "ended": mapped.once}.get(fact.status, ())
    if mapped.two and len({naming.entity(mention) for mention in mapped.two}) != 2:
        return
    for one, edge, other in holding:
        subject, object_ = naming.entity(one), naming.entity(other)
        if subject != object_:
            yield Triple(subject, edge, object_)
