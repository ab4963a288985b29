"""Templates → sentences.

A template is text with slots: ``{party}`` is filled with names or words, ``{is|are}`` with the form that agrees with
the subject's number, and what stands in ``[…]`` is left out where a slot in it has nothing. ``{party.one}``,
``{party.two}`` and ``{party.many}`` are filled only where there is one, are two, or several. A template whose slots
outside of ``[…]`` cannot all be filled gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any, Literal

import yaml

Language = Literal["nl", "en"]
Number = Literal["one", "many"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")
_PARTS = re.compile(r"\[([^\]]*)\]|([^\[\]]+)")
_SLOTS = re.compile(r"\{([^{}]*)\}")


@cache
def wording(language: Language) -> Mapping[str, Any]:
    """Give all that a briefing says by itself, in a language."""
    text = (resources.files("kg.report") / "data" / f"{language}.yaml").read_text("utf-8")
    table: dict[str, Any] = yaml.safe_load(text)
    return table


def fill(template: str, slots: Mapping[str, str], number: Number | None = None) -> str | None:
    """Fill a template.

    Args:
        template: see above.
        slots: what fills each slot; an empty text fills none.
        number: of the subject; without one, a template with forms that must agree cannot be filled.

    Returns:
        The text, or None where the template cannot be filled.
    """
    done = []
    for optional, needed in _PARTS.findall(template):
        text = _filled(optional or needed, slots, number)
        if text is None and needed:
            return None
        done.append(text or "")
    return "".join(done)


def _filled(text: str, slots: Mapping[str, str], number: Number | None) -> str | None:
    found = {slot: _slot(slot, slots, number) for slot in _SLOTS.findall(text)}
    if not all(found.values()):
        return None
    return _SLOTS.sub(lambda match: found[match[1]], text)


def _slot(slot: str, slots: Mapping[str, str], number: Number | None) -> str:
    if "|" not in slot:
        return slots.get(slot, "")
    one, many = slot.split("|")
    return {"one": one, "many": many, None: ""}[number]


def listed(names: Iterable[str], language: Language) -> str:
    """Give names as a list in a sentence: ``A, B en C``."""
    *first, last = list(names) or [""]
    return f"{', '.join(first)}{wording(language)['and']}{last}" if first else last


def sentence(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]
