"""Trains, measures and exports the reader: `python -m train STAGE`, stages in this order."""

from __future__ import annotations

import argparse
import json
import random
import shutil
from dataclasses import asdict
from pathlib import Path

import torch
from tokenizers import Tokenizer

from index.bundled_model import model_folder
from index.reader import ReaderModel, default_reader_folder
from settings import Settings
from train.export import export
from train.features import WindowCutter
from train.loop import Stage, train
from train.measure import measure
from train.network import ReaderNetwork, begin_from, load
from train.pools import (
    Mixture,
    held_out_examples,
    ranked_groups,
    training_examples,
    written_examples,
)
from train.ranked import RankedStage, train_ranked
from train.unpack import unpack

SEED = 20251123
# The inputs by which the export finds what int8 cannot hold.
SAMPLE, SAMPLE_TOKENS = 32, 320
# The last stage: texts for one question against each other.
RANKED = "ranked"
RANKED_STAGE = RankedStage(steps=950, groups=5, texts=3, frozen=4)
# Each stage goes on from the one before, with what it draws from.
STAGES = {
    "general": (
        Stage(
            steps=1000,
            tokens=192,
            rate=1.5e-4,
            final_rate=1.1e-4,
            seed=SEED,
            precision="bfloat16",
        ),
        Mixture(policy=0),
    ),
    "policy": (
        Stage(
            steps=1000,
            tokens=256,
            rate=1.3e-4,
            final_rate=0.0,
            warmup=30,
            seed=SEED + 1,
            precision="bfloat16",
        ),
        Mixture(policy=3),
    ),
    "longer": (
        Stage(steps=500, tokens=224, rate=1.3e-4, final_rate=1.193e-4, warmup=60, seed=SEED + 2),
        Mixture(policy=1),
    ),
    "final": (
        Stage(steps=1500, tokens=256, rate=1.2e-4, final_rate=0.0, warmup=20, seed=SEED + 3),
        Mixture(policy=1, drcd=0.4),
    ),
}


def main() -> None:
    """Run the stage that the command line names."""
    given = _arguments()
    generator = random.Random(SEED)
    torch.manual_seed(SEED)
    if given.stage == "export":
        weights = default_reader_folder()
        cutter = _cutter(generator)
        sample = [cutter.window(one, SAMPLE_TOKENS).ids for one in written_examples()[:SAMPLE]]
        export(load(given.start), weights / "reader.onnx", sample)
        shutil.copy(_tokenizer_file(), weights / "tokenizer.json")
    elif given.stage == "measure":
        reader = ReaderModel(given.start or default_reader_folder())
        print(json.dumps(asdict(measure(reader, held_out_examples(given.cmrc, generator)))))
    else:
        _train(given, generator)


def _train(given: argparse.Namespace, generator: random.Random) -> None:
    cutter = _cutter(generator)
    network = _begun(given.start)
    if given.stage == RANKED:
        groups = ranked_groups(RANKED_STAGE.texts, given.cmrc, given.drcd, given.corpus, generator)
        train_ranked(network, groups, cutter, RANKED_STAGE, given.output)
        return
    stage, mixture = STAGES[given.stage]
    examples = training_examples(mixture, given.cmrc, given.drcd, given.corpus, generator)
    train(network, examples, cutter, stage, given.output)


def _cutter(generator: random.Random) -> WindowCutter:
    return WindowCutter(Tokenizer.from_file(str(_tokenizer_file())), generator)


def _begun(start: Path | None) -> ReaderNetwork:
    """The network to go on from: of a folder, of an exported file, or fresh on the encoder."""
    encoder = model_folder(Settings().models)
    if start is None:
        return begin_from(encoder)
    return unpack(start, encoder) if start.suffix == ".onnx" else load(start)


def _tokenizer_file() -> Path:
    return model_folder(Settings().models) / "tokenizer.json"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m train", description=__doc__)
    parser.add_argument("stage", choices=(*STAGES, RANKED, "export", "measure"))
    parser.add_argument("--cmrc", type=Path, help="CMRC 2018 train, in SQuAD's format")
    parser.add_argument("--drcd", type=Path, nargs="+", help="DRCD files, traditional script")
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--start", type=Path, help="weights to begin from: a folder or .onnx file")
    parser.add_argument("--output", type=Path, help="where weights and log are written")
    return parser.parse_args()


if __name__ == "__main__":
    main()
