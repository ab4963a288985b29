"""The types of facts: one record for each class of situations in the ontology.

Their names, and those of their roles, are the ontology's: ``kg:Agreement``, ``kg:party``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, get_args

from pydantic import Field, TypeAdapter

from kg.facts.evidence import Content, Evidence
from kg.facts.mention import FactId, Mention, Mentions, Words
from kg.facts.situation import Event, Situation, State


class Agreement(Event):
    """Parties agree on something."""

    NEEDS = (("party",),)
    type: Literal["Agreement"] = "Agreement"
    party: Mentions
    signatory: Mentions
    product: Mentions
    topic: Words


class Meeting(Event):
    """People or organisations come together."""

    NEEDS = (("participant", "chair", "attendee"),)
    type: Literal["Meeting"] = "Meeting"
    participant: Mentions
    chair: Mentions
    attendee: Mentions
    topic: Words
    medium: Words


class _Saying(Event):
    """What a statement and an announcement have in common.

    Attributes:
        speaker: who says it.
        about: what it is about: ids of facts, or entities.
        content: the words reported.
    """

    NEEDS = (("speaker",),)
    speaker: Mentions
    about: Annotated[tuple[FactId | Mention, ...], Field(default=())]
    medium: Words
    content: Content

    def quotes(self) -> Iterator[Evidence | Content]:
        """Give everything that was cut from the article, the words reported last."""
        yield from super().quotes()
        yield self.content


class Statement(_Saying):
    """Somebody says something."""

    type: Literal["Statement"] = "Statement"


class Announcement(_Saying):
    """Somebody makes something known; in the ontology a kind of statement."""

    type: Literal["Announcement"] = "Announcement"


class Delivery(Event):
    """Goods go from a supplier to a recipient."""

    NEEDS = (("supplier", "recipient", "product"),)
    type: Literal["Delivery"] = "Delivery"
    supplier: Mentions
    recipient: Mentions
    product: Mentions


class DeliverySuspension(Event):
    """Deliveries are halted."""

    NEEDS = (("supplier", "recipient", "product"),)
    type: Literal["DeliverySuspension"] = "DeliverySuspension"
    supplier: Mentions
    recipient: Mentions
    product: Mentions


class Procurement(Event):
    """Somebody acquires goods."""

    NEEDS = (("acquirer",), ("product",))
    type: Literal["Procurement"] = "Procurement"
    acquirer: Mentions
    supplier: Mentions
    product: Mentions


class Test(Event):
    """A product is tried out."""

    __test__ = False  # not a class of tests, whatever pytest thinks of its name
    NEEDS = (("tester", "product"),)
    type: Literal["Test"] = "Test"
    tester: Mentions
    product: Mentions


class Attack(Event):
    """Violence against somebody or something, somewhere."""

    NEEDS = (("attacker", "target", "place"),)
    type: Literal["Attack"] = "Attack"
    attacker: Mentions
    target: Mentions


class Effort(Event):
    """Somebody takes pains to bring something about."""

    NEEDS = (("actor",),)
    type: Literal["Effort"] = "Effort"
    actor: Mentions
    topic: Words


class OfficeHolding(State):
    """Somebody holds an office.

    Attributes:
        holder: who holds it.
        office: the post.
        organisation: what the office belongs to: a country, a company.
    """

    NEEDS = (("holder",), ("office",))
    type: Literal["OfficeHolding"] = "OfficeHolding"
    holder: Mentions
    office: Mentions
    organisation: Mentions


class Backing(State):
    """Somebody supports somebody or something."""

    NEEDS = (("backer",), ("backed",))
    type: Literal["Backing"] = "Backing"
    backer: Mentions
    backed: Mentions


class Cooperation(State):
    """Two partners work together."""

    NEEDS = (("partner",),)
    COUNTS = {"partner": (2, 2)}  # noqa: RUF012
    type: Literal["Cooperation"] = "Cooperation"
    partner: Mentions


class Alliance(State):
    """Allies stand by each other."""

    NEEDS = (("ally",),)
    COUNTS = {"ally": (2, 1000)}  # noqa: RUF012
    type: Literal["Alliance"] = "Alliance"
    ally: Mentions


class Production(State):
    """Goods are made."""

    NEEDS = (("producer", "product"),)
    type: Literal["Production"] = "Production"
    producer: Mentions
    product: Mentions
    beneficiary: Mentions


class Specialisation(State):
    """Somebody is specialised in a field."""

    NEEDS = (("specialist",), ("field",))
    type: Literal["Specialisation"] = "Specialisation"
    specialist: Mentions
    field: Mentions


class Presence(State):
    """Somebody is present in a place."""

    NEEDS = (("resident",), ("place",))
    type: Literal["Presence"] = "Presence"
    resident: Mentions


class Domicile(State):
    """Somebody is based in a country."""

    NEEDS = (("resident",), ("country",))
    type: Literal["Domicile"] = "Domicile"
    resident: Mentions
    country: Mentions


class Control(State):
    """Somebody has control over somebody or something."""

    NEEDS = (("controller",), ("controlled",))
    type: Literal["Control"] = "Control"
    controller: Mentions
    controlled: Mentions


class ArmedConflict(State):
    """A war or other armed conflict."""

    NEEDS = (("belligerent", "place"),)
    type: Literal["ArmedConflict"] = "ArmedConflict"
    belligerent: Mentions
    initiator: Mentions


Fact = (
    Agreement
    | Meeting
    | Statement
    | Announcement
    | Delivery
    | DeliverySuspension
    | Procurement
    | Test
    | Attack
    | Effort
    | OfficeHolding
    | Backing
    | Cooperation
    | Alliance
    | Production
    | Specialisation
    | Presence
    | Domicile
    | Control
    | ArmedConflict
)
"""Any fact. Closed: a mapper that misses a type fails the type check."""

FACT_TYPES: dict[str, type[Situation]] = {cls.__name__: cls for cls in get_args(Fact)}
"""The types of facts, by name."""

FACT: TypeAdapter[Fact] = TypeAdapter(Annotated[Fact, Field(discriminator="type")])
"""Reads and writes any fact, and knows the JSON Schema."""
