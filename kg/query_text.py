"""What the text of a SPARQL query holds, told before it is parsed.

Oxigraph has no switch against SERVICE, and ends the interpreter when a query nests too deeply. To ask another parser
would be to trust that both read the same; so this reads as little as it can: it tells strings, IRIs and comments from
the rest, and in doubt takes a character for the rest, which is the side that refuses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.errors import QueryError

MOST_DEPTH = 200
MOST_PARTS = 5_000

# In the order in which SPARQL's grammar reads them: an escape (\u0022) does not end a string.
_TOKEN = re.compile(
    r"""
    (?P<string> '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3} | "{3}(?:"{0,2}(?:[^"\\]|\\.))*"{3}
              | '(?:[^'\\\n\r]|\\.)*' | "(?:[^"\\\n\r]|\\.)*" )
  | (?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
  | (?P<comment> \#[^\n\r]* )
  | (?P<name> [?$]\w+ | @[\w\-]+ | [\w.\-]*:[\w:.\-%\\]* )
  | (?P<word> \w+ )
  | (?P<open> [({\[] ) | (?P<close> [)}\]] )
  | (?P<part> [^\s\w] )
    """,
    re.VERBOSE | re.DOTALL,
)
_KEYWORDS = frozenset(("optional", "union", "minus", "filter", "bind", "graph", "values", "exists"))
_UPDATES = frozenset(
    ("insert", "delete", "load", "clear", "drop", "create", "add", "move", "copy", "with")  # SPARQL 1.1 Update
)
_FORMS = ("select", "ask", "construct", "describe")


def check(query: str) -> bool:
    """Refuse what kg does not answer: SERVICE, updates, and queries that are too deep or too long to parse safely.

    Returns:
        Whether the query says which graphs it asks (FROM).

    Raises:
        QueryError: it asks for something of these; it says which.
    """
    if _is_plain(query):
        return False
    outline = _Outline.of(query)
    _refuse_service(outline)
    _refuse_excess(outline)
    if next((word for word in outline.words if word not in ("prefix", "base")), "") in _UPDATES:
        raise QueryError("this is an update: kg answers queries (SELECT, ASK, CONSTRUCT, DESCRIBE)")
    return "from" in outline.words


def _is_plain(query: str) -> bool:
    """Tell at a glance that there is nothing to refuse: most look-ups are so short, and take no longer than that."""
    text = query.strip().lower()
    return len(text) <= MOST_DEPTH and text.startswith(_FORMS) and "service" not in text and "from" not in text


_EXPECTED = re.compile(
    r"(?P<place>error at (?P<line>\d+):(?P<column>\d+): expected )(?:one of )?(?P<what>.*)", re.DOTALL
)
_CHOICE = re.compile(r'"(?:[^"\\]|\\.)*"|\[(?:\'[^\']*\'|[^\]])*\]|[^,\[\]"]+')
_BEGINNINGS = frozenset((*_FORMS, "prefix", "base"))
_MOST_CHOICES = 6


def not_valid(query: str, said: str, known: Iterable[str] = ()) -> str:
    """Say in a line why a query is not valid SPARQL.

    Args:
        query: the query.
        said: what the parser says of it: where it fails, and all that could stand there, at times hundreds of signs.
        known: the prefixes that need no declaration.
    """
    start = "the query is not valid SPARQL"
    names = [match for match in _TOKEN.finditer(query) if match.lastgroup in ("word", "name")]
    if not names or names[0][0].partition(":")[0].lower() not in _BEGINNINGS:
        return f"{start}: it must begin with SELECT, ASK, CONSTRUCT or DESCRIBE, before which PREFIX and BASE may stand"
    found = _EXPECTED.fullmatch(said)
    if "Prefix not found" in said and found:
        known = sorted(known)
        prefix = next((name for name in _prefixes_of(names) if name not in (*known, *_declared(query))), "")
        return f"{start}: the prefix {prefix}: is not declared, and not one of those known: {', '.join(known)}"
    return f"{start}: {found['place'] + _choices(query, found) if found else said}"


def _choices(query: str, found: re.Match[str]) -> str:
    choices = [choice.strip() for choice in _CHOICE.findall(found["what"])]
    told = [choice for choice in choices if choice and not choice.startswith("[")]
    if sentences := [choice for choice in told if choice[0] != '"' and " " in choice]:
        return f"something else: {sentences[0]}"
    if _is_open(query):
        return "more: a bracket, or a quotation mark, is not closed"
    more = " …" if len(told) > _MOST_CHOICES else ""
    return f"{', or '.join(told[:_MOST_CHOICES])}{more}" if told else "something else"


def _is_open(query: str) -> bool:
    """Tell whether the query ends before a bracket, or a string, is closed."""
    tokens = list(_TOKEN.finditer(query))
    kinds = [token.lastgroup for token in tokens]
    return kinds.count("open") > kinds.count("close") or any(token[0] in ('"', "'") for token in tokens)


def _prefixes_of(names: list[re.Match[str]]) -> Iterator[str]:
    return (match[0].partition(":")[0] for match in names if ":" in match[0] and match[0][0] not in "?$@_")


def _declared(query: str) -> set[str]:
    return set(re.findall(r"prefix\s+([\w.\-]*):", query, re.IGNORECASE))


def local_names(query: str, prefix: str) -> Iterator[str]:
    """Give the names that a query has under a prefix, outside of strings, IRIs and comments."""
    for match in _TOKEN.finditer(query):
        before, colon, name = match[0].partition(":")
        if match.lastgroup == "name" and colon and before == prefix and name:
            yield name.rstrip(".")


def refuse_service(query: str) -> None:
    """Refuse a query that would send requests to another server.

    Raises:
        QueryError: it has the keyword SERVICE, outside of strings, IRIs and comments.
    """
    _refuse_service(_Outline.of(query))


class _Outline(NamedTuple):
    """What a query is made of: its words in lower case, how deep it nests, its brackets and other signs."""

    words: list[str]
    depth: int
    signs: int

    @classmethod
    def of(cls, query: str) -> _Outline:
        words: list[str] = []
        depth = deepest = signs = 0
        for match in _TOKEN.finditer(query):
            kind = match.lastgroup
            if kind == "word":
                words.append(match[0].lower())
            elif kind == "open":
                signs += 1
                depth += 1
                deepest = max(deepest, depth)
            elif kind == "close":
                depth -= 1
            elif kind == "part":
                signs += 1
        return cls(words, deepest, signs)


def _refuse_service(outline: _Outline) -> None:
    if "service" in outline.words:
        raise QueryError("the query asks another server (SERVICE): kg does not use the network")


def _refuse_excess(outline: _Outline) -> None:
    """Refuse a query that could overflow the stack of the parser or the planner, which ends the interpreter."""
    if outline.depth > MOST_DEPTH:
        raise QueryError(f"the query is nested more than {MOST_DEPTH} deep")
    if outline.signs + sum(word in _KEYWORDS for word in outline.words) > MOST_PARTS:
        raise QueryError(f"the query has more than {MOST_PARTS:,} operators, patterns and brackets")
