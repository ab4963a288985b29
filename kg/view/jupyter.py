"""The page inside a notebook."""

from __future__ import annotations

import html
from collections.abc import Iterable

from pyoxigraph import Quad

from kg.view.page import to_html

_HEIGHT = 640
# Scripts and downloads only: the page has no need of the notebook, and gets no hold on it.
_SANDBOX = "allow-scripts allow-downloads allow-popups"


def to_iframe(quads: Iterable[Quad], summary: str, language: str | None = None) -> str:
    """Give the page as an ``<iframe>`` for a notebook.

    Args:
        quads: the dataset.
        summary: a line of text above it: all that a notebook shows that is not trusted yet.
        language: of the page; None takes that of most articles.
    """
    page = html.escape(to_html(quads, language))
    return (
        f"<p>{html.escape(summary)}</p>\n"
        f'<iframe srcdoc="{page}" sandbox="{_SANDBOX}" title="{html.escape(summary)}" width="100%" height="{_HEIGHT}" '
        'style="border:1px solid #8886;border-radius:6px"></iframe>'
    )
