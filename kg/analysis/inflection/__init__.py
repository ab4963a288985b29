"""How the words of a language change: so that a word the rules know is found even where a lemmatiser fails.

Each language has a module here that gives what `Inflection` asks for; all forms may have some that do not exist
among them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from kg.analysis.inflection import nl


class Inflection(Protocol):
    """How the words of a language change."""

    def verb_forms(self, verb: str, particle: str, irregular: Mapping[str, str]) -> Iterator[str]:
        """Give the forms of a verb that are one word.

        Args:
            verb: its infinitive, with the particle: aanvallen.
            particle: its separable particle: aan; empty for none.
            irregular: for irregular verbs without particle: past singular, past plural and participle, with spaces
                between.
        """
        ...

    def base_forms(self, base: str, irregular: Mapping[str, str]) -> Iterator[str]:
        """Give the finite forms of a separable verb without its particle: viel … (aan)."""
        ...

    def participles(self, verb: str, particle: str, irregular: Mapping[str, str]) -> Iterator[str]:
        """Give what may be the past participles of a verb: aangevallen; its arguments are those of `verb_forms`."""
        ...

    def is_never_past(self, word: str, infinitive: str) -> bool:
        """Tell whether a finite form of a verb cannot be a past: "spreken" of spreken; "zetten" can."""
        ...

    def plurals(self, noun: str) -> Iterator[str]:
        """Give what may be the plurals of a noun."""
        ...

    def singulars(self, plural: str) -> list[str]:
        """Give what the singular of a plural may be, the likeliest first; none of a word that looks like no plural."""
        ...

    def may_be_plural(self, word: str) -> bool:
        """Tell whether a word has the form of a plural."""
        ...

    def nominal_singular(self, plural: str) -> str | None:
        """Give the singular of an adjective that stands for several: gewonde of "twee gewonden"; None of another."""
        ...

    def origin_forms(self, adjective: str) -> tuple[str, ...]:
        """Give the forms of an adjective of origin, the one before a noun last: Frans, Franse."""
        ...

    def origin_stem(self, word: str) -> str:
        """Give the letters that a country's name and its adjective share: Belmarië, Belmarische."""
        ...


_BY_LANGUAGE: Mapping[str, Inflection] = {"nl": nl}


def inflection(language: str) -> Inflection:
    """Give how the words of a language change.

    Args:
        language: its tag; of ``nl-BE`` only ``nl`` counts.

    Raises:
        LookupError: there is no module for it.
    """
    tag = language.split("-")[0]
    found = _BY_LANGUAGE.get(tag)
    if found is None:
        raise LookupError(f"kg does not know how the words of {tag!r} change: kg/analysis/inflection has no {tag}.py")
    return found
