"""The shipped weights as a network again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
import torch

from index.reader import default_reader_folder
from index.reader.model import exact
from train.unpack import unpack


def test_the_network_scores_as_the_shipped_weights_do(built_model: Path) -> None:
    weights = default_reader_folder() / "reader.onnx"
    ids = np.array([[0, 1175, 3521, 2, 2, *range(3000, 3040), 2]])
    session = onnxruntime.InferenceSession(
        str(weights), exact(), providers=["CPUExecutionProvider"]
    )
    starts, ends = session.run(None, {"ids": ids, "mask": np.ones_like(ids)})
    network = unpack(weights, built_model).eval()
    with torch.no_grad():
        scores = network(torch.tensor(ids), torch.ones(ids.shape, dtype=torch.long))[0].numpy()
    for given, expected in ((scores[:, 0], starts[0]), (scores[:, 1], ends[0])):
        # Activations are rounded in the one and not in the other.
        assert np.corrcoef(given, expected)[0, 1] > 0.995
