"""Findings: a table with the words behind each of its rows, and the forms in which it leaves `kg`."""

from __future__ import annotations

import csv
import importlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from kg.errors import InputError
from kg.receipts import Receipt
from kg.tables import to_table

Value = str | int | float | None | tuple[str, ...]
_SEPARATOR = " | "


@dataclass(frozen=True)
class Finding:
    """A row: its values, and the receipts of the situations that it rests on."""

    values: tuple[Value, ...]
    receipts: tuple[Receipt, ...] = ()


@dataclass(frozen=True)
class Findings:
    """A table of findings.

    Attributes:
        name: what was asked: ``actors``, ``gaps`` …
        columns: the names of the columns.
        rows: the findings, what matters most first.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Finding, ...]

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def top(self, count: int) -> Findings:
        """Give the first rows only."""
        return Findings(self.name, self.columns, self.rows[:count])

    def column(self, name: str) -> list[Value]:
        """Give the values of a column."""
        place = self.columns.index(name)
        return [row.values[place] for row in self.rows]

    def matrix(self, row: str, column: str, number: str) -> Findings:
        """Give a number as a matrix of two columns: a row for each value of one, a column for each of the other."""
        names = [str(value) for value in dict.fromkeys(self.column(column))]
        cells: dict[str, dict[str, list[Finding]]] = {}
        for record, finding in zip(self.records(), self.rows, strict=True):
            cells.setdefault(str(record[row]), {}).setdefault(str(record[column]), []).append(finding)
        place = self.columns.index(number)
        rows = [
            Finding(
                (name, *(_sum(own.get(other, []), place) for other in names)),
                tuple(dict.fromkeys(receipt for found in own.values() for one in found for receipt in one.receipts)),
            )
            for name, own in cells.items()
        ]
        return Findings(self.name, (row, *names), tuple(rows))

    def records(self) -> list[dict[str, Value]]:
        """Give each row as a table of its values by column."""
        return [dict(zip(self.columns, row.values, strict=True)) for row in self.rows]

    def texts(self) -> list[tuple[str, ...]]:
        """Give the rows as plain texts; several values in a cell are joined with ``" | "``."""
        return [tuple(_text(value) for value in row.values) for row in self.rows]

    def _repr_html_(self) -> str:
        return to_table(self.columns, self.texts())

    def to_csv(self) -> str:
        """Give the table as CSV with a header (RFC 4180, but for plain line ends)."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows(self.texts())
        return out.getvalue()

    def as_json(self) -> list[dict[str, Any]]:
        """Give each row as plain data for JSON, with its receipts."""
        return [
            record | {"receipts": [asdict(receipt) for receipt in row.receipts]}
            for record, row in zip(self.records(), self.rows, strict=True)
        ]

    def to_pandas(self) -> Any:
        """Give the table as a ``pandas.DataFrame``.

        Raises:
            InputError: pandas is not installed.
        """
        return _frame("pandas", self.columns, self.records())

    def to_polars(self) -> Any:
        """Give the table as a ``polars.DataFrame``.

        Raises:
            InputError: Polars is not installed.
        """
        return _frame("polars", self.columns, self.records())


def _sum(findings: Sequence[Finding], place: int) -> int | None:
    numbers = [value for finding in findings if isinstance(value := finding.values[place], int)]
    return sum(numbers) if numbers else None


def _text(value: Value) -> str:
    if isinstance(value, tuple):
        return _SEPARATOR.join(value)
    return "" if value is None else str(value)


def _frame(package: str, columns: Sequence[str], records: list[dict[str, Value]]) -> Any:
    try:
        module = importlib.import_module(package)
    except ImportError:
        raise InputError(f"this needs {package}: pip install {package}") from None
    values = {name: [_plain(record[name]) for record in records] for name in columns}
    return module.DataFrame(values)


def _plain(value: Value) -> str | int | float | list[str] | None:
    return list(value) if isinstance(value, tuple) else value
