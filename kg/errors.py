"""The tree of errors.

KgError
├── InputError            something that the user gave is wrong: one clear line, exit code 2
│   ├── ArticleError      an article cannot be read
│   ├── FactsError        a file of facts is wrong
│   ├── GraphFileError    a file of RDF cannot be read
│   ├── QueryError        a SPARQL query, or a question, is wrong
│   │   └── UnknownNameError  a graph knows nothing by a name
│   ├── StoreError        a store cannot be opened or changed
│   ├── EngineError       an engine of analysis cannot be loaded
│   └── OutputError       a result cannot be written
└── GroundingError        a quote cannot be found, or not without doubt, in its article
"""

from __future__ import annotations

from pathlib import Path


class KgError(Exception):
    """The root of all errors that `kg` raises on purpose."""


class InputError(KgError):
    """Something that the user gave is wrong.

    Args:
        problem: one sentence that says what is wrong and what to do.
        file: the file it is in, if there is one.
        line: its line in that file, counted from 1.
        field: the field, as a path: ``facts[3].roles.party``.
    """

    def __init__(
        self, problem: str, *, file: Path | str | None = None, line: int | None = None, field: str | None = None
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.file = file
        self.line = line
        self.field = field

    def __str__(self) -> str:
        place = "" if self.file is None else str(self.file) + (f":{self.line}" if self.line else "")
        parts = [part for part in (place, self.field, self.problem) if part]
        return one_line(": ".join(parts))


class ArticleError(InputError):
    """An article cannot be read."""


class FactsError(InputError):
    """A file of facts is wrong."""


class GraphFileError(InputError):
    """A file of RDF cannot be read."""


class QueryError(InputError):
    """A SPARQL query, or the name of a question, is wrong."""


class UnknownNameError(QueryError):
    """A graph knows nothing by a name."""


class StoreError(InputError):
    """A store cannot be opened or changed."""


class OutputError(InputError):
    """A result cannot be written."""


class EngineError(InputError):
    """An engine of analysis cannot be loaded."""


class GroundingError(KgError):
    """A quote cannot be found, or not without doubt, in its article."""


def one_line(message: str) -> str:
    """Give a message on one line, with control characters (which could steer a terminal) escaped."""
    return "".join(char if char.isprintable() else " " if char in "\n\r\t" else ascii(char)[1:-1] for char in message)
