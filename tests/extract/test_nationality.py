from __future__ import annotations

import pytest

from tests.extract.extracted import facts


@pytest.mark.parametrize(
    ("text", "resident", "country"),
    [
        ("Het vliegtuig komt van het Braziliaanse Avibel.", "Avibel", "Brazilië"),
        ("De Deense bank Sund groeit.", "Sund", "Denemarken"),
        ("Het Duitse bedrijf Helios Medizintechnik bouwt een fabriek.", "Helios Medizintechnik", "Duitsland"),
        ("De leveringen door het Roemeense Danubia Agro vielen stil.", "Danubia Agro", "Roemenië"),
        ("Het werd een dochter van de Duitse Sander Gruppe.", "Sander Gruppe", "Duitsland"),
        ("Er is een contract met het Italiaanse fietsenmerk Brivio.", "Brivio", "Italië"),
        ("Hij wordt opgevolgd door de Kroaat Ante Bilić.", "Ante Bilić", "Kroatië"),
        ("De Ierse zangeres Aoife Byrne trad op.", "Aoife Byrne", "Ierland"),
    ],
)
def test_the_adjective_before_a_name_tells_its_country(text: str, resident: str, country: str) -> None:
    (fact,) = facts(text, "Domicile")
    assert [mention.name for mention in fact.resident] == [resident]
    assert [mention.name for mention in fact.country] == [country]
    assert fact.status == "actual"


@pytest.mark.parametrize(
    "text",
    [
        "De Deense premier Mette Frederiksen sprak.",
        "De Deense klanten van Philips klagen.",
        "Philips groeit in het Deense Aarhus.",
        "Hij reed met een Duitse BMW door Gent.",
        "Frans Maas sprak.",
        "Het Franse Lyon trekt toeristen.",
    ],
)
def test_the_adjective_of_another_noun_tells_nothing(text: str) -> None:
    assert facts(text, "Domicile") == []
