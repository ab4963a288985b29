"""The command `kg`: arguments, messages and exit codes; no logic."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

import kg
from kg import texts
from kg.errors import InputError, OutputError, one_line
from kg.export import FORMATS
from kg.facts import FACT
from kg.graph import KnowledgeGraph
from kg.output import write_all
from kg.pipeline import Options, build, check, validate, write
from kg.query import find_question, questions
from kg.vocab import DEFAULT_BASE

USER_MISTAKE = 2

_SOURCE = click.Path(path_type=Path)
_BASE = click.option("--base", default=DEFAULT_BASE, show_default=True, help="What the IRIs of data begin with.")
_GRAPH = click.option(
    "--graph",
    "source",
    type=_SOURCE,
    default=Path("build/graph.trig"),
    show_default=True,
    help="The graph: a file of RDF, or a folder of such files.",
)
_LANGUAGE = click.option("--language", type=click.Choice(["en", "nl"]), default="en", help="Of the messages.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(kg.__version__, prog_name="kg")
def cli() -> None:
    """News articles become a knowledge graph with receipts."""


@cli.command("build")
@click.argument("sources", nargs=-1, required=True, type=_SOURCE, metavar="SOURCE...")
@click.option("--facts", type=_SOURCE, help="A reviewed file or a facts.jsonl.  [default: NAME.facts.yaml beside NAME]")
@click.option("--out", type=_SOURCE, default=Path("build"), show_default=True, help="The folder to write to.")
@_BASE
@click.option("--date", help="The articles' date, as 2025-07-05 or 2025-07, over their own.")
@click.option("--language", help="The articles' language, as nl, over their own.")
@click.option("--no-text", is_flag=True, help="Leave the articles' text out of the graph (copyright).")
@click.option("--no-validate", is_flag=True, help="Do not hold the graph against the shapes before writing it.")
@click.option("--verbose", is_flag=True, help="List the sentences that gave no fact.")
def build_command(
    sources: tuple[Path, ...],
    facts: Path | None,
    out: Path,
    base: str,
    date: str | None,
    language: str | None,
    no_text: bool,
    no_validate: bool,
    verbose: bool,
) -> None:
    """Build a graph from articles: files or folders of text, HTML, JSON or JSON Lines."""
    result = build(list(sources), Options(facts, base, date, language, not no_text))
    if not no_validate:
        validate(result)
    written = write(result, out)
    click.echo(texts.summary(result, written, verbose=verbose))


@cli.command("query")
@click.argument("source", type=_SOURCE)
@click.argument("query", required=False)
@click.option("--question", help="The number or name of a question that comes with kg, in place of QUERY.")
@_BASE
def query_command(source: Path, query: str | None, question: str | None, base: str) -> None:
    """Answer QUERY (SPARQL, or a .rq file) over SOURCE: a file of RDF, or a folder of such files."""
    if (query is None) == (question is None):
        raise InputError(f"give a query, or a question with --question: {', '.join(questions())}")
    text = find_question(question) if question is not None else _query_text(query or "")
    click.echo(texts.answer(KnowledgeGraph.load(source, base).query(text), base))


def _query_text(query: str) -> str:
    if not query.endswith(".rq"):
        return query
    try:
        return Path(query).read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=query) from None
    except UnicodeDecodeError:
        raise InputError("is not in UTF-8", file=query) from None


@cli.command("why")
@click.argument("subject")
@click.argument("predicate", required=False)
@click.argument("object", required=False)
@_GRAPH
@_BASE
def why_command(subject: str, predicate: str | None, object: str | None, source: Path, base: str) -> None:  # noqa: A002
    """Show the words behind what the graph says: kg why "Eric Schmidt" backs "Swift Beat LLC".

    Entities go by any of their names, or their IRI; predicates by name or label (backs, steunt).
    """
    receipts = KnowledgeGraph.load(source, base).why(subject, predicate, object)
    if not receipts:
        raise InputError("the graph does not say so")
    click.echo(texts.receipts(receipts))


@cli.command("validate")
@click.argument("source", type=_SOURCE, default=Path("build/graph.trig"))
@_LANGUAGE
def validate_command(source: Path, language: str) -> None:
    """Check a graph (a file of RDF, or a folder), or a reviewed file (NAME.facts.yaml)."""
    if source.name.endswith(".facts.yaml"):
        click.echo(f"{source}: {check(source)} facts, all of them grounded")
        return
    problems = KnowledgeGraph.load(source).validate(language)
    for problem in problems:
        click.echo(one_line(str(problem)))
    if problems:
        sys.exit(1)
    click.echo(f"{source}: valid")


@cli.command("export")
@click.argument("source", type=_SOURCE)
@click.argument("target", type=_SOURCE)
@click.option("--view", type=click.Choice(["situations", "entities"]), default="situations", show_default=True)
@_BASE
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
@click.argument("source", type=_SOURCE)
@click.option("--out", type=_SOURCE, default=Path("graph.html"), show_default=True, help="The page.")
@click.option("--language", type=click.Choice(["nl", "en"]), help="Of the page.  [default: that of most articles]")
@click.option("--around", "name", help="Only what lies around the entity of this name.")
@click.option("--steps", type=click.IntRange(min=0), default=2, show_default=True, help="How far around it.")
@click.option("--sparql", is_flag=True, help="The page answers SPARQL too, which makes it 2 MB larger.")
@_BASE
def view_command(
    source: Path, out: Path, language: str | None, name: str | None, steps: int, sparql: bool, base: str
) -> None:
    """Write the graph in SOURCE as a page that opens offline in any browser."""
    graph = KnowledgeGraph.load(source, base)
    part = graph if name is None else graph.around(name, steps)
    part.to_html(out, language, sparql=sparql)
    click.echo(f"Written: {out}")


@cli.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of a fact: a line of facts.jsonl."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A fact of kg"} | FACT.json_schema()
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command, and end with its exit code: 0, 1 (a graph is not valid) or 2 (a user's mistake)."""
    try:
        cli.main(None if arguments is None else list(arguments), prog_name="kg", standalone_mode=False)
    except InputError as error:
        _end(str(error))
    except click.ClickException as error:
        _end(one_line(error.format_message()))
    except click.Abort:
        _end("interrupted", code=130)
    except BrokenPipeError:
        # Whoever read our output has seen enough; keep Python from complaining when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _end(message: str, code: int = USER_MISTAKE) -> None:
    click.echo(f"kg: {message}", err=True)
    sys.exit(code)
