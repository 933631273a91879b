"""Saved runs: a folder with `meta.json`, `results.jsonl` and TREC files, readable without us."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from eval.ask import Outcome
from eval.metrics.retrieval import LEVELS, judge, write_trec
from eval.result import QuestionResult
from eval.run import RunMeta, ScoredRun

META = "meta.json"
RESULTS = "results.jsonl"
_META = TypeAdapter(RunMeta)
_RESULT = TypeAdapter(QuestionResult)


class SavedRunError(ValueError):
    """A folder that holds no saved run, or one that another version wrote."""


def save_run(folder: Path, run: ScoredRun, outcomes: Sequence[Outcome]) -> None:
    """Write the run, one result a line, with `evidence` and `document` qrels and runs."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / META).write_bytes(_META.dump_json(run.meta, indent=2) + b"\n")
    with (folder / RESULTS).open("wb") as lines:
        lines.writelines(_RESULT.dump_json(result) + b"\n" for result in run.results)
    ranked = [(o.question, [hit.passage for hit in o.hits]) for o in outcomes]
    for level in LEVELS:
        write_trec(folder, level, judge(level, ranked), run.meta.system)


def load_run(folder: Path) -> ScoredRun:
    """Read what `save_run` wrote. Raises SavedRunError."""
    try:
        meta = _META.validate_json((folder / META).read_bytes())
        with (folder / RESULTS).open("rb") as lines:
            results = tuple(_RESULT.validate_json(line) for line in lines)
    except FileNotFoundError as error:
        raise SavedRunError(
            f"{folder} holds no saved run: {error.filename} is missing. "
            f"`python -m eval DATASET --save {folder}` writes one."
        ) from error
    except ValidationError as error:
        raise SavedRunError(
            f"{folder} was saved by another version: {error.errors()[0]['msg']} at "
            f"{error.errors()[0]['loc']}. `python -m eval DATASET --save {folder}` writes it anew."
        ) from error
    return ScoredRun(meta=meta, results=results)
