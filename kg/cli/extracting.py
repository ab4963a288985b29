"""The command that draws facts from articles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from kg import texts
from kg.cli.group import MODEL, SOURCE, cli
from kg.facts import to_lines
from kg.output import write_all
from kg.pipeline import Options, extract_facts


@cli.command("extract")
@click.argument("sources", nargs=-1, required=True, type=SOURCE, metavar="SOURCE...")
@click.option("--out", type=SOURCE, help="The file of facts to write.  [default: standard output]")
@click.option("--date", help="The articles' date, as 2025-07-05 or 2025-07, over their own.")
@click.option("--language", help="The articles' language, as nl, over their own.")
@MODEL
@click.option("--explain", is_flag=True, help="Show for people which frame matched which words, in place of JSON.")
def extract_command(
    sources: tuple[Path, ...],
    out: Path | None,
    date: str | None,
    language: str | None,
    model: str | None,
    explain: bool,
) -> None:
    """Draw the facts from articles, as JSON Lines, one fact a line; reviewed files are left aside."""
    options = Options(date=date, language=language, model=model)
    form = texts.explained_facts if explain else to_lines
    if out is None:
        for extracted in extract_facts(list(sources), options):
            click.echo(form(extracted.facts), nl=False)
            _tell(extracted.rejected)
        return
    every = list(extract_facts(list(sources), options))
    facts = [fact for extracted in every for fact in extracted.facts]
    write_all(out.parent, {out.name: form(facts).encode()})
    for extracted in every:
        _tell(extracted.rejected)
    click.echo(f"Written: {out} ({texts.count(len(facts), 'fact')})", err=True)


def _tell(rejected: Sequence[tuple[object, str]]) -> None:
    """Say which facts did not pass the grounding gate."""
    for _, reason in rejected:
        click.echo(f"kg: a fact was rejected: {reason}", err=True)
