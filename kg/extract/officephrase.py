"""The words of an article that name an office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kg.facts import Mention


class OfficePhrase(NamedTuple):
    """Words that name an office.

    Attributes:
        noun: the token of its noun.
        first: the first token of its words.
        stop: the token behind them.
        office: the office; without a name of its own ("minister") where it is not said of what.
        organisation: what it belongs to, where that is said.
        holder: the head of the name of who holds it; None where nobody is named beside it.
        ended: whether it is held no longer.
        title: its name without what it is of.
        teller: a noun that it is said of: "de bewindsvrouw, voorzitter van LTO Noord".
        copula: the token of "is" in "die voorzitter van LTO Noord is".
        of_noun: a noun for what it is of, where that is named elsewhere: "penningmeester van de stichting".
        last: the last token that tells of it, its holder apart.
        new: whether it is told that it is taken up: "Bob Peeters nieuwe trainer".
    """

    noun: int
    first: int
    stop: int
    office: Mention
    organisation: Mention | None
    holder: int | None
    ended: bool
    title: str
    teller: int | None
    copula: int | None
    of_noun: int | None
    last: int
    new: bool = False


@dataclass
class OfficeDraft:
    """An office in the making.

    Attributes:
        noun: the token of its noun.
        first: the first token of its words.
        stop: the token behind them.
        words: its name, word by word.
        organisation: what it is of, with the article that goes before.
        ended: whether it is held no longer.
        not_yet: whether it is not held yet.
        of_noun: a noun for what it is of.
        last: the last token that tells of it.
    """

    noun: int
    first: int
    stop: int
    words: list[str]
    organisation: tuple[str, Mention] | None = None
    ended: bool = False
    not_yet: bool = False
    of_noun: int | None = None
    last: int = 0
