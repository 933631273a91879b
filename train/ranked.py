"""The stage that sets texts for one question against each other."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from train.descent import descend, multiplying_in, rate_at
from train.features import Window, WindowCutter
from train.groups import Group
from train.loop import pad
from train.network import IMPOSSIBLE, ReaderNetwork, save

# What a text that does not answer weighs in the loss of spans beside one that does.
OTHERS_WEIGHT = 0.5
# Log-odds are divided by this before texts are set against each other.
TEMPERATURE = 2.0


@dataclass(frozen=True, slots=True)
class RankedStage:
    """What the stage does; rates fall linearly from `rate` to `final_rate` after the warm-up.

    The first `frozen` layers of the encoder stay as they are. The weights that are kept are the
    running mean of those of the steps, each of which loses `1 - mean` of its share a step.
    `dropout` is the share of hidden values that is left out, 0..1; `precision` is what matrices are
    multiplied in, a name of torch's.
    """

    steps: int
    groups: int
    texts: int
    tokens: int = 300
    rate: float = 8e-5
    final_rate: float = 1.5e-5
    warmup: int = 30
    frozen: int = 0
    dropout: float = 0.0
    precision: str = "float32"
    mean: float = 0.996
    decay: float = 0.01
    clip: float = 1.0
    seed: int = 20251128
    log_every: int = 25
    save_every: int = 100


def train_ranked(
    network: ReaderNetwork,
    groups: Iterator[Group],
    cutter: WindowCutter,
    stage: RankedStage,
    output: Path,
) -> None:
    """Train in place. `output` gets the mean weights, and the last ones as `output`/last."""
    torch.manual_seed(stage.seed)
    for layer in network.encoder.encoder.layer[: stage.frozen]:
        layer.requires_grad_(False)
    for name, module in network.named_modules():
        # Drawing for the weights of attention, too, would take longer than the rest of the step.
        if isinstance(module, nn.Dropout) and ".self." not in name:
            module.p = stage.dropout
    optimizer = torch.optim.AdamW(
        [one for one in network.parameters() if one.requires_grad],
        lr=stage.rate,
        weight_decay=stage.decay,
    )
    mean = {name: value.detach().clone() for name, value in network.state_dict().items()}
    network.train()
    output.mkdir(parents=True, exist_ok=True)
    began, losses = time.monotonic(), torch.zeros(2)
    with (output / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps({"stage": asdict(stage)}) + "\n")
        for step in range(1, stage.steps + 1):
            drawn = [next(groups) for _ in range(stage.groups)]
            spans, ranks = _losses(network, drawn, cutter, stage)
            descend(spans + ranks, optimizer, rate_at(step, stage), stage.clip)
            _average(mean, network, min(stage.mean, (1 + step) / (10 + step)))
            losses += torch.stack([spans, ranks]).detach() / stage.log_every
            if step % stage.log_every == 0:
                told = {"step": step, "span": round(float(losses[0]), 4)}
                told |= {"rank": round(float(losses[1]), 4)}
                log.write(json.dumps(told | {"seconds": round(time.monotonic() - began)}) + "\n")
                log.flush()
                losses.zero_()
            if step % stage.save_every == 0 or step == stage.steps:
                _save(network, mean, output)


def _losses(
    network: ReaderNetwork, groups: Sequence[Group], cutter: WindowCutter, stage: RankedStage
) -> tuple[Tensor, Tensor]:
    """The loss of spans over all windows, and that of ranks over all groups."""
    windows = [[cutter.window(one, stage.tokens) for one in group.examples] for group in groups]
    with multiplying_in(stage.precision):
        every = _scores(network, [one for group in windows for one in group], cutter.padding)
    scores = iter(every)
    spans, weights, ranks = [], [], []
    for group in windows:
        odds = []
        for window in group:
            span, score = _read(next(scores), window)
            spans.append(span)
            weights.append(window.weight * (1.0 if window.end else OTHERS_WEIGHT))
            odds.append(score)
        # The last place stands for “none of these”.
        choices = torch.stack([*odds, torch.zeros(())]) / TEMPERATURE
        target = torch.tensor([0 if group[0].end else len(group)])
        ranks.append(group[0].weight * nn.functional.cross_entropy(choices[None], target))
    weight = torch.tensor(weights)
    return (torch.stack(spans) * weight).sum() / weight.sum(), torch.stack(ranks).mean()


def _scores(network: ReaderNetwork, windows: Sequence[Window], padding: int) -> list[Tensor]:
    """(tokens, 2) for each window, in order; run in two halves by length, which pads less."""
    order = sorted(range(len(windows)), key=lambda at: len(windows[at].ids))
    half = len(order) // 2
    found: dict[int, Tensor] = {}
    for part in (order[:half], order[half:]):
        ids, mask = pad([windows[at].ids for at in part], padding)
        found |= dict(zip(part, network(ids, mask).float(), strict=True))
    return [found[at] for at in range(len(windows))]


def _read(scores: Tensor, window: Window) -> tuple[Tensor, Tensor]:
    """The loss of the window's span, and the log-odds that anything in it answers."""
    at = torch.arange(scores.shape[0])
    text = ((at >= window.first) & (at <= window.last))[:, None]
    allowed = scores.masked_fill(~(text | (at == 0)[:, None]), IMPOSSIBLE)
    target = torch.tensor([[window.start, window.end]])
    loss = nn.functional.cross_entropy(allowed[None], target)
    inside = torch.logsumexp(scores.masked_fill(~text, IMPOSSIBLE), dim=0).sum()
    return loss, inside - scores[0].sum()


def _average(mean: dict[str, Tensor], network: ReaderNetwork, kept: float) -> None:
    with torch.no_grad():
        for name, value in network.state_dict().items():
            if value.is_floating_point():
                mean[name].mul_(kept).add_(value, alpha=1 - kept)


def _save(network: ReaderNetwork, mean: dict[str, Tensor], output: Path) -> None:
    save(network, output / "last")
    network.encoder.config.save_pretrained(output)
    torch.save(mean, output / "reader.pt")
