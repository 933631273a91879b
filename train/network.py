"""The reader's network: an encoder and two scores for each token."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

IMPOSSIBLE = -1e4


class ReaderNetwork(nn.Module):
    """Scores each token as the first and as the last one of the answer; token 0 means none."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder
        self.head = nn.Linear(encoder.config.hidden_size, 2)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Takes token ids and attention mask, both (batch, tokens); gives (batch, tokens, 2)."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        scores: Tensor = self.head(states)
        return scores


def begin_from(folder: Path) -> ReaderNetwork:
    """A network on the encoder of a sentence-transformers folder, its head fresh."""
    encoder = BertModel.from_pretrained(
        folder,
        attn_implementation="sdpa",
        attention_probs_dropout_prob=0.0,
        hidden_dropout_prob=0.0,
    )
    encoder.embeddings.word_embeddings.weight.requires_grad = False
    encoder.pooler = None
    return ReaderNetwork(encoder)


def save(network: ReaderNetwork, folder: Path) -> None:
    """Write weights and configuration into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    network.encoder.config.save_pretrained(folder)
    torch.save(network.state_dict(), folder / "reader.pt")


def load(folder: Path) -> ReaderNetwork:
    """The network that `save` wrote."""
    config = BertConfig.from_pretrained(folder)
    config._attn_implementation = "sdpa"
    encoder = BertModel(config, add_pooling_layer=False)
    encoder.embeddings.word_embeddings.weight.requires_grad = False
    network = ReaderNetwork(encoder)
    network.load_state_dict(torch.load(folder / "reader.pt", weights_only=True))
    return network


def loss(scores: Tensor, first: Tensor, last: Tensor, targets: Tensor, weights: Tensor) -> Tensor:
    """Weighted mean of the cross-entropies of start and end.

    `scores` is (batch, tokens, 2), `targets` (batch, 2), the rest (batch,). Only token 0 and the
    tokens first..last of the text proper may be chosen.
    """
    at = torch.arange(scores.shape[1], device=scores.device)
    allowed = (at >= first[:, None]) & (at <= last[:, None]) | (at == 0)
    scores = scores.float().masked_fill(~allowed[:, :, None], IMPOSSIBLE)
    each = sum(
        nn.functional.cross_entropy(scores[:, :, side], targets[:, side], reduction="none")
        for side in (0, 1)
    )
    return (each * weights).sum() / (2 * weights.sum())
