"""IRIs of data, made from content: the same input gives the same IRIs, in any run."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from kg.article import Article
from kg.facts import Entities, Entity, Evidence, Fact, Mention


@dataclass(frozen=True)
class Naming:
    """What a mapper needs to turn records into IRIs and literals.

    Attributes:
        base: what all data IRIs begin with.
        article: the article that the facts are from.
        entities: its entities.
        situations: the IRI of each of its facts that has an id.
    """

    base: str
    article: Article
    entities: Entities
    situations: dict[str, NamedNode] = field(default_factory=dict)

    @classmethod
    def of(cls, base: str, article: Article, facts: Iterable[Fact], entities: Entities) -> Naming:
        """Make the naming for an article and its facts."""
        naming = cls(base, article, entities)
        return cls(base, article, entities, {fact.id: naming.situation(fact) for fact in facts if fact.id})

    def entity(self, mention: Mention) -> NamedNode:
        """Give the IRI of the entity that a mention stands for."""
        return self.known(self.entities.of(mention))

    def known(self, entity: Entity) -> NamedNode:
        """Give the IRI of an entity."""
        return NamedNode(self.base + entity.key)

    def situation(self, fact: Fact) -> NamedNode:
        """Give the IRI of a fact's situation."""
        return NamedNode(f"{self.base}situation/{kebab(fact.type)}-{_digest(fact.identity(), 16)}")

    def claim(self, situation: NamedNode, evidence: Evidence) -> NamedNode:
        """Give the IRI of the claim that a piece of evidence makes."""
        content = json.dumps([situation.value.removeprefix(self.base), self.article.id, evidence.start, evidence.end])
        return NamedNode(f"{self.base}claim/{_digest(content, 16)}")

    def extraction(self, fact: Fact) -> NamedNode:
        """Give the IRI of the run that found a fact: method, engine and version, no time."""
        parts = (fact.method, fact.engine, fact.engine_version)
        readable = re.sub(r"[^A-Za-z0-9]+", "-", "-".join(parts)).strip("-").lower()
        return NamedNode(f"{self.base}extraction/{readable}-{_digest(json.dumps(parts), 8)}")

    @property
    def article_iri(self) -> NamedNode:
        """The IRI of the article, which names its graph too."""
        readable = re.sub(r"[^a-z0-9]+", "-", self.article.id.lower()).strip("-")[-60:].strip("-")
        return NamedNode(f"{self.base}article/{readable or 'article'}-{_digest(self.article.id, 16)}")

    def words(self, text: str) -> Literal:
        """Give words of the article as a literal in its language."""
        return Literal(text, language=self.article.language.lower())


def kebab(name: str) -> str:
    """Give ``DeliverySuspension`` as ``delivery-suspension``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()


def _digest(text: str, digits: int) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:digits]
