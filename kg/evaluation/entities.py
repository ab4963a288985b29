"""When two mentions stand for the same entity."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.article import Span
from kg.evaluation.spans import overlap
from kg.facts import Mention
from kg.resolve.gazetteer import load_gazetteer

_DETERMINER = re.compile(r"^(?:de|het|een|['’]t|the|an?)\s+(?=\S)")
_LONG = 4  # letters: shorter words in small letters are "van", "of", "the"


@dataclass(frozen=True)
class Named:
    """A mention, made ready to be compared.

    Attributes:
        name: its name.
        keys: its names, folded, and the ids that it is known by.
        words: the words of its names that tell something, folded.
        span: its words in the article.
    """

    name: str
    keys: frozenset[str]
    words: frozenset[str]
    span: Span | None


@lru_cache(maxsize=65536)
def named(mention: Mention) -> Named:
    """Make a mention ready to be compared."""
    names = (mention.name, *mention.aliases)
    keys = {folded(name) for name in names}
    # Ids hold a capital or a slash in front, which folded names do not: an id is never taken for a name.
    if mention.wikidata:
        keys.add(mention.wikidata)
    if known := load_gazetteer().find(mention.kind, folded(mention.name), mention.wikidata):
        keys.add(f"/{known.key}")
    words = {word.casefold() for name in names for word in re.findall(r"\w+", name) if _tells(word)}
    span = None if mention.start is None or mention.end is None else Span(mention.start, mention.end)
    return Named(mention.name, frozenset(keys), frozenset(words), span)


def folded(name: str) -> str:
    """Give a name without case, superfluous space and a determiner before it."""
    plain = " ".join(unicodedata.normalize("NFC", name).split()).casefold()
    return _DETERMINER.sub("", plain)


def _tells(word: str) -> bool:
    return len(word) >= _LONG or not word.islower()


def same(one: Named, other: Named) -> bool:
    """Tell whether two mentions stand for the same entity; the package says by which rule."""
    if one.keys & other.keys:
        return True
    if one.span is None or other.span is None or not overlap(one.span, other.span):
        return False
    return any(_alike(word, another) for word in one.words for another in other.words)


def _alike(word: str, another: str) -> bool:
    if word == another:
        return True
    return min(len(word), len(another)) >= _LONG and (word.startswith(another) or another.startswith(word))


def same_set(some: Sequence[Named], others: Sequence[Named]) -> bool:
    """Tell whether mentions stand for the same entities as others."""
    covered = all(any(same(one, other) for other in others) for one in some)
    return covered and all(any(same(one, other) for one in some) for other in others)
