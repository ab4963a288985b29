"""One pipeline with the mean of the weights of others."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
import spacy

from kg.analysis.training.averaging import average


def pipeline(folder: Path, width: int, value: float) -> Path:
    """Make a pipeline all of whose weights have one value."""
    nlp = spacy.blank("nl", config={"nlp": {"tokenizer": {"@tokenizers": "kg.DutchTokenizer.v1"}}})
    model = {"@architectures": "spacy.HashEmbedCNN.v2", "width": width, "depth": 1, "embed_size": 50}
    settings = {"pretrained_vectors": None, "window_size": 1, "maxout_pieces": 2, "subword_features": True}
    nlp.add_pipe("tok2vec", config={"model": model | settings})
    nlp.initialize()
    for weights, name in parameters(nlp):
        weights.set_param(name, np.full_like(weights.get_param(name), value))
    nlp.to_disk(folder)
    return folder


def parameters(nlp: Any) -> list[tuple[Any, str]]:
    nodes = cast(Any, nlp.get_pipe("tok2vec")).model.walk()
    return [(node, name) for node in nodes for name in node.param_names if node.has_param(name)]


def test_the_mean_of_all_weights(tmp_path: Path) -> None:
    folders = [pipeline(tmp_path / f"{value}", 8, value) for value in (1.0, 4.0)]
    found = parameters(spacy.load(average(folders, tmp_path / "mean")))
    assert found
    assert all((node.get_param(name) == 2.5).all() for node, name in found)


def test_pipelines_that_are_not_alike_have_no_mean(tmp_path: Path) -> None:
    folders = [pipeline(tmp_path / f"{width}", width, 1.0) for width in (8, 16)]
    with pytest.raises(ValueError, match="other shapes"):
        average(folders, tmp_path / "mean")
