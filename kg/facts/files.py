"""facts.jsonl: one fact a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from kg.errors import FactsError
from kg.facts.types import FACT, FACT_TYPES, Fact

# The order of a line's fields: what it is first, how it was found last.
_ORDER = (
    *("article", "id", "type", "label", "roles", "content", "status", "evidence", "attributed_to", "via", "time"),
    *("confidence", "method", "engine", "engine_version", "frame", "wikidata"),
)

_SOURCES = ("attributed_to", "via")


def to_line(fact: Fact) -> str:
    """Give a fact as one line of JSON, without the line's end."""
    data = _pruned(fact.model_dump(mode="json"))
    data = {"roles": {}, "attributed_to": [], "via": [], "time": {}} | data
    ordered = {name: data[name] for name in _ORDER if name in data}
    return json.dumps(ordered, ensure_ascii=False)


def _pruned(value: Any) -> Any:
    """Leave out what is not filled. In evidence no source is not the same as the source of the fact: that stays."""
    if isinstance(value, dict):
        kept = {name: _pruned(item) for name, item in value.items()}
        return {name: item for name, item in kept.items() if item or item == 0 or (name in _SOURCES and item == [])}
    if isinstance(value, list):
        return [_pruned(item) for item in value]
    return value


def to_lines(facts: Iterable[Fact]) -> str:
    """Give facts as JSON Lines."""
    return "".join(to_line(fact) + "\n" for fact in facts)


def read_facts(path: Path) -> Iterator[Fact]:
    """Read the facts of a JSON Lines file.

    Raises:
        FactsError: the file cannot be read, or a line of it is not a fact.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise FactsError(f"cannot be read: {error.strerror}", file=path) from None
    except UnicodeDecodeError:
        raise FactsError("is not in UTF-8", file=path) from None
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _fact(line, path, number)


def _fact(line: str, path: Path, number: int) -> Fact:
    try:
        return FACT.validate_json(line)
    except ValidationError as error:
        raise first_problem(error, path, number) from None


def first_problem(error: ValidationError, path: Path, line: int | None, field: str = "") -> FactsError:
    """Say the first thing that is wrong with a fact.

    Args:
        error: what Pydantic found.
        path: the file.
        line: its line.
        field: the path that leads to the fact in that file.
    """
    first = error.errors()[0]
    steps = [part for part in first["loc"] if part not in FACT_TYPES]
    where = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    message = first["msg"].removeprefix("Value error, ")
    if first["type"] == "missing":
        message = "is missing"
    return FactsError(message, file=path, line=line, field=(field + where).lstrip(".") or None)
