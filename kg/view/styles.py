"""What things look like: one colour and shape per kind, one line per status.

The colours are Okabe and Ito's, which people with colour blindness can tell apart (https://jfly.uni-koeln.de/color/);
no two kinds share both colour and shape, so that neither is needed to tell them apart.
"""

from __future__ import annotations

from typing import Any

from pyoxigraph import NamedNode

from kg.terms import term_labels
from kg.vocab import KG

Labels = dict[str, str]

_SKY, _ORANGE, _GREEN, _YELLOW = "#56B4E9", "#E69F00", "#009E73", "#F0E442"
_BLUE, _VERMILION, _PURPLE, _GREY = "#0072B2", "#D55E00", "#CC79A7", "#999999"

# The order is that of the legend.
_KINDS = {
    "Person": (_SKY, "dot"),
    "Group": (_SKY, "hexagon"),
    "Organisation": (_ORANGE, "square"),
    "Company": (_YELLOW, "square"),
    "GovernmentBody": (_BLUE, "square"),
    "ArmedForce": (_BLUE, "star"),
    "NewsOutlet": (_PURPLE, "square"),
    "Country": (_GREEN, "triangle"),
    "Place": (_GREEN, "triangleDown"),
    "Office": (_GREY, "star"),
    "ProductKind": (_PURPLE, "triangleDown"),
    "Entity": (_GREY, "dot"),
    "Event": (_VERMILION, "diamond"),
    "State": (_ORANGE, "diamond"),
    "Situation": (_GREY, "diamond"),
}
_DASHES: dict[str, list[int]] = {
    "actual": [],
    "ended": [16, 5],
    "planned": [8, 5],
    "possible": [2, 4],
    "denied": [10, 4, 2, 4],
    "disputed": [2, 3, 8, 3],
    "background": [1, 3],
}
_OF_LINKS = {"nl": "beschrijving", "en": "description"}


def kind_styles() -> dict[str, dict[str, Any]]:
    """Give label, colour and shape of each kind, in the order of the legend."""
    return {
        name: {"label": term_labels_of(KG[name]), "colour": colour, "shape": shape}
        for name, (colour, shape) in _KINDS.items()
    }


def status_styles() -> dict[str, dict[str, Any]]:
    """Give label and dashes of each status, in the order of the legend; ``background`` is no status of a fact."""
    return {
        name: {"label": _OF_LINKS if name == "background" else term_labels_of(KG[name]), "dashes": dashes}
        for name, dashes in _DASHES.items()
    }


def term_labels_of(term: NamedNode) -> Labels:
    """Give the labels of a term of the ontology by language; of a term that it does not know, an empty table."""
    return term_labels().get(term, {})
