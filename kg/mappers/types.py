"""One mapper for each type of fact: which classes it has, who takes part in it, and which shortcut follows from it.

What all types share (status, time, words, claims) is in `situation.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations, product
from typing import assert_never

from pyoxigraph import NamedNode

from kg.facts import (
    Agreement,
    Alliance,
    Announcement,
    ArmedConflict,
    Attack,
    Backing,
    Control,
    Cooperation,
    Delivery,
    DeliverySuspension,
    Domicile,
    Effort,
    Fact,
    Meeting,
    Mention,
    OfficeHolding,
    Presence,
    Procurement,
    Production,
    Specialisation,
    Statement,
    Test,
)
from kg.vocab import KG

Role = tuple[NamedNode, tuple[Mention, ...]]
Shortcut = tuple[Mention, NamedNode, Mention]

EVENT = (KG.Event, KG.Situation)
STATE = (KG.State, KG.Situation)


@dataclass(frozen=True)
class Mapped:
    """What is special to a type of fact.

    Attributes:
        classes: the class and all above it.
        agents: the roles that are filled by who takes part.
        others: the roles that are filled by other entities.
        shortcuts: single edges between entities, true when the situation is actual.
        once: the same, true when it is ended.
        two: if given, there are shortcuts only when these mentions stand for exactly two entities.
    """

    classes: tuple[NamedNode, ...]
    agents: tuple[Role, ...] = ()
    others: tuple[Role, ...] = ()
    shortcuts: tuple[Shortcut, ...] = ()
    once: tuple[Shortcut, ...] = ()
    two: tuple[Mention, ...] = ()


def map_type(fact: Fact) -> Mapped:
    """Map what is special to the type of a fact."""
    match fact:
        case Agreement():
            return agreement(fact)
        case Meeting():
            return meeting(fact)
        case Statement() | Announcement():
            return statement(fact)
        case Delivery():
            return delivery(fact)
        case DeliverySuspension():
            return delivery_suspension(fact)
        case Procurement():
            return procurement(fact)
        case Test():
            return test(fact)
        case Attack():
            return attack(fact)
        case Effort():
            return effort(fact)
        case OfficeHolding():
            return office_holding(fact)
        case Backing():
            return backing(fact)
        case Cooperation():
            return cooperation(fact)
        case Alliance():
            return alliance(fact)
        case Production():
            return production(fact)
        case Specialisation():
            return specialisation(fact)
        case Presence():
            return presence(fact)
        case Domicile():
            return domicile(fact)
        case Control():
            return control(fact)
        case ArmedConflict():
            return armed_conflict(fact)
        case _:  # pragma: no cover
            assert_never(fact)


def agreement(fact: Agreement) -> Mapped:
    """Map an agreement: each party has an agreement with each other party."""
    return Mapped(
        classes=(KG.Agreement, *EVENT),
        agents=((KG.party, fact.party), (KG.signatory, fact.signatory)),
        others=((KG.product, fact.product),),
        shortcuts=_among(fact.party, KG.hasAgreementWith),
    )


def meeting(fact: Meeting) -> Mapped:
    """Map a meeting: each participant, chairs and attendees included, met each other one."""
    everybody = (*fact.participant, *fact.chair, *fact.attendee)
    return Mapped(
        classes=(KG.Meeting, *EVENT),
        agents=((KG.participant, fact.participant), (KG.chair, fact.chair), (KG.attendee, fact.attendee)),
        shortcuts=_among(everybody, KG.metWith),
    )


def statement(fact: Statement | Announcement) -> Mapped:
    """Map a statement, or an announcement, which is one too."""
    classes = (KG.Announcement, KG.Statement) if isinstance(fact, Announcement) else (KG.Statement,)
    about = tuple(item for item in fact.about if isinstance(item, Mention))
    return Mapped(classes=(*classes, *EVENT), agents=((KG.speaker, fact.speaker),), others=((KG.about, about),))


def delivery(fact: Delivery) -> Mapped:
    """Map a delivery: the supplier supplies to the recipient."""
    return Mapped(
        classes=(KG.Delivery, *EVENT),
        agents=((KG.supplier, fact.supplier), (KG.recipient, fact.recipient)),
        others=((KG.product, fact.product),),
        shortcuts=_between(fact.supplier, KG.suppliesTo, fact.recipient),
    )


def delivery_suspension(fact: DeliverySuspension) -> Mapped:
    """Map a suspension: the supplier suspends deliveries to the recipient."""
    return Mapped(
        classes=(KG.DeliverySuspension, *EVENT),
        agents=((KG.supplier, fact.supplier), (KG.recipient, fact.recipient)),
        others=((KG.product, fact.product),),
        shortcuts=_between(fact.supplier, KG.suspendsDeliveriesTo, fact.recipient),
    )


def procurement(fact: Procurement) -> Mapped:
    """Map a procurement: the acquirer acquires the product."""
    return Mapped(
        classes=(KG.Procurement, *EVENT),
        agents=((KG.acquirer, fact.acquirer), (KG.supplier, fact.supplier)),
        others=((KG.product, fact.product),),
        shortcuts=_between(fact.acquirer, KG.acquires, fact.product),
    )


def test(fact: Test) -> Mapped:
    """Map a test: the tester tests the product."""
    return Mapped(
        classes=(KG.Test, *EVENT),
        agents=((KG.tester, fact.tester),),
        others=((KG.product, fact.product),),
        shortcuts=_between(fact.tester, KG.tests, fact.product),
    )


def attack(fact: Attack) -> Mapped:
    """Map an attack: the attacker attacks the target."""
    return Mapped(
        classes=(KG.Attack, *EVENT),
        agents=((KG.attacker, fact.attacker), (KG.target, fact.target)),
        shortcuts=_between(fact.attacker, KG.attacks, fact.target),
    )


def effort(fact: Effort) -> Mapped:
    """Map an effort."""
    return Mapped(classes=(KG.Effort, *EVENT), agents=((KG.actor, fact.actor),))


def office_holding(fact: OfficeHolding) -> Mapped:
    """Map an office holding: the holder holds the office, or held it once."""
    return Mapped(
        classes=(KG.OfficeHolding, *STATE),
        agents=((KG.holder, fact.holder),),
        others=((KG.office, fact.office),),
        shortcuts=_between(fact.holder, KG.holdsOffice, fact.office),
        once=_between(fact.holder, KG.heldOffice, fact.office),
    )


def backing(fact: Backing) -> Mapped:
    """Map a backing: the backer backs the backed."""
    return Mapped(
        classes=(KG.Backing, *STATE),
        agents=((KG.backer, fact.backer), (KG.backed, fact.backed)),
        shortcuts=_between(fact.backer, KG.backs, fact.backed),
    )


def cooperation(fact: Cooperation) -> Mapped:
    """Map a cooperation: the partners cooperate."""
    return Mapped(
        classes=(KG.Cooperation, *STATE),
        agents=((KG.partner, fact.partner),),
        shortcuts=_among(fact.partner, KG.cooperatesWith),
    )


def alliance(fact: Alliance) -> Mapped:
    """Map an alliance: each ally is allied with each other one."""
    return Mapped(
        classes=(KG.Alliance, *STATE),
        agents=((KG.ally, fact.ally),),
        shortcuts=_among(fact.ally, KG.alliedWith),
    )


def production(fact: Production) -> Mapped:
    """Map a production: the producer produces the product."""
    return Mapped(
        classes=(KG.Production, *STATE),
        agents=((KG.producer, fact.producer), (KG.beneficiary, fact.beneficiary)),
        others=((KG.product, fact.product),),
        shortcuts=_between(fact.producer, KG.produces, fact.product),
    )


def specialisation(fact: Specialisation) -> Mapped:
    """Map a specialisation: the specialist is specialised in the field."""
    return Mapped(
        classes=(KG.Specialisation, *STATE),
        agents=((KG.specialist, fact.specialist),),
        others=((KG.field, fact.field),),
        shortcuts=_between(fact.specialist, KG.specialisesIn, fact.field),
    )


def presence(fact: Presence) -> Mapped:
    """Map a presence: the resident is present in the place."""
    return Mapped(
        classes=(KG.Presence, *STATE),
        agents=((KG.resident, fact.resident),),
        shortcuts=_between(fact.resident, KG.presentIn, fact.place),
    )


def domicile(fact: Domicile) -> Mapped:
    """Map a domicile: the resident is based in the country."""
    return Mapped(
        classes=(KG.Domicile, *STATE),
        agents=((KG.resident, fact.resident),),
        others=((KG.country, fact.country),),
        shortcuts=_between(fact.resident, KG.basedIn, fact.country),
    )


def control(fact: Control) -> Mapped:
    """Map a control: the controller controls the controlled."""
    return Mapped(
        classes=(KG.Control, *STATE),
        agents=((KG.controller, fact.controller), (KG.controlled, fact.controlled)),
        shortcuts=_between(fact.controller, KG.controls, fact.controlled),
    )


def armed_conflict(fact: ArmedConflict) -> Mapped:
    """Map an armed conflict. Who fights whom is known only when there are two: of three, two may be on one side."""
    return Mapped(
        classes=(KG.ArmedConflict, *STATE),
        agents=((KG.belligerent, fact.belligerent), (KG.initiator, fact.initiator)),
        shortcuts=_among(fact.belligerent, KG.atWarWith),
        two=fact.belligerent,
    )


def _between(subjects: Iterable[Mention], edge: NamedNode, objects: Iterable[Mention]) -> tuple[Shortcut, ...]:
    return tuple((subject, edge, other) for subject, other in product(subjects, objects))


def _among(mentions: Iterable[Mention], edge: NamedNode) -> tuple[Shortcut, ...]:
    return tuple(_symmetric(mentions, edge))


def _symmetric(mentions: Iterable[Mention], edge: NamedNode) -> Iterator[Shortcut]:
    for one, other in permutations(mentions, 2):
        yield one, edge, other
