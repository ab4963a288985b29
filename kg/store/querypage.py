"""The page to type queries in: one file, which asks nobody but its own endpoint."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from pathlib import Path

from kg.query import questions
from kg.vocab import all_prefixes

_PAGES = Path(__file__).parent / "pages"


def query_page(base: str, *, graph_page: bool) -> tuple[bytes, str]:
    """Make the page.

    Args:
        base: what data IRIs begin with.
        graph_page: whether there is a page of the graph, to link to.

    Returns:
        The page in HTML, and the Content-Security-Policy that lets it run its own script and nothing else.
    """
    script = (_PAGES / "query.js").read_text(encoding="utf-8")
    style = (_PAGES / "query.css").read_text(encoding="utf-8")
    shipped = [
        {"name": name, "query": path.read_text(encoding="utf-8"), "title": _title(path)}
        for name, path in questions().items()
    ]
    # In a script that is data only "</" could end it.
    data = json.dumps({"questions": shipped, "prefixes": all_prefixes(base)}, ensure_ascii=False).replace(
        "<", "\\u003c"
    )
    page = (_PAGES / "query.html").read_text(encoding="utf-8")
    for place, content in {
        "STYLE": style,
        "LINK": '<a href="graph.html" id="graph"></a>' if graph_page else "",
        "DATA": data,
        "SCRIPT": script,
    }.items():
        page = page.replace(f"<!--{place}-->", content, 1)
    policy = (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; connect-src 'self'; img-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return page.encode(), policy


def _title(path: Path) -> str:
    lines = [line[1:].strip() for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    return html.unescape(" · ".join(lines[:2])) or path.stem


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
