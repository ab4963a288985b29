"""NetworkX → GraphML (yEd, Gephi) and GEXF (Gephi)."""

from __future__ import annotations

import io
import re

import networkx as nx

from kg.export.networks import Network

# What XML 1.0 cannot hold, escaped or not.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_graphml(network: Network) -> bytes:
    """Write a network as GraphML. Characters that XML cannot hold become U+FFFD."""
    buffer = io.BytesIO()
    nx.write_graphml_lxml(_for_xml(network), buffer, named_key_ids=True)
    return buffer.getvalue()


def to_gexf(network: Network) -> bytes:
    """Write a network as GEXF 1.2. Characters that XML cannot hold become U+FFFD."""
    network = _for_xml(network)
    for _, _, attributes in network.edges(data=True):
        # GEXF has a type of its own for edges: directed or not.
        if "type" in attributes:
            attributes["situation_type"] = attributes.pop("type")
    buffer = io.BytesIO()
    nx.write_gexf(network, buffer, version="1.2draft")
    # NetworkX writes the day of the run; the same graph shall give the same bytes.
    return re.sub(rb' lastmodifieddate="[^"]*"', b"", buffer.getvalue())


def _for_xml(network: Network) -> Network:
    clean: Network = nx.MultiDiGraph()
    clean.add_nodes_from((_text(node), _texts(attributes)) for node, attributes in network.nodes(data=True))
    for one, other, key, attributes in network.edges(keys=True, data=True):
        clean.add_edge(_text(one), _text(other), key=_text(key), **_texts(attributes))
    return clean


def _texts(attributes: dict[str, str | float]) -> dict[str, str | float]:
    return {name: _text(value) if isinstance(value, str) else value for name, value in attributes.items()}


def _text(value: str) -> str:
    return _NOT_XML.sub("\ufffd", value)
