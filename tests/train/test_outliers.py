"""Channels too large for int8 are multiplied apart."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn

from tests.train.tiny import tiny_network
from train.network import ReaderNetwork
from train.outliers import SplitLinear, split_outliers


def _layers(network: ReaderNetwork) -> Any:
    return network.encoder.encoder.layer


def _outgrow(network: ReaderNetwork, layer: int, channel: int) -> None:
    _layers(network)[layer].intermediate.dense.bias.data[channel] = 40.0


def test_a_split_network_computes_the_same() -> None:
    network = tiny_network().eval()
    _outgrow(network, 0, 3)
    ids, mask = torch.tensor([[0, 7, 9, 30]]), torch.ones((1, 4), dtype=torch.long)
    with torch.no_grad():
        before = network(ids, mask)
        split_outliers(network, [[0, 7, 9, 30], [0, 3]])
        after = network(ids, mask)
    assert isinstance(_layers(network)[0].output.dense, SplitLinear)
    torch.testing.assert_close(before, after)


def test_the_channel_that_outgrows_the_others_is_split_off() -> None:
    network = tiny_network().eval()
    _outgrow(network, 1, 21)
    split_outliers(network, [[0, 7, 9, 30]])
    split = _layers(network)[1].output.dense
    assert split.channel == 21
    assert not split.others.weight[:, 21].any()


def test_the_bias_is_kept() -> None:
    linear = nn.Linear(3, 2)
    torch.testing.assert_close(SplitLinear(linear, 1)(torch.zeros(4, 3)), linear.bias.expand(4, 2))
