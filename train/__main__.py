"""Trains, measures and exports the reader: `python -m train STAGE`, stages in this order."""

from __future__ import annotations

import argparse
import json
import random
import shutil
from dataclasses import asdict, replace
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
from train.network import ReaderNetwork, begin_from, load, mean_of
from train.pools import (
    Mixture,
    Shares,
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
# The stages that learn from pairs of close questions differ in length and seed alone.
_CLOSE = RankedStage(
    steps=2000,
    groups=5,
    texts=3,
    rate=1e-4,
    frozen=4,
    dropout=0.1,
    precision="bfloat16",
    seed=20251130,
)
# The last stages: texts for one question against each other.
RANKED_STAGES = {
    "ranked": (
        RankedStage(steps=950, groups=5, texts=3, frozen=4),
        Shares(corpus=0.50, texts=0.20, cmrc=0.22, drcd=0.08),
    ),
    "close": (
        _CLOSE,
        Shares(corpus=0.20, texts=0.26, cmrc=0.20, drcd=0.06, pairs=0.28),
    ),
    "closer": (
        replace(_CLOSE, steps=1800, seed=20251201),
        Shares(corpus=0.12, texts=0.24, cmrc=0.20, drcd=0.04, pairs=0.40),
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
        network = _begun(given.start)
        if given.mean_with:
            network = mean_of(network, _begun(given.mean_with))
        export(network, weights / "reader.onnx", sample)
        shutil.copy(_tokenizer_file(), weights / "tokenizer.json")
    elif given.stage == "measure":
        reader = ReaderModel(given.start or default_reader_folder())
        print(json.dumps(asdict(measure(reader, held_out_examples(given.cmrc, generator)))))
    else:
        _train(given, generator)


def _train(given: argparse.Namespace, generator: random.Random) -> None:
    cutter = _cutter(generator)
    network = _begun(given.start)
    if given.stage in RANKED_STAGES:
        ranked, shares = RANKED_STAGES[given.stage]
        groups = ranked_groups(
            ranked.texts, shares, given.cmrc, given.drcd, given.corpus, generator
        )
        train_ranked(network, groups, cutter, ranked, given.output)
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
    parser.add_argument("stage", choices=(*STAGES, *RANKED_STAGES, "export", "measure"))
    parser.add_argument("--cmrc", type=Path, help="CMRC 2018 train, in SQuAD's format")
    parser.add_argument("--drcd", type=Path, nargs="+", help="DRCD files, traditional script")
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--start", type=Path, help="weights to begin from: a folder or .onnx file")
    parser.add_argument("--mean-with", type=Path, help="of export: weights to take the mean with")
    parser.add_argument("--output", type=Path, help="where weights and log are written")
    given = parser.parse_args()
    needed = {"export": ("start",), "measure": ("cmrc",)}
    for name in needed.get(given.stage, ("cmrc", "drcd", "output")):
        if getattr(given, name) is None:
            parser.error(f"{given.stage} needs --{name}: python -m train --help says what it is")
    if given.mean_with and given.stage != "export":
        parser.error(f"--mean-with is of export, not of {given.stage}")
    return given


if __name__ == "__main__":
    main()
