"""The word lists in `kg/analysis/data/`, which the rules of analysis go by."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources

import yaml


@cache
def word_lists(name: str) -> dict[str, frozenset[str]]:
    """Give the lists of a data file: their names and their words.

    Args:
        name: the file's name in `kg/analysis/data/`, without ``.yaml``.
    """
    file = resources.files("kg.analysis") / "data" / f"{name}.yaml"
    data = yaml.load(file.read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  # both are safe
    return {key: frozenset(_flat(rows)) for key, rows in data.items()}


def abbreviations(language: str) -> frozenset[str]:
    """Give what keeps its full stop within a sentence, in lower case and without it."""
    lists = word_lists(f"sentences.{language}")
    return lists["never_final"] | lists["before_number"] | lists["may_end"] | lists["maybe_final"]


def _flat(rows: list[str] | list[list[str]]) -> Iterator[str]:
    for row in rows:
        yield from (str(word) for word in ([row] if isinstance(row, str) else row))
