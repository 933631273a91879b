"""`python -m index search "question"`: what the retriever finds."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from index.errors import EmbeddingError, StorageError
from index.filters import Filters
from index.search import Searcher
from records import Hit
from settings import Settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one search; returns 0, or 1 when the storage cannot be used."""
    options = _parser().parse_args(arguments)
    settings = Settings().on_storage(options.storage)
    filters = Filters(
        regions=options.region,
        kinds=options.kind,
        document_ids=options.document,
        in_force_on=options.in_force_on,
        superseded=options.superseded,
    )
    try:
        searcher = Searcher.open(settings)
        hits = searcher.search(options.question, options.k, filters)
    except (EmbeddingError, StorageError) as error:
        print(error, file=sys.stderr)
        return 1
    searcher.close()
    if options.json:
        print(json.dumps([_as_json(hit) for hit in hits], ensure_ascii=False))
    else:
        for rank, hit in enumerate(hits, 1):
            passage = hit.passage
            text = " ".join(passage.text.split())
            print(f"{rank:2} {hit.score:.3f} {passage.id}《{passage.title}》{passage.clause_path}")
            print(f"   {text[:120]}{'…' if len(text) > 120 else ''}")
    return 0


def _as_json(hit: Hit) -> dict[str, object]:
    passage = hit.passage
    return {
        "document_id": passage.document_id,
        "passage_id": passage.id,
        "score": round(hit.score, 4),
        "dense_score": round(hit.dense_score, 4),
        "text_score": round(hit.text_score, 4),
        "title": passage.title,
        "clause": passage.clause_path,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
    }


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be 1 or more, not {number}")
    return number


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m index", description="Searches the index.")
    commands = parser.add_subparsers(dest="command", required=True)
    search = commands.add_parser("search", help="print the passages that a question finds")
    search.add_argument("question")
    search.add_argument("-k", type=_positive, default=10, help="how many passages (default: 10)")
    search.add_argument("--region", action="append", help="only this region (repeatable)")
    search.add_argument("--kind", action="append", help="only this kind (repeatable)")
    search.add_argument("--document", action="append", help="only this document id (repeatable)")
    search.add_argument("--in-force-on", type=date.fromisoformat, metavar="YYYY-MM-DD")
    search.add_argument(
        "--superseded", action="store_true", help="also versions that newer ones replaced"
    )
    search.add_argument("--storage", type=Path, help="folder of the index (default: storage)")
    search.add_argument("--json", action="store_true", help="print JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
