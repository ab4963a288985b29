"""The steps from a treebank to a pipeline; see the package."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path

from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

from kg.analysis.blas import numpy_blas, one_thread
from kg.analysis.tokenizer import load_pipeline
from kg.analysis.training.assembly import assemble, describe
from kg.analysis.training.averaging import average
from kg.analysis.training.card import card, meta
from kg.analysis.training.conventions import one_convention
from kg.analysis.training.scores import scores_on_given_tokens, scores_on_raw_text
from kg.analysis.training.treebank import read_treebank, write_corpus

_HERE = Path(__file__).parent
_SEEDS = (1, 2)
MOST_BYTES = 25_000_000
"""How large a pipeline may be: it goes into the wheel."""


def make_model(data: Path, work: Path, settings: Mapping[str, object] | None = None) -> Path:
    """Make the pipeline.

    Args:
        data: the folder with the treebank.
        work: a folder for what is made on the way.
        settings: what to set otherwise than the configs do, such as ``training.max_steps``.

    Returns:
        Its folder.

    Raises:
        ValueError: it is too large.
    """
    settings = dict(settings or {})
    write_corpora(data, work)
    # A core is enough for each; parser and lemmatizer know nothing of each other.
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
        base, lemmas = processes.submit(train_parser, work, settings), processes.submit(train_lemmas, work, settings)
        settled = list(processes.map(settle, _SEEDS, repeat(base.result()), repeat(work), repeat(settings)))
    parser, lemmatizer = average(settled, work / "mean"), lemmas.result()
    folder = work / "model"
    assemble(parser, lemmatizer, folder, meta({}))
    add_scores(folder, data / "test.conllu")
    if (size := sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())) > MOST_BYTES:
        raise ValueError(f"the pipeline has {size:,} bytes, more than {MOST_BYTES:,}")
    return folder


def write_corpora(data: Path, work: Path) -> None:
    """Write what is trained on, and chosen on, in spaCy's format."""
    write_corpus(one_convention(list(read_treebank(data / "train.conllu.xz"))), work / "train.spacy")
    write_corpus(read_treebank(data / "dev.conllu"), work / "dev.spacy")


def train_parser(work: Path, settings: Mapping[str, object]) -> Path:
    """Train the parser; give the folder of its best state."""
    return _train("parser", work, {"paths.train": str(work / "train.spacy"), **settings})


def settle(seed: int, base: Path, work: Path, settings: Mapping[str, object]) -> Path:
    """Let a parser go on to its end; give the folder of its best state."""
    own = {"paths.base": str(base), "system.seed": seed, **settings}
    return _train("settling", work, {"paths.train": str(work / "train.spacy"), **own}, f"settling-{seed}")


def train_lemmas(work: Path, settings: Mapping[str, object]) -> Path:
    """Train the lemmatizer; give the folder of its best state."""
    return _train("lemmas", work, {"paths.train": str(work / "train.spacy"), **settings})


def _train(name: str, work: Path, settings: Mapping[str, object], folder: str = "") -> Path:
    out = work / (folder or name)
    config = load_config(
        _HERE / f"{name}.cfg", overrides={"paths.dev": str(work / "dev.spacy"), **settings}, interpolate=False
    )
    out.mkdir()
    with numpy_blas(), one_thread():
        train(init_nlp(config), out)
    return out / "model-best"


def add_scores(folder: Path, test: Path) -> None:
    """Measure a pipeline on a treebank, and write the scores beside it."""
    nlp = load_pipeline(folder)
    sentences = list(read_treebank(test))
    scores = {
        "given_tokens": scores_on_given_tokens(nlp, sentences),
        "raw_text": scores_on_raw_text(nlp, sentences),
    }
    describe(folder, meta(scores))
    (folder / "README.md").write_text(card(scores), encoding="utf-8")
