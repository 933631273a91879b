"""The trained network as one int8 ONNX file for onnxruntime."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from train.attention import OPSET, fuse_attention
from train.network import ReaderNetwork
from train.outliers import split_outliers

LONGEST = 512


class _Int8Embedding(nn.Module):
    """A word embedding in one byte a value, each row with its own scale."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("table", torch.round(weight / scale).to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        """Token ids of any shape; gives one more dimension, the embedding's."""
        table, scale = self.table, self.scale
        assert isinstance(table, Tensor)
        assert isinstance(scale, Tensor)
        return table[ids].to(torch.float32) * scale[ids]


class _Exported(nn.Module):
    """Ids and mask in, start and end scores out, both (batch, tokens)."""

    def __init__(self, network: ReaderNetwork) -> None:
        super().__init__()
        self.words = _Int8Embedding(network.encoder.embeddings.word_embeddings.weight.data)
        self.encoder = network.encoder
        self.head = network.head

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        states = self.encoder(inputs_embeds=self.words(ids), attention_mask=mask)[0]
        scores = self.head(states)
        return scores[:, :, 0], scores[:, :, 1]


def export(network: ReaderNetwork, path: Path, sample: Sequence[Sequence[int]]) -> None:
    """Write the network, its matrices in int8 by output channel, activations as they come.

    `sample` holds token ids of some inputs, by which the channels to keep in float are found. The
    network itself is changed.
    """
    network = network.float().eval()
    split_outliers(network, sample)
    fuse_attention(network)
    ids = torch.tensor([[0, 10, 11, 2], [0, 10, 2, 1]])
    batch, tokens = torch.export.Dim("batch"), torch.export.Dim("tokens", max=LONGEST)
    with torch.no_grad():
        program = torch.onnx.export(
            _Exported(network).eval(),
            (ids, (ids != 1).long()),
            input_names=["ids", "mask"],
            output_names=["start_scores", "end_scores"],
            dynamic_shapes=({0: batch, 1: tokens}, {0: batch, 1: tokens}),
            opset_version=OPSET,
            dynamo=True,
            verbose=False,
        )
    assert program is not None
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        program.save(str(plain), external_data=False)
        path.parent.mkdir(parents=True, exist_ok=True)
        quantize_dynamic(
            plain,
            path,
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm"],
        )
    onnx.checker.check_model(str(path))
