"""A briefing → one HTML file, without scripts, that loads nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from functools import cache
from importlib import resources

from markupsafe import Markup

from kg.report.briefing import Briefing
from kg.report.wording import wording
from kg.templates import environment


def to_page(briefing: Briefing) -> str:
    """Give a briefing as a page; all text is escaped, and its policy allows its own style and nothing else."""
    style = _style()
    policy = f"default-src 'none'; style-src '{_hash(style)}'; base-uri 'none'; form-action 'none'"
    template = environment("kg.report").get_template("briefing.html.jinja")
    return template.render(
        briefing=briefing, say=wording(briefing.language)["titles"], style=style, policy=policy, place=_places()
    )


def _places() -> Callable[[int], Markup]:
    """Give a function that marks the first place where a note is referred to: what the note leads back to."""
    seen: set[int] = set()

    def place(number: int) -> Markup:
        if number in seen:
            return Markup("")
        seen.add(number)
        return Markup(' id="at-{}"').format(number)

    return place


@cache
def _style() -> str:
    return (resources.files("kg.report") / "templates" / "briefing.css").read_text("utf-8")


def _hash(source: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}"
