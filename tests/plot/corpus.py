"""A corpus with many actors with long names, dates far apart, and sources: what a plot must stand up to."""

from __future__ import annotations

import datetime
import random

from pyoxigraph import Literal, NamedNode, Quad

from kg.vocab import DEFAULT_BASE, KG, RDF, RDFS, SCHEMA, XSD, Namespace

DATA = Namespace(DEFAULT_BASE)
_STATUSES = ("actual", "actual", "planned", "possible", "denied")
_TYPES = ("Agreement", "Meeting", "Attack", "Delivery")
_KINDS = (KG.Person, KG.Country, KG.Group)


def corpus(articles: int = 12, facts: int = 12, actors: int = 60) -> list[Quad]:
    """Give the quads of a corpus; the same in any run."""
    chance = random.Random(3)
    quads = [quad for number in range(actors) for quad in _actor(number, chance)]
    for article in range(articles):
        name = DATA[f"article/{article}"]
        day = datetime.date(2025, 1 + article % 12, 15).isoformat()
        quads += [
            Quad(name, RDF.type, KG.Article),
            Quad(name, SCHEMA.identifier, Literal(f"artikel {article}")),
            Quad(name, SCHEMA.datePublished, Literal(day, datatype=XSD.date)),
        ]
        for number in range(facts):
            quads += _fact(DATA[f"situation/{article}-{number}"], name, chance, actors)
    return quads


def _actor(number: int, chance: random.Random) -> list[Quad]:
    iri = DATA[f"entity/{number:03}"]
    word = "".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in range(chance.randint(2, 14)))
    kind = chance.choice(_KINDS)
    name = Literal(f"Vereniging {word.title()} van $_{number}^2$ & <b>", language="nl")
    return [Quad(iri, RDF.type, KG.Entity), Quad(iri, RDF.type, kind), Quad(iri, RDFS.label, name)]


def _fact(iri: NamedNode, article: NamedNode, chance: random.Random, actors: int) -> list[Quad]:
    one, other, source, via = (DATA[f"entity/{chance.randrange(actors):03}"] for _ in range(4))
    kind, status = chance.choice(_TYPES), chance.choice(_STATUSES)
    day = datetime.date(2019, 1, 1) + datetime.timedelta(days=chance.randrange(2500))
    claim = DATA[f"claim/{iri.value.rsplit('/', 1)[-1]}"]
    said: list[tuple[NamedNode, NamedNode, NamedNode | Literal]] = [
        (iri, RDF.type, KG.Situation),
        (iri, RDF.type, KG[kind]),
        (iri, RDF.type, KG.Event),
        (iri, RDFS.label, Literal(f"{kind} van een lange naam en nog een lange naam {iri.value[-5:]}", language="nl")),
        (iri, KG.status, KG[status]),
        (iri, KG.participant, one),
        (iri, KG.participant, other),
        (iri, KG.notBefore, Literal(day.isoformat(), datatype=XSD.date)),
        (iri, KG.notAfter, Literal(day.isoformat(), datatype=XSD.date)),
        (claim, RDF.type, KG.Claim),
        (claim, KG.claims, iri),
        (claim, KG.inArticle, article),
    ]
    said += [(claim, KG.attributedTo, source)] if chance.random() < 0.5 else []
    said += [(claim, KG.via, via)] if chance.random() < 0.2 else []
    return [Quad(subject, predicate, object_) for subject, predicate, object_ in said]
