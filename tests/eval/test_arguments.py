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
    ],
)
def test_wrong_options(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(arguments)
    assert ended.value.code == 2
    assert "error:" in capsys.readouterr().err


def test_baselines_add_up() -> None:
    options = parse(["set", "--baseline", "bm25", "--baseline", "llama-index"])
    assert options.baseline == ["bm25", "llama-index"]
