"""Keeps what int8 cannot hold in float: the one input of a matrix that outgrows all others.

Encoders of this kind let a single channel at the first token grow to several times all others
(“massive activations”, Sun et al. 2024), before and within the feed-forward layers. One scale for
the whole input then leaves few of int8's steps to the others. As in LLM.int8() (Dettmers et al.
2022) that channel is multiplied apart, in float.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.utils.hooks import RemovableHandle

from train.network import ReaderNetwork


class SplitLinear(nn.Module):
    """A linear layer, its input `channel` multiplied apart from the others.

    `kept` is 1 for the other channels and 0 there, `row` the channel's weights.
    """

    def __init__(self, linear: nn.Linear, channel: int) -> None:
        super().__init__()
        kept = torch.ones(linear.in_features)
        kept[channel] = 0.0
        self.channel = channel
        self.register_buffer("kept", kept)
        self.register_buffer("row", linear.weight.data[:, channel].clone())
        self.others = nn.Linear(linear.in_features, linear.out_features, bias=False)
        self.others.weight.data = linear.weight.data * kept
        self.bias = linear.bias

    def forward(self, states: Tensor) -> Tensor:
        """(…, inputs) to (…, outputs)."""
        kept, row = self.kept, self.row
        assert isinstance(kept, Tensor)
        assert isinstance(row, Tensor)
        apart = states[..., self.channel : self.channel + 1] * row
        result: Tensor = self.others(states * kept) + apart + self.bias
        return result


def split_outliers(network: ReaderNetwork, sample: Sequence[Sequence[int]]) -> None:
    """Split both matrices of each feed-forward layer at their largest input over `sample`.

    `sample` holds token ids of whole inputs. What the network computes stays the same.
    """
    layers: Any = network.encoder.encoder.layer
    parts: list[Any] = [part for layer in layers for part in (layer.intermediate, layer.output)]
    largest = _largest_inputs(network, [part.dense for part in parts], sample)
    for part, inputs in zip(parts, largest, strict=True):
        part.dense = SplitLinear(part.dense, int(inputs.argmax()))


def _largest_inputs(
    network: ReaderNetwork, linears: Sequence[nn.Linear], sample: Sequence[Sequence[int]]
) -> list[Tensor]:
    """The largest absolute value of each input channel of each layer, (inputs,) each."""
    largest = [torch.zeros(linear.in_features) for linear in linears]

    def watched(at: int, linear: nn.Linear) -> RemovableHandle:
        def note(_module: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            seen = inputs[0].detach().abs().flatten(0, -2).amax(dim=0)
            largest[at] = torch.maximum(largest[at], seen)

        return linear.register_forward_pre_hook(note)

    handles = [watched(at, linear) for at, linear in enumerate(linears)]
    with torch.no_grad():
        for ids in sample:
            network(torch.tensor([ids]), torch.ones((1, len(ids)), dtype=torch.long))
    for handle in handles:
        handle.remove()
    return largest
