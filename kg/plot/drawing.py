"""Which pictures there are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pyoxigraph import Quad

from kg.errors import InputError
from kg.insight.reading import Dataset
from kg.plot.attributions import attributions
from kg.plot.communities import communities
from kg.plot.ego import ego
from kg.plot.looks import LANGUAGES, Language
from kg.plot.matrix import matrix
from kg.plot.sheet import Form, Sheet
from kg.plot.timeline import timeline

Kind = Literal["timeline", "matrix", "communities", "ego", "attributions"]
KINDS: tuple[Kind, ...] = ("timeline", "matrix", "communities", "ego", "attributions")
FORMS: dict[str, Form] = {".svg": "svg", ".png": "png"}
"""The endings of the files that a picture can be written to."""


def draw(
    quads: Iterable[Quad],
    kind: Kind,
    form: Form = "svg",
    *,
    base: str,
    language: Language = "nl",
    around: str | None = None,
) -> bytes:
    """Draw a picture of a dataset; the same dataset gives the same bytes.

    Args:
        quads: the dataset.
        kind: what to draw: a timeline of situations with both clocks, a matrix of actors and types of facts, a map of
            communities, the network around one entity (``ego``), or the flow of attributions.
        form: ``svg`` or ``png``.
        base: what data IRIs begin with.
        language: of the picture.
        around: for ``ego``, the name of the entity.

    Raises:
        InputError: an ego network of nobody is asked for.
        QueryError: the graph knows no entity of that name, or several.
    """
    if language not in LANGUAGES:
        raise InputError(f"there is no language {language!r}: known are {', '.join(LANGUAGES)}")
    return _sheet(Dataset(quads, language), kind, base, language, around).image(form, kind)


def _sheet(data: Dataset, kind: Kind, base: str, language: Language, around: str | None) -> Sheet:
    match kind:
        case "timeline":
            return timeline(data, language)
        case "matrix":
            return matrix(data, language)
        case "communities":
            return communities(data, language)
        case "attributions":
            return attributions(data, language)
        case "ego":
            if around is None:
                raise InputError("an ego network needs the name of its entity: --around NAME")
            return ego(data, base, around, language)
