"""Mentions: the entities of a fact, as the article's words name them."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

Kind = Literal[
    "Person",
    "Organisation",
    "Company",
    "GovernmentBody",
    "ArmedForce",
    "NewsOutlet",
    "Country",
    "Place",
    "Group",
    "Office",
    "ProductKind",
]
"""The classes of entities, with the names that they have in the ontology."""

KINDS: tuple[Kind, ...] = get_args(Kind)

Line = Annotated[str, Field(min_length=1, max_length=1000, pattern=r"\S")]
"""A name, or a few words."""

QId = Annotated[str, Field(pattern=r"^Q[1-9][0-9]{0,11}$")]
"""The id of an item in Wikidata."""


class Record(BaseModel):
    """What all our records have in common: they do not change, and take no field that they do not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Mention(Record):
    """An entity in the role of a fact.

    Attributes:
        name: what it is called; a pronoun's `name` is what it stands for.
        kind: its class in the ontology.
        text: its own words in the article; None where the words leave it out.
        start: where `text` begins: an offset in code points.
        end: where `text` ends, exclusive.
        wikidata: its id, where it is known; never guessed.
        aliases: other names that the article gives it.
        broader: of a kind of product, the name of the kind above it.
        named: whether the name tells who it is in any article. None leaves it to `is_named`.
    """

    name: Line
    kind: Kind
    text: str | None = None
    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, ge=1)
    wikidata: QId | None = None
    aliases: tuple[Line, ...] = ()
    broader: Line | None = None
    named: bool | None = None

    @property
    def is_named(self) -> bool:
        """Whether the entity is the same in all articles: "Swift Beat LLC" is, "het leger" and a group are not."""
        if self.named is not None:
            return self.named
        if self.kind == "Group":
            return False
        # Scripts without capitals cannot tell: what is not small counts as a name there.
        capital = any(char.isalpha() and not char.islower() for char in self.name)
        return self.kind == "ProductKind" or capital


Mentions = Annotated[tuple[Mention, ...], Field(default=())]
Words = Annotated[tuple[Line, ...], Field(default=())]
FactId = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,99}$")]
FactIds = Annotated[tuple[FactId, ...], Field(default=())]
