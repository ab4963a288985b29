"""Tables of texts as HTML, for notebooks."""

from __future__ import annotations

import html
from collections.abc import Sequence

_MOST = 100
_LEFT = 'style="text-align:left;vertical-align:top"'


def to_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Give a table as HTML; of a long one the first hundred rows, and how many there are.

    Args:
        columns: the names of the columns.
        rows: the texts of each row.
    """
    head = _row("th", columns)
    body = "\n".join(_row("td", row) for row in rows[:_MOST])
    more = f"\n<p>The first {_MOST} of {len(rows)} rows.</p>" if len(rows) > _MOST else ""
    return f"<table>\n<thead>\n{head}\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>{more}"


def _row(tag: str, texts: Sequence[str]) -> str:
    return f"<tr>{''.join(f'<{tag} {_LEFT}>{html.escape(text)}</{tag}>' for text in texts)}</tr>"
