"""Runs the shipped reader: int8 weights on onnxruntime."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from index.errors import ReaderMissing
from index.reader.reading import Reading
from index.reader.windows import ReadWindow, Window, merged

LONGEST_QUESTION, LONGEST_HEADING = 48, 40
# Tokens of one input, and how far the windows of a longer text overlap.
WINDOW, OVERLAP = 384, 96
# Inputs in one run: more are no faster on two cores.
BATCH = 4
# On a CPU onnxruntime takes three times as long for an addition and a layer normalisation that it
# has made one.
SLOWER_FUSED = "SkipLayerNormFusion"
BEGIN, END, PADDING = "<s>", "</s>", "<pad>"


class Reader(Protocol):
    """Reads texts with a question in mind."""

    def read(self, question: str, texts: Sequence[tuple[str, str]]) -> list[Reading]:
        """One reading for each (heading, text), in order."""


def exact() -> onnxruntime.SessionOptions:
    """Options that let no sum of int8 products overflow.

    Where a CPU has AVX2 without VNNI, onnxruntime else adds pairs of products in 16 bits and cuts
    off what does not fit (its `session.x64quantprecision`); readings would differ between CPUs.
    """
    options = onnxruntime.SessionOptions()
    options.add_session_config_entry("session.x64quantprecision", "1")
    return options


class ReaderModel:
    """The reader in a folder with `reader.onnx` and `tokenizer.json`. Safe between threads."""

    def __init__(self, folder: Path) -> None:
        """Raises ReaderMissing, naming the file, when the weights are not there."""
        weights = folder / "reader.onnx"
        if not weights.is_file():
            raise ReaderMissing(weights)
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        vocabulary = self._tokenizer.get_vocab()
        self._begin, self._end, self._padding = (
            vocabulary[piece] for piece in (BEGIN, END, PADDING)
        )
        self._session = onnxruntime.InferenceSession(
            str(weights),
            exact(),
            providers=["CPUExecutionProvider"],
            disabled_optimizers=[SLOWER_FUSED],
        )

    def read(self, question: str, texts: Sequence[tuple[str, str]]) -> list[Reading]:
        """See Reader. A text longer than a window is read in several that overlap."""
        asked = self._ids(question)[:LONGEST_QUESTION]
        windows = [
            window
            for at, (heading, text) in enumerate(texts)
            for window in self._windows(at, asked, heading, text)
        ]
        order = sorted(range(len(windows)), key=lambda one: len(windows[one].ids))
        read: list[list[ReadWindow]] = [[] for _ in texts]
        for begin in range(0, len(order), BATCH):
            batch = [windows[one] for one in order[begin : begin + BATCH]]
            for window, one in zip(batch, self._run(batch), strict=True):
                read[window.text].append(one)
        return [merged(parts) for parts in read]

    def _ids(self, text: str) -> list[int]:
        ids: list[int] = self._tokenizer.encode(text, add_special_tokens=False).ids
        return ids

    def _windows(self, at: int, asked: Sequence[int], heading: str, text: str) -> list[Window]:
        above = self._ids(heading)[:LONGEST_HEADING] if heading else []
        head = [self._begin, *asked, self._end, self._end, *above]
        encoded = self._tokenizer.encode(text, add_special_tokens=False)
        room = WINDOW - len(head) - 1
        starts = [0]
        while starts[-1] + room < len(encoded.ids):
            starts.append(starts[-1] + room - OVERLAP)
        return [
            Window(
                text=at,
                ids=[*head, *encoded.ids[start : start + room], self._end],
                first=len(head),
                token=start,
                offsets=encoded.offsets[start : start + room],
            )
            for start in starts
        ]

    def _run(self, batch: Sequence[Window]) -> list[ReadWindow]:
        longest = max(len(window.ids) for window in batch)
        ids = np.full((len(batch), longest), self._padding, np.int64)
        for row, window in enumerate(batch):
            ids[row, : len(window.ids)] = window.ids
        mask = (np.arange(longest) < np.array([[len(one.ids)] for one in batch])).astype(np.int64)
        starts, ends = self._session.run(None, {"ids": ids, "mask": mask})
        return [
            ReadWindow(
                window,
                starts[row, window.first : window.first + len(window.offsets)],
                ends[row, window.first : window.first + len(window.offsets)],
                float(starts[row, 0] + ends[row, 0]),
            )
            for row, window in enumerate(batch)
        ]
