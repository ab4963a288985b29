"""Commands that tell what a graph shows: who matters, who is connected with whom, what is planned and missing."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import click

from kg import texts
from kg.cli.group import BASE, GRAPH, SOURCE, TODAY, asking, cli
from kg.errors import InputError, QueryError
from kg.graph import KnowledgeGraph
from kg.insight import ANALYSES, ENGINES, HELD, METHODS, STATUSES, Findings, Insight
from kg.insight.communities import Method
from kg.insight.engines import MOST_IN_PYTHON, Engine

_BUILT = Path("build/graph.trig")
_TOP = 10
_MOST_SOURCES = 8
FORMAT = click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True
)
EXPLAIN = click.option("--explain", is_flag=True, help="Show the words behind each row.")
NAMES = click.option(
    "--language",
    type=click.Choice(["nl", "en"]),
    default="nl",
    show_default=True,
    help="Of the names, where it matters.",
)
STATUS = click.option(
    "--status",
    "statuses",
    type=click.Choice(STATUSES),
    multiple=True,
    default=HELD,
    show_default=True,
    help="Situations of which status connect; may be given more than once.",
)


@cli.command("analyse")
@click.argument("source", type=SOURCE, default=_BUILT)
@click.argument("what", type=click.Choice(ANALYSES), required=False)
@STATUS
@TODAY
@click.option("--top", type=click.IntRange(1), help=f"The most rows.  [default: {_TOP} of each table, all of one]")
@click.option("--method", type=click.Choice(METHODS), default="louvain", show_default=True, help="For communities.")
@click.option("--engine", type=click.Choice(ENGINES), default="auto", show_default=True, help="What counts.")
@EXPLAIN
@FORMAT
@NAMES
@BASE
def analyse_command(
    source: Path,
    what: str | None,
    statuses: tuple[str, ...],
    today: datetime.date | None,
    top: int | None,
    method: Method,
    engine: Engine,
    explain: bool,
    form: str,
    language: str,
    base: str,
) -> None:
    """Tell what the graph in SOURCE shows (a file of RDF, a folder or a store): all of it, or WHAT.

    WHAT is actors (who matters, and who brings others together), communities, sources (who speaks of what), foundations
    (how well-founded each fact is), agenda (what is planned, and overdue) or gaps (what is not told).
    """
    if what is None and str(source) in ANALYSES and not source.exists():
        source, what = _BUILT, str(source)
    if form == "csv" and what is None:
        raise InputError(f"--format csv writes one table: say which, {', '.join(ANALYSES)}")
    insight = KnowledgeGraph.load(source, base).insight(statuses=statuses, language=language, engine=engine)
    found = [_analysis(insight, name, today, method) for name in ([what] if what else ANALYSES)]
    most = top or (_TOP if what is None and form == "table" else None)
    _show([findings.top(most) if most else findings for findings in found], form, explain=explain, alone=bool(what))
    if form == "table":
        _note(insight, found, most, today)


@cli.command("path")
@click.argument("start", metavar="FROM")
@click.argument("end", metavar="TO")
@GRAPH
@STATUS
@click.option("--count", type=click.IntRange(1), default=3, show_default=True, help="The most paths.")
@FORMAT
@NAMES
@BASE
def path_command(
    start: str,
    end: str,
    source: Path,
    statuses: tuple[str, ...],
    count: int,
    form: str,
    language: str,
    base: str,
) -> None:
    """Show how FROM and TO are connected, each step with its words: kg path "Eric Schmidt" Denemarken."""
    insight = KnowledgeGraph.load(source, base).insight(statuses=statuses, language=language)
    with asking(source):
        found = insight.paths(start, end, count)
    if not found and form == "table":
        hint = "" if "planned" in statuses else " (--status planned counts plans too)"
        raise QueryError(f"nothing that is {' or '.join(statuses)} connects {start!r} with {end!r}{hint}")
    if form == "table":
        click.echo(_paths(found))
    else:
        _show([found], form, explain=False, alone=True)


def _analysis(insight: Insight, name: str, today: datetime.date | None, method: Method) -> Findings:
    match name:
        case "communities":
            return insight.communities(method)
        case "agenda":
            return insight.agenda(today)
        case _:
            findings: Findings = getattr(insight, name)()
            return findings


def _show(found: list[Findings], form: str, *, explain: bool, alone: bool) -> None:
    if form == "csv":
        click.echo(found[0].to_csv(), nl=False)
    elif form == "json":
        plain = {findings.name: findings.as_json() for findings in found}
        click.echo(json.dumps(plain[found[0].name] if alone else plain, ensure_ascii=False, indent=2))
    else:
        click.echo("\n\n".join(_table(findings, explain=explain, titled=not alone) for findings in found))


def _table(findings: Findings, *, explain: bool, titled: bool) -> str:
    title = f"{findings.name.upper()}\n" if titled else ""
    if findings.name == "sources" and not titled:
        findings = _matrix(findings)
    lines = [f"{title}{texts.table(findings.columns, findings.texts())}", *(() if findings else ("(0 rows)",))]
    for number, row in enumerate(findings, start=1):
        if explain:
            lines += ["", f"Row {number}", texts.receipts(row.receipts)]
    return "\n".join(lines)


def _matrix(sources: Findings) -> Findings:
    """Give who speaks of whom as a matrix, of as many sources as fit beside one another."""
    names = list(dict.fromkeys(sources.column("source")))[:_MOST_SOURCES]
    rows = tuple(row for row in sources if row.values[0] in names)
    return Findings(sources.name, sources.columns, rows).matrix("speaks of", "source", "facts")


def _note(insight: Insight, found: list[Findings], most: int | None, today: datetime.date | None) -> None:
    names = {findings.name for findings in found}
    if "agenda" in names and insight.today and today is None:
        click.echo(
            f"The agenda looks from {insight.today}, the day of the latest article, unless --today says another.",
            err=True,
        )
    if "actors" in names and insight.engine == "networkx" and len(insight.network) > MOST_IN_PYTHON:
        click.echo("Betweenness was not counted, as it would take long: pip install 'newskg[fast]'", err=True)
    if most and any(len(findings) > most for findings in found):
        click.echo(f"Only the first {texts.count(most, 'row')} of each: --top has more.", err=True)


def _paths(found: Findings) -> str:
    """Show paths: who is connected with whom, by what, in which words."""
    lines: list[str] = []
    for number in dict.fromkeys(found.column("path")):
        own = [
            (record, row) for record, row in zip(found.records(), found.rows, strict=True) if record["path"] == number
        ]
        lines += ["", f"Path {number}"] if lines else [f"Path {number}"]
        for record, row in own:
            step = f"  {record['from']} — {record['to']}: {record['fact']}  [{record['type']} · {record['status']}]"
            lines.append(step)
            lines += [f"    “{receipt.quote}”" for receipt in row.receipts]
    return "\n".join(lines)
