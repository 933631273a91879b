"""The ranked stage on a network of two tiny layers."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
import torch

from tests.train.test_features import cutter
from tests.train.tiny import tiny_network
from train.examples import Example
from train.groups import Group
from train.network import load, mean_of
from train.ranked import RankedStage, train_ranked

# “甲?” is answered by 乙, “丙?” by 丁; beside them stands the other one's text.
ANSWERS = {"甲": "乙", "丙": "丁"}


def group(generator: random.Random) -> Group:
    asked, other = generator.sample(sorted(ANSWERS), 2)
    noise = generator.choice("戊己庚辛")
    context = noise + ANSWERS[asked]
    examples = (Example(asked, context, 1, 2), Example(asked, noise + ANSWERS[other]))
    return Group(examples if generator.random() < 0.8 else (examples[1],))


def test_it_learns_which_text_answers_and_where(tmp_path: Path) -> None:
    generator = random.Random(1)
    stage = RankedStage(
        steps=150, groups=8, texts=2, tokens=24, rate=3e-3, mean=0.9, log_every=50, save_every=999
    )
    trained = tiny_network()
    train_ranked(trained, iter(lambda: group(generator), None), cutter(), stage, tmp_path)
    lines = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text().splitlines()]
    first, last = lines[1], lines[-1]
    assert last["rank"] < 0.3 * first["rank"]
    assert last["span"] < 0.3 * first["span"]
    window = cutter().window(Example("丙", "戊丁", 1, 2), 24)
    ids = torch.tensor([window.ids])
    scores = load(tmp_path)(ids, torch.ones_like(ids))[0]
    assert scores.argmax(dim=0).tolist() == [window.start, window.end]


def test_frozen_layers_stay_as_they_are(tmp_path: Path) -> None:
    generator = random.Random(1)
    trained = tiny_network()
    before = {name: value.clone() for name, value in trained.state_dict().items()}
    stage = RankedStage(steps=2, groups=2, texts=2, tokens=24, frozen=1, warmup=1)
    train_ranked(trained, iter(lambda: group(generator), None), cutter(), stage, tmp_path)
    changed = {
        name for name, value in trained.state_dict().items() if not before[name].equal(value)
    }
    assert any("layer.1." in name for name in changed)
    assert not any("layer.0." in name for name in changed)


def test_the_mean_lies_half_way_between_two_networks() -> None:
    first, second = tiny_network(1), tiny_network(2)
    one, other = (network.head.weight[0, 0].item() for network in (first, second))
    made = mean_of(first, second)
    assert made.head.weight[0, 0].item() == pytest.approx((one + other) / 2)
    assert second.head.weight[0, 0].item() == other


def test_hidden_values_are_left_out_and_the_weights_of_attention_are_not(tmp_path: Path) -> None:
    generator = random.Random(1)
    trained = tiny_network()
    stage = RankedStage(steps=1, groups=2, texts=2, tokens=24, warmup=1, dropout=0.25)
    train_ranked(trained, iter(lambda: group(generator), None), cutter(), stage, tmp_path)
    shares = {
        ".self." in name: module.p
        for name, module in trained.named_modules()
        if isinstance(module, torch.nn.Dropout)
    }
    assert shares == {True: 0.0, False: 0.25}
