"""The lists of words that come with the rules, one file for each kind and language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def read_words(name: str, language: str) -> Mapping[str, Any]:
    """Read a file of words.

    Args:
        name: what it is of: ``says``.
        language: the tag of a language; of ``nl-BE`` only ``nl`` counts.

    Raises:
        FileNotFoundError: when there is no such file.
    """
    file = resources.files("kg.extract") / "data" / f"{name}.{language.split('-')[0]}.yaml"
    words: Mapping[str, Any] = yaml.load(file.read_text("utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    return words
