"""Which words of headlines and leads tell of a meeting, a delivery, a production, and which only look like it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kg.article import Article
from kg.extraction import extract_from

CASES = yaml.safe_load(Path(__file__).with_name("events.cases.yaml").read_text(encoding="utf-8"))
TYPES = {"Meeting", "Delivery", "DeliverySuspension", "Production", "Procurement", "Agreement", "Cooperation"}


@pytest.mark.parametrize(("expected", "text"), [(kind, text) for kind, texts in CASES.items() for text in texts])
def test_the_type_of_what_is_told(expected: str, text: str) -> None:
    found = {fact.type for fact in extract_from(Article(id="a.txt", text=f"{text}.", language="nl")).facts}
    assert found & TYPES == ({expected} if expected else set())
