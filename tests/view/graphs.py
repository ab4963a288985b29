"""Datasets for the tests of the page: made by hand, so that every field can hold anything."""

from __future__ import annotations

import random

from pyoxigraph import Literal, NamedNode, Quad

from kg.vocab import KG, PROV, RDF, RDFS, SCHEMA, SKOS, XSD

BASE = "https://w3id.org/newskg/id/"
HOSTILE = "</script><script>window.hacked=1</script><img src=x onerror='window.hacked=1'>\"'&lt;{{7*7}}\u2028<!--<b>"


class Maker:
    """Collects the quads of a dataset."""

    def __init__(self) -> None:
        self.quads: list[Quad] = []

    def add(self, subject: NamedNode, predicate: NamedNode, object_: NamedNode | Literal | str) -> None:
        self.quads.append(Quad(subject, predicate, Literal(object_) if isinstance(object_, str) else object_))

    def entity(self, name: str, kind: str = "Person", label: str | None = None) -> NamedNode:
        node = NamedNode(f"{BASE}entity/{name}")
        for cls in ("Entity", kind):
            self.add(node, RDF.type, KG[cls])
        self.add(node, RDFS.label, Literal(label or name, language="nl"))
        return node

    def article(self, name: str, text: str | None, date: str = "2025-07-05", language: str = "nl") -> NamedNode:
        node = NamedNode(f"{BASE}article/{name}")
        self.add(node, RDF.type, KG.Article)
        self.add(node, SCHEMA.identifier, name)
        self.add(node, SCHEMA.datePublished, date)
        self.add(node, SCHEMA.inLanguage, language)
        if text is not None:
            self.add(node, KG.text, text)
        return node

    def situation(self, name: str, cls: str, roles: dict[str, list[NamedNode]], status: str = "actual") -> NamedNode:
        node = NamedNode(f"{BASE}situation/{name}")
        self.add(node, RDF.type, KG.Situation)
        if status in ("actual", "planned", "ended"):
            self.add(node, RDF.type, KG[cls])
        else:
            self.add(node, KG.wouldBe, KG[cls])
        self.add(node, KG.status, KG[status])
        for role, fillers in roles.items():
            for filler in fillers:
                self.add(node, KG[role], filler)
        return node

    def claim(
        self, situation: NamedNode, article: NamedNode, text: str, quote: str, by: NamedNode | None = None
    ) -> None:
        start = text.index(quote)
        node = NamedNode(f"{BASE}claim/{len(self.quads)}")
        self.add(node, RDF.type, KG.Claim)
        self.add(node, KG.claims, situation)
        self.add(node, KG.inArticle, article)
        self.add(node, KG.quote, quote)
        self.add(node, KG.start, Literal(start))
        self.add(node, KG.end, Literal(start + len(quote)))
        self.add(node, KG.claimedStatus, KG.actual)
        self.add(node, KG.confidence, Literal("0.8", datatype=XSD.decimal))
        if by:
            self.add(node, KG.attributedTo, by)


def emoji() -> list[Quad]:
    """Two articles, one with characters beyond the Basic Multilingual Plane before and inside the quotes."""
    make = Maker()
    first = "😀👩‍👩‍👧 Ada 🚀 steunt Bob 𝔛 en Bob bedankt haar. Ada steunt Bob 🚀 niet meer."
    second = "Cees valt Dirk aan, zegt Ada."
    ada, bob, cees, dirk = (make.entity(name) for name in ("Ada", "Bob", "Cees", "Dirk"))
    one, two = make.article("een", first, "2025-07-05"), make.article("twee", second, "2025-08")
    backing = make.situation("backing", "Backing", {"backer": [ada], "backed": [bob]})
    make.add(backing, RDFS.label, Literal("Ada steunt Bob", language="nl"))
    make.claim(backing, one, first, "Ada 🚀 steunt Bob 𝔛")
    denied = make.situation("denied", "Backing", {"backer": [ada], "backed": [bob]}, "denied")
    make.add(denied, RDFS.label, Literal("Ada steunt Bob (ontkend)", language="nl"))
    make.claim(denied, one, first, "Ada steunt Bob 🚀 niet meer")
    attack = make.situation("attack", "Attack", {"attacker": [cees], "target": [dirk]})
    make.add(attack, KG.notBefore, Literal("2025-07-30", datatype=XSD.date))
    make.add(attack, KG.notAfter, Literal("2025-07-30", datatype=XSD.date))
    make.claim(attack, two, second, "Cees valt Dirk aan", by=ada)
    return make.quads


def hostile() -> list[Quad]:
    """An article that holds markup and a script in every field."""
    make = Maker()
    text = f"Voor {HOSTILE} na. {HOSTILE} steunt Bob."
    odd = "x%22%3E%3Cscript%3Ewindow.hacked=1%3C/script%3E&<>'".replace("<", "%3C").replace(">", "%3E")
    bad = make.entity(odd, label=HOSTILE)
    make.add(bad, SKOS.altLabel, HOSTILE)
    make.add(bad, KG.officeOf, make.entity("__proto__", "Place", "__proto__"))
    make.add(
        bad,
        NamedNode("http://www.w3.org/2002/07/owl#sameAs"),
        NamedNode("http://www.wikidata.org/entity/javascript:alert(1)"),
    )
    strange = NamedNode(f"{BASE}entity/strange")
    for cls in (KG.Entity, KG["constructor"], NamedNode("https://example.org/'onerror='x")):
        make.add(strange, RDF.type, cls)
    bob = make.entity("Bob")
    article = make.article(odd, text, date=HOSTILE)
    for role in (SCHEMA.headline, SCHEMA.author):
        make.add(article, role, HOSTILE)
    make.add(article, SCHEMA.url, "javascript:window.hacked=1")
    outlet = make.entity("outlet", "NewsOutlet", HOSTILE)
    make.add(article, SCHEMA.publisher, outlet)
    situation = make.situation(odd, "Backing", {"backer": [bad], "backed": [bob], "place": [strange]})
    make.add(situation, RDFS.label, Literal(HOSTILE, language="nl"))
    for name in (
        "date",
        "notBefore",
        "notAfter",
        "dateText",
        "topic",
        "purpose",
        "qualifier",
        "amount",
        "medium",
        "content",
    ):
        make.add(situation, KG[name], HOSTILE)
    make.claim(situation, article, text, HOSTILE, by=bad)
    make.claim(situation, article, text, f"{HOSTILE} steunt Bob", by=outlet)
    odd_class = make.situation("odd", "toString", {"participant": [bad, bob]})
    make.claim(odd_class, article, text, "Bob")
    extraction = NamedNode(f"{BASE}extraction/1")
    make.add(extraction, KG.method, HOSTILE)
    for quad in list(make.quads):
        if quad.predicate == KG.quote and isinstance(quad.subject, NamedNode):
            make.add(quad.subject, PROV.wasGeneratedBy, extraction)
    return make.quads


def synthetic(nodes: int, edges: int) -> list[Quad]:
    """A graph with as many nodes (entities and situations) and edges between them, some of them hubs."""
    make, chance = Maker(), random.Random(5)
    entities = nodes // 2
    kinds = ("Person", "Company", "Country", "Group", "Place", "ProductKind")
    names = [make.entity(f"e{i}", kinds[i % len(kinds)], f"Entity number {i}") for i in range(entities)]
    text = " ".join(f"Sentence {i}." for i in range(nodes - entities))
    article = make.article("large", text, language="en")
    each, more = divmod(edges, nodes - entities)

    def pick() -> NamedNode:
        return names[int(entities * chance.random() ** 2)]

    for i in range(nodes - entities):
        roles: dict[str, list[NamedNode]] = {"backer": [pick()], "backed": [], "place": []}
        while sum(map(len, roles.values())) < each + (i < more):
            role = ("backed", "place", "backer")[sum(map(len, roles.values())) % 3]
            filler = pick()
            if all(filler not in fillers for fillers in roles.values()):
                roles[role].append(filler)
        situation = make.situation(f"s{i}", "Backing", roles, ("actual", "planned", "denied")[i % 3])
        make.add(situation, RDFS.label, Literal(f"Fact number {i}", language="en"))
        make.claim(situation, article, text, f"Sentence {i}.")
    return make.quads
