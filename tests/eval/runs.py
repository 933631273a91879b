"""Scored runs of the small system."""

from __future__ import annotations

from dataclasses import replace

from eval.evaluate import Evaluation, evaluate
from eval.question import Dataset
from eval.run import ScoredRun
from eval.system import OpenedSystem
from tests.eval.small_system import QUESTIONS, Change, SmallSystem


def evaluation(change: Change = lambda answer: answer, name: str = "product") -> Evaluation:
    """The three questions, asked of the small system with its answers changed."""
    opened = OpenedSystem(
        name=name,
        system=SmallSystem(change),
        threshold=0.5,
        settings={"embedding model": "none"},
        passages=4,
        index_seconds=2.0,
    )
    return evaluate(opened, Dataset(name="small", questions=QUESTIONS), progress=False)


def many(change: Change = lambda answer: answer, times: int = 20) -> ScoredRun:
    """The same three questions many times over, so that a change is no chance."""
    run = evaluation(change).run
    results = tuple(
        replace(result, question=replace(result.question, id=f"{result.question.id}-{number}"))
        for number in range(times)
        for result in run.results
    )
    return replace(run, results=results)
