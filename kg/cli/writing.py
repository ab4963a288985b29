"""Commands that write a graph in another form."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.group import BASE, SOURCE, asking, cli
from kg.errors import OutputError
from kg.export import FORMATS
from kg.graph import KnowledgeGraph
from kg.output import write_all

_PAGES = (".html", ".htm")


@cli.command("export")
@click.argument("source", type=SOURCE)
@click.argument("target", type=SOURCE)
@click.option("--view", type=click.Choice(["situations", "entities"]), default="situations", show_default=True)
@BASE
def export_command(source: Path, target: Path, view: str, base: str) -> None:
    """Write the graph in SOURCE to TARGET, in the format of its ending.

    Known are .ttl, .trig, .nq, .jsonld, .graphml, .gexf and .html; --view is for .graphml and .gexf.
    """
    ending = target.suffix.lower()
    if ending not in FORMATS:
        raise OutputError(f"has no ending that kg can write: {', '.join(FORMATS)}", file=target)
    content = KnowledgeGraph.load(source, base).to_bytes(ending, "entities" if view == "entities" else "situations")
    write_all(target.parent, {target.name: content})


@cli.command("view")
@click.argument("source", type=SOURCE)
@click.option("--out", type=SOURCE, default=Path("graph.html"), show_default=True, help="The page.")
@click.option("--language", type=click.Choice(["nl", "en"]), help="Of the page.  [default: that of most articles]")
@click.option("--around", "name", help="Only what lies around the entity of this name.")
@click.option("--steps", type=click.IntRange(min=0), default=2, show_default=True, help="How far around it.")
@click.option("--sparql", is_flag=True, help="The page answers SPARQL too, which makes it 2 MB larger.")
@BASE
def view_command(
    source: Path, out: Path, language: str | None, name: str | None, steps: int, sparql: bool, base: str
) -> None:
    """Write the graph in SOURCE as a page that opens offline in any browser."""
    if out.suffix.lower() not in _PAGES:
        raise OutputError(f"has no ending that a page can have: {', '.join(_PAGES)}", file=out)
    graph = KnowledgeGraph.load(source, base)
    with asking(source):
        part = graph if name is None else graph.around(name, steps)
    part.to_html(out, language, sparql=sparql)
    click.echo(f"Written: {out}")
