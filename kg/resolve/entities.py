"""Mentions → entities: what is the same gets one identity."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from kg.article import Article
from kg.errors import GroundingError
from kg.facts import Entities, Entity, Fact, Kind, Label, Mention
from kg.resolve.gazetteer import Gazetteer, load_gazetteer
from kg.resolve.slug import digest, slug

Name = tuple[Kind, str]
# "de VS" names the same as "VS"; before a small letter ("het leger") the article belongs to the name.
_DETERMINER = re.compile(r"^(?:[Dd]e|[Hh]et|[Tt]he)\s+(?=[A-ZÀ-Þ0-9])")

_PARTICLES = frozenset(("van", "de", "den", "der", "het", "ten", "ter", "te", "en", "of", "the", "and", "al", "el"))


def resolve(facts: Iterable[Fact], article: Article, gazetteer: Gazetteer | None = None) -> Entities:
    """Give each mention of an article's facts its entity.

    A mention stands for what the gazetteer knows under its Wikidata id, or its kind and name; else for what is named so
    in full, in this article or another; else (a group, "het leger") for something of this article alone.

    Args:
        facts: the facts, in any order: the result does not depend on it.
        article: the article they were drawn from.
        gazetteer: known entities; by default those that come with `kg`.

    Raises:
        GroundingError: a mention has the Wikidata id of another entity.
    """
    gazetteer = gazetteer or load_gazetteer()
    mentions: dict[Name, list[Mention]] = defaultdict(list)
    for fact in facts:
        for mention in fact.mentions():
            mentions[mention.kind, mention.name].append(mention)
            if mention.broader:
                above = Mention(name=mention.broader, kind="ProductKind")
                mentions[above.kind, above.name].append(above)
    if article.publisher:
        mentions["NewsOutlet", article.publisher].append(Mention(name=article.publisher, kind="NewsOutlet", named=True))
    resolved = {name: _entity(found, article, gazetteer) for name, found in mentions.items()}
    return Entities(_one_label_each(resolved), tuple(_related(resolved.values(), gazetteer)))


def _entity(mentions: list[Mention], article: Article, gazetteer: Gazetteer) -> Entity:
    mention = min(mentions, key=lambda m: m.model_dump_json())  # of those that differ in details, always the same
    wikidata = min((m.wikidata for m in mentions if m.wikidata), default=None)
    names = {alias for m in mentions for alias in m.aliases}
    names |= {_DETERMINER.sub("", m.text) for m in mentions if m.text and _is_name(m.text, mention)}
    names.discard(mention.name)
    known = gazetteer.find(mention.kind, mention.name, wikidata)
    _check_known(mention, wikidata, known, gazetteer)
    if known is not None:
        # What the article calls it counts as a name too; of what the gazetteer knows, only the labels are told.
        return known.model_copy(update={"aliases": _aliases({*names, mention.name}, known.labels, article)})
    label = Label(text=mention.name, language=article.language)
    return Entity(
        key=_key(mention, article),
        kind=mention.kind,
        labels=(label,),
        aliases=_aliases(names, (label,), article),
        wikidata=wikidata,
        broader=_broader(mention, mentions, article, gazetteer),
        office_kind=gazetteer.office_kind(mention.name) if mention.kind == "Office" else None,
    )


def _check_known(mention: Mention, wikidata: str | None, known: Entity | None, gazetteer: Gazetteer) -> None:
    """Refuse a Wikidata id of another entity: it would put that in the place of the one that is named."""
    if known is None or wikidata is None or known.wikidata != wikidata:
        return
    by_name = gazetteer.find(mention.kind, mention.name)
    if known.kind != mention.kind or (by_name is not None and by_name.key != known.key):
        label = known.labels[0].text
        raise GroundingError(f"{mention.name!r} ({mention.kind}) is not {wikidata}, which is {label!r} ({known.kind})")


def _is_name(text: str, mention: Mention) -> bool:
    """Tell whether words are a name of an entity, not just a way to point at it ("hij", "de president", "Franse")."""
    words = _DETERMINER.sub("", text).split()
    capitals = all(not word[:1].islower() or word in _PARTICLES for word in words)
    return mention.is_named and capitals and mention.name.casefold() in text.casefold() and text != mention.name


def _key(mention: Mention, article: Article) -> str:
    if not mention.is_named:
        return f"entity/{slug(mention.name)}-{digest(article.id, 8)}"
    kind = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", mention.kind)
    return f"entity/{slug(f'{kind} {mention.name}')}"


def _aliases(names: set[str], labels: tuple[Label, ...], article: Article) -> tuple[Label, ...]:
    told = {label.text for label in labels}
    return tuple(Label(text=name, language=article.language) for name in sorted(names - told))


def _broader(mention: Mention, mentions: list[Mention], article: Article, gazetteer: Gazetteer) -> str | None:
    if mention.kind != "ProductKind":
        return None
    stated = min((m.broader for m in mentions if m.broader), default=None)
    if stated is None:
        head = gazetteer.head(mention.name)
        return head.key if head else None
    known = gazetteer.find("ProductKind", stated)
    return known.key if known else _key(Mention(name=stated, kind="ProductKind"), article)


def _one_label_each(resolved: dict[Name, Entity]) -> dict[Name, Entity]:
    """Make one of the entities that got one key under several names."""
    by_key: dict[str, list[Entity]] = defaultdict(list)
    for entity in resolved.values():
        by_key[entity.key].append(entity)
    merged = {key: _merged(entities) for key, entities in by_key.items()}
    return {name: merged[entity.key] for name, entity in resolved.items()}


def _merged(entities: list[Entity]) -> Entity:
    first = min(entities, key=lambda entity: (entity.labels[0].text, entity.model_dump_json()))
    labels = {(label.language, label.text) for entity in entities for label in (*entity.labels, *entity.aliases)}
    labels -= {(label.language, label.text) for label in first.labels}
    aliases = tuple(Label(text=text, language=language) for language, text in sorted(labels))
    return first.model_copy(update={"aliases": aliases})


def _related(entities: Iterable[Entity], gazetteer: Gazetteer) -> Iterable[Entity]:
    """Give the known entities that others point to, and those that these point to."""
    waiting = list(entities)
    seen: set[str] = set()
    while waiting:
        entity = waiting.pop()
        for key in (entity.broader, entity.office_of):
            if key and key not in seen and key in gazetteer.entities:
                seen.add(key)
                related = gazetteer.entities[key].model_copy(update={"aliases": ()})
                waiting.append(related)
                yield related
