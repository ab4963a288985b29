"""The pictures: all classes are on them, and nothing overlaps."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import lxml.etree
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reference.ontology import Ontology, read_ontology
from kg.reference.pictures import overview, tree
from kg.reference.svg import Box, Picture
from kg.terms import term_label
from kg.vocab import local_name

ONTOLOGY = read_ontology()
LENGTHS = st.integers(0, 1000).map(float)
BOXES = st.builds(Box, LENGTHS, LENGTHS, LENGTHS.map(lambda x: x + 1), LENGTHS.map(lambda x: x + 1))


@pytest.mark.parametrize("draw", [overview, tree])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_overlaps(draw: Callable[[Ontology, str, str], Picture], language: str) -> None:
    picture = draw(ONTOLOGY, language, "picture")
    for one, other in [*combinations(picture.boxes, 2), *combinations(picture.texts, 2)]:
        assert not one.meets(other), (one, other)
    for text in picture.texts:
        for box in picture.boxes:
            inside = box.x <= text.x and text.x + text.width <= box.x + box.width and text.y >= box.y
            inside = inside and text.y + text.height <= box.y + box.height
            assert inside or not text.meets(box), (text, box)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_tree_has_every_class(language: str) -> None:
    svg = lxml.etree.fromstring(str(tree(ONTOLOGY, language, "tree").to_svg()))
    names = {text.text for text in svg.iter("{*}text") if text.get("class") == "name"}
    assert names == {term_label(cls, language) for cls in ONTOLOGY.terms.classes}
    assert {a.get("href") for a in svg.iter("{*}a")} == {f"#{local_name(cls)}" for cls in ONTOLOGY.terms.classes}


@given(BOXES, BOXES)
def test_overlap_is_mutual_and_ends_beside(one: Box, other: Box) -> None:
    assert one.meets(other) == other.meets(one)
    assert one.meets(one)
    assert not one.meets(one._replace(x=one.x + one.width))
    assert not one.meets(one._replace(y=one.y + one.height))
