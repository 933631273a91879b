"""`python -m eval`: runs a question set, compares two saved runs, or checks the gate.

An entry point: it wires readers, the product, baselines, measures and reports together.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path

from eval.arguments import parse
from eval.compare import NothingInCommonError, compare
from eval.console import comparison_table, run_table
from eval.datasets import DatasetError, read_dataset
from eval.evaluate import Evaluation, evaluate
from eval.gate import FOLDER, SETS, GateError, check, read_baseline, write_baseline
from eval.question import Dataset, with_gold_documents
from eval.run import ScoredRun
from eval.saved_run import SavedRunError, load_run, save_run
from eval.sources import UnknownSourceError, resolve_sources
from eval.summary import as_json
from eval.system import OpenedSystem
from index.errors import EmbeddingError, StorageError
from ingest.errors import UnreadableFile
from settings import Settings

DONE, FAILED, INEXACT, DROPPED = 0, 1, 3, 4
INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> int:
    """Do what the options ask; returns the exit code, see `python -m eval --help`."""
    from eval.baselines.build import ReaderOff
    from eval.product import IndexingFailed, StorageMixedError

    options = parse(arguments)
    try:
        if options.compare:
            return _compare(options)
        return _gate(options) if options.gate else _run(options)
    except (
        DatasetError,
        GateError,
        NothingInCommonError,
        SavedRunError,
        StorageError,
        EmbeddingError,
        IndexingFailed,
        StorageMixedError,
        UnreadableFile,
        UnknownSourceError,
        ReaderOff,
    ) as error:
        print(error, file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("\n已中断,没有写入结果 (interrupted, nothing was written)", file=sys.stderr)
        return INTERRUPTED


def _run(options: argparse.Namespace) -> int:
    from eval.product import product_on

    dataset = read_dataset(options.dataset)
    settings = Settings()
    storage = options.storage or settings.storage
    with product_on(settings, dataset.documents, options.storage) as opened:
        dataset = resolve_sources(_limited(dataset, options.limit), opened.system, str(storage))
        dataset = with_gold_documents(dataset) if options.given else dataset
        evaluations = [evaluate(opened, dataset, progress=not options.json)]
        for baseline in _baselines(options, settings, opened):
            evaluations.append(evaluate(baseline, dataset, alone=False, progress=not options.json))
    runs = [evaluation.run for evaluation in evaluations]
    _write(options, evaluations)
    if options.json:
        print(json.dumps([as_json(run) for run in runs], ensure_ascii=False, indent=2))
    else:
        print(run_table(runs))
    return exit_code(runs[0])


def _baselines(
    options: argparse.Namespace, settings: Settings, opened: OpenedSystem
) -> Iterator[OpenedSystem]:
    from eval.baselines.build import build_baseline
    from index.embedding import open_embedder
    from index.reader import open_reader

    documents = [opened.system.document(key) for key in opened.system.document_ids()]
    for name in dict.fromkeys(options.baseline):
        yield build_baseline(
            name, documents, partial(open_embedder, settings), partial(open_reader, settings)
        )


def _write(options: argparse.Namespace, evaluations: list[Evaluation]) -> None:
    runs = [evaluation.run for evaluation in evaluations]
    for folder in dict.fromkeys(path for path in (options.save, options.report) if path):
        for evaluation in evaluations:
            save_run(folder / evaluation.run.meta.system, evaluation.run, evaluation.outcomes)
    if options.report:
        from eval.report import write_report

        page = write_report(options.report, runs)
        print(f"报告 report: {page}", file=sys.stderr)


def exit_code(run: ScoredRun) -> int:
    """INEXACT when the run broke a promise, each of which is printed; else DONE."""
    for fault in run.faults:
        print(f"承诺未兑现 broken promise: {fault}", file=sys.stderr)
    return INEXACT if run.faults else DONE


def _limited(dataset: Dataset, limit: int | None) -> Dataset:
    """Every n-th question, so that all parts of the file are in."""
    count = len(dataset.questions)
    if limit is None or limit >= count:
        return dataset
    chosen = (dataset.questions[at * count // limit] for at in range(limit))
    return replace(dataset, questions=tuple(chosen))


def _compare(options: argparse.Namespace) -> int:
    before, after = (load_run(_run_folder(folder)) for folder in options.compare)
    comparison = compare(before, after)
    if options.json:
        rows = [
            {**asdict(row.difference), "metric": row.metric.key, "before": row.before}
            | {"after": row.after, "better": row.better, "worse": row.worse, "same": row.same}
            | {"verdict": row.verdict}
            for row in comparison.rows
        ]
        changed = [
            {"id": one.after.question.id, "changes": one.changes} for one in comparison.changed
        ]
        values = {"metrics": rows, "changed": changed, "unmatched": list(comparison.unmatched)}
        print(json.dumps(values, ensure_ascii=False, indent=2))
    else:
        names = [str(folder) for folder in options.compare]
        print(comparison_table(comparison, (names[0], names[1])))
    return DONE


def _run_folder(folder: Path) -> Path:
    """A saved run, or the product's within a folder of several."""
    from eval.product import NAME

    return folder / NAME if (folder / NAME).is_dir() else folder


def _gate(options: argparse.Namespace) -> int:
    runs: list[ScoredRun] = []
    dropped, inexact = [], DONE
    for name, folder in SETS.items():
        baseline = FOLDER / f"{name}.json"
        before = None if options.record else read_baseline(baseline)
        evaluation = _gate_evaluation(options, read_dataset(folder))
        _write(options, [evaluation])
        runs.append(evaluation.run)
        if not options.json:
            print(run_table([evaluation.run]))
        inexact = max(inexact, exit_code(evaluation.run))
        if before is None:
            write_baseline(baseline, evaluation.run)
            print(f"已记录 recorded: {baseline}", file=sys.stderr)
        else:
            checks = check(evaluation.run, before)
            dropped += [f"{name}: {one.described()}" for one in checks if one.dropped]
    if options.json:
        values = {"runs": [as_json(run) for run in runs], "dropped": dropped}
        print(json.dumps(values, ensure_ascii=False, indent=2))
    for line in dropped:
        print(f"下降 dropped: {line}", file=sys.stderr)
    return inexact or (DROPPED if dropped else DONE)


def _gate_evaluation(options: argparse.Namespace, dataset: Dataset) -> Evaluation:
    """On the set's own documents, the storage named, or else the corpus indexed anew."""
    from eval.product import product_on, product_on_files

    settings = Settings()
    if dataset.documents is not None or options.storage:
        system = product_on(settings, dataset.documents, options.storage)
    else:
        system = product_on_files(settings, [settings.corpus])
    with system as opened:
        resolved = resolve_sources(dataset, opened.system, str(settings.corpus))
        return evaluate(opened, resolved, progress=not options.json)


if __name__ == "__main__":
    sys.exit(main())
