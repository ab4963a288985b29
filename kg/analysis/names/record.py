"""A name in an article, and where it stands."""

from __future__ import annotations

from typing import NamedTuple


class Stretch(NamedTuple):
    """The tokens of a name: from `first` up to, not including, `stop`."""

    first: int
    stop: int


class Name(NamedTuple):
    """A name. Adjectives of origin ("Franse") and compounds that begin with a name ("N-VA-Kamerlid") are none.

    Attributes:
        first: its first token.
        stop: the token behind its last.
        head: the token that heads it: the one that hangs on something outside.
        text: its words in the article.
        kind: what it names, a class of the ontology ("Person"); None for what is none of these (events, works,
            products, inhabitants) and where it is not known.
        full: the fullest form of the name in the article, without the s of a genitive; of a country its usual name.
        entity: a number that all names of the same entity in the article share.
    """

    first: int
    stop: int
    head: int
    text: str
    kind: str | None
    full: str
    entity: int
