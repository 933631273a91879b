"""Networks of several stages are averaged weight by weight."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from transformers import BertConfig, BertModel

from train.network import ReaderNetwork, averaged, load, save


def small_network(seed: int) -> ReaderNetwork:
    torch.manual_seed(seed)
    config = BertConfig(
        vocab_size=20, hidden_size=8, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=16,
    )  # fmt: skip
    return ReaderNetwork(BertModel(config, add_pooling_layer=False))


def test_every_weight_is_the_mean(tmp_path: Path) -> None:
    folders = [tmp_path / str(seed) for seed in (1, 2, 3)]
    for seed, folder in enumerate(folders, 1):
        save(small_network(seed), folder)
    heads = torch.stack([load(folder).head.weight.detach() for folder in folders])
    network = averaged([load(folder) for folder in folders])
    torch.testing.assert_close(network.head.weight.detach(), heads.mean(dim=0))
    scores = network(torch.tensor([[1, 2, 3]]), torch.ones(1, 3, dtype=torch.long))
    assert scores.shape == (1, 3, 2)


def test_nothing_has_no_mean() -> None:
    with pytest.raises(ValueError, match="no network"):
        averaged([])
