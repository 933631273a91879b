"""`python -m ingest`: adds, updates, lists, removes and checks documents.

An entry point: it wires reading, splitting and the index together.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from index.embedding import open_embedder
from index.errors import EmbeddingError, StorageError
from index.identity import identity_of
from index.inspection import problems_of
from index.library import LibraryFolder
from index.rebuild import is_stale, rebuild, recover
from index.store import Store
from index.update import UpdateReport, remove_documents, update
from ingest.errors import UnreadableFile
from records import Document, DocumentState
from settings import Settings

COMMANDS = ("add", "list", "remove", "check")
FAILED = 1
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code: 0, 1 when something failed, 130 when interrupted."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0] not in COMMANDS and given[0] not in ("-h", "--help")):
        given.insert(0, "add")
    options = _parser().parse_args(given)
    settings = Settings().on_storage(options.storage)
    commands = {"add": _add, "list": _list, "remove": _remove, "check": _check}
    try:
        return commands[options.command](options, settings)
    except (EmbeddingError, StorageError, UnreadableFile) as error:
        print(error, file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print(
            "\n已中断；已完成的文档都已保存，再次运行会接着做 "
            "(interrupted: what was finished is saved, run it again to go on)",
            file=sys.stderr,
        )
        return INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--storage", type=Path, help="folder of the index (default: storage)")
    common.add_argument("--json", action="store_true", help="print JSON")
    parser = argparse.ArgumentParser(
        prog="python -m ingest",
        description="把文件夹和文件库中的政策文件收入索引。 "
        "Brings the documents of a folder and of the library into the index. "
        "Without a command: add.",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    add = commands.add_parser("add", parents=[common], help="add or update files and folders")
    add.add_argument("paths", nargs="*", type=Path, help="files and folders (default: corpus)")
    add.add_argument(
        "--rebuild",
        action="store_true",
        help="if another model, splitter or schema built the index, build it anew",
    )
    commands.add_parser("list", parents=[common], help="list the documents")
    remove = commands.add_parser("remove", parents=[common], help="remove documents")
    remove.add_argument("ids", nargs="+", metavar="ID")
    commands.add_parser("check", parents=[common], help="check that the index is sound")
    return parser


def _add(options: argparse.Namespace, settings: Settings) -> int:
    from ingest.reading import read_file

    paths = options.paths or [settings.corpus]
    recover(settings.storage)
    if options.rebuild and is_stale(settings):
        rebuild(settings, progress=not options.json)
    with Store.create(settings.storage, identity_of(settings)) as store:
        report = update(
            store,
            paths,
            read_file=partial(read_file, settings=settings),
            open_embedder=partial(open_embedder, settings),
            passage_characters=settings.passage_characters,
            library=LibraryFolder(settings.library_folder),
            progress=not options.json,
        )
    _print_report(report, as_json=options.json)
    return FAILED if report.failures else 0


def _print_report(report: UpdateReport, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(asdict(report), ensure_ascii=False))
        return
    for line in report.duplicates:
        print(line)
    for line in report.failures:
        print(line, file=sys.stderr)
    print(
        f"收入 {report.stored} 份，移除 {report.removed} 份，未变 {report.unchanged} 份，"
        f"新算 {report.embedded} 段向量，失败 {len(report.failures)} 个 "
        f"(stored {report.stored}, removed {report.removed}, unchanged {report.unchanged}, "
        f"passages embedded {report.embedded}, failed {len(report.failures)})"
    )


def _list(options: argparse.Namespace, settings: Settings) -> int:
    with Store.open(settings.storage, identity_of(settings)) as store:
        headers = store.document_headers()
        sources = store.document_sources()
    if options.json:
        rows = [
            {
                "id": header.id,
                "title": header.title,
                "doc_number": header.doc_number,
                "region": header.region,
                "kind": header.kind,
                "text_kind": header.text_kind,
                "published": header.published.isoformat() if header.published else None,
                "source": sources[header.id][0],
                "state": header.state,
                "replaced_by": header.replaced_by,
            }
            for header in headers
        ]
        print(json.dumps(rows, ensure_ascii=False))
        return 0
    for header in headers:
        published = header.published.isoformat() if header.published else "----------"
        cells = (header.id, published, header.region, header.title, header.doc_number)
        print("\t".join((*cells, *_state_in_words(header))))
    return 0


def _state_in_words(header: Document) -> tuple[str, ...]:
    """A further cell for what does not answer questions."""
    if header.state is DocumentState.SUPERSEDED:
        return (f"已被 {header.replaced_by} 取代 (superseded)",)
    return ("已撤下 (withdrawn)",) if header.state is DocumentState.WITHDRAWN else ()


def _remove(options: argparse.Namespace, settings: Settings) -> int:
    with Store.open(settings.storage, identity_of(settings)) as store:
        gone = remove_documents(store, options.ids, LibraryFolder(settings.library_folder))
    if options.json:
        print(json.dumps(gone, ensure_ascii=False))
    for one, removed in gone.items():
        if not removed:
            print(f"没有编号为 {one} 的文档 (no document has this id)", file=sys.stderr)
        elif not options.json:
            print(f"已移除 {one} (removed)")
    return 0 if all(gone.values()) else FAILED


def _check(options: argparse.Namespace, settings: Settings) -> int:
    with Store.open(settings.storage, identity_of(settings)) as store:
        problems = problems_of(store, LibraryFolder(settings.library_folder))
        states = Counter(header.state for header in store.document_headers())
    if options.json:
        print(json.dumps({"problems": problems, "documents": states}, ensure_ascii=False))
    else:
        print("\n".join(problems) or "索引完好 (the index is sound)")
        print(
            f"现行 {states[DocumentState.CURRENT]} 份，旧版 {states[DocumentState.SUPERSEDED]} 份，"
            f"撤下 {states[DocumentState.WITHDRAWN]} 份 "
            f"(current {states[DocumentState.CURRENT]}, "
            f"superseded {states[DocumentState.SUPERSEDED]}, "
            f"withdrawn {states[DocumentState.WITHDRAWN]})"
        )
    return FAILED if problems else 0


if __name__ == "__main__":
    sys.exit(main())
