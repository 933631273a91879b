"""What is missing is told before a model is loaded."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from train.__main__ import _arguments

DATA = ("--cmrc", "train.json", "--drcd", "dev.json")


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [
        (("general",), "--cmrc"),
        (("final", "--cmrc", "train.json", "--output", "out"), "--drcd"),
        (("close", *DATA), "--output"),
        (("measure",), "--cmrc"),
        (("export",), "--start"),
    ],
)
def test_what_a_stage_needs(
    arguments: tuple[str, ...],
    missing: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["train", *arguments])
    with pytest.raises(SystemExit) as ended:
        _arguments()
    assert ended.value.code == 2
    assert f"{arguments[0]} needs {missing}" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ("general", *DATA, "--output", "out"),
        ("measure", "--cmrc", "train.json"),
        ("export", "--start", "close"),
    ],
)
def test_a_stage_with_all_that_it_needs(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["train", *arguments])
    given = _arguments()
    assert given.stage == arguments[0]
    assert given.corpus == Path("corpus")
