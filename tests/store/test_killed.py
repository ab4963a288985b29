"""Runs that are killed at any moment, readers meanwhile, and how much memory a run takes."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.store import ONTOLOGY, EmbeddedStore, is_store

RUN = """
import sys
from pyoxigraph import Literal, NamedNode, Quad
from kg.store import EmbeddedStore, embedded
embedded._TRANSACTION, embedded._CHUNK = int(sys.argv[2]), int(sys.argv[3])
words, count = sys.argv[4], int(sys.argv[5])
names = [NamedNode(f"http://example.org/{n}") for n in range(count)]
articles = [(g, [Quad(g, NamedNode(f"http://example.org/p{i}"), Literal(words), g) for i in range(30)]) for g in names]
print("ready", flush=True)
sys.stdin.readline()
with EmbeddedStore.open(sys.argv[1]) as store:
    store.replace(articles)
print("done", flush=True)
"""


def state(path: Path) -> set[str] | None:
    """The words of a store, seen through its default graph and through its named graphs; None where there is none."""
    if not is_store(path):
        return None
    with EmbeddedStore.read_only(path) as store, store.rdf() as rdf:
        found = {quad for quad in rdf if quad.graph_name != ONTOLOGY}
    named = {Quad(q.subject, q.predicate, q.object) for q in found if q.graph_name != DefaultGraph()}
    assert named == {quad for quad in found if quad.graph_name == DefaultGraph()}
    return {str(quad.object) for quad in found}


def run(path: Path, way: tuple[int, int, int], words: str, seconds: float | None) -> float:
    """Change a store in another process, which is killed after so many seconds; give how long it was at work."""
    transaction, chunk, count = way
    arguments = [sys.executable, "-c", RUN, str(path), str(transaction), str(chunk), words, str(count)]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        process.stdin.write("\n")
        process.stdin.flush()
        start = time.monotonic()
        if seconds is None:
            assert process.stdout.readline() == "done\n"
        else:
            time.sleep(seconds)
            os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        return time.monotonic() - start


@pytest.mark.slow
@pytest.mark.parametrize("way", [(20_000, 200_000, 40), (-1, 1000, 100)], ids=["in one transaction", "on a copy"])
def test_a_run_that_is_killed_leaves_what_was_before_or_after(tmp_path: Path, way: tuple[int, int, int]) -> None:
    whole = run(tmp_path / "try", way, "first", None)
    whole = max(whole, run(tmp_path / "try", way, "second", None))
    chance = random.Random(7)
    seen = set()
    before: set[str] | None = None
    for number in range(24):
        words = f"words {number}"
        run(tmp_path / "store", way, words, chance.uniform(0, whole * 1.3))
        after = state(tmp_path / "store")
        assert after in (before, {f'"{words}"'})
        seen.add(after == before)
        before = after
    assert seen == {True, False}, "the moments of death were all too early, or all too late"
    run(tmp_path / "store", way, "last", None)
    assert state(tmp_path / "store") == {'"last"'}
    assert len(list((tmp_path / "store").glob("generation-*"))) == 1
    assert {path.name for path in (tmp_path / "store").iterdir()} - {"lock", "kg-store.json"} == {
        path.name for path in (tmp_path / "store").glob("generation-*")
    }


@pytest.mark.slow
def test_readers_never_see_a_change_half_made(tmp_path: Path) -> None:
    code = """
import sys, time
from kg.store import EmbeddedStore
reads, end = 0, time.monotonic() + 8
print("ready", flush=True)
while time.monotonic() < end:
    with EmbeddedStore.read_only(sys.argv[1]) as store:
        assert len({quad.object for quad in store.quads()}) == 1
    reads += 1
print(reads)
"""

    def put(words: str) -> None:
        names = [NamedNode(f"http://example.org/{number}") for number in range(20)]
        with EmbeddedStore.open(tmp_path) as store:
            store.replace((name, [Quad(name, name, Literal(words), name)]) for name in names)

    put("first")
    readers = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    changes = 0
    for reader in readers:
        assert reader.stdout
        assert reader.stdout.readline() == "ready\n"
    while any(reader.poll() is None for reader in readers):
        put(f"words {changes}")
        changes += 1
        time.sleep(0.01)
    for reader in readers:
        with reader:
            assert reader.returncode == 0
            assert reader.stdout
            assert int(reader.stdout.read()) > 3
    assert changes > 3


@pytest.mark.slow
def test_memory_does_not_grow_with_the_number_of_articles(tmp_path: Path) -> None:
    code = """
import resource, sys
from pyoxigraph import Literal, NamedNode, Quad
from kg.store import EmbeddedStore, embedded
embedded._CHUNK = 10_000
p = [NamedNode(f"http://example.org/p{i}") for i in range(30)]
def articles():
    for n in range(int(sys.argv[2])):
        g = NamedNode(f"http://example.org/{n}")
        yield g, [Quad(g, q, Literal(f"some words {n} " * 10), g) for q in p]
with EmbeddedStore.open(sys.argv[1]) as store:
    store.replace(articles())
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
    few, many = (
        int(subprocess.check_output([sys.executable, "-c", code, str(tmp_path / str(n)), str(n)], text=True))
        for n in (2_000, 8_000)
    )
    assert many < 1.35 * few
