"""The command that holds extracted facts against reviewed ones."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from kg import texts
from kg.article import Article
from kg.cli.group import MODEL, SOURCE, cli
from kg.errors import InputError
from kg.evaluation import (
    Cases,
    Evaluation,
    Known,
    by_type_table,
    evaluate,
    extracted_afresh,
    figures_table,
    listing,
    minimum,
    notes,
    read_known,
    shortfalls,
    side_by_side,
    to_csv,
    to_json,
)
from kg.extraction import extract_from
from kg.facts import Fact

_SHORTFALL = 1


@cli.command("evaluate")
@click.argument("extracted", type=SOURCE)
@click.argument("reviewed", required=False, type=SOURCE)
@click.option("--by-type", is_flag=True, help="Show the figures of each type of fact too.")
@click.option("--list", "most", type=click.IntRange(0), default=10, show_default=True, help="How many facts to name.")
@click.option("--all", "everything", is_flag=True, help="Name all facts missed, invented or different.")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
@click.option(
    "--minimum",
    "minimums",
    multiple=True,
    metavar="[MEASURE[.FIGURE]=]NUMBER",
    help="End with 1 below this F1 of facts (0.8), or this figure (facts.precision=0.9). May be given several times.",
)
@MODEL
def evaluate_command(
    extracted: Path,
    reviewed: Path | None,
    by_type: bool,
    most: int,
    everything: bool,
    form: str,
    minimums: tuple[str, ...],
    model: str | None,
) -> None:
    """Hold EXTRACTED facts against REVIEWED ones: how many are found, how many are right, and what differs.

    Each is a facts.jsonl, a reviewed file (NAME.facts.yaml) or an article beside one, or a folder of those. With one
    alone, facts are extracted afresh from its articles and held against its reviewed files.
    """
    least = dict(minimum(stated) for stated in minimums)
    known = read_known(extracted)
    if reviewed is not None and model is not None:
        raise InputError("--model is for extracting afresh: give a folder of articles with reviewed files alone")
    cases = afresh(known, model) if reviewed is None else side_by_side(known, read_known(reviewed))
    result = evaluate(cases.cases)
    if form == "json":
        click.echo(json.dumps(to_json(result, cases), ensure_ascii=False, indent=2))
    elif form == "csv":
        click.echo(to_csv(result), nl=False)
    else:
        click.echo(report(result, cases, by_type=by_type, most=None if everything else most))
    if below := shortfalls(result, least):
        click.echo(f"kg: {'; '.join(below)}", err=True)
        sys.exit(_SHORTFALL)


def afresh(reviewed: Mapping[str, Known], model: str | None = None) -> Cases:
    """Extract facts from the articles that were reviewed, with what the grounding gate does not let pass.

    Args:
        reviewed: what was reviewed, by the id of the article.
        model: the engine of analysis; by default the one that comes with `kg`.

    Raises:
        InputError: an article's text is not known or its language not supported, or there is no such engine.
    """
    rejected: list[tuple[Fact, str]] = []

    def extract(article: Article) -> Sequence[Fact]:
        extracted = extract_from(article, model)
        rejected.extend(extracted.rejected)
        return extracted.facts

    cases = extracted_afresh(reviewed, extract)
    cases.rejected[:0] = rejected
    return cases


def report(result: Evaluation, cases: Cases, *, by_type: bool = False, most: int | None = 10) -> str:
    """Show what came of an evaluation.

    Args:
        result: what came of it.
        cases: what was held against each other.
        by_type: whether to show the figures of each type too.
        most: how many facts of each kind to name; None names all.
    """
    parts = [texts.count(result.articles, "article"), texts.table(*figures_table(result))]
    if by_type:
        parts.append(texts.table(*by_type_table(result)))
    parts += [listing(result, most), "\n".join(notes(cases))]
    return "\n\n".join(part for part in parts if part)
