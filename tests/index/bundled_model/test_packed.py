"""The packed file, written by hand."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest

from index.bundled_model import packed
from index.bundled_model.packed import (
    BLOCK,
    FLOAT32,
    MAGIC,
    Q4_0,
    VERSION,
    PackedModelMissing,
    Shape,
    dequantize,
    packed_file,
    read_packed,
)
from index.errors import EmbeddingError

PIECES = (("<s>", 0.0), ("▁算力", -2.5), ("券", -3.25))


def block(scale: float, values: list[int]) -> bytes:
    """32 numbers from -8 to 7 as Q4_0: value j in the low half of byte j, j + 16 in the high."""
    assert len(values) == BLOCK
    halves = [value + 8 for value in values]
    pairs = zip(halves[:16], halves[16:], strict=True)
    return struct.pack("<e", scale) + bytes(low | high << 4 for low, high in pairs)


def packed_model(tensors: dict[str, tuple[int, int, bytes]]) -> bytes:
    """The bytes of a model: (kind, how many weights, content) by name."""
    head = MAGIC + struct.pack("<i", VERSION)
    head += struct.pack("<7if", 384, 12, 12, 1536, len(PIECES), 514, 2, 1e-5)
    head += struct.pack("<i", BLOCK)
    blob = "".join(piece for piece, _ in PIECES).encode("utf-8")
    offsets = [0]
    for piece, _ in PIECES:
        offsets.append(offsets[-1] + len(piece.encode("utf-8")))
    head += struct.pack("<5iQ", len(PIECES), 0, 1, 2, 3, len(blob))
    head += struct.pack(f"<{len(offsets)}I", *offsets)
    head += struct.pack(f"<{len(PIECES)}f", *(score for _, score in PIECES)) + blob
    head += struct.pack("<iI", 1, 5) + b"\xff" * 5  # normalisations, to be skipped
    head += struct.pack("<i", len(tensors))
    directory = sum(2 + len(name) + 21 for name in tensors)
    at, entries, content = len(head) + directory, b"", b""
    for name, (kind, size, data) in tensors.items():
        entries += struct.pack("<H", len(name)) + name.encode("ascii")
        entries += struct.pack("<BIQQ", kind, size, at + len(content), len(data))
        content += data
    return head + entries + content


def test_a_block_by_hand() -> None:
    values = [-8, 7, 0, 1] + [0] * 12 + [3, -3] + [0] * 14
    np.testing.assert_array_equal(
        dequantize(block(0.5, values), BLOCK, 0), 0.5 * np.array(values, np.float32)
    )


def test_blocks_have_their_own_scale_and_start_where_told() -> None:
    values = list(range(-8, 8)) * 2
    data = b"xyz" + block(1.0, values) + block(-0.25, values)
    weights = dequantize(data, 2 * BLOCK, 3)
    assert weights.dtype == np.float32
    np.testing.assert_array_equal(weights, [*values, *(-0.25 * value for value in values)])


def test_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "model.bin"
    values = [5] * 16 + [-5] * 16
    floats = np.array([1.5, -2.25], "<f4")
    path.write_bytes(
        packed_model(
            {
                "emb.word": (Q4_0, BLOCK, block(2.0, values)),
                "l0.q.b": (FLOAT32, 2, floats.tobytes()),
            }
        )
    )
    model = read_packed(path)
    assert model.shape == Shape(384, 12, 12, 1536, 3, 514, 2, float(np.float32(1e-5)))
    assert model.pieces == PIECES
    assert list(model.tensors) == ["emb.word", "l0.q.b"]
    np.testing.assert_array_equal(model.tensors["emb.word"], [10.0] * 16 + [-10.0] * 16)
    np.testing.assert_array_equal(model.tensors["l0.q.b"], floats)


@pytest.mark.parametrize("head", [b"GGUF" + struct.pack("<i", VERSION), MAGIC + b"\x07\0\0\0"])
def test_another_format_or_version_is_refused(tmp_path: Path, head: bytes) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(head + packed_model({})[8:])
    with pytest.raises(EmbeddingError) as caught:
        read_packed(path)
    message = str(caught.value)
    assert str(path) in message
    assert repr(head[:4]) in message
    assert f"version {head[4]}" in message
    assert "pip install" in message


def test_a_missing_package_says_what_else_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "PACKAGE", "no_such_package")
    with pytest.raises(PackedModelMissing, match=r"no_such_package.*POLICY_EMBEDDING_MODEL="):
        packed_file()


def test_the_installed_package_has_the_file() -> None:
    assert packed_file().is_file()
