"""Attention as one operator."""

from __future__ import annotations

import torch

from tests.train.tiny import tiny_network
from train.attention import fuse_attention


def test_fused_attention_computes_the_same_of_padded_inputs() -> None:
    network = tiny_network().eval()
    ids = torch.tensor([[0, 7, 9, 30, 2], [0, 8, 2, 1, 1]])
    mask = (ids != 1).long()
    with torch.no_grad():
        before = network(ids, mask)
        fuse_attention(network)
        after = network(ids, mask)
    torch.testing.assert_close(before[mask.bool()], after[mask.bool()])


def test_what_is_masked_is_not_attended_to() -> None:
    network = tiny_network().eval()
    fuse_attention(network)
    ids = torch.tensor([[0, 7, 9, 2, 30]])
    hidden = torch.tensor([[1, 1, 1, 1, 0]])
    with torch.no_grad():
        masked, shown = network(ids, hidden), network(ids, torch.ones_like(ids))
        short = network(ids[:, :4], hidden[:, :4])
    torch.testing.assert_close(masked[:, :4], short)
    assert not torch.allclose(shown[:, :4], short)
