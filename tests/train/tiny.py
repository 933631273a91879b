"""A network of two tiny layers."""

from __future__ import annotations

import torch
from transformers import BertConfig, BertModel

from train.network import ReaderNetwork


def tiny_network(seed: int = 1) -> ReaderNetwork:
    """A fresh network that knows 50 tokens; the same for the same seed."""
    torch.manual_seed(seed)
    config = BertConfig(
        vocab_size=50,
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=40,
        attention_probs_dropout_prob=0.0,
        hidden_dropout_prob=0.0,
    )
    return ReaderNetwork(BertModel(config, add_pooling_layer=False))
