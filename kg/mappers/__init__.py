"""Facts → RDF. Pure functions: the same records give the same triples."""

from collections.abc import Iterator, Sequence

from pyoxigraph import Triple

from kg.facts import Fact
from kg.mappers.article import map_article
from kg.mappers.entity import map_entity
from kg.mappers.naming import Naming
from kg.mappers.situation import map_fact

__all__ = ["Naming", "map_all"]


def map_all(facts: Sequence[Fact], naming: Naming, *, text: bool = True) -> Iterator[Triple]:
    """Map an article, its entities and its facts.

    Args:
        facts: the article's facts.
        naming: the naming made from the same article, facts and entities.
        text: whether to write the article's verbatim text.
    """
    yield from map_article(naming, text=text)
    for entity in naming.entities:
        yield from map_entity(entity, naming)
    for fact in facts:
        yield from map_fact(fact, naming)
