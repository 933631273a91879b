"""Examples as token windows: `<s> question </s> </s> heading text </s>`."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from tokenizers import Encoding, Tokenizer

from train.examples import Example

BEGIN, END, PADDING = "<s>", "</s>", "<pad>"
LONGEST_QUESTION, LONGEST_HEADING = 48, 40


@dataclass(frozen=True, slots=True)
class Window:
    """One input of the network.

    `first` is the index of the first token of the text proper, `last` that of its last one;
    `start` and `end` are the tokens of the answer, both inclusive, or 0 for no answer.
    """

    ids: Sequence[int]
    first: int
    last: int
    start: int
    end: int
    weight: float


class WindowCutter:
    """Cuts examples into windows, each time at another place."""

    def __init__(self, tokenizer: Tokenizer, generator: random.Random) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._generator = generator
        self._encoded: dict[str, Encoding] = {}
        vocabulary = tokenizer.get_vocab()
        self._begin_id, self._end_id = vocabulary[BEGIN], vocabulary[END]
        self.padding = vocabulary[PADDING]

    def window(self, example: Example, tokens: int) -> Window:
        """A window of at most `tokens` that holds the whole answer, when there is one."""
        question = self._encode(example.question).ids[:LONGEST_QUESTION]
        heading = self._encode(example.heading).ids[:LONGEST_HEADING] if example.heading else []
        separator = self._end_id
        head = [self._begin_id, *question, separator, separator, *heading]
        encoded = self._encode(example.context)
        room = tokens - len(head) - 1
        start, end = (
            _tokens_of(encoded, example.start, example.end) if example.answerable else (0, 0)
        )
        begin = self._begin(len(encoded.ids), room, start, end, answerable=example.answerable)
        ids = encoded.ids[begin : begin + room]
        shift = len(head) - begin
        inside = example.answerable and begin <= start and end < begin + room
        return Window(
            ids=[*head, *ids, separator],
            first=len(head),
            last=len(head) + len(ids) - 1,
            start=start + shift if inside else 0,
            end=end + shift if inside else 0,
            weight=example.weight,
        )

    def _begin(self, length: int, room: int, start: int, end: int, *, answerable: bool) -> int:
        """Where the window begins: anywhere that keeps the answer inside."""
        if length <= room:
            return 0
        if not answerable:
            return self._generator.randint(0, length - room)
        lowest, highest = max(0, end - room + 1), min(start, length - room)
        return self._generator.randint(lowest, highest) if lowest <= highest else start

    def _encode(self, text: str) -> Encoding:
        if text not in self._encoded:
            self._encoded[text] = self._tokenizer.encode(text, add_special_tokens=False)
        return self._encoded[text]


def _tokens_of(encoded: Encoding, start: int, end: int) -> tuple[int, int]:
    """The first and the last token that touch the characters [start, end)."""
    touching = [at for at, (a, b) in enumerate(encoded.offsets) if a < end and b > start and b > a]
    return touching[0], touching[-1]
