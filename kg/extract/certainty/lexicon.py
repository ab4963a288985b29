"""The words of a language that make something planned, possible, denied or ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from kg.analysis.inflection import inflection
from kg.extract.says.lexicon import Lexicon, Saying, Status, says_lexicon
from kg.extract.verbs import VerbTable
from kg.extract.wordlists import read_words

Effect = Literal["actual", "ended", "planned", "possible", "denied", "same"]


@dataclass(frozen=True, slots=True)
class Governor:
    """A verb and what it makes of what stands below it.

    Attributes:
        word: its dictionary form, with its particle.
        particle: its separable particle; empty for none.
        does: what it makes of it; ``same`` leaves it as it is.
        negated: the same when it is negated.
    """

    word: str
    particle: str
    does: Effect
    negated: Effect


@dataclass(frozen=True)
class StatusLexicon:
    """The words of a language that decide on a status.

    Attributes:
        says: the words of saying.
        governors: the verbs above a clause or a noun.
        happening: verbs that say of a noun that it happens or is brought about.
        failing: verbs whose subject fails, ends or is in doubt.
        predicates: what adjectives make of a clause below them, or of their subject.
        nouns: what nouns make of what stands below them.
        modifiers: what words beside a noun make of it.
        lists: the other lists of words.
        phrases: lists of phrases, each phrase as its words, by the first word.
    """

    says: Lexicon
    governors: VerbTable[Governor]
    happening: VerbTable[Governor]
    failing: VerbTable[Governor]
    predicates: Mapping[str, Effect]
    nouns: Mapping[str, Effect]
    modifiers: Mapping[str, Effect]
    lists: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]


@cache
def status_lexicon(language: str) -> StatusLexicon:
    """Read the words of a language.

    Args:
        language: its tag.

    Raises:
        FileNotFoundError: for a language without such a file.
    """
    data, forms = read_words("status", language), inflection(language)
    irregular: Mapping[str, str] = data["irregular"]
    present: Mapping[str, str] = data["present"]
    says = says_lexicon(language)
    happening = (_governor(word, "same", "denied") for word in data["happening"])
    return StatusLexicon(
        says=says,
        governors=VerbTable(_governors(data["verbs"]), forms, irregular, present),
        happening=VerbTable(happening, forms, irregular, present),
        failing=VerbTable((_governor(word, "denied", "actual") for word in data["failing"]), forms, irregular, present),
        predicates=_effects(data["predicates"]),
        nouns=_effects(data["nouns"]),
        modifiers=_effects(data["modifiers"]),
        lists={name: frozenset(words) for name, words in data.items() if isinstance(words, list) and name != "verbs"},
        phrases={name: _phrases(data[name]) for name in ("idle_phrases", "possible_phrases", "either")},
    )


def _governor(verb: str, does: Effect, negated: Effect) -> Governor:
    particle, _, base = verb.rpartition("|")
    return Governor(particle + base, particle, does, negated)


def _governors(groups: list[Mapping[str, Any]]) -> Iterator[Governor]:
    for group in groups:
        for verb in group["verbs"]:
            yield _governor(verb, group["does"], group["negated"])


def _effects(groups: Mapping[str, list[str]]) -> dict[str, Effect]:
    found: dict[str, Effect] = {}
    for effect, words in groups.items():
        for word in words:
            found.setdefault(word, effect)  # type: ignore[arg-type]
    return found


def _phrases(phrases: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


def effect_of_saying(saying: Saying) -> Governor:
    """Give what a verb of saying makes of what is said, when nobody asks who says so."""
    if saying.noticing:
        return Governor(saying.word, saying.particle, "same", "same")
    negated: Effect = saying.negated or "possible"
    does: Effect = "same" if saying.status == "actual" else saying.status
    return Governor(saying.word, saying.particle, does, "same" if negated == "actual" else negated)


def combined(effect: Effect, status: Status) -> Status:
    """Give the status of something with a status of its own below a word with an effect.

    Args:
        effect: what the word makes of what stands below it.
        status: what that has by itself.
    """
    if effect in ("same", "actual"):
        # "ontkent niet", "weigert niet": what was turned round is turned back by the word itself
        return status
    if effect == "denied":
        return {"denied": "actual", "ended": "actual"}.get(status, "denied")  # type: ignore[return-value]
    if effect == "possible":
        return "possible"
    if effect == "planned":
        return {"actual": "planned", "planned": "planned", "denied": "denied"}.get(status, "possible")  # type: ignore[return-value]
    return "ended" if status in ("actual", "ended") else status
