"""What the text of a SPARQL query holds, told before it is parsed.

Oxigraph has no switch against SERVICE, and ends the interpreter when a query nests too deeply. To ask another parser
would be to trust that both read the same; so this reads as little as it can: it tells strings, IRIs and comments from
the rest, and in doubt takes a character for the rest, which is the side that refuses.
"""

from __future__ import annotations

import re

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


def check(query: str) -> None:
    """Refuse what kg does not answer: SERVICE, updates, and queries that are too deep or too long to parse safely.

    Raises:
        QueryError: it says which.
    """
    refuse_service(query)
    refuse_excess(query)
    if _is_update(query):
        raise QueryError("this is an update: kg answers queries (SELECT, ASK, CONSTRUCT, DESCRIBE)")


def refuse_service(query: str) -> None:
    """Refuse a query that would send requests to another server.

    Raises:
        QueryError: it has the keyword SERVICE, outside of strings, IRIs and comments.
    """
    if any(match.lastgroup == "word" and match.group().lower() == "service" for match in _TOKEN.finditer(query)):
        raise QueryError("the query asks another server (SERVICE): kg does not use the network")


def names_dataset(query: str) -> bool:
    """Tell whether a query says which graphs it asks (FROM)."""
    return any(match.lastgroup == "word" and match.group().lower() == "from" for match in _TOKEN.finditer(query))


def refuse_excess(query: str) -> None:
    """Refuse a query that could overflow the stack of the parser or the planner, which ends the interpreter.

    Raises:
        QueryError: it nests too deeply, or has too many parts.
    """
    depth = parts = 0
    for match in _TOKEN.finditer(query):
        kind = match.lastgroup or ""
        depth += {"open": 1, "close": -1}.get(kind, 0)
        parts += kind in ("open", "part") or match.group().lower() in _KEYWORDS
        if depth > MOST_DEPTH:
            raise QueryError(f"the query is nested more than {MOST_DEPTH} deep")
        if parts > MOST_PARTS:
            raise QueryError(f"the query has more than {MOST_PARTS:,} operators, patterns and brackets")


def _is_update(query: str) -> bool:
    """Tell whether the first keyword behind the prologue is one of an update."""
    for match in _TOKEN.finditer(query):
        if match.lastgroup == "word" and match.group().lower() not in ("prefix", "base"):
            return match.group().lower() in _UPDATES
        if match.lastgroup in ("open", "part"):
            return False
    return False
