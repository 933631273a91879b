"""The options of `python -m eval`."""

from __future__ import annotations

import argparse
from pathlib import Path

from eval.baselines.build import BASELINES

DESCRIPTION = (
    "给问答集打分:检索、回答、引用、拒答与速度。 "
    "Scores a question set: retrieval, answers, citations, refusals and speed."
)
EPILOG = (
    "exit codes: 0 done; 1 the set or a storage cannot be used; 2 wrong options; "
    "3 a quote is not the text it claims to be; 4 the gate found a drop"
)

# What would be ignored: the gate always scores whole sets, and a comparison runs nothing.
NOT_WITH = {
    "gate": ("baseline", "limit", "given"),
    "compare": ("baseline", "limit", "given", "storage", "save", "report"),
}


def parser() -> argparse.ArgumentParser:
    """The command line."""
    options = argparse.ArgumentParser(prog="python -m eval", description=DESCRIPTION, epilog=EPILOG)
    options.add_argument(
        "dataset",
        nargs="?",
        type=Path,
        metavar="DATASET",
        help="a folder with questions.jsonl, or SQuAD-style .json, or .csv/.xlsx "
        "with columns question, answer, source",
    )
    options.add_argument("--json", action="store_true", help="print the table as JSON")
    options.add_argument("--report", type=Path, metavar="DIR", help="write an HTML report there")
    options.add_argument("--save", type=Path, metavar="DIR", help="save the run(s) there")
    options.add_argument(
        "--baseline",
        action="append",
        choices=BASELINES,
        default=[],
        help="score this plain pipeline as well; may be given twice",
    )
    options.add_argument(
        "--storage",
        type=Path,
        metavar="DIR",
        help="the storage to ask; for a set with its own documents, where to keep their index",
    )
    options.add_argument(
        "--limit", type=_positive, metavar="N", help="ask only N questions, spread over the set"
    )
    options.add_argument(
        "--given",
        action="store_true",
        help="limit each question to its gold documents: scores the reading, not the finding",
    )
    options.add_argument(
        "--compare",
        nargs=2,
        type=Path,
        metavar=("RUN_A", "RUN_B"),
        help="compare two saved runs instead of running one",
    )
    options.add_argument(
        "--gate", action="store_true", help="run the sets with a committed baseline; fail on a drop"
    )
    options.add_argument(
        "--record", action="store_true", help="with --gate: record the baseline anew"
    )
    return options


def parse(arguments: list[str] | None) -> argparse.Namespace:
    """The options, checked for fitting together."""
    options = parser()
    parsed = options.parse_args(arguments)
    tasks = [parsed.dataset is not None, parsed.compare is not None, parsed.gate]
    if sum(tasks) != 1:
        options.error("name one thing to do: a DATASET, --compare RUN_A RUN_B, or --gate")
    if parsed.record and not parsed.gate:
        options.error("--record belongs to --gate")
    for task, names in NOT_WITH.items():
        if getattr(parsed, task):
            for name in names:
                if getattr(parsed, name):
                    options.error(f"--{name} does not go with --{task}")
    return parsed


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"expected a number from 1, found {number}")
    return number
