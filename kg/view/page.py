"""Dataset → one HTML file, through NetworkX and Pyvis, with a template, places and options of our own.

Pyvis' own template loads Bootstrap from the network and puts text into the page as markup; ours does neither. All data
lies in one script element of type ``application/json``, which no browser runs, and is put into the page as text. A
Content-Security-Policy allows the page's own scripts and style by their hashes, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

import jinja2
from pyoxigraph import Quad
from pyvis.network import Network as PyvisNetwork

from kg.view.data import PageData, page_data
from kg.view.sparql import sparql_data, sparql_script

# In the order in which they build on one another.
_SCRIPTS = (
    *("dom", "texts-nl", "texts-en", "i18n", "data", "state", "visible"),
    *("geometry", "theme", "labels", "draw"),
    *("cards", "panel", "article", "filters", "search", "timeline", "tools", "keyboard"),
    *("scene", "export", "print", "share", "main"),
)
_POLICY = (
    "default-src 'none'; script-src {scripts}; style-src {style}; img-src data:; base-uri 'none'; form-action 'none'"
)


def to_html(quads: Iterable[Quad], language: str | None = None, *, sparql: bool = False) -> str:
    """Give a page that shows the dataset: entities and situations, and on a click the words behind them.

    Args:
        quads: the dataset.
        language: ``nl`` or ``en``, of the page to begin with; None takes that of most articles.
        sparql: whether the page is to answer SPARQL too; that makes it 2 MB larger.
    """
    quads = list(quads)
    data = page_data(quads, language)
    return _render(data, sparql_data(quads, data.rest["base"]) if sparql else None)


def _render(data: PageData, sparql: dict[str, Any] | None) -> str:
    pyvis = PyvisNetwork(directed=True, cdn_resources="in_line")
    pyvis.templateEnv, pyvis.path = _environment(module=sparql_script() if sparql else None), "page.html.jinja"
    # Pyvis' own add_node and add_edge are quadratic, lose parallel edges and take no id.
    pyvis.nodes, pyvis.edges = data.nodes, data.edges
    pyvis.templateEnv.globals.update(rest=data.rest, language=data.language, title=data.title, sparql=sparql)
    return str(pyvis.generate_html())


def _environment(module: str | None) -> jinja2.Environment:
    environment = jinja2.Environment(loader=jinja2.PackageLoader("kg.view"), autoescape=True)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    scripts, style = _scripts(), _style()
    allowed = [_hash(script) for script in scripts]
    if module is not None:
        # WebAssembly is compiled from bytes, which no hash can name; the module that does so is named by its own.
        allowed += [_hash(_checked(module)), "'wasm-unsafe-eval'"]
    policy = _POLICY.format(scripts=" ".join(allowed), style=_hash(style))
    environment.globals.update(scripts=scripts, style=style, policy=policy, module=module)
    return environment


@cache
def _scripts() -> tuple[str, ...]:
    vis = (resources.files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js").read_text("utf-8")
    # The map lies beside the original file only.
    vis = re.sub(r"//# sourceMappingURL=\S*\s*$", "", vis)
    return tuple(_checked(script) for script in (vis, *(_template(f"{name}.js") for name in _SCRIPTS)))


@cache
def _style() -> str:
    return _checked(_template("page.css"))


def _template(name: str) -> str:
    return (resources.files("kg.view") / "templates" / name).read_text("utf-8")


def _checked(source: str) -> str:
    """Give a script or style of ours or of vis-network as it is, as it goes into the page unescaped."""
    if re.search(r"</(script|style)|<!--", source, re.IGNORECASE):
        raise ValueError("a script or style must not hold what ends its element")
    return source


def _hash(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"
