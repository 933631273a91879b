"""One system on one set: asks, scores, and keeps what is needed to repeat it."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version

from eval.ask import Outcome, ask_all
from eval.metrics.speed import Speed, latency, peak_megabytes
from eval.question import Dataset
from eval.revision import revision
from eval.run import RunMeta, ScoredRun
from eval.score import score_all
from eval.system import OpenedSystem

# What decides results and speed besides our own code.
VERSIONED = (
    "numpy",
    "torch",
    "sentence-transformers",
    "onnxruntime",
    "faiss-cpu",
    "tantivy",
    "llama-index-core",
    "bm25s",
    "ir-measures",
)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A scored run, and the outcomes it was made of."""

    run: ScoredRun
    outcomes: Sequence[Outcome]


def evaluate(
    opened: OpenedSystem, dataset: Dataset, *, alone: bool = True, progress: bool = True
) -> Evaluation:
    """Ask every question of the set and score what comes back.

    `alone`: no other system ran in this process before, so that its peak memory is this one's.
    """
    outcomes = ask_all(opened.system, dataset.questions, opened.name, progress=progress)
    results = score_all(outcomes, opened.system)
    meta = RunMeta(
        dataset=dataset.name,
        system=opened.name,
        created=datetime.now().astimezone().isoformat(timespec="seconds"),
        documents=len(opened.system.document_ids()),
        threshold=opened.threshold,
        speed=_speed(opened, outcomes, alone),
        settings=dict(opened.settings),
        versions=versions(),
    )
    return Evaluation(ScoredRun(meta=meta, results=tuple(results)), outcomes)


def versions() -> Mapping[str, str]:
    """Our own code's commit, Python, machine and the libraries that are installed, by name."""
    found = {"Python": platform.python_version(), "machine": platform.platform(terse=True)}
    if commit := revision():
        found["policy-answers"] = commit
    for name in VERSIONED:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def _speed(opened: OpenedSystem, outcomes: Sequence[Outcome], alone: bool) -> Speed:
    answer = [outcome.answer_ms for outcome in outcomes]
    indexed, seconds = opened.passages, opened.index_seconds
    return Speed(
        retrieval=latency([outcome.retrieval_ms for outcome in outcomes]),
        answer=latency(answer),
        questions_per_second=1000 * len(answer) / sum(answer) if sum(answer) else 0.0,
        passages_per_second=indexed / seconds if indexed and seconds else None,
        peak_megabytes=peak_megabytes() if alone else None,
    )
