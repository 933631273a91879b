"""Command line of the training: the general stage, the policy stage, the export."""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer

from index.bundled_model import model_folder
from settings import Settings
from train.examples import Example, hold_out, read_squad
from train.features import WindowCutter
from train.loop import Stage, train
from train.negatives import unanswerable
from train.network import begin_from, load

# Texts of CMRC that are never trained on; `python -m train measure` reads them.
HELD_OUT_TEXTS = 100
GENERAL = Stage(steps=1500, tokens=192, rate=1.5e-4, final_rate=9e-5)


def general_examples(cmrc: Path, drcd: Sequence[Path], generator: random.Random) -> list[Example]:
    """CMRC without its held-out texts, DRCD in simplified script, and unanswerable pairs."""
    chinese, _ = hold_out(read_squad(cmrc), HELD_OUT_TEXTS)
    other = [one for path in drcd for one in read_squad(path, traditional=True)]
    answerable = [*chinese, *other]
    return [*answerable, *unanswerable(answerable, 0.2, generator)]


def main() -> None:
    """Run the stage that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m train", description=__doc__)
    parser.add_argument("stage", choices=("general",))
    parser.add_argument("--cmrc", type=Path, required=True)
    parser.add_argument("--drcd", type=Path, nargs="+", required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--steps", type=int, default=GENERAL.steps)
    given = parser.parse_args()
    generator = random.Random(GENERAL.seed)
    torch.manual_seed(GENERAL.seed)
    folder = model_folder(Settings().models)
    cutter = WindowCutter(Tokenizer.from_file(str(folder / "tokenizer.json")), generator)
    network = load(given.start) if given.start else begin_from(folder)
    examples = general_examples(given.cmrc, given.drcd, generator)
    train(network, examples, cutter, GENERAL, given.output)


if __name__ == "__main__":
    main()
