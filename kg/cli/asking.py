"""Commands that ask a graph."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import click

from kg import texts
from kg.cli.group import BASE, GRAPH, SOURCE, asking, cli
from kg.errors import InputError
from kg.graph import KnowledgeGraph
from kg.query import FORMATS, Table, find_question, how_questions_are_named, no_rows, unknown_terms
from kg.store import is_store
from kg.store.guard import UNBOUNDED, Guard, Limits, UntrustedQueryError


@cli.command("query")
@click.argument("source", type=SOURCE)
@click.argument("query", required=False)
@click.option("--question", help="The number or name of a question that comes with kg, in place of QUERY.")
@click.option("--format", "form", type=click.Choice(["table", *FORMATS]), default="table", show_default=True)
@click.option("--explain", is_flag=True, help="Show the words behind each row that has a situation in it.")
@click.option("--inferred", is_flag=True, help="Of a store, ask the ontology and what is inferred too.")
@click.option("--timeout", type=click.FloatRange(0.1), metavar="SECONDS", help="End the query after so long.")
@click.option(
    "--untrusted", is_flag=True, help="Bound the query in time, memory and size, and keep it off the network."
)
@BASE
def query_command(
    source: Path,
    query: str | None,
    question: str | None,
    form: str,
    explain: bool,
    inferred: bool,
    timeout: float | None,
    untrusted: bool,
    base: str,
) -> None:
    """Answer QUERY (SPARQL, or a .rq file) over SOURCE: a file of RDF, a folder of such files, or a store."""
    if (query is None) == (question is None):
        raise InputError(f"give a query, or a question with --question: {how_questions_are_named()}")
    if explain and form != "table":
        raise InputError("--explain goes with --format table")
    text = find_question(question) if question is not None else _query_text(query or "")
    if inferred and not is_store(source):
        raise InputError("--inferred asks a store")
    if untrusted or timeout is not None:
        if inferred or explain:
            raise InputError("neither --inferred nor --explain goes with --untrusted or --timeout")
        _ask_guarded(source, text, form, None if is_store(source) else base, _limits(timeout, untrusted=untrusted))
        return
    graph = KnowledgeGraph.load(source, base)
    if form in FORMATS:
        graph.write_answer(sys.stdout.buffer, text, form, inferred=inferred)
        return
    found = graph.query(text, inferred=inferred)
    for unknown in unknown_terms(text):
        click.echo(f"kg: {unknown}", err=True)
    if explain and isinstance(found, Table):
        click.echo(texts.explained(found, graph.explain(found), graph.base))
    else:
        click.echo(texts.answer(found, graph.base))


def _limits(timeout: float | None, *, untrusted: bool) -> Limits:
    limits = Limits() if untrusted else UNBOUNDED
    return limits if timeout is None else replace(limits, seconds=timeout)


def _ask_guarded(source: Path, text: str, form: str, base: str | None, limits: Limits) -> None:
    with Guard(source, limits, base) as guard:
        if form not in FORMATS:
            click.echo(texts.answer(guard.answer(text), guard.base))
            return
        try:
            click.echo(guard.ask(text, form, None).content, nl=False)
        except UntrustedQueryError as error:
            raise (no_rows(form) if error.reason == "format" else error) from None


def _query_text(query: str) -> str:
    if not query.lower().endswith(".rq"):
        return query
    try:
        return Path(query).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=query) from None
    except UnicodeDecodeError:
        raise InputError("is not in UTF-8", file=query) from None


@cli.command("why")
@click.argument("subject")
@click.argument("predicate", required=False)
@click.argument("object", required=False)
@GRAPH
@BASE
def why_command(subject: str, predicate: str | None, object: str | None, source: Path, base: str) -> None:  # noqa: A002
    """Show the words behind what the graph says: kg why "Eric Schmidt" backs "Swift Beat LLC".

    Entities go by any of their names, or their IRI; predicates by name or label (backs, steunt).
    """
    graph = KnowledgeGraph.load(source, base)
    with asking(source):
        receipts = graph.why(subject, predicate, object)
    if not receipts:
        raise InputError("the graph does not say so", file=source)
    click.echo(texts.receipts(receipts))


@cli.command("diff")
@click.argument("before", type=SOURCE, metavar="A")
@click.argument("after", type=SOURCE, metavar="B")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@BASE
def diff_command(before: Path, after: Path, form: str, base: str) -> None:
    """Tell in facts what changes from A to B: files of RDF, folders or stores. Ends with 1 if something does."""
    found = KnowledgeGraph.load(before, base).diff(KnowledgeGraph.load(after, base))
    click.echo(json.dumps(found.as_json(), ensure_ascii=False, indent=2) if form == "json" else str(found))
    if found:
        sys.exit(1)


@cli.command("hash")
@click.argument("source", type=SOURCE, default=Path("build/graph.trig"))
def hash_command(source: Path) -> None:
    """Print the hash of a graph's canonical form (RDFC-1.0, SHA-256)."""
    click.echo(KnowledgeGraph.load(source).hash())
