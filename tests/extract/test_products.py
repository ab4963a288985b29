from __future__ import annotations

import pytest

from tests.extract.analysed import Analysed


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Polen koopt 800 pantservoertuigen.", "pantservoertuigen", "pantservoertuigen"),
        ("Polen koopt meer wapens.", "wapens", "wapens"),
        ("Polen koopt elektrische bussen.", "bussen", "elektrische bussen"),
        ("Polen koopt de nieuwe drones.", "drones", "nieuwe drones"),
    ],
)
def test_products_are_named_without_how_many(text: str, word: str, name: str) -> None:
    analysed = Analysed(text)
    (found,) = analysed.mentions.of(analysed.token(word), ["ProductKind"])
    assert found.name == name
    assert found.text == text[found.start : found.end]


@pytest.mark.parametrize("word", ["overeenkomst", "wapenproductie", "jaar"])
def test_what_is_no_product(word: str) -> None:
    assert Analysed(f"Polen wil een {word}.").of(word, "ProductKind") == []


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("wapenleveringen", "wapens"),
        ("drone-tests", "drones"),
        ("graanexport", "graan"),
        ("wapenproductie", "wapens"),
        ("gaslevering", "gas"),
        ("kernwapentest", "kernwapens"),
        ("tafel", None),
        ("productie", None),
    ],
)
def test_the_product_in_a_compound(word: str, name: str | None) -> None:
    analysed = Analysed(f"Hij sprak over {word}.")
    found = analysed.mentions.compound_product(analysed.token(word))
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        (
            "Aeronord bestelde twaalf propellervliegtuigen. Later worden de toestellen geleverd.",
            "toestellen",
            "propellervliegtuigen",
        ),
        ("De stad kocht twee scanners. De eerste twee apparaten worden geleverd.", "apparaten", "scanners"),
        ("Arriva kocht elektrische bussen. De bussen worden geleverd.", "bussen", "elektrische bussen"),
        ("De stad kocht een huis. Het toestel is getest.", "toestel", "toestel"),
        ("De stad kocht scanners. Een toestel is getest.", "toestel", "toestel"),
    ],
)
def test_definite_nouns_take_up_the_product_named_before(text: str, word: str, name: str) -> None:
    analysed = Analysed(text)
    (found,) = analysed.mentions.of(analysed.token(word, -1), ["ProductKind"])
    assert (found.name, found.text) == (name, word)
    assert found.text == text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Volgende maand wil het bedrijf stoelen van kurk testen.", "stoelen", "stoelen van kurk"),
        ("De fabriek maakt accu's voor vrachtwagens.", "accu's", "accu's voor vrachtwagens"),
        ("Polen levert wapens voor Oekraïne.", "wapens", "wapens"),
        ("Google maakt laptops voor scholen.", "laptops", "laptops"),
        ("Zij bouwen drones voor aanvallen.", "drones", "drones"),
    ],
)
def test_what_a_product_is_of_or_for_belongs_to_its_name(text: str, word: str, name: str) -> None:
    assert Analysed(text).of(word, "ProductKind") == [(name, "ProductKind")]


@pytest.mark.parametrize("word", ["speler", "bedrijf", "kritiek", "keuze"])
def test_people_bodies_and_abstract_nouns_are_no_products(word: str) -> None:
    assert Analysed(f"Zij maken een {word}.").of(word, "ProductKind") == []
