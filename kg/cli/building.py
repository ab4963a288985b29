"""Commands that make graphs and check them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from kg import texts
from kg.cli.group import BASE, LANGUAGE, MODEL, SOURCE, cli
from kg.errors import one_line
from kg.facts import FACT
from kg.graph import KnowledgeGraph
from kg.pipeline import Options, build, build_store, check, validate, write


@cli.command("build")
@click.argument("sources", nargs=-1, required=True, type=SOURCE, metavar="SOURCE...")
@click.option(
    "--facts",
    type=SOURCE,
    help="A reviewed file or a facts.jsonl.  [default: NAME.facts.yaml beside NAME, else extracted]",
)
@click.option("--out", type=SOURCE, default=Path("build"), show_default=True, help="The folder to write to.")
@click.option("--store", type=SOURCE, help="Keep the graph in this store on disk, and write no files.")
@BASE
@click.option("--date", help="The articles' date, as 2025-07-05 or 2025-07, over their own.")
@click.option("--language", help="The articles' language, as nl, over their own.")
@MODEL
@click.option("--no-text", is_flag=True, help="Leave the articles' text out of the graph (copyright).")
@click.option("--no-validate", is_flag=True, help="Do not hold the graph against the shapes before writing it.")
@click.option("--verbose", is_flag=True, help="List the sentences that gave no fact.")
def build_command(
    sources: tuple[Path, ...],
    facts: Path | None,
    out: Path,
    store: Path | None,
    base: str,
    date: str | None,
    language: str | None,
    model: str | None,
    no_text: bool,
    no_validate: bool,
    verbose: bool,
) -> None:
    """Build a graph from articles: files or folders of text, HTML, JSON or JSON Lines."""
    options = Options(facts, base, date, language, not no_text, model)
    if store is not None:
        click.echo(texts.stored(build_store(list(sources), store, options, valid=not no_validate), store))
        return
    result = build(list(sources), options)
    if not no_validate:
        validate(result)
    written = write(result, out)
    click.echo(texts.summary(result, written, verbose=verbose))


@cli.command("validate")
@click.argument("source", type=SOURCE, default=Path("build/graph.trig"))
@LANGUAGE
def validate_command(source: Path, language: str) -> None:
    """Check a graph (a file of RDF, or a folder), or a reviewed file (NAME.facts.yaml)."""
    if source.name.endswith(".facts.yaml"):
        click.echo(f"{source}: {texts.count(check(source), 'fact')}, all of them grounded")
        return
    problems = KnowledgeGraph.load(source).validate(language)
    for problem in problems:
        click.echo(one_line(str(problem)))
    if problems:
        sys.exit(1)
    click.echo(f"{source}: valid")


@cli.command("types")
@click.argument("name", required=False, metavar="TYPE")
def types_command(name: str | None) -> None:
    """Show which types of facts there are, or what a fact of TYPE has: for writers of reviewed files."""
    click.echo(texts.types() if name is None else texts.roles(name))


@cli.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of a fact: a line of facts.jsonl."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A fact of kg"} | FACT.json_schema()
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2))
