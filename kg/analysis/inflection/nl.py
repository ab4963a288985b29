"""How Dutch words change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

# Verbs with these prefixes have a participle without ge-.
_NO_GE = ("be", "ge", "her", "ont", "ver", "er", "onder", "over", "omsingel", "door", "mis")
_VOWELS = "aeiou"
_LONG = ("aa", "ee", "oo", "uu", "ie", "oe", "ui", "ei", "ou", "au", "eu")
_HARD = {"v": "f", "z": "s"}
_SHORTEST_PLURAL = 5
_SHORTEST_STEM = 4
_OF_ORIGIN = ("ische", "aanse", "ese", "se", "ië", "ia", "a", "e", "en", "land")


def verb_forms(verb: str, particle: str, irregular: Mapping[str, str]) -> Iterator[str]:
    """Give the forms of a verb that are one word, some that do not exist among them.

    Args:
        verb: its infinitive, with the particle: aanvallen.
        particle: its separable particle: aan; empty for none.
        irregular: for irregular verbs without particle: past singular, past plural and participle, with spaces between.
    """
    base = verb[len(particle) :]
    for form in _finite(base, irregular):
        yield particle + form
    for participle in participles(verb, particle, irregular):
        yield participle
        yield participle + "e"
    yield particle + base + "d"
    yield particle + base + "de"


def base_forms(base: str, irregular: Mapping[str, str]) -> Iterator[str]:
    """Give the finite forms of a separable verb without its particle: viel … (aan)."""
    yield from _finite(base, irregular)


def _finite(base: str, irregular: Mapping[str, str]) -> Iterator[str]:
    yield base
    for stem in _stems(base):
        yield stem
        yield stem if stem.endswith("t") else stem + "t"
        if base not in irregular:
            yield from (stem + ending for ending in ("de", "den", "te", "ten"))
    if base in irregular:
        yield from irregular[base].split()[:2]


def participles(verb: str, particle: str, irregular: Mapping[str, str]) -> Iterator[str]:
    """Give what may be the past participles of a verb: aangevallen.

    Args:
        verb: its infinitive, with the particle.
        particle: its separable particle; empty for none.
        irregular: as for `verb_forms`.
    """
    for participle in _participles(verb[len(particle) :], irregular):
        yield particle + participle


def _participles(base: str, irregular: Mapping[str, str]) -> Iterator[str]:
    if base in irregular:
        yield irregular[base].split()[2]
        return
    prefix = "" if base.startswith(_NO_GE) else "ge"
    if prefix and base[0] in "eiu":
        prefix = "geë" if base[0] == "e" else "geï" if base[0] == "i" else "geü"
        base = base[1:]
    for stem, ending in product(_stems(base), ("d", "t", "")):
        if ending or stem[-1:] in "dt":
            yield prefix + stem + ending


def _stems(infinitive: str) -> list[str]:
    """Give what may be the stem: stress, which decides on a doubled vowel, cannot be seen."""
    if not infinitive.endswith("en"):
        return [infinitive.removesuffix("n")]
    stem = infinitive[:-2]
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        return [stem[:-1]]
    hard = stem[:-1] + _HARD.get(stem[-1:], stem[-1:])
    stems = [hard]
    if len(stem) > 2 and stem[-1] not in _VOWELS and stem[-2] in _VOWELS and stem[-3:-1] not in _LONG:
        stems.append(f"{hard[:-1]}{stem[-2]}{hard[-1]}")
    return stems


def is_never_past(word: str, infinitive: str) -> bool:
    """Tell whether a finite form of a verb cannot be a past: "spreken" of spreken; "zetten" can."""
    return word == infinitive and word.endswith("en") and not word.endswith(("tten", "dden"))


def plurals(noun: str) -> Iterator[str]:
    """Give what may be the plurals of a noun."""
    yield from (f"{noun}s", f"{noun}en", f"{noun}'s")
    if len(noun) < 3 or noun[-1] in _VOWELS:
        return
    soft = {"f": "v", "s": "z"}.get(noun[-1], noun[-1])
    if noun[-3:-1] in ("aa", "ee", "oo", "uu"):
        yield from (f"{noun[:-2]}{noun[-1]}en", f"{noun[:-2]}{soft}en")
    elif noun[-2] in _VOWELS and noun[-3] not in _VOWELS:
        yield f"{noun}{noun[-1]}en"
    yield f"{noun[:-1]}{soft}en"


def singulars(plural: str) -> list[str]:
    """Give what the singular of a Dutch plural may be: diplomaten, klinieken, besturen, bedrijven, spelers."""
    if plural.endswith("s"):
        return [plural[:-1].rstrip("'’")]
    if not plural.endswith("en") or len(plural) < _SHORTEST_PLURAL:
        return []
    stem = plural[:-2]
    if stem[-1] == stem[-2]:
        return [stem[:-1]]
    hard = stem[:-1] + _HARD.get(stem[-1], stem[-1])
    long = hard[:-1] + hard[-2] + hard[-1] if hard[-2] in "aeou" and hard[-3] not in "aeiou" else hard
    return list(dict.fromkeys((hard, long)))


def may_be_plural(word: str) -> bool:
    """Tell whether a word has the form of a plural."""
    return word.endswith(("en", "s"))


def nominal_singular(plural: str) -> str | None:
    """Give the singular of an adjective that stands for several: gewonde of "twee gewonden"; None of another."""
    return plural[:-1] if plural.endswith("en") else None


def origin_forms(adjective: str) -> tuple[str, ...]:
    """Give the forms of a Dutch adjective of origin: Frans, Franse; Chinees, Chinese; Thais, Thaise."""
    if adjective.endswith("e"):
        return (adjective,)
    if adjective.endswith("ees"):
        return adjective, f"{adjective[:-3]}ese"
    if adjective.endswith("iaas"):
        return adjective, f"{adjective[:-3]}ase"
    return adjective, f"{adjective}e"


def origin_stem(word: str) -> str:
    """Give the letters that a country's name and its adjective share: Belmarië, Belmarische."""
    for ending in _OF_ORIGIN:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
