"""Facts for the tests of evaluation: cut from a text, without a file."""

from __future__ import annotations

from typing import Any

from kg.article import Article
from kg.evaluation import Case
from kg.facts import FACT, Fact

TEXT = "Alfa en Beta sluiten een akkoord. Gamma steunt Delta. Volgens Epsilon valt Zeta Eta aan op 5 juli."
ARTICLE = Article(id="a.txt", text=TEXT)


def cut(words: str, text: str = TEXT) -> dict[str, Any]:
    """Give words with their offsets."""
    start = text.index(words)
    return {"quote": words, "start": start, "end": start + len(words)}


def mention(name: str, words: str | None = None, text: str = TEXT, **more: Any) -> dict[str, Any]:
    """Give a mention, with its words where they are named."""
    fields = {"kind": "Organisation"} | more | {"name": name}
    if words is not None:
        place = cut(words, text)
        fields |= {"text": words, "start": place["start"], "end": place["end"]}
    return fields


def fact(kind: str, quote: str, roles: dict[str, Any], *, text: str = TEXT, **more: Any) -> Fact:
    """Give a fact of the article; roles are names, or lists of names, mentions and words."""
    made = {
        "article": ARTICLE.id,
        "type": kind,
        "roles": {role: [filled(role, item) for item in _list(fillers)] for role, fillers in roles.items()},
        "evidence": [cut(quote, text)],
        "method": "rules",
        "engine": "test",
        "engine_version": "1",
    }
    for source in ("attributed_to", "via"):
        if source in more:
            made[source] = [filled(source, item) for item in _list(more.pop(source))]
    return FACT.validate_python(made | more)


def filled(role: str, item: Any) -> Any:
    """Give what fills a role: a name becomes a mention, words and ids stay."""
    words = role in ("topic", "medium", "purpose", "qualifier", "amount", "led_to", "part_of", "about")
    return item if words or isinstance(item, dict) else mention(item)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def case(found: list[Fact], expected: list[Fact], article: Article | None = ARTICLE) -> Case:
    """Give the article with facts on both sides."""
    return Case(ARTICLE.id, article, tuple(found), tuple(expected))
