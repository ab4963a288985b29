"""A briefing → Markdown with footnotes, as GitHub, Pandoc and others read it."""

from __future__ import annotations

import re

from kg.report.briefing import Briefing, Line, Note, Phrase
from kg.report.wording import wording

# What could begin markup, an HTML element or an entity; all of it may be escaped with a backslash (CommonMark, 2.4).
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
_LINK = re.compile(r"(https?|ftp|www)(?=[:.])", re.IGNORECASE)


def to_markdown(briefing: Briefing) -> str:
    """Give a briefing as Markdown: no text of the graph can become markup, a link or an image."""
    parts = [f"# {_plain(briefing.title)}", _plain(briefing.lead)]
    for section in briefing.sections:
        parts += [f"## {_plain(section.heading)}", "\n".join(_line(line) for line in section.lines)]
    if briefing.notes:
        heading = wording(briefing.language)["titles"]["notes"]
        parts += [f"## {_plain(heading)}", "\n".join(_note(note) for note in briefing.notes)]
    return "\n\n".join(parts) + "\n"


def _line(line: Line) -> str:
    return "\n".join([f"- {_phrases(line.phrases)}", *(f"  - {_phrases(item)}" for item in line.items)])


def _phrases(phrases: tuple[Phrase, ...]) -> str:
    return "".join(_plain(phrase.text) + "".join(f"[^{number}]" for number in phrase.notes) for phrase in phrases)


def _note(note: Note) -> str:
    return f"[^{note.number}]: {_plain(note.enclosed())} — {_plain(note.place)}; {_plain(note.says)}"


def _plain(text: str) -> str:
    """Give text that Markdown shows as it is, on one line."""
    printable = "".join(char if char.isprintable() else " " for char in text)
    escaped = _SPECIAL.sub(r"\\\1", re.sub(r" +", " ", printable))
    # Addresses in words become links by themselves on many sites: a zero-width joiner keeps them words.
    return _LINK.sub("\\1\u2060", escaped)
