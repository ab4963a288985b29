"""How much and how many."""

from __future__ import annotations

import pytest

from kg.extract.amounts import Amounts
from kg.extract.frames import load_lexicon

from .trees import document

BUYS = """
Aeronord Aeronord PROPN 2 nsubj
koopt kopen VERB 0 root VerbForm=Fin
twaalf twaalf NUM 5 nummod
nieuwe nieuw ADJ 5 amod
vliegtuigen vliegtuig NOUN 2 obj
voor voor ADP 9 case
4 4 NUM 8 nummod
miljoen miljoen NOUN 9 nummod
euro euro NOUN 2 obl
"""


def amounts(heads: list[int], products: list[int]) -> list[str]:
    found = document(BUYS)
    spans = Amounts(found, load_lexicon("nl").grammar).of(heads, products)
    return [found.article.cut(span) for span in spans]


@pytest.mark.parametrize(
    ("heads", "products", "expected"),
    [
        ([1], [4], ["twaalf nieuwe vliegtuigen", "4 miljoen euro"]),
        ([], [4], ["twaalf nieuwe vliegtuigen"]),
        ([1, 1], [], ["4 miljoen euro"]),
        ([4], [], []),
        ([], [0], []),
    ],
)
def test_what_is_counted_and_what_it_costs(heads: list[int], products: list[int], expected: list[str]) -> None:
    assert amounts(heads, products) == expected
