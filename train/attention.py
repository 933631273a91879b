"""Writes each attention layer as one operator of ONNX, which takes a third of the time."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from train.network import ReaderNetwork

# The first version of ONNX's operators with attention among them.
OPSET = 23


class FusedAttention(nn.Module):
    """Self-attention of transformers' BertSelfAttention, for exporting only."""

    def __init__(self, attention: Any) -> None:
        super().__init__()
        self.query, self.key, self.value = attention.query, attention.key, attention.value
        self.heads, self.scale = attention.num_attention_heads, attention.scaling

    def forward(
        self, states: Tensor, attention_mask: Tensor | None = None, **_: Any
    ) -> tuple[Tensor, None]:
        """(batch, tokens, hidden) to the same shape; weights of attention are not given."""
        attended, *_rest = torch.onnx.ops.attention(
            self.query(states),
            self.key(states),
            self.value(states),
            attention_mask,
            q_num_heads=self.heads,
            kv_num_heads=self.heads,
            scale=self.scale,
        )
        return attended, None


def fuse_attention(network: ReaderNetwork) -> None:
    """Replace each layer's self-attention in place; what the network computes stays the same."""
    layers: Any = network.encoder.encoder.layer
    for layer in layers:
        layer.attention.self = FusedAttention(layer.attention.self)
