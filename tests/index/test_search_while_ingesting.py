"""Many threads search while others ingest: no error, and never a document that is gone."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from index.search import Searcher
from tests.small_storage import SmallStorage

ROUNDS = 8
READERS = 4


def ingest(storage: SmallStorage, removed: set[str], done: threading.Event) -> None:
    """Each round adds one document and removes the one before."""
    try:
        for n in range(ROUNDS):
            storage.write(f"round-{n}.md", f"第一条 第{n}轮补贴，每平方米{n}0元。\n")
            (storage.corpus / f"round-{n - 1}.md").unlink(missing_ok=True)
            storage.update()
            removed.add(f"round-{n - 1}")
    finally:
        done.set()


def read(searcher: Searcher, removed: set[str], done: threading.Event) -> int:
    """Search until the ingest is done; returns how many searches that were."""
    searches = 0
    while not done.is_set() or searches == 0:
        gone = set(removed)
        hits = searcher.search("补贴每平方米多少元", 50)
        found = {hit.passage.document_id for hit in hits}
        assert not found & gone
        assert {"voucher", "housing", "loan"} <= found
        assert len(hits) == len({hit.passage.id for hit in hits})
        searches += 1
    return searches


def test_searching_while_ingesting(tiny_storage: SmallStorage) -> None:
    removed: set[str] = set()
    done = threading.Event()
    shared, own = tiny_storage.searcher(), tiny_storage.searcher()
    with ThreadPoolExecutor(READERS + 1) as pool:
        readers = [
            pool.submit(read, searcher, removed, done)
            for searcher in [shared] * (READERS - 1) + [own]
        ]
        pool.submit(ingest, tiny_storage, removed, done).result()
        assert all(reader.result() > 0 for reader in readers)
    last = {"voucher", "housing", "loan", f"round-{ROUNDS - 1}"}
    for searcher in (shared, own):
        hits = searcher.search("补贴每平方米多少元", 50)
        assert {hit.passage.document_id for hit in hits} == last
        assert hits[0].passage.document_id == f"round-{ROUNDS - 1}"
        searcher.close()
    assert tiny_storage.ids() == last
