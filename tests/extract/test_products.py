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
