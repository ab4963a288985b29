"""Whom pronouns and descriptions stand for, in sentences such as newspapers print."""

from __future__ import annotations

import pytest

from tests.extract.analysed import Analysed


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Gent heeft de Kroatische spits Ivan Peris aangetrokken. De Kroaat tekende.", "Kroaat", "Ivan Peris"),
        (
            "Angela Merkel zag de Duitse Petra Kelly en Emmanuel Macron. De Duitse reageerde meteen.",
            "Duitse",
            "Petra Kelly",
        ),
        (
            "De Nederlander Dylan Groen won van de Belg Jan Pauwels. De Nederlander juichte.",
            "Nederlander",
            "Dylan Groen",
        ),
        ("Zijn advocaat, Walter Damen, vertrok. Hij zweeg.", "advocaat", "Walter Damen"),
        ("De burgemeester van Zele, Hans Knop, wil praten. Hij zweeg.", "Hij", "Hans Knop"),
        ("Actrice Andrea Smit stopt. Jan Maes belde haar.", "haar", "Andrea Smit"),
        ("Actrice Anna Smit stopt. Regisseur Jan Maes hoopt met haar te werken.", "haar", "Anna Smit"),
        ("Ambassadeur Faisal Niazi ontmoette Jan Smit. De diplomaat vertrekt.", "diplomaat", "Faisal Niazi"),
        ("De politie heeft Karel Dirkx aangehouden. De verdachte zwijgt.", "verdachte", "Karel Dirkx"),
        ("Jan Smit werd neergestoken door Piet Bos. Het slachtoffer leeft.", "slachtoffer", "Jan Smit"),
        ("SK Deinze zit in geldnood. Sponsor Tegelhuis steunt de club.", "club", "SK Deinze"),
        ("Philips groeit. Het noodlijdende bedrijf bouwt een fabriek.", "bedrijf", "Philips"),
        ("De club Ajax verlengt haar contract.", "haar", "Ajax"),
    ],
)
def test_descriptions_stand_for_who_was_named(text: str, word: str, expected: str) -> None:
    assert [name for name, _ in Analysed(text).of(word, occurrence=-1)] == [expected]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Jan Smit sprak met Karel Maes. De Belg zweeg.", "Belg"),
        ("Emmanuel Macron sprak. De Fransen vierden feest.", "Fransen"),
    ],
)
def test_an_inhabitant_who_may_be_either_is_nobody_named(text: str, word: str) -> None:
    assert not {"Jan Smit", "Karel Maes", "Emmanuel Macron"} & {name for name, _ in Analysed(text).of(word)}


def test_who_is_only_spoken_of_in_a_quotation_is_not_who_says_it() -> None:
    analysed = Analysed('Jan Smit zweeg lang. "Mijn ploegmaat Piet Bos heeft zich vergist", zei hij.')
    assert [name for name, _ in analysed.of("hij")] == ["Jan Smit"]


def test_who_speaks_is_not_he_of_whom_he_speaks() -> None:
    analysed = Analysed('Jan Smit vertrekt. "Hij was een goede baas", zegt Piet Bos.')
    assert [name for name, _ in analysed.of("Hij")] == ["Jan Smit"]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("De zussen Samira en Leila Maes branden koffie. Ze groeien.", "Ze", ["Samira Maes", "Leila Maes"]),
        ("De zussen Samira en Leila Maes branden koffie. De zussen groeien.", "zussen", ["Samira Maes", "Leila Maes"]),
        ("De vakbonden ACV en ABVV staken. De bonden willen praten.", "bonden", ["ACV", "ABVV"]),
        ("Frankrijk en Spanje praten. De twee landen tekenden. Ze betalen.", "Ze", ["Frankrijk", "Spanje"]),
        ("Jan en An De Smet bouwen. Het echtpaar verhuist.", "echtpaar", ["Jan De Smet", "An De Smet"]),
    ],
)
def test_words_for_several_take_up_those_in_a_row(text: str, word: str, expected: list[str]) -> None:
    analysed = Analysed(text)
    assert [mention.name for mention in analysed.mentions.of(analysed.token(word, -1))] == expected


def test_the_noun_of_a_headline_is_who_the_first_sentence_names() -> None:
    text = "Start-up haalt geld op\n\nDe start-up Medivac haalde geld op."
    assert [name for name, _ in Analysed(text).of("Start-up")] == ["Medivac"]
