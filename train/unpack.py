"""The shipped int8 reader as a network again, so that a later run can go on from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn

from train.network import ReaderNetwork, begin_from

Array = NDArray[Any]


def unpack(weights: Path, encoder_folder: Path) -> ReaderNetwork:
    """The network that `train.export` wrote to `weights`, each matrix times its scales.

    `encoder_folder` is the built-in embedding model's, which has the same shape and word
    embeddings; all else is taken from `weights`. Raises ValueError when the shapes differ.
    """
    graph = onnx.load(str(weights)).graph
    stored = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    network = begin_from(encoder_folder)
    named = dict(network.named_parameters())
    matrices = _matrices(graph, stored)
    with torch.no_grad():
        for name, parameter in named.items():
            if name in stored:
                _fill(name, parameter, stored[name])
        for name, module in network.named_modules():
            if isinstance(module, nn.Linear):
                _fill(name, module.weight, _whole(name, next(matrices), stored).T)
    if left := len(list(matrices)):
        raise ValueError(f"{weights} holds {left} matrices more than the network has")
    return network


def _matrices(graph: onnx.GraphProto, stored: dict[str, Array]) -> Iterator[Array]:
    """The matrices (inputs x outputs) in the order in which the network uses them."""
    for node in graph.node:
        for name in node.input:
            if name.endswith("_quantized") and name in stored:
                base = name.removesuffix("_quantized")
                yield stored[name].astype(np.float32) * stored[f"{base}_scale"]


def _whole(name: str, matrix: Array, stored: Mapping[str, Array]) -> Array:
    """The matrix, the row that `train.outliers` left empty filled in again."""
    if (row := stored.get(f"{name}.row")) is None:
        return matrix
    empty = np.flatnonzero(np.abs(matrix).sum(axis=1) == 0)
    if len(empty) != 1:
        raise ValueError(f"{name} should lack one row and lacks {len(empty)}")
    whole = matrix.copy()
    whole[empty[0]] = row
    return whole


def _fill(name: str, parameter: Tensor, value: Array) -> None:
    if tuple(parameter.shape) != value.shape:
        raise ValueError(f"{name} is {tuple(parameter.shape)}, but {value.shape} is stored")
    parameter.copy_(torch.from_numpy(np.array(value, np.float32)))
