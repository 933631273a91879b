"""sentence-transformers models: precision, prompts, errors."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import torch

from index.embedding import sentence_transformer
from index.embedding.sentence_transformer import (
    SentenceTransformerEmbedder,
    fastest_exact_precision,
)
from index.errors import EmbeddingError


@pytest.mark.parametrize(
    ("capabilities", "bfloat16_seconds", "expected"),
    [
        ({"avx512_bf16": True, "amx_bf16": False}, 1.0, torch.bfloat16),
        ({"avx512_bf16": False, "amx_bf16": True}, 1.0, torch.bfloat16),
        ({"avx512_bf16": True, "amx_bf16": True}, 3.0, torch.float32),
        ({"avx512_bf16": False, "amx_bf16": False, "avx2": True}, 1.0, torch.float32),
        ({"architecture": "aarch64"}, 1.0, torch.float32),
    ],
)
def test_bfloat16_only_where_the_cpu_has_it_and_it_is_the_faster(
    capabilities: dict[str, object],
    bfloat16_seconds: float,
    expected: torch.dtype,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seconds = {torch.bfloat16: bfloat16_seconds, torch.float32: 2.0}
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: capabilities)
    monkeypatch.setattr(sentence_transformer, "multiplying_seconds", seconds.__getitem__)
    assert fastest_exact_precision() is expected


class FakeModel:
    """Stands in for the library's class; keeps how it was made and asked."""

    made: SimpleNamespace

    def __init__(self, model: str, **options: object) -> None:
        self.prompts = {"query": "query: ", "document": "" if model == "plain" else "passage: "}
        self.asked: list[tuple[list[str], object]] = []
        FakeModel.made = SimpleNamespace(model=self, options=options)

    def encode(self, texts: list[str], **options: object) -> torch.Tensor:
        self.asked.append((texts, options["prompt_name"]))
        return torch.tensor([[3.0, 4.0]] * len(texts), dtype=torch.bfloat16)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> type[FakeModel]:
    monkeypatch.setattr(sentence_transformer, "SentenceTransformer", FakeModel)
    return FakeModel


@pytest.mark.parametrize(
    ("precision", "dtype"), [("float32", torch.float32), ("bfloat16", torch.bfloat16)]
)
def test_the_precision_asked_for_is_used(
    precision: sentence_transformer.Precision, dtype: torch.dtype, fake: type[FakeModel]
) -> None:
    SentenceTransformerEmbedder("e5", precision=precision)
    assert fake.made.options["device"] == "cpu"
    assert fake.made.options["model_kwargs"]["dtype"] == dtype


def test_left_to_itself_it_asks_the_cpu(
    fake: type[FakeModel], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sentence_transformer, "fastest_exact_precision", lambda: torch.bfloat16)
    SentenceTransformerEmbedder("e5")
    assert fake.made.options["model_kwargs"]["dtype"] == torch.bfloat16


def test_prompts_are_the_models_own_if_it_has_any(fake: type[FakeModel]) -> None:
    for model, passage_prompt in (("e5", "document"), ("plain", None)):
        embedder = SentenceTransformerEmbedder(model)
        vectors = embedder.embed_passages(["甲", "乙"])
        np.testing.assert_allclose(vectors, [[0.6, 0.8]] * 2, rtol=1e-6)
        assert vectors.dtype == np.float32
        assert embedder.embed_query("丙").shape == (2,)
        assert fake.made.model.asked == [(["甲", "乙"], passage_prompt), (["丙"], "query")]


def test_the_name_is_the_models_unless_given(fake: type[FakeModel]) -> None:
    assert SentenceTransformerEmbedder("e5").name == "e5"
    assert SentenceTransformerEmbedder("/models/e5", "e5/1").name == "e5/1"


@pytest.mark.parametrize("exists", [True, False])
def test_a_folder_without_a_model_is_named(tmp_path: Path, exists: bool) -> None:
    folder = tmp_path if exists else tmp_path / "nowhere"
    with pytest.raises(EmbeddingError) as caught:
        SentenceTransformerEmbedder(str(folder))
    assert str(folder) in str(caught.value)
    assert "POLICY_EMBEDDING_MODEL" in str(caught.value)
    assert "\n" not in str(caught.value)
