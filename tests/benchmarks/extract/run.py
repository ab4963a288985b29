"""What extraction costs over bare spaCy, as ratios in one run: ``python tests/benchmarks/extract/run.py [FOLDER]``.

Both read the same texts: those of the development cases and the seed article, or of a folder. Ours and bare are taken
in turn several times, and the best of each counts: seconds say nothing about another machine, and little about this one
when it has other work; ratios do. Extraction must take at most 1.5 times bare spaCy, start in 2 seconds, need less than
1 GB for any article, and end on hostile input.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import resources
from pathlib import Path

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from kg.analysis.engine import analyse_all  # noqa: E402
from kg.analysis.engines import load_engine  # noqa: E402
from kg.article import Article  # noqa: E402
from kg.pipeline import extract_facts  # noqa: E402

MODEL = resources.files("kg.analysis") / "models" / "nl"
BOUND = 1.5

HOSTILE = {
    "100,000 words without an end": "'woord ' * 100_000",
    "10,000 nested quotation marks": "'“' * 10_000 + 'zei de minister' + '”' * 10_000",
    "10,000 nested quotations": "'“Hij zei: ' * 10_000 + '”' * 10_000",
    "100,000 commas": "'Jan, ' * 100_000",
    "one word of 300,000 letters": "'a' * 300_000",
    "20,000 dates": "'op 5 juli 2025 en ' * 20_000",
    "20,000 reports": "'zei Jan dat ' * 20_000",
}


def files_in(folder: Path | None) -> list[Path]:
    """Give the texts of a folder; by default those that come with `kg`."""
    folders = [folder] if folder else [ROOT / "tests" / "development", ROOT / "seeds"]
    return sorted(file for folder in folders for file in folder.rglob("*.txt"))


def measure(files: list[Path], rounds: int) -> dict[str, float]:
    """Give microseconds a token: of bare spaCy, of our analysis, of extraction with all that is about it."""
    import spacy

    nlp = spacy.load(Path(str(MODEL)))
    engine = load_engine()
    texts = [file.read_text(encoding="utf-8") for file in files]
    articles = [Article(id=f"{number}", text=text, language="nl") for number, text in enumerate(texts)]
    tokens = sum(len(doc) for doc in nlp.pipe(texts))
    ways: dict[str, Callable[[], object]] = {
        "bare": lambda: sum(len(doc) for doc in nlp.pipe(texts)),
        "analysis": lambda: list(analyse_all(articles, engine)),
        "extraction": lambda: list(extract_facts(files)),
    }
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(rounds):
        for name, way in ways.items():
            begin = time.process_time()
            way()
            best[name] = min(best[name], time.process_time() - begin)
    return {name: seconds / tokens * 1e6 for name, seconds in best.items()}


def in_a_process(code: str) -> dict[str, float]:
    """Run code in a process of its own: its seconds (CPU and wall), and its peak of memory in MB."""
    end = (
        "\nimport json, re, time\npeak = re.search(r'VmHWM:\\s*(\\d+)', open('/proc/self/status').read())"
        "\nprint(json.dumps([time.process_time(), int(peak[1]) / 1000]))"
    )
    begin = time.perf_counter()
    run = subprocess.run([sys.executable, "-c", code + end], check=True, capture_output=True, text=True, cwd=ROOT)
    wall = time.perf_counter() - begin
    seconds, memory = json.loads(run.stdout.splitlines()[-1])
    return {"seconds": seconds, "wall": wall, "memory": memory}


def extraction_of(text: str) -> str:
    """Give the code that extracts from a text, which is Python's code too."""
    article = f"Article(id='x', text={text}, language='nl')"
    return f"import kg.extraction\nfrom kg.article import Article\nkg.extraction.extract_from({article})"


def main() -> None:
    """Print all measures; exit with 1 where a bound is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="no hostile input")
    arguments = parser.parse_args()
    files = files_in(arguments.folder)
    costs = measure(files, arguments.rounds)
    ratio = costs["extraction"] / costs["bare"]
    print(f"{len(files)} texts; microseconds a token:")  # noqa: T201
    for name, cost in costs.items():
        print(f"  {name:12}{cost:7.0f}   {cost / costs['bare']:.2f} times bare")  # noqa: T201
    broken = [f"{ratio:.2f} times bare spaCy"] if ratio > BOUND else []
    cases = {"start-up, one sentence": "'De minister tekende gisteren een akkoord.'"}
    for name, text in (cases if arguments.quick else cases | HOSTILE).items():
        used = in_a_process(extraction_of(text))
        print(f"{name:32}{used['seconds']:7.1f} s CPU {used['wall']:7.1f} s wall {used['memory']:6.0f} MB")  # noqa: T201
        if used["memory"] > 1000 or (name in cases and used["seconds"] > 2):
            broken.append(name)
    sys.exit("\n".join(f"too much: {name}" for name in broken))


if __name__ == "__main__":
    main()
