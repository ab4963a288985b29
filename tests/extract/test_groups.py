from __future__ import annotations

import pytest

from tests.extract.analysed import Analysed


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Frankrijk en Duitsland sluiten een akkoord. De twee landen leveren.", "landen", ["Frankrijk", "Duitsland"]),
        ("Philips en ASML bouwen een fabriek. Beide bedrijven betalen mee.", "bedrijven", ["Philips", "ASML"]),
        ("Tesla en BYD verkopen auto's. Het tweetal groeit.", "tweetal", ["Tesla", "BYD"]),
        ("Mark Rutte ontving Emmanuel Macron. Beiden zwegen.", "Beiden", ["Mark Rutte", "Emmanuel Macron"]),
        ("Mark Rutte ontving Emmanuel Macron. De twee zijn het eens.", "twee", ["Mark Rutte", "Emmanuel Macron"]),
        ("Mark Rutte en Emmanuel Macron kwamen. Zij spraken.", "Zij", ["Mark Rutte", "Emmanuel Macron"]),
        ("Japan ging in zee met Australië. De landen tekenden.", "landen", ["Japan", "Australië"]),
        ("Rusland viel Oekraïne aan. De partijen praten.", "partijen", ["Rusland", "Oekraïne"]),
        (
            "Vooruit, De Groenen en Burgerbelang onderhandelen. De drie fracties sloten een akkoord.",
            "fracties",
            ["Vooruit", "De Groenen", "Burgerbelang"],
        ),
        (
            "Minister Kajsa Ollongren en haar Duitse collega Boris Pistorius tekenden. De ministers zwegen.",
            "ministers",
            ["Kajsa Ollongren", "Boris Pistorius"],
        ),
        (
            "De ziekenhuizen Sint Jans in Weert en Rivierzorg in Venlo kochten scanners. Beide ziekenhuizen groeien.",
            "ziekenhuizen",
            ["Sint Jans", "Rivierzorg"],
        ),
    ],
)
def test_words_for_several_take_up_who_was_named(text: str, word: str, expected: list[str]) -> None:
    analysed = Analysed(text)
    found = analysed.mentions.of(analysed.token(word, -1))
    assert [mention.name for mention in found] == expected
    assert len({(mention.start, mention.text) for mention in found}) == 1
    assert all(mention.text == text[mention.start : mention.end] for mention in found)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Frankrijk, Duitsland en Polen leveren. De twee landen betalen.", "landen"),
        ("Shell meldt winst. De twee bedrijven groeien.", "bedrijven"),
        ("Rutte sprak met Emmanuel Macron en Olaf Scholz. De leiders waren het eens.", "leiders"),
        ("Shell en Philips groeien. De landen van de EU betalen.", "landen"),
    ],
)
def test_words_for_several_that_leave_it_open_are_a_group(text: str, word: str) -> None:
    assert [kind for _, kind in Analysed(text).of(word, occurrence=-1)] == ["Group"]


def test_only_the_kinds_asked_for_of_several() -> None:
    text = Analysed("Frankrijk en Duitsland sluiten een akkoord. De twee landen leveren.")
    assert text.of("landen", "Company") == []


def test_the_words_of_several_begin_with_the_article() -> None:
    text = Analysed("Frankrijk en Duitsland sluiten een akkoord. De twee landen leveren.")
    first, second = text.mentions.of(text.token("landen"))
    assert first.text == second.text == "De twee landen"


def test_names_behind_a_noun_for_several() -> None:
    text = Analysed("De presidenten Joe Biden en Emmanuel Macron spraken elkaar.")
    assert [name for name, _ in text.of("presidenten")] == ["Joe Biden", "Emmanuel Macron"]
