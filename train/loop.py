"""One stage of training: so many steps over a pool of examples."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor

from train.descent import descend, multiplying_in, rate_at
from train.examples import Example
from train.features import Window, WindowCutter
from train.network import ReaderNetwork, loss, save

# Windows of this many batches are sorted by length before they are cut into batches.
POOLED = 40


@dataclass(frozen=True, slots=True)
class Stage:
    """What one stage does; rates are reached linearly, from `rate` down to `final_rate`.

    `precision` is what matrices are multiplied in, a name of torch's: which of float32 and bfloat16
    is the faster one differs from CPU to CPU by a factor of two, either way.
    """

    steps: int
    tokens: int
    rate: float
    final_rate: float
    seed: int
    warmup: int = 100
    batch: int = 16
    decay: float = 0.01
    clip: float = 1.0
    precision: str = "float32"
    log_every: int = 25
    save_every: int = 250


def train(
    network: ReaderNetwork,
    examples: Sequence[Example],
    cutter: WindowCutter,
    stage: Stage,
    output: Path,
) -> None:
    """Train in place; weights and `log.jsonl` (one line each `log_every` steps) go to `output`."""
    torch.manual_seed(stage.seed)
    output.mkdir(parents=True, exist_ok=True)
    optimizer = torch.optim.AdamW(
        [one for one in network.parameters() if one.requires_grad],
        lr=stage.rate,
        weight_decay=stage.decay,
    )
    batches = _batches(examples, cutter, stage, random.Random(stage.seed))
    network.train()
    began, losses = time.monotonic(), []
    with (output / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps({"stage": asdict(stage), "examples": len(examples)}) + "\n")
        for step in range(1, stage.steps + 1):
            value = _loss(network, next(batches), cutter.padding, stage)
            descend(value, optimizer, rate_at(step, stage), stage.clip)
            losses.append(float(value.detach()))
            if step % stage.log_every == 0:
                mean = sum(losses[-stage.log_every :]) / stage.log_every
                seconds = round(time.monotonic() - began)
                log.write(json.dumps({"step": step, "loss": round(mean, 4), "seconds": seconds}))
                log.write("\n")
                log.flush()
            if step % stage.save_every == 0 or step == stage.steps:
                save(network, output)


def _loss(network: ReaderNetwork, windows: Sequence[Window], padding: int, stage: Stage) -> Tensor:
    ids, mask = pad([window.ids for window in windows], padding)
    with multiplying_in(stage.precision):
        scores = network(ids, mask)
    return loss(
        scores,
        torch.tensor([window.first for window in windows]),
        torch.tensor([window.last for window in windows]),
        torch.tensor([(window.start, window.end) for window in windows]),
        torch.tensor([window.weight for window in windows]),
    )


def pad(rows: Sequence[Sequence[int]], padding: int) -> tuple[Tensor, Tensor]:
    """Token ids and attention mask, both (rows, longest row)."""
    longest = max(len(row) for row in rows)
    ids = torch.tensor([[*row, *[padding] * (longest - len(row))] for row in rows])
    mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows])
    return ids, mask


def _batches(
    examples: Sequence[Example], cutter: WindowCutter, stage: Stage, generator: random.Random
) -> Iterator[list[Window]]:
    """Batches of windows of like length, without end, every example once an epoch."""
    pool: list[Window] = []
    while True:
        for example in generator.sample(examples, len(examples)):
            pool.append(cutter.window(example, stage.tokens))
            if len(pool) == stage.batch * POOLED:
                pool.sort(key=lambda window: len(window.ids))
                rows = [pool[at : at + stage.batch] for at in range(0, len(pool), stage.batch)]
                yield from generator.sample(rows, len(rows))
                pool = []
