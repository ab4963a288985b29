"""The command that draws pictures."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Literal

import click

from kg.cli.group import BASE, SOURCE, asking, cli
from kg.errors import InputError, OutputError
from kg.graph import KnowledgeGraph
from kg.output import write_all

_KINDS = ("timeline", "matrix", "communities", "ego", "attributions")


@cli.command("plot")
@click.argument("kind", type=click.Choice(_KINDS))
@click.argument("source", type=SOURCE, default=Path("build/graph.trig"))
@click.option("--out", type=SOURCE, required=True, help="The file: .svg or .png.")
@click.option("--around", metavar="NAME", help="For ego: the entity in the middle.")
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="Of the picture.")
@BASE
def plot_command(
    kind: Literal["timeline", "matrix", "communities", "ego", "attributions"],
    source: Path,
    out: Path,
    around: str | None,
    language: Literal["nl", "en"],
    base: str,
) -> None:
    """Draw a picture of the graph in SOURCE, to print or to put on a page.

    KIND is timeline (of both clocks: when it is, and when it was reported), matrix (actors and types of facts),
    communities (a map), ego (the network around one entity) or attributions (who tells what, through whom).
    """
    if importlib.util.find_spec("matplotlib") is None:
        raise InputError("pictures need the extra plot: pip install 'newskg[plot]'")
    from kg.plot import FORMS

    form = FORMS.get(out.suffix.lower())
    if form is None:
        raise OutputError(f"has no ending that a picture can have: {', '.join(FORMS)}", file=out)
    graph = KnowledgeGraph.load(source, base)
    with asking(source):
        image = graph.plot(kind, form, language=language, around=around)
    write_all(out.parent, {out.name: image})
    click.echo(f"Written: {out}")
