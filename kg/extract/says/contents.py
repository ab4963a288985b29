"""Which words are reported: where a clause, an infinitive or a main clause begins and ends."""

from __future__ import annotations

from kg.extract.says.reading import Reading

_WINDOW = 300  # no content is longer, so that a text without punctuation costs no more
_SEARCH = 45
_INFINITIVES = frozenset(("xcomp", "ccomp", "obj", "advcl", "csubj", "nsubj"))
_CLAUSES = frozenset(("ccomp", "csubj", "xcomp", "advcl", "acl", "obj", "nsubj", "csubj:pass", "obl"))


def clause_behind(reading: Reading, verb: int, limit: int, *, questions: bool) -> int | None:
    """Find the word that begins the clause reported: "dat", "of", "hoe".

    Args:
        reading: the article.
        verb: the verb of saying.
        limit: the token behind the last one to look at.
        questions: whether the verb takes questions too.

    Returns:
        The token, or None.
    """
    limit = min(limit, verb + _SEARCH)
    crossed = False  # whether another verb has come in between
    for place in range(verb + 1, limit):
        if reading.lower[place] in (";", ":"):
            return None
        if _begins_clause(reading, place, verb, questions=questions):
            if reading.lower[place - 1] in reading.lexicon.lists["coordinators"]:
                return None  # "... en dat ..." goes on with what somebody said before
            if _hangs_on(reading, place, verb) or (not crossed and not _belongs_to_noun(reading, place)):
                return place
            if not crossed and questions and not _belongs_to_noun(reading, place):
                return place
        if reading.is_finite(place):
            crossed = True
    return None


def _begins_clause(reading: Reading, place: int, verb: int, *, questions: bool) -> bool:
    word, token = reading.lower[place], reading.tokens[place]
    if word in reading.lexicon.lists["that"]:
        return token.pos == "SCONJ" or token.relation == "mark" or _stands_before_clause(reading, place)
    if not questions or word not in reading.lexicon.lists["questions"]:
        return False
    if word in reading.lexicon.lists["uncertain_questions"]:
        return token.relation == "mark" or (token.pos == "SCONJ" and token.relation != "cc")
    return _asks(reading, place, verb)


def _stands_before_clause(reading: Reading, place: int) -> bool:
    """Tell whether a "dat" that the parser took for a pronoun begins a clause: a subject stands behind it."""
    if place + 1 >= len(reading.tokens):
        return False
    behind = reading.tokens[place + 1]
    plural = behind.pos in ("NOUN", "ADJ") and "Number=Plur" in behind.features  # "dat" is singular
    return plural or behind.pos in ("DET", "PROPN", "PRON") or reading.is_word(place + 1, "there")


def _asks(reading: Reading, place: int, verb: int) -> bool:
    """Tell whether a question word begins a question reported: it stands near the verb, no noun right before it."""
    before = reading.tokens[place - 1]
    if before.pos == "ADP" and before.head == place:
        before = reading.tokens[place - 2]
    near = place - verb <= 8
    return near and (
        before.index <= verb or before.pos not in ("NOUN", "PROPN", "NUM") or before.relation.startswith("nsubj")
    )


def _hangs_on(reading: Reading, place: int, verb: int) -> bool:
    """Tell whether the tree makes the clause at a subordinator a complement of a verb."""
    clause = reading.tokens[reading.tokens[place].head]
    for _ in range(4):
        if clause.head == verb and clause.relation.partition(":")[0] in _CLAUSES:
            return True
        if clause.relation not in ("conj", "ccomp", "aux", "xcomp") or clause.head == clause.index:
            return False
        clause = reading.tokens[clause.head]
    return False


def _belongs_to_noun(reading: Reading, place: int) -> bool:
    """Tell whether a clause belongs to the noun before it: "op het moment dat"."""
    before = reading.tokens[place - 1]
    if reading.tokens[place].pos == "SCONJ":
        return reading.is_in(before.index, "with_clause")
    clause = reading.tokens[reading.tokens[place].head]
    if reading.has_twin(place):  # no relative pronoun, whatever the parser makes of it
        return False
    return before.pos == "NOUN" and clause.head == before.index and clause.relation.startswith("acl")


def end_of_content(reading: Reading, start: int, limit: int, cue: int, *, in_clause: bool = False) -> int:
    """Give the token behind the last word of what is reported.

    Args:
        reading: the article.
        start: its first token.
        limit: the token behind the last that may belong to it.
        cue: the word that reports.
        in_clause: whether the cue stands in the clause reported: "Volgens X is ... en ..." goes on.
    """
    limit = min(limit, start + _WINDOW)
    if start >= limit:
        return start
    around = reading.enclosing[start]
    if around >= 0 and reading.enclosing[cue] == around:
        limit = min(limit, reading.quotations[around].stop)
    if (inside := reading.quotation_behind(start)) is not None and _is_followed_by_mark(reading, inside.stop, limit):
        return inside.stop
    above = set() if in_clause else _above(reading, cue)
    depth = 0
    for place in range(start, limit):
        word = reading.lower[place]
        depth += (word in ("(", "[")) - (word in (")", "]"))
        if depth < 0 or word == ";":
            return place
        if (
            place > start
            and depth == 0
            and reading.enclosing[place] == around
            and _goes_on_above(reading, place, limit, above)
        ):
            return place
    return limit


def _above(reading: Reading, cue: int) -> set[int]:
    found, here = {cue}, reading.tokens[cue]
    while here.head != here.index and len(found) < 8:
        here = reading.tokens[here.head]
        found.add(here.index)
    return found


def _is_followed_by_mark(reading: Reading, stop: int, limit: int) -> bool:
    """Tell whether a closing quotation mark has a comma or full stop behind it."""
    return stop + 1 < limit and reading.is_mark(stop) and reading.lower[stop + 1] in (",", ".", ";")


def _goes_on_above(reading: Reading, place: int, limit: int, above: set[int]) -> bool:
    """Tell whether the sentence goes on beside what is reported."""
    word = reading.lower[place]
    if word == "," and place + 2 < limit:
        return _leaves_behind_comma(reading, place + 1, limit)
    if word in reading.lexicon.lists["coordinators"] and place + 2 < limit:
        return _coordinates_above(reading, place, limit, above)
    return False


def _leaves_behind_comma(reading: Reading, place: int, limit: int) -> bool:
    word = reading.lower[place]
    if word in reading.lexicon.lists["so"]:
        return _is_reporting(reading, place + 1) or reading.is_word(place, "ends_source")
    if reading.is_word(place, "according"):
        return limit - place <= 12
    if word in reading.lexicon.lists["behind_content"]:
        return True
    if reading.is_finite(place) and reading.tokens[place - 2].pos in ("VERB", "AUX"):  # "dat hij kwam, is bekend"
        return True
    return reading.is_finite(place) and _is_reporting(reading, place) and reading.tokens[place + 1].pos != "PUNCT"


def _is_reporting(reading: Reading, place: int) -> bool:
    return reading.is_finite(place) and reading.lexicon.verbs.find(reading, place) is not None


def _coordinates_above(reading: Reading, place: int, limit: int, above: set[int]) -> bool:
    """Tell whether "en", "maar" ... join something to the words that report, not to those reported."""
    if reading.is_word(place, "because"):
        return True
    conjunct = reading.tokens[reading.tokens[place].head]
    if not above:
        return any(
            _is_reporting(reading, later) or reading.is_word(later, "according") for later in range(place + 1, limit)
        )
    if reading.tokens[place].relation == "cc" and conjunct.relation == "conj" and conjunct.head in above:
        return _is_clause(reading, conjunct.index)
    behind = reading.tokens[place + 1]
    if behind.relation == "conj" and reading.tokens[behind.head].pos in ("NOUN", "PROPN"):
        return False  # "drones en raketten": a noun that the tagger took for a verb
    # A main clause has its verb right behind: "... en vertrok daarna"; a subordinate one has it at its end.
    return reading.is_finite(place + 1) and reading.tokens[place + 2].pos in (
        "ADV",
        "DET",
        "PRON",
        "ADP",
        "PROPN",
        "ADJ",
    )


def _is_clause(reading: Reading, index: int) -> bool:
    return reading.is_finite(index) or any(
        child.relation.startswith(("nsubj", "aux", "cop")) for child in reading.children(index)
    )


def start_of_reporting(reading: Reading, cue: int, first: int) -> int:
    """Give where the clause with a word that reports begins: of a coordinated or subordinate one its own first word."""
    here = reading.tokens[cue]
    for _ in range(4):
        if here.relation.partition(":")[0] in ("conj", "parataxis", "ccomp", "acl", "advcl"):
            begin = reading.reach[0][here.index]
            return begin if first <= begin < cue else first
        if here.head == here.index:
            break
        here = reading.tokens[here.head]
    return first


def clause_around(reading: Reading, index: int, limit: tuple[int, int]) -> tuple[int, int]:
    """Give the range of the clause that a token stands in: of a subordinate one without its subordinator.

    Args:
        reading: the article.
        index: a token of the clause, not its verb.
        limit: the range of tokens that the clause must lie in.
    """
    here = reading.tokens[index]
    for _ in range(8):
        if here.relation.partition(":")[0] in ("ccomp", "advcl", "acl", "csubj") and here.pos in (
            "VERB",
            "ADJ",
            "NOUN",
        ):
            first = max(reading.reach[0][here.index], limit[0])
            stop = min(reading.reach[1][here.index] + 1, limit[1])
            if first <= index < stop:
                return _without_mark(reading, first, stop)
        if here.head == here.index:
            break
        here = reading.tokens[here.head]
    return limit


def _without_mark(reading: Reading, first: int, stop: int) -> tuple[int, int]:
    while first < stop and (
        reading.tokens[first].pos in ("PUNCT", "CCONJ", "SCONJ") or reading.tokens[first].relation in ("mark", "cc")
    ):
        first += 1
    return first, stop


def infinitive_behind(reading: Reading, verb: int, limit: int) -> tuple[int, int] | None:
    """Find the infinitive reported: "zegt te vertrekken", "belooft de schade te vergoeden".

    Returns:
        Its first token and the one behind its last, or None.
    """
    for place in range(verb + 1, min(limit, verb + _SEARCH) - 1):
        word = reading.lower[place]
        if word in (";", ":") or (word in reading.lexicon.lists["that"] and reading.tokens[place].pos == "SCONJ"):
            return None
        if reading.is_finite(place):
            return None
        if reading.is_word(place, "to") and "VerbForm=Inf" in reading.tokens[place + 1].features:
            return _infinitive(reading, verb, place)
    return None


def _infinitive(reading: Reading, verb: int, te: int) -> tuple[int, int] | None:
    top = _top_of_infinitive(reading, verb, te)
    if top is None:
        return None
    first = reading.reach[0][top]
    if first <= verb:
        inside = (reading.reach[0][child.index] for child in reading.children(top))
        first = min([index for index in inside if verb < index <= te] + [te])
    if reading.is_word(first, "for_purpose"):
        first += 1
    last = reading.reach[1][top]
    return first, max(last, te + 1) + 1


def _top_of_infinitive(reading: Reading, verb: int, te: int) -> int | None:
    """Give the highest verb of an infinitive below a verb; None when it belongs elsewhere."""
    here = reading.tokens[te + 1]
    for _ in range(5):
        if here.head == verb:
            return here.index if here.relation.partition(":")[0] in _INFINITIVES else None
        above = reading.tokens[here.head]
        if above.head == verb and above.relation == "compound:prt":  # "liet weten"
            return here.index
        if reading.tokens[verb].head == here.index:  # turned round by the parser
            return here.index
        if here.relation not in ("aux", "xcomp", "cop", "aux:pass") and not (
            here.relation == "acl" and _is_bare(reading, here.head)
        ):
            return None
        here = reading.tokens[here.head]
    return None


def _is_bare(reading: Reading, index: int) -> bool:
    """Tell whether a word is a pronoun that the parser hung an infinitive on: "niets ... te herinneren"."""
    return reading.tokens[index].pos == "PRON"
