"""What the words of a clause make of its own predicate: negation, plans, doubt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.analysis import Token
from kg.extract.certainty.lexicon import StatusLexicon
from kg.extract.certainty.negation import begins_phrase, is_idle, word_of_end
from kg.extract.says.lexicon import Status
from kg.extract.says.reading import Reading

_REACH = 25
_MOST_STEPS = 4
_BOUNDARIES = frozenset((",", ";", ":", "“", "”", '"', "„", "(", ")", "–", "—"))


@dataclass(slots=True)
class Signs:
    """The words in a clause that bear on its status, by what they say."""

    negated: list[int] = field(default_factory=list)
    ended: list[int] = field(default_factory=list)
    planned: list[int] = field(default_factory=list)
    possible: list[int] = field(default_factory=list)
    conditional: list[int] = field(default_factory=list)
    able: list[int] = field(default_factory=list)
    obliged: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Clause:
    """What a clause says of its own predicate.

    Attributes:
        status: how certain it makes it.
        cue: the words that decided.
        negated: whether it is negated, whatever its modality.
        conditional: whether it is only "zou" that makes it possible.
    """

    status: Status
    cue: tuple[int, ...] = ()
    negated: bool = False
    conditional: bool = False


def read_clause(reading: Reading, lexicon: StatusLexicon, predicate: int, *, future: bool = False) -> Clause:
    """Tell what a clause says of its predicate.

    Args:
        reading: the article.
        lexicon: the words.
        predicate: the head of the clause: a verb, or what stands with a copula.
        future: whether a time in the future stands with it.
    """
    signs = Signs()
    window = _window(reading, predicate)
    for place in window:
        _note(reading, lexicon, predicate, place, window.stop, signs)
    return _judged(reading, lexicon, predicate, signs, future=future)


def _window(reading: Reading, predicate: int) -> range:
    """Give the tokens around a predicate up to the next boundary of clauses."""
    first, stop = reading.bounds(predicate)
    begin = predicate
    while begin > max(first, predicate - _REACH) and not _is_boundary(reading, begin - 1, predicate):
        begin -= 1
    end = predicate + 1
    while end < min(stop, predicate + _REACH) and not _is_boundary(reading, end, predicate):
        end += 1
    return range(begin, end)


def _is_boundary(reading: Reading, place: int, predicate: int) -> bool:
    word = reading.lower[place]
    if word in _BOUNDARIES:
        return not (word == "," and _is_list_comma(reading, place))
    token = reading.tokens[place]
    if token.pos == "SCONJ" and token.head != predicate:
        return True
    return token.relation == "mark" and token.head != predicate and reading.is_word(place, "clause_openers")


def _is_list_comma(reading: Reading, comma: int) -> bool:
    """Tell whether a comma stands between words of one kind: "snelle, dure drones"."""
    if not 0 < comma < len(reading.tokens) - 1:
        return False
    kinds = {reading.tokens[comma - 1].pos, reading.tokens[comma + 1].pos}
    return len(kinds) == 1 and not kinds & {"VERB", "AUX", "PUNCT", "SCONJ"}


def _note(reading: Reading, lexicon: StatusLexicon, predicate: int, place: int, stop: int, signs: Signs) -> None:
    word, lists = reading.lower[place], lexicon.lists
    if word in lists["negations"]:
        if _owner(reading, place) in _verbs_of(reading, predicate) and not is_idle(reading, lexicon, place, predicate):
            more = word_of_end(reading, lexicon, place, stop)
            (signs.negated if more is None else signs.ended).extend([place] if more is None else [place, more])
    elif reading.tokens[place].pos in ("AUX", "VERB"):
        if place != predicate and _is_auxiliary(reading, place, predicate):
            _note_auxiliary(reading, lexicon, place, predicate, signs)
    elif word in lists["possible_adverbs"] and reading.tokens[place].relation in ("advmod", "obl", "xcomp"):
        counts = any(token.pos == "NUM" for token in reading.tokens[place + 1 : place + 2])  # "na bijna tien jaar"
        if not counts and _owner(reading, place) in _verbs_of(reading, predicate):
            signs.possible.append(place)
    elif begins_phrase(reading, lexicon, place, "possible_phrases") or begins_phrase(reading, lexicon, place, "either"):
        signs.possible.append(place)


def _owner(reading: Reading, place: int) -> int:
    """Give the verb, or the head of the clause, that a word in it belongs to."""
    here = reading.tokens[place]
    for _ in range(_MOST_STEPS):
        if here.head == here.index:
            break
        here = reading.tokens[here.head]
        if here.pos in ("VERB", "AUX") or any(child.relation == "cop" for child in reading.children(here.index)):
            break
    if here.relation in ("aux", "aux:pass", "cop"):
        return here.head
    return here.index


def _verbs_of(reading: Reading, predicate: int) -> set[int]:
    """Give the heads of a clause that count as one: a predicate and the bare infinitive or particle verb around it."""
    return {
        predicate,
        *(child.index for child in reading.children(predicate) if child.relation in ("aux", "cop", "aux:pass")),
    }


def _is_auxiliary(reading: Reading, place: int, predicate: int) -> bool:
    token = reading.tokens[place]
    if token.head == predicate and token.relation in ("aux", "aux:pass", "cop"):
        return True
    above = reading.tokens[token.head]
    return token.relation == "aux" and above.head == predicate and above.relation in ("aux", "cop")


def _note_auxiliary(reading: Reading, lexicon: StatusLexicon, place: int, predicate: int, signs: Signs) -> None:
    word, lists = reading.lower[place], lexicon.lists
    if word in lists["conditional"]:
        signs.conditional.append(place)
    elif (
        word in lists["future"]
        or word in lists["wanted"]
        or (word in lists["going"] and "VerbForm=Inf" in reading.tokens[predicate].features)
    ):
        signs.planned.append(place)
    elif word in lists["perhaps"]:
        signs.able.append(place)
    elif word in lists["obliged"]:
        signs.obliged.append(place)


def _judged(reading: Reading, lexicon: StatusLexicon, predicate: int, signs: Signs, *, future: bool) -> Clause:
    """Weigh the words of a clause: doubt before negation, negation before plans, plans before abilities."""
    negated = bool(signs.negated)
    doubt = [*signs.possible, *_asked(reading, predicate), *_conditions(reading, lexicon, predicate)]
    if doubt:
        return Clause("possible", (*doubt, *signs.conditional), negated)
    if signs.conditional:
        return Clause("possible", tuple(signs.conditional), negated, conditional=True)
    if signs.ended:
        return Clause("ended", tuple(signs.ended), negated)
    if signs.obliged:
        planned = future and not negated
        return Clause("planned" if planned else "possible", (*signs.obliged, *signs.negated), negated)
    if negated:
        return Clause("denied", (*signs.negated, *signs.able, *signs.planned), negated)
    if signs.able:
        return Clause("possible", tuple(signs.able))
    if signs.planned:
        return Clause("planned", tuple(signs.planned))
    if future and (_is_present(reading, predicate) or reading.is_finite(predicate)):
        return Clause("planned")  # with a time to come even a past is one: "zei dat hij morgen vertrok"
    return Clause("actual")


def _conditions(reading: Reading, lexicon: StatusLexicon, predicate: int) -> Iterable[int]:
    """Give the word that opens a condition of this clause: "indien de raad instemt, bouwt ..."."""
    if not _is_present(reading, predicate):
        return ()
    return (
        mark.index
        for clause in reading.children(predicate)
        if clause.relation == "advcl"
        for mark in reading.children(clause.index)
        if mark.relation == "mark" and reading.lower[mark.index] in lexicon.lists["ifs"] and _is_clause(reading, clause)
    )


def _is_clause(reading: Reading, head: Token) -> bool:
    """Tell whether words are a clause: not "als voorzitter", which says what somebody is."""
    below = reading.children(head.index)
    return head.pos in ("VERB", "AUX") or any(child.relation.startswith(("nsubj", "cop", "aux")) for child in below)


def _asked(reading: Reading, predicate: int) -> Iterable[int]:
    """Give the question mark of a question whose main clause this is, or the verb of an order."""
    first, stop = reading.bounds(predicate)
    root = reading.document.sentence_of(predicate).root
    if predicate != root and reading.tokens[predicate].head != root:
        return ()
    last = stop - 1
    while last > first and reading.lower[last] in ("”", '"', "’", "'", "''", "»"):
        last -= 1
    if reading.lower[last] == "?":
        return (last,)
    opens = first
    while opens < predicate and reading.is_mark(opens):
        opens += 1
    is_order = (
        reading.lower[last] == "!"
        and opens == predicate == root
        and reading.is_finite(predicate)
        and not any(child.relation.startswith("nsubj") for child in reading.children(predicate))
    )
    return (predicate,) if is_order else ()


def _is_present(reading: Reading, predicate: int) -> bool:
    """Tell whether a clause has no verb in the past: with a time to come it is a plan."""
    verbs = [
        predicate,
        *(child.index for child in reading.children(predicate) if child.relation in ("aux", "cop", "aux:pass")),
    ]
    if any("Tense=Past" in reading.tokens[verb].features for verb in verbs):
        return False
    perfect = any(reading.tokens[verb].lemma in reading.lexicon.lists["had"] and verb != predicate for verb in verbs)
    return not (
        perfect and "VerbForm=Part" in reading.tokens[predicate].features and not _is_passive(reading, predicate)
    )


def _is_passive(reading: Reading, predicate: int) -> bool:
    return any(child.lemma in reading.lexicon.lists["passives"] for child in reading.children(predicate))
