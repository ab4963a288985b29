"""The command that writes a briefing."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from kg.cli.group import BASE, SOURCE, TODAY, cli
from kg.errors import OutputError
from kg.graph import KnowledgeGraph
from kg.output import write_all
from kg.report import LANGUAGES, Language, briefing, to_markdown, to_page

_WRITERS = {".md": to_markdown, ".html": to_page}


@cli.command("report")
@click.argument("source", type=SOURCE, default=Path("build/graph.trig"))
@click.option("--out", type=SOURCE, help="The file: .md or .html.  [default: Markdown to the terminal]")
@click.option("--language", type=click.Choice(LANGUAGES), help="Of the briefing.  [default: that of most articles]")
@TODAY
@BASE
def report_command(
    source: Path, out: Path | None, language: Language | None, today: datetime.date | None, base: str
) -> None:
    """Write a briefing on the graph in SOURCE: sentences, each with a footnote that holds the exact words."""
    if out is not None and out.suffix.lower() not in _WRITERS:
        raise OutputError(f"has no ending that a briefing can have: {', '.join(_WRITERS)}", file=out)
    found = briefing(KnowledgeGraph.load(source, base), language, today)
    if out is None:
        click.echo(to_markdown(found), nl=False)
        return
    write_all(out.parent, {out.name: _WRITERS[out.suffix.lower()](found).encode()})
    click.echo(f"Written: {out}")
