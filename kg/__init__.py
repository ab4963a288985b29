"""kg: news articles become a knowledge graph with receipts.

>>> import kg
>>> graph = kg.build("seeds/ukraine-swift-beat.txt")
>>> graph.query("ASK { ?agreement a kg:Agreement }")
True

`KnowledgeGraph` is where to begin. What it rests on: `kg.query` (SPARQL), `kg.receipts` (the words behind what is
said), `kg.insight` (analyses), `kg.report` (briefings), `kg.plot` (pictures), `kg.view` (pages), `kg.export` (formats),
`kg.store` (on disk), `kg.validate` (shapes), `kg.facts` and `kg.article` (what goes in), `kg.errors`.
"""

from __future__ import annotations

from pathlib import Path

from kg.graph import KnowledgeGraph
from kg.pipeline import Options
from kg.pipeline import build as _build
from kg.vocab import DEFAULT_BASE

__version__ = "0.1.0"

__all__ = ["KnowledgeGraph", "__version__", "build", "load"]


def build(
    *sources: Path | str,
    facts: Path | str | None = None,
    base: str = DEFAULT_BASE,
    date: str | None = None,
    language: str | None = None,
    text: bool = True,
) -> KnowledgeGraph:
    """Build a graph from articles.

    Args:
        sources: files or folders of articles.
        facts: a reviewed file or a ``facts.jsonl``; by default the reviewed file (``NAME.facts.yaml``) beside each.
        base: what the IRIs of data begin with.
        date: the date of the articles (``2025-07-05``, ``2025-07``), over what they say themselves.
        language: their language (``nl``), likewise.
        text: whether the graph keeps the articles' verbatim text.

    Raises:
        InputError: an article, a file of facts or an option is wrong.
    """
    options = Options(None if facts is None else Path(facts), base, date, language, text)
    return _build([Path(source) for source in sources], options).graph


def load(path: Path | str, base: str = DEFAULT_BASE) -> KnowledgeGraph:
    """Read a graph from Turtle, TriG, N-Quads, N-Triples or JSON-LD, or from a folder of such files.

    Raises:
        GraphFileError: it cannot be read.
    """
    return KnowledgeGraph.load(path, base)
