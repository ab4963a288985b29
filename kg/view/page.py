"""Dataset → one HTML file, through NetworkX and Pyvis, with a template of our own.

Pyvis' own template loads Bootstrap from the network and puts text into the page as markup; ours does neither.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from importlib import resources
from typing import Any

import jinja2
from pyoxigraph import NamedNode, Quad
from pyvis.network import Network as PyvisNetwork

from kg.export.networks import Network, to_networkx
from kg.terms import term_label
from kg.vocab import KG

# Okabe and Ito's palette, which people with colour blindness can tell apart; https://jfly.uni-koeln.de/color/
_STYLES = {
    "Person": ("#56B4E9", "dot"),
    "Country": ("#009E73", "triangle"),
    "Place": ("#009E73", "triangle"),
    "Group": ("#E69F00", "hexagon"),
    "Office": ("#999999", "triangleDown"),
    "ProductKind": ("#CC79A7", "triangleDown"),
    "situation": ("#D55E00", "diamond"),
    "other": ("#E69F00", "square"),
}
_DASHES: dict[str, bool | list[int]] = {"planned": [8, 4], "possible": [2, 4], "denied": [1, 6], "disputed": [2, 4]}
_OPTIONS = {
    "physics": {"barnesHut": {"springLength": 140}, "stabilization": {"iterations": 300}},
    "interaction": {"hover": True, "keyboard": False},
    "layout": {"randomSeed": 7},
}


def to_html(quads: Iterable[Quad], language: str = "nl") -> str:
    """Give a page that shows the dataset: entities and situations, and on a click the words behind them.

    Args:
        quads: the dataset.
        language: ``nl`` or ``en``, of the labels.
    """
    network = to_networkx(quads, "situations", language)
    pyvis = PyvisNetwork(directed=True, cdn_resources="in_line")
    pyvis.templateEnv = _environment()
    pyvis.path = "page.html.jinja"
    for node, attributes in sorted(network.nodes(data=True)):
        colour, shape = _style(attributes)
        kind = term_label(KG[attributes["kind"]], language)
        pyvis.add_node(
            node, label=_short(attributes["label"]), color=colour, shape=shape, facts=_facts(attributes, kind, language)
        )
    for one, other, key, attributes in sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        _add_edge(pyvis, network, one, other, key, attributes)
    return str(pyvis.generate_html())


def _add_edge(
    pyvis: PyvisNetwork, network: Network, one: str, other: str, key: str, attributes: dict[str, Any]
) -> None:
    # Pyvis' own add_edge drops parallel edges when undirected, and takes no id.
    status = network.nodes[one].get("status", "actual")
    edge = {"id": f"{key} {other}", "from": one, "to": other, "arrows": "to", "label": attributes["label"]}
    pyvis.edges.append(edge | {"dashes": _DASHES.get(status, False)})


def _style(attributes: dict[str, Any]) -> tuple[str, str]:
    name = "situation" if attributes["node"] == "situation" else attributes["kind"]
    return _STYLES.get(name, _STYLES["other"])


def _facts(attributes: dict[str, Any], kind: str, language: str) -> dict[str, str]:
    facts = {"kind": kind, "label": attributes["label"]}
    for name in ("status", "date", "date_text", "attributed_to", "via", "quotes", "aliases"):
        if value := attributes.get(name):
            facts[name] = term_label(KG[value], language) if name == "status" else str(value)
    return facts


def _short(label: str) -> str:
    return label if len(label) <= 60 else f"{label[:57]}…"


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(loader=jinja2.PackageLoader("kg.view"), autoescape=True)
    vis = (resources.files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js").read_text("utf-8")
    ours = (resources.files("kg.view") / "templates" / "page.js").read_text("utf-8")
    scripts = [vis, ours]
    hashes = " ".join(f"'sha256-{_hash(script)}'" for script in scripts)
    environment.globals.update(scripts=[_script(script) for script in scripts], hashes=hashes, graph_options=_OPTIONS)
    return environment


def _script(source: str) -> Any:
    """Pass a script of ours or of vis-network as it is."""
    if "</script" in source.lower():
        raise ValueError("a script must not hold the end of a script element")
    return jinja2.filters.Markup(source)  # noqa: S704


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
