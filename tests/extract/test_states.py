"""States that begin, last and end, and deliveries that stop."""

from __future__ import annotations

import pytest

from tests.extract.extracted import facts


@pytest.mark.parametrize(
    ("text", "kind", "status", "roles"),
    [
        ("Canada heeft zijn ambassade in Caracas gesloten.", "Presence", "ended", ["Canada", "Caracas"]),
        ("De keten Cora sluit al haar winkels in België.", "Presence", "ended", ["Cora", "België"]),
        ("Turkije heropende zijn consulaat in Mosoel.", "Presence", "actual", ["Turkije", "Mosoel"]),
        ("Verzekeraar Aldema verhuist zijn zetel naar Ierland.", "Domicile", "planned", ["Aldema", "Ierland"]),
        ("De krant De Bode is in handen van uitgever Vink.", "Control", "actual", ["Vink", "De Bode"]),
        ("De keten Zelba, die in handen is van Nordlund, groeit.", "Control", "actual", ["Nordlund", "Zelba"]),
        ("Siemens brengt een bod uit op chipmaker Melexon.", "Control", "possible", ["Siemens", "Melexon"]),
        ("Wielerploeg Vento verliest de steun van bank Sund.", "Backing", "ended", ["Vento", "Sund"]),
        ("KBC is niet langer sponsor van Club Luik.", "Backing", "ended", ["KBC", "Club Luik"]),
        ("De NAVO trekt haar steun aan Malta in.", "Backing", "ended", ["NAVO", "Malta"]),
    ],
)
def test_a_state_begins_or_ends(text: str, kind: str, status: str, roles: list[str]) -> None:
    (fact,) = facts(text, kind)
    assert fact.status == status
    assert sorted(mention.name for mention in fact.mentions()) == sorted(roles)


@pytest.mark.parametrize(
    ("text", "product", "supplier"),
    [
        ("De toevoer van diesel naar Goma ligt stil.", "diesel", []),
        ("In 2021 werd de aanvoer van gas via Marokko onderbroken.", "gas", []),
        ("Rusland dreigt de leveringen van gas aan Moldavië te staken.", "gas", ["Rusland"]),
        ("Rwanda stopt met de uitvoer van koffie naar China.", "koffie", ["Rwanda"]),
    ],
)
def test_deliveries_stop(text: str, product: str, supplier: list[str]) -> None:
    (fact,) = facts(text, "DeliverySuspension")
    assert [mention.name for mention in fact.product] == [product]
    assert [mention.name for mention in fact.supplier] == supplier


def test_one_noun_stands_for_the_bodies_of_several_places() -> None:
    found = facts("Imec werkt samen met de universiteiten van Gent en Wageningen.", "Cooperation")
    assert [fact.partner[1].name for fact in found] == ["universiteit van Gent", "universiteit van Wageningen"]


def test_a_field_need_be_no_product() -> None:
    (fact,) = facts("Advocatenkantoor Pauwels is gespecialiseerd in arbeidsrecht.", "Specialisation")
    assert [mention.name for mention in fact.field] == ["arbeidsrecht"]


@pytest.mark.parametrize(
    "text",
    [
        "De politie sloot een illegale winkel in Schaarbeek.",
        "De bloedtoevoer naar het been werd onderbroken.",
        "De trein ligt stil.",
        "Hij heeft zijn lot in eigen handen.",
        "De bank sluit vrijdag vroeger.",
        "De wielrenner brengt een bod uit op een oude fiets.",
    ],
)
def test_what_only_looks_like_a_state_is_none(text: str) -> None:
    assert facts(text, "Presence", "Control", "DeliverySuspension", "Backing") == []
