"""The engines that there are: the one that comes with `kg`, spaCy's pipelines, Stanza."""

from __future__ import annotations

from kg.analysis.engine import Engine
from kg.analysis.language import SUPPORTED


def load_engine(model: str | None = None, language: str = SUPPORTED[0]) -> Engine:
    """Load an engine; it is loaded once.

    Args:
        model: the name of a spaCy package, or a folder with a spaCy pipeline; ``stanza`` or ``stanza:nl``; by default
            the pipeline that comes with `kg`.
        language: the language that it must be for.

    Raises:
        EngineError: it is not installed, is for another language, or gives no trees or no lemmas.
    """
    # The libraries are slow to import and not all are there: only what is asked for is imported.
    if model is not None and model.partition(":")[0] == "stanza":
        from kg.analysis.stanza_engine import load_stanza

        return load_stanza(model.partition(":")[2] or language, language)
    from kg.analysis import spacy_engine

    return spacy_engine.embedded(language) if model is None else spacy_engine.installed(model, language)
