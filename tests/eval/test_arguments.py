"""Options that do not fit together end with exit code 2 and say so."""

from __future__ import annotations

import pytest

from eval.arguments import parse


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["set", "--gate"],
        ["set", "--compare", "a", "b"],
        ["set", "--record"],
        ["set", "--limit", "0"],
        ["set", "--baseline", "other"],
        ["--gate", "--limit", "3"],
        ["--gate", "--baseline", "bm25"],
        ["--gate", "--given"],
        ["--compare", "a", "b", "--limit", "3"],
        ["--compare", "a", "b", "--baseline", "bm25"],
        ["--compare", "a", "b", "--given"],
        ["--compare", "a", "b", "--storage", "c"],
        ["--compare", "a", "b", "--save", "c"],
        ["--compare", "a", "b", "--report", "c"],
    ],
)
def test_wrong_options(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(arguments)
    assert ended.value.code == 2
    assert "error:" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--gate"], ["--compare", "a", "b"], ["set"]])
def test_every_task_prints_json(arguments: list[str]) -> None:
    assert parse([*arguments, "--json"]).json


def test_baselines_add_up() -> None:
    options = parse(["set", "--baseline", "bm25", "--baseline", "llama-index"])
    assert options.baseline == ["bm25", "llama-index"]
