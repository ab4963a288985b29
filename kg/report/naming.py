"""How entities are named in a sentence: with their article, and whether they are one or several."""

from __future__ import annotations

from functools import cache

from pyoxigraph import NamedNode

from kg.export.networks import entity_kind
from kg.insight.reading import Dataset
from kg.report.wording import Language, Number, listed, wording
from kg.vocab import KG, RDF, RDFS

_NAMELESS = ("Group", "Office", "ProductKind", "Entity")


class Names:
    """Names of entities, in a language."""

    def __init__(self, data: Dataset, language: Language) -> None:
        self._data, self._language = data, language

    def name(self, entity: NamedNode) -> str:
        """Give an entity's name; words in another language than the sentence's stand in quotation marks."""
        label = " ".join(self._data.label(entity).split())
        named = label[:1].isupper() and entity_kind(self._data.nodes, entity) not in _NAMELESS
        if not named and not self._is_ours(entity, label):
            opening, closing = wording(self._language)["quotes"]
            return f"{opening}{label}{closing}"
        article = _articles(self._language).get(label)
        return f"{article} {label}" if article else label

    def names(self, entities: list[NamedNode]) -> str:
        """Give names as a list in a sentence: groups last, as they have no name of their own."""
        entities = sorted(entities, key=lambda entity: KG.Group in self._data.nodes.nodes(entity, RDF.type))
        return listed([self.name(entity) for entity in entities], self._language)

    def number(self, entities: list[NamedNode]) -> Number | None:
        """Tell whether entities, as a subject, are one or several; None where that cannot be known."""
        if len(entities) != 1:
            return "many" if entities else None
        kind, label = entity_kind(self._data.nodes, entities[0]), self._data.label(entities[0])
        if label in wording(self._language)["plural"]:
            return "many"
        if kind == "Person" or label.lower().startswith(tuple(wording(self._language)["singular begins"])):
            return "one"
        # A name in full is one company, body or country; "de autoriteiten" and "European allies" may be several.
        return "one" if label[:1].isupper() and kind not in _NAMELESS else None

    def _is_ours(self, entity: NamedNode, label: str) -> bool:
        tags = {
            literal.language
            for literal in self._data.nodes.literals(entity, RDFS.label)
            if " ".join(literal.value.split()) == label
        }
        return any((tag or "").split("-")[0].lower() == self._language for tag in tags)


@cache
def _articles(language: Language) -> dict[str, str]:
    return {name: article for article, names in wording(language)["articles"].items() for name in names}
