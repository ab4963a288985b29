"""What a page needs to answer SPARQL by itself: the dataset, Oxigraph as WebAssembly, and questions to start from."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

from pyoxigraph import Quad

from kg.export import to_nquads
from kg.resources import ontology_folder
from kg.vocab import DEFAULT_BASE, all_prefixes

_ENGINE = resources.files("kg.view") / "vendor" / "oxigraph"


def sparql_data(quads: Iterable[Quad], base: str) -> dict[str, Any]:
    """Give what goes into the page as data: the engine (compressed), the dataset, prefixes and questions.

    Args:
        quads: the dataset.
        base: what data IRIs begin with, for the prefixes of data.
    """
    return {
        "engine": _engine(),
        "dataset": to_nquads(quads).decode(),
        "prefixes": all_prefixes(base or DEFAULT_BASE),
        "questions": questions(),
    }


def sparql_script() -> str:
    """Give the script of the engine and ours behind it: one module, as a module sees no other without a request."""
    ours = (resources.files("kg.view") / "templates" / "sparql.mjs").read_text("utf-8")
    return (_ENGINE / "web.js").read_text("utf-8") + "\n" + ours


def questions() -> list[dict[str, str]]:
    """Give the questions that come with the ontology: their first two lines ask them in English and in Dutch."""
    found = []
    for path in sorted((ontology_folder() / "questions").glob("*.rq")):
        lines = path.read_text("utf-8").splitlines()
        asked = [line.removeprefix("#").strip() for line in lines[:2] if line.startswith("#")]
        if len(asked) == 2:
            found.append({"en": asked[0], "nl": asked[1], "query": "\n".join(lines[2:]).removeprefix("#").strip()})
    return found


@cache
def _engine() -> str:
    return base64.b64encode((_ENGINE / "web_bg.wasm.gz").read_bytes()).decode()
