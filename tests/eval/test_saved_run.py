"""Saved runs come back as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.saved_run import SavedRunError, load_run, save_run
from tests.eval.runs import evaluation
from tests.eval.small_system import quote_altered


def test_round_trip(tmp_path: Path) -> None:
    found = evaluation(quote_altered)
    save_run(tmp_path / "run", found.run, found.outcomes)
    assert load_run(tmp_path / "run") == found.run


def test_trec_files_lie_beside_it(tmp_path: Path) -> None:
    found = evaluation()
    save_run(tmp_path, found.run, found.outcomes)
    lines = (tmp_path / "document.run").read_text("utf-8").splitlines()
    assert lines[0].split() == ["amount", "Q0", "voucher", "1", "1.000000", "product"]
    assert (tmp_path / "evidence.qrels").read_text("utf-8").count("\n") == 3


def test_what_is_no_run_is_refused_with_the_command_that_makes_one(tmp_path: Path) -> None:
    with pytest.raises(SavedRunError, match="python -m eval"):
        load_run(tmp_path)
    (tmp_path / "meta.json").write_text("{}", "utf-8")
    (tmp_path / "results.jsonl").write_text("", "utf-8")
    with pytest.raises(SavedRunError, match="another version"):
        load_run(tmp_path)
