"""The words of a language that tell that somebody says something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from kg.analysis.inflection import Inflection, inflection
from kg.extract.verbs import VerbTable
from kg.extract.wordlists import read_words

Status = Literal["actual", "ended", "planned", "possible", "denied"]
Kind = Literal["Statement", "Announcement"]


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb, noun or adjective that tells that somebody says or thinks something.

    Attributes:
        word: its dictionary form, with its particle: aankondigen.
        particle: its separable particle; empty for none.
        takes: what it can have for content: clause, question, main, infinitive, object, phrase.
        kind: the type of fact.
        status: what the speaker claims of the content.
        negated: the same when it is negated; None when it then reports nothing.
        infinitive: what the speaker claims of an infinitive.
        object: what the speaker claims of a noun phrase.
        phrase: what the speaker claims of a phrase with a preposition.
        preposition: the preposition of such a phrase: voor of pleiten.
        promises: whether "zou" in the content is a plan.
        noticing: whether the content holds whoever says it.
    """

    word: str
    particle: str = ""
    takes: frozenset[str] = frozenset(("clause",))
    kind: Kind = "Statement"
    status: Status = "actual"
    negated: Status | None = None
    infinitive: Status | None = None
    object: Status | None = None
    phrase: Status | None = None
    preposition: str = ""
    promises: bool = False
    noticing: bool = False


@dataclass(frozen=True)
class Lexicon:
    """The words of a language that tell that somebody says something.

    Attributes:
        verbs: the verbs.
        nouns: nouns with a clause behind them.
        adjectives: adjectives with a clause behind them.
        judging: forms of verbs that name what somebody thinks of something.
        beside_quotations: forms of verbs that report beside a quotation only.
        lists: the other lists of words.
        phrases: the lists of phrases, each phrase as its words, by the first word.
    """

    verbs: VerbTable[Saying]
    nouns: Mapping[str, Saying]
    adjectives: Mapping[str, Saying]
    judging: frozenset[str]
    beside_quotations: frozenset[str]
    lists: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]] = field(default_factory=dict)


@cache
def says_lexicon(language: str) -> Lexicon:
    """Read the words of a language.

    Args:
        language: its tag: ``nl``, ``nl-BE``.

    Raises:
        FileNotFoundError: for a language without such a file.
    """
    data, forms = read_words("says", language), inflection(language)
    irregular: Mapping[str, str] = data["irregular"]
    present: Mapping[str, str] = data["present"]
    lists = {name: frozenset(words) for name, words in data.items() if _is_list_of_words(words)}
    return Lexicon(
        verbs=VerbTable(_sayings(data["verbs"], "verbs"), forms, irregular, present),
        nouns={saying.word: saying for saying in _sayings(data["nouns"], "nouns")},
        adjectives={saying.word: saying for saying in _sayings(data["adjectives"], "adjectives")},
        judging=_forms(data["judging"], forms, irregular),
        beside_quotations=_forms(data["beside_quotations"], forms, irregular),
        lists=lists,
        phrases={name: _phrases(data[name]) for name in ("phrases", "own_words", "on_authority")},
    )


def _is_list_of_words(words: object) -> bool:
    return isinstance(words, list) and all(isinstance(word, str) for word in words)


def _sayings(groups: Iterable[Mapping[str, Any]], name: str) -> Iterator[Saying]:
    for group in groups:
        shared = {key: value for key, value in group.items() if key not in (name, "takes")}
        takes = frozenset(group.get("takes", ("clause",)))
        for word in group[name]:
            particle, _, base = word.rpartition("|")
            yield Saying(word=particle + base, particle=particle, takes=takes, **shared)


def _forms(verbs: Iterable[str], forms: Inflection, irregular: Mapping[str, str]) -> frozenset[str]:
    """Give the forms of verbs; of one with a particle those without it."""
    return frozenset(form for verb in verbs for form in forms.verb_forms(verb.rpartition("|")[2], "", irregular))


def _phrases(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    by_first: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        by_first[words[0]] = (*by_first.get(words[0], ()), words)
    return by_first
