"""The built model against the stored vectors, and a broken one."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from safetensors.torch import load_file, save_file

from index.bundled_model import MODEL_NAME, MODEL_VERSION, build_bundled_model, is_built
from index.bundled_model.check import LEAST_COSINE, _compare, check_model, read_reference
from index.errors import EmbeddingError

WEIGHTS = "model.safetensors"


def test_the_reference_is_of_length_one() -> None:
    texts, vectors = read_reference()
    assert vectors.shape == (len(texts), 384)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-3)


def test_the_built_model_passes(built_model: Path) -> None:
    check_model(built_model)


def test_a_model_with_one_wrong_tensor_is_rejected(built_model: Path, tmp_path: Path) -> None:
    for path in built_model.iterdir():
        if path.name != WEIGHTS:
            (tmp_path / path.name).symlink_to(path.resolve())
    tensors = load_file(built_model / WEIGHTS)
    (name,) = [name for name in tensors if name.endswith("layer.3.attention.output.dense.weight")]
    tensors[name] = tensors[name].T.contiguous()
    save_file(tensors, tmp_path / WEIGHTS, metadata={"format": "pt"})
    with pytest.raises(EmbeddingError, match=r"sentence-transformers.*cosine 0\.\d+.*0\.9995"):
        check_model(tmp_path)


def test_the_text_and_its_cosine_are_named() -> None:
    texts, expected = read_reference()
    turned = expected.copy()
    turned[1] = expected[0]
    with pytest.raises(EmbeddingError) as caught:
        _compare("engine", texts, turned, expected)
    assert repr(texts[1]) in str(caught.value)
    assert f"{float(expected[0] @ expected[1]):.5f}" in str(caught.value)
    assert str(LEAST_COSINE) in str(caught.value)


def test_what_is_built_is_not_built_again(
    built_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build() -> None:
        raise AssertionError("built again")

    monkeypatch.setattr("index.bundled_model.build._trimmed", build)
    assert build_bundled_model(built_model.parent) == built_model


def test_another_version_is_not_taken_for_this_one(tmp_path: Path) -> None:
    assert not is_built(tmp_path)
    marker = tmp_path / MODEL_NAME / "policy-model.json"
    marker.parent.mkdir()
    for version, expected in ((MODEL_VERSION + 1, False), (MODEL_VERSION, True)):
        marker.write_text(json.dumps({"version": version}))
        assert is_built(tmp_path) is expected


def test_a_model_that_fails_the_check_is_not_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(_: object, folder: Path) -> None:
        folder.mkdir(parents=True)

    def fail(_: Path) -> None:
        raise EmbeddingError("cosine 0.5")

    monkeypatch.setattr("index.bundled_model.build._trimmed", lambda: None)
    monkeypatch.setattr("index.bundled_model.build._write_model", write)
    monkeypatch.setattr("index.bundled_model.check.check_model", fail)
    with pytest.raises(EmbeddingError, match="cosine"):
        build_bundled_model(tmp_path)
    assert list(tmp_path.iterdir()) == []
