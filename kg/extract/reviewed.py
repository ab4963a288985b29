"""A reviewed file (``NAME.facts.yaml``) → facts. A person names the facts and their words; `kg` finds the offsets."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from pydantic import ValidationError

from kg.article import Article, Span
from kg.errors import GroundingError
from kg.extract.places import in_quotation_marks, nearest, words_at
from kg.extract.yamlfile import Steps, Yaml, read_yaml
from kg.facts import (
    BESIDE_ROLES,
    FACT,
    FACT_TYPES,
    ID_ROLES,
    KINDS,
    WORD_ROLES,
    Fact,
    first_problem,
    ground,
    locate,
)

ENGINE = "kg.extract.reviewed"
ENGINE_VERSION = "1"

_TOP = ("article", "entities", "facts")
_ARTICLE = ("id", "language", "title", "url", "publisher", "authors", "modified")
_ENTITY = ("kind", "wikidata", "aliases", "mentions", "broader", "named")
_FACT = (*sorted(BESIDE_ROLES - {"article", "method", "engine", "engine_version", "frame"}), "roles")
_EVIDENCE = ("quote", "occurrence", "status", "attributed_to", "via", "confidence")
_CONTENT = ("quote", "occurrence")


class Reviewed(NamedTuple):
    """What a reviewed file tells.

    Attributes:
        article: the article, with what the file says about it.
        facts: its facts, in the order of the file.
    """

    article: Article
    facts: tuple[Fact, ...]


def read_reviewed(path: Path, article: Article) -> Reviewed:
    """Read a reviewed file.

    Args:
        path: the file.
        article: the article that it is about.

    Raises:
        FactsError: something in the file is wrong; it names the file, the line and the field.
    """
    file = read_yaml(path)
    if isinstance(file.data, list):  # nothing but facts
        file = file.below("facts")
    top = _table(file, file.data, _TOP)
    article = _about_article(file, top.get("article"), article)
    reader = _Reader(file, article)
    return Reviewed(article, tuple(reader.facts()))


def _about_article(file: Yaml, stated: Any, article: Article) -> Article:
    if stated is None:
        return article
    fields = _table(file, stated, _ARTICLE, "article")
    if fields.get("id", article.id) != article.id:
        raise file.error(f"this file is about {fields['id']!r}, but the article is {article.id!r}", "article", "id")
    try:
        return Article.model_validate(article.model_dump() | {k: v for k, v in fields.items() if v is not None})
    except ValidationError as error:
        first = error.errors()[0]
        raise file.error(first["msg"].removeprefix("Value error, "), "article", *first["loc"]) from None


class _Reader:
    """Reads the facts of one file."""

    def __init__(self, file: Yaml, article: Article) -> None:
        self.file = file
        self.article = article
        self.entities = self._entities()
        listed = file.data.get("facts")
        if not isinstance(listed, list):
            raise file.error("needs a list of facts under 'facts': [] says that there are none", "facts")
        self.drafts: list[dict[str, Any]] = [
            _table(file, draft, _FACT, "facts", index) for index, draft in enumerate(listed)
        ]
        self.ids = self._ids()

    def _entities(self) -> dict[str, dict[str, Any]]:
        listed = self.file.data.get("entities") or {}
        if not isinstance(listed, dict):
            raise self.file.error("must be a table: a name, and below it its kind", "entities")
        entities = {}
        for name, stated in listed.items():
            fields = _table(self.file, stated, _ENTITY, "entities", name)
            if not fields.get("kind"):
                raise self.file.error("has no kind: give Person, Company, Country …", "entities", name)
            if fields["kind"] not in KINDS:
                self._unknown("kind of entity", fields["kind"], KINDS, ("entities", name, "kind"))
            fields = dict(fields)
            for plural in ("aliases", "mentions"):
                fields[plural] = self._words(fields.get(plural), ("entities", name, plural))
            self._check_named(name, fields, ("entities", name))
            entities[name] = fields
        return entities

    def _words(self, stated: Any, steps: Steps) -> list[str]:
        words = _list(stated)
        if not all(isinstance(word, str) and word.strip() for word in words):
            raise self.file.error("must be a word, or a list of words", *steps)
        return words

    def _check_named(self, name: str, fields: dict[str, Any], steps: Steps) -> None:
        """Refuse an entity that the article does not name: nothing is in the graph that it does not say."""
        body = Span(self.article.body_start, len(self.article.text))
        for alias in fields["aliases"]:
            if not any(words_at(self.article, alias, body)):
                raise self.file.error(f"the alias {alias!r} is not in the article", *steps, "aliases")
        if not any(
            True
            for words in (name, *fields["aliases"], *fields["mentions"])
            for _ in words_at(self.article, words, body)
        ):
            problem = f"none of the names of {name!r} is in the article"
            raise self.file.error(f"{problem}: add under 'mentions' the words that it uses", *steps)

    def _ids(self) -> set[str]:
        ids: set[str] = set()
        for index, draft in enumerate(self.drafts):
            fact_id = draft.get("id")
            if fact_id is not None and not isinstance(fact_id, str):
                raise self.file.error("must be a word", "facts", index, "id")
            if fact_id in ids:
                raise self.file.error(f"{fact_id!r} is the id of another fact too", "facts", index, "id")
            if fact_id in self.entities:
                raise self.file.error(f"{fact_id!r} is the name of an entity too", "facts", index, "id")
            if fact_id is not None:
                ids.add(fact_id)
        return ids

    def facts(self) -> Iterator[Fact]:
        """Give the facts, checked and grounded."""
        seen: dict[str, int] = {}
        for index, draft in enumerate(self.drafts):
            fact = self._fact(draft, ("facts", index))
            first = seen.setdefault(fact.identity(), index)
            if first != index:
                problem = f"is the same fact as facts[{first}]: give one fact several pieces of evidence instead"
                raise self.file.error(problem, "facts", index)
            yield fact

    def _fact(self, draft: dict[str, Any], steps: Steps) -> Fact:
        kind = draft.get("type")
        if not isinstance(kind, str) or kind not in FACT_TYPES:
            self._unknown("type of fact", kind, FACT_TYPES, (*steps, "type"))
        evidence = self._evidence(draft.get("evidence"), (*steps, "evidence"))
        spans = [Span(item["start"], item["end"]) for item in evidence]
        record: dict[str, Any] = {name: value for name, value in draft.items() if value is not None}
        record |= {
            "article": self.article.id,
            "evidence": evidence,
            "roles": self._roles(draft.get("roles"), kind, spans, (*steps, "roles")),
            "attributed_to": self._mentions(draft.get("attributed_to"), spans, (*steps, "attributed_to")),
            "via": self._mentions(draft.get("via"), spans, (*steps, "via")),
            "method": "reviewed",
            "engine": ENGINE,
            "engine_version": ENGINE_VERSION,
        }
        if "content" in record:
            record["content"] = self._content(record["content"], spans, (*steps, "content"))
        try:
            return ground(FACT.validate_python(record), self.article)
        except ValidationError as error:
            self._invalid(error, steps)
        except GroundingError as error:
            raise self.file.error(str(error), *steps) from None

    def _invalid(self, error: ValidationError, steps: Steps) -> NoReturn:
        loc = [step for step in error.errors()[0]["loc"] if step not in FACT_TYPES]
        beside = not loc or loc[0] in BESIDE_ROLES
        problem = first_problem(error, self.file.path, None).problem
        raise self.file.error(problem, *steps, *(loc if beside else ("roles", *loc))) from None

    def _roles(self, stated: Any, kind: str, spans: Sequence[Span], steps: Steps) -> dict[str, Any]:
        known = FACT_TYPES[kind].role_names()
        roles = {}
        for name, filler in _table(self.file, stated or {}, None, *steps).items():
            here = (*steps, name)
            if name not in known:
                self._unknown(f"role of {kind}", name, known, here)
            if name == "about":
                roles[name] = [self._about(item, spans, (*here, i)) for i, item in enumerate(_list(filler))]
            elif name in ID_ROLES:
                roles[name] = [self._known_id(item, (*here, i)) for i, item in enumerate(_list(filler))]
            elif name in WORD_ROLES:
                roles[name] = _list(filler)
            else:
                roles[name] = self._mentions(filler, spans, here)
        return roles

    def _about(self, item: Any, spans: Sequence[Span], steps: Steps) -> Any:
        if isinstance(item, str):
            if item in self.ids:
                return item
            if item not in self.entities:
                self._unknown("fact or entity", item, [*self.ids, *self.entities], steps)
        return self._mention(item, spans, steps)

    def _known_id(self, item: Any, steps: Steps) -> Any:
        if not isinstance(item, str) or item not in self.ids:
            self._unknown("id of a fact", item, self.ids, steps)
        return item

    def _mentions(self, filler: Any, spans: Sequence[Span], steps: Steps) -> list[dict[str, Any]]:
        return [self._mention(item, spans, (*steps, index)) for index, item in enumerate(_list(filler))]

    def _mention(self, item: Any, spans: Sequence[Span], steps: Steps) -> dict[str, Any]:
        if isinstance(item, dict):
            mention = dict(_table(self.file, item, ("name", *_ENTITY), *steps))
            for plural in ("aliases", "mentions"):
                mention[plural] = self._words(mention.get(plural), (*steps, plural))
            if not isinstance(mention.get("name"), str) or not mention.get("kind"):
                raise self.file.error("needs a name and a kind", *steps)
            self._check_named(mention["name"], mention, steps)
        elif isinstance(item, str) and item in self.entities:
            mention = {"name": item, **self.entities[item]}
        else:
            self._unknown("entity", item, self.entities, steps)
        surfaces = [mention["name"], *mention["aliases"], *mention.pop("mentions")]
        if span := nearest(self.article, surfaces, spans):
            mention |= {"text": self.article.cut(span), "start": span.start, "end": span.end}
        return {name: value for name, value in mention.items() if value not in (None, [])}

    def _evidence(self, stated: Any, steps: Steps) -> list[dict[str, Any]]:
        items = _list(stated)
        if not items:
            raise self.file.error("a fact needs evidence: the words of the article that state it", *steps)
        evidence = []
        for index, item in enumerate(items):
            here = (*steps, index) if isinstance(stated, list) else steps
            fields: dict[str, Any] = (
                {"quote": item} if isinstance(item, str) else dict(_table(self.file, item, _EVIDENCE, *here))
            )
            span = self._locate(fields, (), here)
            for source in ("attributed_to", "via"):
                if fields.get(source) is not None:
                    fields[source] = self._mentions(fields[source], [span], (*here, source))
            evidence.append(fields | {"quote": self.article.cut(span), "start": span.start, "end": span.end})
        return evidence

    def _content(self, stated: Any, spans: Sequence[Span], steps: Steps) -> dict[str, Any]:
        fields = {"quote": stated} if isinstance(stated, str) else dict(_table(self.file, stated, _CONTENT, *steps))
        span = self._locate(fields, spans, steps)
        quotation = in_quotation_marks(self.article, span)
        return {"quote": self.article.cut(span), "start": span.start, "end": span.end, "quotation": quotation}

    def _locate(self, fields: dict[str, Any], within: Sequence[Span], steps: Steps) -> Span:
        quote, occurrence = fields.get("quote"), fields.pop("occurrence", None)
        if not isinstance(quote, str) or not quote.strip():
            raise self.file.error("needs a quote: the words as the article has them", *steps)
        if occurrence is not None and not str(occurrence).isdecimal():
            raise self.file.error("must be a number: 1 is the first", *steps, "occurrence")
        try:
            return locate(self.article, quote, occurrence=int(occurrence) if occurrence else None, within=within)
        except GroundingError as error:
            raise self.file.error(str(error), *steps) from None

    def _unknown(self, what: str, given: Any, known: Iterable[str], steps: Steps) -> NoReturn:
        options = sorted(known)
        if not isinstance(given, str):
            raise self.file.error(f"must name a known {what}", *steps)
        close = difflib.get_close_matches(given, options, n=1)
        hint = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(options[:30])}"
        raise self.file.error(f"there is no {what} {given!r}: {hint}", *steps)


def _table(file: Yaml, value: Any, fields: Sequence[str] | None, *steps: str | int) -> dict[str, Any]:
    """Check that a value is a table, with no field but these (None: any)."""
    if not isinstance(value, dict):
        raise file.error("must be a table of fields" if steps else "is empty: it needs 'facts'", *steps)
    for name in value:
        if fields is not None and name not in fields:
            close = difflib.get_close_matches(name, fields, n=1)
            hint = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(fields)}"
            raise file.error(f"there is no field {name!r} here: {hint}", *steps, name)
    return value


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
