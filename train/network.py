"""The reader's network: an encoder and two scores for each token."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

IMPOSSIBLE = -1e4
# Written out it takes bfloat16, and a step on two cores less time, than torch's fused attention.
ATTENTION = "eager"


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
        attn_implementation=ATTENTION,
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
    config._attn_implementation = ATTENTION
    encoder = BertModel(config, add_pooling_layer=False)
    encoder.embeddings.word_embeddings.weight.requires_grad = False
    network = ReaderNetwork(encoder)
    network.load_state_dict(torch.load(folder / "reader.pt", weights_only=True))
    return network


def mean_of(first: ReaderNetwork, second: ReaderNetwork) -> ReaderNetwork:
    """`first`, its weights made the means of both; both must have gone on from one network.

    What one stage learns anew and what the stage before knew are both kept better than by either
    (Wortsman et al., “Robust fine-tuning of zero-shot models”, 2022).
    """
    others = second.state_dict()
    with torch.no_grad():
        for name, value in first.state_dict().items():
            if value.is_floating_point():
                value.add_(others[name]).div_(2)
    return first


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
