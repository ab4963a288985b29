"""What the words beside a noun make of it."""

from __future__ import annotations

from kg.extract.certainty.lexicon import Effect, StatusLexicon
from kg.extract.says.reading import Reading


def nominal_effect(reading: Reading, lexicon: StatusLexicon, index: int) -> tuple[Effect, tuple[int, ...]] | None:
    """Give what the words beside a noun make of it: "geen", "geplande", "voormalig".

    Args:
        reading: the article.
        lexicon: the words.
        index: the noun.

    Returns:
        The effect and the words that decide, or None.
    """
    if reading.tokens[index].pos not in ("NOUN", "PROPN", "ADJ", "NUM", "X") and not _has_article(reading, index):
        return None
    if reading.lower[index].startswith(tuple(lexicon.lists["former_prefixes"])):
        return "ended", (index,)
    if (negated := _negated(reading, lexicon, index)) is not None:
        return negated
    for child in reading.children(index):
        effect = lexicon.modifiers.get(reading.lower[child.index])
        if effect is not None and child.relation in ("amod", "acl", "advmod", "det", "nmod", "compound", "flat"):
            return effect, (child.index,)
    return _beside(reading, lexicon, index)


def _has_article(reading: Reading, index: int) -> bool:
    return any(child.relation == "det" for child in reading.children(index))


def _negated(reading: Reading, lexicon: StatusLexicon, index: int) -> tuple[Effect, tuple[int, ...]] | None:
    for child in reading.children(index):
        if reading.lower[child.index] in lexicon.lists["negated_determiners"] and child.index < index:
            _, stop = reading.bounds(index)
            for place in range(child.index + 1, min(stop, index + 4)):
                if reading.lower[place] in lexicon.lists["no_more"] and not (
                    place + 1 < stop and reading.lower[place + 1] in lexicon.lists["than"]
                ):
                    return "ended", (child.index, place)
            return "denied", (child.index,)
    return None


def _beside(reading: Reading, lexicon: StatusLexicon, index: int) -> tuple[Effect, tuple[int, ...]] | None:
    """Look at the words right before a noun, wherever the parser hung them: "voormalig CEO", "tot 2019 voorzitter"."""
    first, _ = reading.bounds(index)
    for place in range(index - 1, max(first, index - 3) - 1, -1):
        token, word = reading.tokens[place], reading.lower[place]
        if word in lexicon.lists["former_adverbs"] and token.pos in ("ADJ", "ADV"):
            return "ended", (place,)
        if word in lexicon.lists["until"] and place + 1 < index and reading.lower[place + 1][:1].isdigit():
            return "ended", (place, place + 1)
        if (
            lexicon.modifiers.get(word)
            and token.pos in ("ADJ", "VERB")
            and token.relation == "amod"
            and token.head >= index
        ):
            return lexicon.modifiers[word], (place,)
        if token.pos not in ("ADJ", "ADV", "NUM", "PROPN", "NOUN"):
            break
    return None
