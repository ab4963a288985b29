"""What stands beside the pipeline: what it is, where it comes from, its licence, and how good it is."""

from __future__ import annotations

from typing import Any

Scores = dict[str, dict[str, float]]

_SOURCES = (
    ("Alpino Treebank", "https://www.let.rug.nl/vannoord/trees/", "LGPL-2.1"),
    ("UD_Dutch-LassySmall", "https://github.com/UniversalDependencies/UD_Dutch-LassySmall", "CC BY-SA 4.0"),
    ("UD_Dutch-Alpino", "https://github.com/UniversalDependencies/UD_Dutch-Alpino", "CC BY-SA 4.0"),
)
_NAMES = {
    "tokens": "tokens",
    "sentences": "sentences",
    "upos": "part of speech",
    "lemma": "lemma",
    "uas": "head (UAS)",
    "las": "head and relation (LAS)",
    "uas_without_punctuation": "UAS without punctuation",
    "las_without_punctuation": "LAS without punctuation",
}


def meta(scores: Scores) -> dict[str, Any]:
    """Give what a pipeline's ``meta.json`` says of it."""
    return {
        "name": "kg_news",
        "version": "1.0.0",
        "description": "Parts of speech, features, lemmas and dependency trees of Dutch news",
        "license": "CC BY-SA 4.0 and LGPL-2.1",
        "sources": [{"name": name, "url": url, "license": licence} for name, url, licence in _SOURCES],
        "performance": scores,
    }


def card(scores: Scores) -> str:
    """Give the README that lies beside a pipeline."""
    rows = [
        f"| {title} | {_cell(scores['given_tokens'].get(name))} | {_cell(scores['raw_text'].get(name))} |"
        for name, title in _NAMES.items()
    ]
    sources = [f"- {name}, {licence}: {url}" for name, url, licence in _SOURCES]
    return "\n".join([_HEAD, *rows, _LICENCE, *sources, ""])


def _cell(score: float | None) -> str:
    return "–" if score is None else f"{score:.1f}"


_HEAD = """\
# kg_news: a pipeline for Dutch news

A spaCy pipeline: parts of speech, features, lemmas and dependency trees in the terms of Universal Dependencies.
`make model DATA=FOLDER` makes it anew from a folder with `train.conllu.xz`, `dev.conllu` and `test.conllu`;
`kg/analysis/training/` says how.

How good it is, on the test sentences of UD_Dutch-Alpino (newspapers; none was trained or chosen on), F1 in per cent:

| | tokens and sentences given | raw text |
|---|---|---|"""

_LICENCE = """
## Licence

The pipeline was made from treebanks and carries their licences, CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/)
and LGPL-2.1 (`kg/analysis/licences/LGPL-2.1.txt`). The code of `kg` has a licence of its own.

It was trained on, changed into spaCy's format:
"""
