"""The network as an int8 file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch

from index.reader.model import exact
from tests.train.tiny import tiny_network
from train.export import export


def test_the_exported_file_scores_as_the_network_does(tmp_path: Path) -> None:
    network, file = tiny_network().eval(), tmp_path / "reader.onnx"
    ids = torch.tensor([[0, 7, 9, 30, 41, 2], [0, 8, 33, 2, 1, 1]])
    mask = (ids != 1).long()
    with torch.no_grad():
        expected = network(ids, mask)
    export(network, file, [[0, 7, 9, 30, 41, 2]])
    session = onnxruntime.InferenceSession(str(file), exact(), providers=["CPUExecutionProvider"])
    starts, ends = session.run(None, {"ids": ids.numpy(), "mask": mask.numpy()})
    given = np.stack([starts, ends], axis=-1)[mask.numpy() == 1]
    assert np.corrcoef(given.ravel(), expected[mask.bool()].ravel())[0, 1] > 0.99


def test_attention_is_one_operator_and_matrices_are_int8(tmp_path: Path) -> None:
    file = tmp_path / "reader.onnx"
    export(tiny_network(), file, [[0, 7, 9, 30]])
    operators = [node.op_type for node in onnx.load(str(file)).graph.node]
    assert operators.count("Attention") == 2
    assert "MatMul" not in operators
    assert "Softmax" not in operators
