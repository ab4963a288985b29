"""The small words of a language that many rules look for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.analysis.wordlists import word_lists


@dataclass(frozen=True)
class SmallWords:
    """The small words of a language, in small letters.

    Attributes:
        articles: the articles of something known.
        demonstratives: what points at something known.
        relatives: pronouns of a clause that parsers take for determiners: "wat".
        ands: what links words.
        ors: what links words of which one counts.
        ofs: prepositions of whom or what something is.
        fors: prepositions of whom or what something is for.
        ats: prepositions of at whose it is.
        ins: prepositions of where it is.
    """

    articles: frozenset[str]
    demonstratives: frozenset[str]
    relatives: frozenset[str]
    ands: frozenset[str]
    ors: frozenset[str]
    ofs: frozenset[str]
    fors: frozenset[str]
    ats: frozenset[str]
    ins: frozenset[str]


@cache
def small_words(language: str) -> SmallWords:
    """Read the small words of a language.

    Raises:
        FileNotFoundError: for a language without such a file.
    """
    return SmallWords(**word_lists(f"smallwords.{language}"))
