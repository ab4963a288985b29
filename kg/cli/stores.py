"""Commands for stores: on disk, behind an endpoint, and elsewhere."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import click

from kg import texts
from kg.cli.group import SOURCE, STORE, cli
from kg.errors import StoreError, one_line
from kg.store import ENGINES, EmbeddedStore, Engine, infer, is_store


def _existing(store: Path) -> Path:
    if not is_store(store):
        raise StoreError("is not a store: kg build --store or kg load makes one", file=store)
    return store


@cli.command("load")
@click.argument("files", nargs=-1, required=True, type=SOURCE, metavar="FILE...")
@STORE
@click.option("--graph", help="The graph for triples in no graph (Turtle).  [default: the article they are about]")
@click.option("--base", help="What the IRIs of data begin with.  [default: what they do in the store]")
def load_command(files: tuple[Path, ...], store: Path, graph: str | None, base: str | None) -> None:
    """Put files of RDF (or folders of them) into a store: each graph in the place of what it had there."""
    with EmbeddedStore.open(store, base) as opened:
        click.echo(texts.changed(opened.load(files, graph), store))


@cli.command("remove")
@click.argument("article")
@STORE
def remove_command(article: str, store: Path) -> None:
    """Take ARTICLE (its id or its IRI) back from a store; nothing else changes."""
    with EmbeddedStore.open(_existing(store)) as opened:
        click.echo(texts.changed(opened.remove(article), store))


@cli.command("infer")
@click.argument("store", type=SOURCE)
@click.option("--engine", type=click.Choice(ENGINES), help="The reasoner.  [default: the fastest that is installed]")
def infer_command(store: Path, engine: Engine | None) -> None:
    """Draw conclusions (OWL 2 RL, and shortcuts) from what STORE states, into a graph of their own."""
    with EmbeddedStore.open(_existing(store)) as opened:
        number = infer(opened, engine)
        click.echo(f"{store}: {texts.count(number, 'inferred triple')} in the graph {opened.inferred.value}")


@cli.command("serve")
@click.argument("source", type=SOURCE, default=Path("build/graph.trig"))
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to be reached at.")
@click.option("--port", type=click.IntRange(0, 65535), default=7878, show_default=True, help="0 takes a free one.")
@click.option(
    "--page", type=SOURCE, help="The graph page, for /graph.html.  [default: graph.html beside SOURCE or in it]"
)
@click.option("--cors", metavar="ORIGIN", help="Let pages of this origin (* for any) ask too.")
@click.option("--seconds", type=click.FloatRange(0.1, 3600), default=10, show_default=True, help="For each query.")
@click.option("--memory", type=click.IntRange(16), default=512, show_default=True, help="Megabytes for each query.")
@click.option("--rows", type=click.IntRange(1), default=10_000, show_default=True, help="The most in an answer.")
@click.option("--base", help="What the IRIs of data begin with.  [default: that of the store]")
def serve_command(
    source: Path,
    host: str,
    port: int,
    page: Path | None,
    cors: str | None,
    seconds: float,
    memory: int,
    rows: int,
    base: str | None,
) -> None:
    """Answer SPARQL queries over HTTP: SOURCE is a file of RDF, a folder of such files, or a store."""
    from kg.store.serve import Limits, Options, find_page, serve  # needs the extra "serve"

    options = Options(host=host, port=port, cors=cors, graph_page=find_page(source, page))
    limits = Limits(seconds=seconds, memory=memory * 2**20, rows=rows)
    serve(source, options, limits, base, ready=lambda url: click.echo(f"{source}: {url} (Ctrl+C ends it)", err=True))


@cli.command("push")
@click.argument("source", type=SOURCE)
@click.argument("url")
@click.option(
    "--graph", metavar="IRI", help="Put all triples into this graph.  [default: each into the graph it is in]"
)
@click.option("--add", is_flag=True, help="Add to the graphs that are there, in place of replacing them.")
@click.option("--auth", type=click.Choice(["basic", "digest", "bearer"]), help="How to say who you are.")
@click.option("--query-url", metavar="URL", help="Where the store answers queries, to count by.  [default: found out]")
@click.option("--insecure", is_flag=True, help="Send credentials over http:// all the same.")
def push_command(
    source: Path,
    url: str,
    graph: str | None,
    add: bool,
    auth: Literal["basic", "digest", "bearer"] | None,
    query_url: str | None,
    insecure: bool,
) -> None:
    """Push SOURCE (a file of RDF, a folder, or a store) into the triple store at URL, and count it there.

    URL is that of the SPARQL 1.1 Graph Store HTTP Protocol. Credentials come from KG_PUSH_USER and KG_PUSH_PASSWORD,
    KG_PUSH_TOKEN, or ~/.netrc.
    """
    from kg.store.push import push  # needs the extra "push"

    def progress(line: str) -> None:
        click.echo(one_line(line), err=True)

    done = push(source, url, graph=graph, add=add, auth=auth, query_url=query_url, insecure=insecure, progress=progress)
    for each in done:
        click.echo(one_line(str(each)))
    if not all(each.agrees for each in done):
        sys.exit(1)
