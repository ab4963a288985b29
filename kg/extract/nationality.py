"""Where a company or a person is based, as the word before the name tells: "het Finse Tuonela", "de Kroaat Bilić"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.analysis import Document
from kg.analysis.names import Name
from kg.extract.draft import Draft, Told
from kg.extract.mentions import Mentions
from kg.extract.phrases import stretch
from kg.extract.reading import Reading
from kg.facts import Mention

_KINDS = ("Company", "Organisation", "NewsOutlet")
_MOST_WORDS = 3  # between the adjective and the name
_CONFIDENCE = 0.75


def nationalities(reading: Reading) -> Iterator[Draft]:
    """Give a draft for each company or person whose country stands before the name.

    Args:
        reading: the article, read.
    """
    document, mentions, sources = reading.document, reading.mentions, reading.sources
    for name in reading.names:
        found = mentions.of(name.head, (*_KINDS, "Person"))[:1] if _is_plain(name) else []
        origin = _origin(document, name, mentions) if found else None
        if origin is None:
            continue
        place, country = origin
        first = min(name.first, place - (place > 0 and document.tokens[place - 1].pos == "DET"))
        last = max(name.stop - 1, place + (place > name.head))
        report = sources.report(name.head)
        vouching, via = sources.of(name.head) if report and report.quotation else ((), ())
        told = Told(stretch(document, first, last), "actual", vouching, via, _CONFIDENCE)
        roles: dict[str, tuple[Mention, ...]] = {"resident": (found[0],), "country": (country,)}
        tokens = frozenset(range(first, last + 1))
        yield Draft("Domicile", "nationality", place, roles, {}, [told], tokens=tokens)


def _origin(document: Document, name: Name, mentions: Mentions) -> tuple[int, Mention] | None:
    """Give the token that tells where a name's bearer is from, and the country."""
    if name.kind in _KINDS:
        place = _adjective(document, name, mentions) or _behind(document, name, mentions)
    elif name.kind == "Person":
        place = _of_person(document, name, mentions)
    else:
        return None
    if place is None:
        return None
    country = mentions.adjective(place) or mentions.inhabitant(place)
    return (place, country) if country is not None and country.kind == "Country" else None


def _of_person(document: Document, name: Name, mentions: Mentions) -> int | None:
    """Give the token that tells where a person is from: "de Kroaat Ante Bilić"; a minister's state is no home."""
    index = name.first - 1
    before = document.tokens[index] if index >= 0 else None
    if before is None or before.sentence != document.tokens[name.first].sentence:
        return None
    if mentions.inhabitant(index) is not None:
        return index if index and document.tokens[index - 1].pos == "DET" else None
    if mentions.office_phrase(index) is not None or (before.pos == "NOUN" and not mentions.is_of_people(index)):
        return None
    adjective = _adjective(document, name, mentions)
    bare = adjective is not None and adjective == index and (not index or document.tokens[index - 1].pos != "DET")
    return None if bare else adjective  # "Frans Mahn" is called so


def _is_plain(name: Name) -> bool:
    """Tell whether a name stands for what bears it: not "Franse Renaults", not "Davis Cup-ploeg"."""
    last = name.text.rpartition("-")[2]
    return name.text != f"{name.full}s" and not (last != name.text and last.islower())


def _behind(document: Document, name: Name, mentions: Mentions) -> int | None:
    """Give the token of a country's adjective in an apposition: "Fluxys, de Belgische gasnetbeheerder"."""
    behind = document.tokens[name.stop : name.stop + 4]
    if len(behind) < 4 or behind[0].text != "," or behind[1].pos != "DET" or behind[3].pos != "NOUN":
        return None
    apposed = behind[3].relation == "appos" and name.first <= behind[3].head < name.stop
    single = not behind[3].has("Number=Plur")
    return behind[2].index if apposed and single and mentions.adjective(behind[2].index) is not None else None


def _adjective(document: Document, name: Name, mentions: Mentions) -> int | None:
    """Give the token of a country's adjective before a name, with at most a noun and adjectives in between."""
    nouns = 0
    for index in range(name.first - 1, max(-1, name.first - 2 - _MOST_WORDS), -1):
        token = document.tokens[index]
        if token.sentence != document.tokens[name.first].sentence:
            return None
        if mentions.adjective(index) is not None:
            return None if index == name.first - 1 and _is_one_of_many(document, index) else index
        nouns += token.pos == "NOUN"
        several = token.has("Number=Plur") and not mentions.of(index, _KINDS)  # taggers take "keten" for a plural
        if nouns > 1 or token.pos not in ("NOUN", "ADJ") or several:
            return None
    return None


def _is_one_of_many(document: Document, adjective: int) -> bool:
    """Tell whether a name stands for what its bearer makes: "een Duitse BMW"."""
    before = document.tokens[adjective - 1] if adjective else None
    return before is not None and (before.has("Definite=Ind") or before.pos == "NUM")
