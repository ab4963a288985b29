"""The words and patterns of time of one language, read from its data file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from kg.analysis.times import days, distances, parts, periods, phrases
from kg.analysis.times.figures import Figures
from kg.analysis.times.patterns import Edge, Patterns

_APOSTROPHES = "'’‘"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Lexicon:
    """What a language has of times.

    Attributes:
        data: the data file.
        patterns: the patterns of dates and times.
        figures: what numbers look like.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.figures = Figures(**data["numbers"])
        self._forms: dict[str, list[tuple[str, Any]]] = {}
        self._remarkable: set[str] = set()
        phrases_of_words = []
        for category, form, value in _forms(data):
            if category not in data["unremarkable"]:
                self._remarkable.add(form.split()[-1])
            if " " in form:
                phrases_of_words.append((category, f"{category}={form}", form, value))
            else:
                self._forms.setdefault(form, []).append((category, value))
        builders = {function.__name__: function for function in _FUNCTIONS}
        builders |= {name: _constant(value) for _, name, _, value in phrases_of_words}
        words = [(category, name, form) for category, name, form, _ in phrases_of_words]
        self.patterns = Patterns([words, *data["patterns"]], builders)
        self._lower_case = frozenset(data["lower_case"])
        self._behind_number = frozenset(data["capital_behind_number"])

    def edges(self, word: str, stop: int, *, capital: bool, behind_number: bool) -> list[Edge]:
        """Give the categories of a word.

        Args:
            word: the word, in lower case.
            stop: the number of the token behind it.
            capital: whether it has a capital letter that its place in the sentence does not explain.
            behind_number: whether a number stands before it.
        """
        if "0" <= word[0] <= "9":
            return self._figures(word, stop)
        if word[0] in _APOSTROPHES and word[1:].isdigit():
            return self._short(word, stop)
        found = self._forms.get(word)
        if found is None:
            return []
        if capital:
            allowed = self._behind_number if behind_number else frozenset()
            found = [item for item in found if item[0] not in self._lower_case or item[0] in allowed]
        return [Edge(category, value, stop) for category, value in found]

    def _figures(self, word: str, stop: int) -> list[Edge]:
        return [Edge(category, value, stop) for category, value in self.figures.read(word)]

    def _short(self, word: str, stop: int) -> list[Edge]:
        """Give what ``'69`` may be: a year, or a decade."""
        found = {edge.label: edge for edge in self._figures(word[1:], stop)}
        if "FIGURES" in found:
            found["FIGURES"] = found["FIGURES"]._replace(label="APOSTROPHE")
        return [found[label] for label in ("TENS", "FIGURES") if label in found]

    def is_remarkable(self, word: str) -> bool:
        """Tell whether a word, in lower case, is a sign of a time: in a sentence without such words there is none."""
        return word in self._remarkable or ("0" <= word[0] <= "9" and len(word) > 2)


@cache
def lexicon(language: str) -> Lexicon | None:
    """Give the lexicon of a language (``nl``), or None if there is none."""
    file = resources.files("kg.analysis") / "data" / f"times.{language}.yaml"
    if not file.is_file():
        return None
    return Lexicon(yaml.load(file.read_text(encoding="utf-8"), _LOADER))  # noqa: S506  # a safe loader


_FUNCTIONS: tuple[Callable[..., Any], ...] = (
    *days.FUNCTIONS,
    *periods.FUNCTIONS,
    *parts.FUNCTIONS,
    *distances.FUNCTIONS,
    *phrases.FUNCTIONS,
)


def _forms(data: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    for category, forms in data["forms"].items():
        for form in forms:
            yield category, form, forms[form] if isinstance(forms, dict) else form
    how = data["compounds"]
    for day, number in data["forms"][how["of"]].items():
        for part, kind in data["forms"][how["with"]].items():
            yield how["night"] if kind == "night" else how["of"], day + part, number


def _constant(value: Any) -> Callable[[], Any]:
    return lambda: value
