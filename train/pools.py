"""The pools of examples that the stages of training draw from."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from settings import Settings
from train.examples import Example, hold_out, read_squad
from train.negatives import unanswerable, without_their_answer
from train.policy import corpus_examples, read_library, section_examples, text_examples

# Texts of CMRC that are never trained on; `python -m train measure` reads them.
HELD_OUT_TEXTS = 100
# The shares of general questions that are also asked of a similar text without their answer, and of
# their own text less the sentences that answer.
UNANSWERABLE_SHARE, REMOVED_SHARE = 0.12, 0.16


def general_examples(cmrc: Path, drcd: Sequence[Path], generator: random.Random) -> list[Example]:
    """CMRC without its held-out texts, DRCD in simplified script, and unanswerable pairs."""
    chinese, _ = hold_out(read_squad(cmrc), HELD_OUT_TEXTS)
    other = [one for path in drcd for one in read_squad(path, traditional=True)]
    answerable = [*chinese, *other]
    return [
        *answerable,
        *unanswerable(answerable, UNANSWERABLE_SHARE, generator),
        *without_their_answer(answerable, REMOVED_SHARE, generator),
    ]


def held_out_examples(cmrc: Path, generator: random.Random) -> list[Example]:
    """The held-out texts of CMRC, half of their questions also with a text without the answer."""
    _, held = hold_out(read_squad(cmrc), HELD_OUT_TEXTS)
    return [*held, *unanswerable(held, 0.5, generator)]


def policy_examples(settings: Settings, corpus: Path, generator: random.Random) -> list[Example]:
    """Questions on the corpus and on written policy texts, whole sections, unanswerable pairs."""
    library = read_library(settings, corpus)
    folder = Path(__file__).parent / "data"
    asked = [
        example
        for path in sorted(folder.glob("corpus_questions*.jsonl"))
        for example in corpus_examples(library, path)
    ]
    texts = [
        example
        for path in sorted(folder.glob("policy_texts*.jsonl"))
        for example in text_examples(path)
    ]
    written = [*asked, *texts]
    return [
        *written,
        *section_examples(library, generator),
        *unanswerable(written, 0.7, generator),
        *without_their_answer(written, 0.3, generator),
    ]
