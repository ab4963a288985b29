from __future__ import annotations

import pytest

from tests.extract.analysed import Analysed


@pytest.mark.parametrize(
    ("text", "office", "organisation", "holder", "ended"),
    [
        ("De Franse president Emmanuel Macron sprak.", "president van Frankrijk", "Frankrijk", "Emmanuel", False),
        ("Gisteren sprak president Joe Biden.", "president", None, "Joe", False),
        ("Minister van Defensie Kajsa Ollongren sprak.", "minister van Defensie", None, "Kajsa", False),
        ("Eric Schmidt, voormalig CEO van Google, steunt het.", "CEO van Google", "Google", "Eric", True),
        ("Google-topman Sundar Pichai sprak.", "topman van Google", "Google", "Sundar", False),
        ("Oud-premier Mark Rutte sprak.", "premier", None, "Mark", True),
        (
            "De Britse premier Keir Starmer sprak.",
            "premier van het Verenigd Koninkrijk",
            "Verenigd Koninkrijk",
            "Keir",
            False,
        ),
        ("Ex-burgemeester van Utrecht Jan van Zanen sprak.", "burgemeester van Utrecht", "Utrecht", "Jan", True),
        ("Topman Jens Lindqvist van Philips sprak.", "topman van Philips", "Philips", "Jens", False),
        (
            "Mark Rutte, de secretaris-generaal van de NAVO, sprak.",
            "secretaris-generaal van de NAVO",
            "NAVO",
            "Mark",
            False,
        ),
        ("Financieel directeur Kim Post sprak.", "financieel directeur", None, "Kim", False),
        ("VVD-minister Jan Smit sprak.", "minister", None, "Jan", False),
        ("Wethouder Jan Smit (VVD) van Rotterdam sprak.", "wethouder van Rotterdam", "Rotterdam", "Jan", False),
        ("Jan Smit, sinds 2021 adjunct-directeur, sprak.", "adjunct-directeur", None, "Jan", False),
        ("Jan Smit, tot 2020 adjunct-directeur, sprak.", "adjunct-directeur", None, "Jan", True),
        ("Trainer Jan Smit sprak.", "trainer", None, "Jan", False),
    ],
)
def test_offices_are_named_with_their_holder(
    text: str, office: str, organisation: str | None, holder: str, ended: bool
) -> None:
    analysed = Analysed(text)
    (phrase,) = analysed.mentions.offices()
    assert phrase.office.name == office
    assert (phrase.organisation.name if phrase.organisation else None) == organisation
    assert phrase.holder is not None
    assert analysed.document.tokens[phrase.holder].text == holder
    assert phrase.ended is ended
    assert phrase.office.is_named is (organisation is not None)
    assert phrase.office.text == text[phrase.office.start : phrase.office.end]


@pytest.mark.parametrize(
    "text",
    ["De beoogd premier Dick Schoof zweeg.", "Een woordvoerder zweeg.", "De presidenten zwegen.", "De trainer zweeg."],
)
def test_some_words_name_no_office(text: str) -> None:
    assert Analysed(text).mentions.offices() == []


def test_an_office_that_is_no_title_can_be_taken() -> None:
    analysed = Analysed("Ajax stelt Jan Smit aan als trainer.")
    assert analysed.mentions.offices() == []
    assert analysed.of("trainer", "Office") == [("trainer", "Office")]


def test_an_office_without_its_holder() -> None:
    analysed = Analysed("De Oekraïense president zweeg.")
    (phrase,) = analysed.mentions.offices()
    assert (phrase.office.name, phrase.holder) == ("president van Oekraïne", None)
    assert analysed.of("president", "Office") == [("president van Oekraïne", "Office")]
