"""`python -m answer "question"`: one cited answer, or a batch of them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from answer.as_json import answer_as_json
from answer.batch import BatchError, BatchQuestion, read_batch
from answer.service import Service, open_service
from index.errors import EmbeddingError, StorageError
from records import Answer
from settings import Settings

FAILED = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer; returns 0 for answers and refusals alike, 1 when storage or batch are unusable."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if bool(options.batch) == bool((options.question or "").strip()):
        parser.error("give either a question or --batch FILE")
    settings = Settings().on_storage(options.storage)
    try:
        questions = read_batch(options.batch) if options.batch else []
        service = open_service(settings)
        if options.batch:
            for one in questions:
                answer = _answer(service, one, options)
                print(json.dumps(answer_as_json(answer, one.id), ensure_ascii=False), flush=True)
        else:
            asked = BatchQuestion(None, options.question, tuple(options.history))
            answer = _answer(service, asked, options)
            if options.json:
                print(json.dumps(answer_as_json(answer), ensure_ascii=False))
            else:
                _print(answer)
    except (StorageError, EmbeddingError, BatchError) as error:
        print(error, file=sys.stderr)
        return FAILED
    service.close()
    return 0


def _answer(service: Service, asked: BatchQuestion, options: argparse.Namespace) -> Answer:
    return service.answer(
        asked.question,
        history=asked.history,
        region=options.region,
        in_force_only=options.in_force_only,
        today=asked.today or options.today,
    )


def _print(answer: Answer) -> None:
    if answer.understood:
        print(f"已理解为：{answer.understood}")
    print(answer.text)
    for choice in answer.choices:
        print(f"- {choice}")
    for citation in answer.citations:
        where = " ".join(part for part in (citation.doc_number, citation.clause) if part)
        print(f"[{citation.number}] 《{citation.title}》{where} {citation.url}")
    for note in answer.notes:
        print(f"* {note}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m answer",
        description="用政策原文回答问题。 Answers a question from the documents, with citations.",
    )
    parser.add_argument("question", nargs="?", help="the question")
    parser.add_argument(
        "--batch", type=Path, metavar="FILE", help=".jsonl, .csv or .xlsx of questions"
    )
    parser.add_argument(
        "--history",
        action="append",
        default=[],
        metavar="TEXT",
        help="a turn before the question; repeat for question, answer, question, answer …",
    )
    parser.add_argument("--today", type=date.fromisoformat, metavar="YYYY-MM-DD")
    parser.add_argument("--region", help="only documents of this region")
    parser.add_argument("--in-force-only", action="store_true", help="only documents in force")
    parser.add_argument("--storage", type=Path, help="folder of the index (default: storage)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
