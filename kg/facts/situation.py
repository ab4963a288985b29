"""What all facts have in common."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, ClassVar, Self

from pydantic import Field, GetJsonSchemaHandler, SerializerFunctionWrapHandler, model_serializer, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from kg.facts.evidence import ClaimedStatus, Confidence, Content, Evidence, Method, Status
from kg.facts.mention import FactId, FactIds, Line, Mention, Mentions, QId, Record, Words
from kg.facts.time import Time

# Fields that are not roles: in files they stand beside `roles`, not in it.
BESIDE_ROLES = frozenset(
    [
        *("article", "id", "type", "label", "status", "evidence", "attributed_to", "via", "time"),
        *("confidence", "method", "engine", "engine_version", "frame", "content", "wikidata"),
    ]
)
# Roles filled by words of the article, and by ids of other facts; all others are filled by mentions.
WORD_ROLES = ("topic", "medium", "purpose", "qualifier", "amount")
ID_ROLES = ("led_to", "part_of")


class Situation(Record):
    """A fact: a situation with roles, and the words behind it.

    In Python the roles are attributes; in files they stand together under ``roles``.

    Attributes:
        article: the id of the article.
        id: a name for the fact, by which others of its article refer to it.
        label: a short title.
        status: how certain it is, over all of its evidence.
        evidence: the words, at least once.
        attributed_to: who vouches for it; empty when the article itself says so.
        via: who passed it on.
        time: when it is.
        confidence: how certain it is that the words say so; 1 for what a person reviewed.
        method: how it was found.
        engine: the program, model or kind of file that it comes from.
        engine_version: the version of that.
        frame: the rule that found it.
        wikidata: an item that tells of the same situation.
        place: where it is.
        purpose: what for, in words.
        qualifier: words that describe it more closely.
        amount: how much or how many, in words.
        led_to: ids of the facts that it brought about.
        part_of: ids of the facts that it is a part of.
    """

    # Each: at least one of these roles must be there. Filled by each class.
    NEEDS: ClassVar[tuple[tuple[str, ...], ...]] = ()
    # The number of mentions that a role must have: (least, most).
    COUNTS: ClassVar[dict[str, tuple[int, int]]] = {}

    article: str = Field(min_length=1)
    id: FactId | None = None
    type: str
    label: Line | None = None
    status: Status = "actual"
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    attributed_to: Mentions
    via: Mentions
    time: Time = Time()
    confidence: Confidence = 1.0
    method: Method
    engine: str = Field(min_length=1)
    engine_version: str = Field(min_length=1)
    frame: str | None = None
    wikidata: QId | None = None

    place: Mentions
    purpose: Words
    qualifier: Words
    amount: Words
    led_to: FactIds
    part_of: FactIds

    @classmethod
    @cache
    def role_names(cls) -> tuple[str, ...]:
        """Give the names of the roles, those of the class itself first."""
        roles = [name for name in cls.model_fields if name not in BESIDE_ROLES]
        return tuple(sorted(roles, key=lambda name: name in Situation.model_fields))

    def roles(self) -> Iterator[tuple[str, tuple[Any, ...]]]:
        """Give each role that is filled, with its mentions, words or ids."""
        for name in self.role_names():
            if filler := getattr(self, name):
                yield name, filler

    def identity(self) -> str:
        """Give what makes it this fact and no other: article, type, roles, time and the words of the first quote.

        Links to other facts do not count, nor do offsets, certainty and source: two facts of one article that differ in
        these alone are one situation. As JSON, the same in any process.
        """
        roles = {
            name: sorted(
                f"{filler.kind} {filler.name}" if isinstance(filler, Mention) else filler for filler in fillers
            )
            for name, fillers in self.roles()
            if name not in (*ID_ROLES, "about")
        }
        time = self.time.model_dump(exclude_none=True)
        words = [quote.quote for quote in self.quotes()]
        parts = [self.article, self.type, roles, time, words[0], words[len(self.evidence) :]]
        return json.dumps(parts, ensure_ascii=False, sort_keys=True)

    def mentions(self) -> Iterator[Mention]:
        """Give each mention in the fact: those in roles, and the sources."""
        for _, fillers in self.roles():
            yield from (filler for filler in fillers if isinstance(filler, Mention))
        yield from self.attributed_to
        yield from self.via
        for item in self.evidence:
            yield from item.attributed_to or ()
            yield from item.via or ()

    def quotes(self) -> Iterator[Evidence | Content]:
        """Give everything that was cut from the article."""
        yield from self.evidence

    @model_validator(mode="before")
    @classmethod
    def _lift_roles(cls, data: Any) -> Any:
        if isinstance(data, dict) and "roles" in data:
            roles = data["roles"]
            if not isinstance(roles, dict):
                raise ValueError("roles must be a table of role names and their fillers")
            if wrong := sorted(str(name) for name in roles if name not in cls.role_names()):
                raise ValueError(f"{cls.__name__} has no role {wrong[0]!r}: it has {', '.join(cls.role_names())}")
            return {name: value for name, value in data.items() if name != "roles"} | roles
        return data

    @model_validator(mode="after")
    def _complete(self) -> Self:
        for alternatives in self.NEEDS:
            if not any(getattr(self, name) for name in alternatives):
                raise ValueError(f"{type(self).__name__} needs {' or '.join(alternatives)}")
        for name, (least, most) in self.COUNTS.items():
            count = len(getattr(self, name))
            if count and not least <= count <= most:
                wanted = f"exactly {least}" if least == most else f"at least {least}"
                raise ValueError(f"{type(self).__name__} needs {wanted} of {name}, not {count}")
        if self.id is not None and self.id in (*self.part_of, *self.led_to):
            raise ValueError(f"{self.id!r} cannot be a part of itself, or have led to itself")
        self._check_status()
        return self

    def claimed_status(self, evidence: Evidence) -> ClaimedStatus:
        """Give what a piece of evidence claims: its own status, else that of the fact; of a disputed fact actual."""
        if evidence.status is not None:
            return evidence.status
        return "actual" if self.status == "disputed" else self.status

    def _check_status(self) -> None:
        claimed = {self.claimed_status(item) for item in self.evidence}
        if self.status == "disputed" and len(claimed) < 2:
            raise ValueError("a disputed fact needs evidence that contradicts itself: give one a status of its own")
        if self.status != "disputed" and self.status not in claimed:
            raise ValueError(f"the status is {self.status}, but no evidence claims that: {', '.join(sorted(claimed))}")

    @model_serializer(mode="wrap")
    def _nest_roles(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        flat = handler(self)
        beside = {name: value for name, value in flat.items() if name in BESIDE_ROLES}
        roles = {name: flat[name] for name in self.role_names() if flat.get(name)}
        head = {name: beside.pop(name) for name in ("article", "id", "type", "label") if name in beside}
        return head | {"roles": roles} | beside

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Describe the form on disk, where roles stand under ``roles``."""
        flat = handler.resolve_ref_schema(handler(schema))
        properties = flat["properties"]
        roles = {name: properties.pop(name) for name in cls.role_names()}
        any_of = [{"anyOf": [{"required": [name]} for name in names]} for names in cls.NEEDS]
        nested: dict[str, Any] = {"type": "object", "properties": roles, "additionalProperties": False}
        flat["properties"] = properties | {"roles": nested | ({"allOf": any_of} if any_of else {})}
        flat["required"] = sorted({*flat.get("required", ()), "type", "roles"} - set(roles))
        return flat


class Event(Situation):
    """Something that happens."""


class State(Situation):
    """Something that holds for a time."""
