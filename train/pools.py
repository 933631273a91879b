"""The pools of examples that the stages of training draw from."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from settings import Settings
from train.examples import Example, hold_out, read_squad
from train.groups import Group, Pool, drawn
from train.negatives import unanswerable, without_their_answer
from train.policy import Library, corpus_examples, read_library, section_examples, text_examples

_DATA = Path(__file__).parent / "data"
# Texts of CMRC that are never trained on; `python -m train measure` reads them.
HELD_OUT_TEXTS = 100
# The shares of general questions that are also asked of a similar text without their answer, and of
# their own text less the sentences that answer.
UNANSWERABLE_SHARE, REMOVED_SHARE = 0.12, 0.16
# The share of DRCD's examples that groups are made of. Passages of the corpus are cut less: their
# clauses are short.
RANKED_DRCD = 0.4
CORPUS_SIZES = (150, 300, 450)


@dataclass(frozen=True, slots=True)
class Mixture:
    """What a stage draws from: how often each example on policy stands in one round of all data,
    and which share, 0..1, of the examples of DRCD, whose answers are mostly names and numbers."""

    policy: int
    drcd: float = 1.0


@dataclass(frozen=True, slots=True)
class Shares:
    """Which share of the groups of a stage, 0..1, is drawn from each kind of text."""

    corpus: float
    texts: float
    cmrc: float
    drcd: float
    pairs: float = 0.0


def training_examples(
    mixture: Mixture, cmrc: Path, drcd: Sequence[Path], corpus: Path, generator: random.Random
) -> list[Example]:
    """One round of all data. CMRC's held-out texts are not in it."""
    examples = _general(mixture.drcd, cmrc, drcd, generator)
    if mixture.policy:
        examples += _policy(Settings(), corpus, generator) * mixture.policy
    return examples


def _general(
    drcd_share: float, cmrc: Path, drcd: Sequence[Path], generator: random.Random
) -> list[Example]:
    """CMRC without its held-out texts, DRCD in simplified script, and unanswerable pairs."""
    chinese, other = _encyclopaedia(drcd_share, cmrc, drcd, generator)
    answerable = [*chinese, *other]
    return [
        *answerable,
        *unanswerable(answerable, UNANSWERABLE_SHARE, generator),
        *without_their_answer(answerable, REMOVED_SHARE, generator),
    ]


def _encyclopaedia(
    drcd_share: float, cmrc: Path, drcd: Sequence[Path], generator: random.Random
) -> tuple[list[Example], list[Example]]:
    """CMRC without its held-out texts, and a share of DRCD in simplified script."""
    chinese, _ = hold_out(read_squad(cmrc), HELD_OUT_TEXTS)
    other = [one for path in drcd for one in read_squad(path, traditional=True)]
    return chinese, [one for one in other if generator.random() < drcd_share]


def ranked_groups(
    texts: int,
    shares: Shares,
    cmrc: Path,
    drcd: Sequence[Path],
    corpus: Path,
    generator: random.Random,
) -> Iterator[Group]:
    """Groups of at most `texts` texts without end. CMRC's held-out texts are in none."""
    chinese, other = _encyclopaedia(RANKED_DRCD, cmrc, drcd, generator)
    library = read_library(Settings(), corpus)
    places = _short_too({one.region for one in library.documents.values() if one.region})
    asked = _asked(library, "corpus_questions*.jsonl", others=False)
    asked += section_examples(library, generator)
    pools = [
        (Pool(asked, generator, places=places, sizes=CORPUS_SIZES), shares.corpus),
        (Pool(written_examples(), generator), shares.texts),
        (Pool(chinese, generator), shares.cmrc),
        (Pool(other, generator), shares.drcd),
    ]
    if shares.pairs:
        pairs = _asked(library, "corpus_pairs*.jsonl", others=False)
        pool = Pool(pairs, generator, places=places, sizes=CORPUS_SIZES)
        pools.append((pool, shares.pairs))
    return drawn(pools, texts, generator)


def _short_too(places: Iterable[str]) -> set[str]:
    """The places as they are and as people say them: 武昌区 and 武昌."""
    return {*places, *(one[:-1] for one in places if len(one) > 2 and one[-1] in "市区省")}


def held_out_examples(cmrc: Path, generator: random.Random) -> list[Example]:
    """The held-out texts of CMRC, half of their questions also with a text without the answer."""
    _, held = hold_out(read_squad(cmrc), HELD_OUT_TEXTS)
    return [*held, *unanswerable(held, 0.5, generator)]


def _policy(settings: Settings, corpus: Path, generator: random.Random) -> list[Example]:
    """Questions on the corpus and on written policy texts, whole sections, unanswerable pairs."""
    library = read_library(settings, corpus)
    written = [*_asked(library, "corpus_questions*.jsonl"), *written_examples()]
    return [
        *written,
        *section_examples(library, generator),
        *unanswerable(written, 0.7, generator),
        *without_their_answer(written, 0.3, generator),
    ]


def _asked(library: Library, files: str, *, others: bool = True) -> list[Example]:
    """The questions on the corpus in the files of this pattern; see `corpus_examples`."""
    return [
        example
        for path in sorted(_DATA.glob(files))
        for example in corpus_examples(library, path, others=others)
    ]


def written_examples() -> list[Example]:
    """The questions on the texts that were written for training."""
    return [
        example
        for path in sorted(_DATA.glob("policy_texts*.jsonl"))
        for example in text_examples(path)
    ]
