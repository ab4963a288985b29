"""Tokens as the treebank has them."""

import pytest
import spacy

from kg.analysis.tokenizer import DutchTokenizer

TOKENIZER = DutchTokenizer(spacy.blank("nl"))

# Blanks are where tokens part; what is glued in the text stands between.
CASES = {
    "Hij zei dat.": "Hij zei dat .",
    '"Ja," zei Jan, "kom!"': '" Ja , " zei Jan , " kom ! "',
    "dr. A.F.Th. van der Heijden (o.a. schrijver) kwam.": "dr. A.F.Th. van der Heijden ( o.a. schrijver ) kwam .",
    "Het kost ca. 5 euro enz.": "Het kost ca. 5 euro enz .",
    'Hij werkt bij Philips N.V."': 'Hij werkt bij Philips N.V . "',
    "zo'n EU-lid, 5-jarige foto's uit '90": "zo'n EU-lid , 5-jarige foto's uit '90",
    "'s Avonds in 's-Hertogenbosch, 't Is wat.": "'s Avonds in 's-Hertogenbosch , 't Is wat .",
    "Koerts:,,Het was zo''": "Koerts : ,, Het was zo ''",
    "Het is 12.30 uur, 3.000,50 euro, 27% en 2-1.": "Het is 12.30 uur , 3.000,50 euro , 27 % en 2-1 .",
    "Zie www.nu.nl/a?b=1, https://nu.nl.": "Zie www.nu.nl/a?b=1 , https://nu.nl .",
    "Wat?! Echt... Nee!": "Wat ? ! Echt ... Nee !",
    "binnen- en buitenland (en/of daarbuiten)": "binnen- en buitenland ( en/of daarbuiten )",
    "'Mr. Guitar' en 'Koe'.": "' Mr. Guitar ' en ' Koe ' .",
    "€5 miljoen, $3": "€ 5 miljoen , $ 3",
    "5°C bij Groen!.": "5°C bij Groen ! .",
    "Hij komt morgen (di.).": "Hij komt morgen ( di. ) .",
}


@pytest.mark.parametrize(("text", "tokens"), CASES.items())
def test_cases(text: str, tokens: str) -> None:
    assert [token.text for token in TOKENIZER(text)] == tokens.split()


def test_nothing_is_lost() -> None:
    text = "“Ja”…—nee\u00a0 x\n."
    assert TOKENIZER(text).text == text


def test_an_empty_text() -> None:
    assert len(TOKENIZER("")) == 0
