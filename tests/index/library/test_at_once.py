"""Several people and an ingest at once, in threads and in processes: nothing is lost."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from index.inspection import problems_of
from index.library import Library, version_of
from index.library.errors import StaleChange
from index.search import Searcher
from records import DocumentState
from tests.library_storage import NEWER, ORIGINAL, LibraryStorage, fresh_document

ROOT = Path(__file__).parents[3]
ROUNDS = 6
# Run by another process on the storage whose folder is its first argument.
SCRIPT = """
import sys
from pathlib import Path
from index.library import version_of
from tests.library_storage import LibraryStorage, fresh_document, ORIGINAL
from tests.small_storage import SmallStorage
folder = Path(sys.argv[1])
beside = LibraryStorage(SmallStorage(folder, folder.with_name("corpus")))
library = beside.library()
"""


def elsewhere(beside: LibraryStorage, code: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT + code, str(beside.storage.folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finished(process: subprocess.Popen[str]) -> str:
    out, err = process.communicate()
    assert process.returncode == 0, err
    return out


def test_a_change_by_another_process_is_seen_by_the_next_search(beside: LibraryStorage) -> None:
    searcher = beside.storage.searcher()
    assert "loan" in {hit.passage.document_id for hit in searcher.search("贷款贴息")}
    finished(elsewhere(beside, "library.withdraw('loan', beside.token('loan'))"))
    assert "loan" not in {hit.passage.document_id for hit in searcher.search("贷款贴息")}
    finished(elsewhere(beside, "library.add(fresh_document(), ORIGINAL)"))
    assert searcher.search("场地补贴每平方米")[0].passage.document_id == "rent"


def test_of_two_edits_on_one_version_one_wins_and_the_other_is_told(
    beside: LibraryStorage,
) -> None:
    seen, document = beside.token("loan"), beside.stored("loan")
    together = threading.Barrier(4)

    def edit(region: str) -> str:
        library = beside.library()
        together.wait()
        try:
            library.edit(replace(document, region=region), seen)
        except StaleChange:
            return ""
        return region

    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(edit, ["甲区", "乙区", "丙区", "丁区"]))
    (winner,) = filter(None, done)
    assert beside.stored("loan").region == winner


def test_processes_that_edit_at_once_lose_no_edit(beside: LibraryStorage) -> None:
    code = """
from dataclasses import replace
from index.library.errors import StaleChange
for n in range(4):
    while True:
        document = beside.stored("loan")
        try:
            library.edit(replace(document, date_notes=document.date_notes + sys.argv[2]),
                         version_of(document))
            break
        except StaleChange:
            pass
"""
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", SCRIPT + code, str(beside.storage.folder), letter],
            cwd=ROOT,
            stderr=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for letter in "ab"
    ]
    for process in processes:
        finished(process)
    notes = beside.stored("loan").date_notes
    assert (notes.count("a"), notes.count("b")) == (4, 4)


def ask(searcher: Searcher, withdrawn: threading.Event, done: threading.Event) -> int:
    searches = 0
    while not done.is_set() or not searches:
        gone = withdrawn.is_set()
        found = {hit.passage.document_id for hit in searcher.search("补贴每平方米多少元", 50)}
        assert {"voucher", "housing"} <= found
        assert not (gone and "loan" in found)
        assert not any("@" in one for one in found)
        searches += 1
    return searches


def change(library: Library, beside: LibraryStorage, withdrawn: threading.Event) -> None:
    for n in range(ROUNDS):
        library.add(
            fresh_document(id=f"added-{n}", text=f"第一条 补贴，每平方米{n}元。\n"), ORIGINAL
        )
        old = library.store.document("voucher")
        text = NEWER.replace("30万元", f"{40 + n}万元")
        library.replace("voucher", replace(old, text=text), ORIGINAL, version_of(old))
        if n == 1:
            library.withdraw("loan", version_of(library.store.document("loan")))
            withdrawn.set()


def test_changes_and_ingests_while_others_ask(beside: LibraryStorage) -> None:
    withdrawn, done = threading.Event(), threading.Event()
    library, searcher = beside.library(), beside.storage.searcher()

    def ingest() -> None:
        for n in range(ROUNDS):
            beside.storage.write(f"round-{n}.md", f"第一条 第{n}轮补贴，每平方米{n}0元。\n")
            beside.ingest()

    with ThreadPoolExecutor(4) as pool:
        asking = [pool.submit(ask, searcher, withdrawn, done) for _ in range(2)]
        writing = [pool.submit(change, library, beside, withdrawn), pool.submit(ingest)]
        try:
            for one in writing:
                one.result()
        finally:
            done.set()
        assert all(one.result() for one in asking)
    documents = beside.everything()
    assert documents.keys() == (
        {"voucher", "housing", "loan"}
        | {f"round-{n}" for n in range(ROUNDS)}
        | {f"added-{n}" for n in range(ROUNDS)}
        | {f"voucher@{n}" for n in range(1, ROUNDS + 1)}
    )
    assert documents["loan"].state is DocumentState.WITHDRAWN
    assert f"{40 + ROUNDS - 1}万元" in documents["voucher"].text
    with beside.storage.open() as store:
        assert problems_of(store, beside.folder) == []


def test_withdrawing_does_not_wait_for_an_ingest(beside: LibraryStorage) -> None:
    library, searcher = beside.library(), beside.storage.searcher()
    with beside.storage.open() as store, store.only_writer():
        library.withdraw("loan", beside.token("loan"))
        assert "loan" not in {hit.passage.document_id for hit in searcher.search("贴息")}
    beside.ingest()
    assert beside.stored("loan").state is DocumentState.WITHDRAWN


@pytest.mark.parametrize("written", [False, True])
def test_a_process_killed_in_the_middle_of_a_change(beside: LibraryStorage, written: bool) -> None:
    """Before its record is written the change never was; after that it is only still to come."""
    before = beside.everything()
    code = f"""
import os
from dataclasses import replace
from index.library import LibraryFolder
put = LibraryFolder.put
def die(self, record):
    if {written}:
        put(self, record)
    os._exit(9)
LibraryFolder.put = die
newer = replace(beside.stored("voucher"), text="第一条 最高30万元。")
library.replace("voucher", newer, ORIGINAL, beside.token("voucher"))
"""
    process = elsewhere(beside, code)
    process.communicate()
    assert process.returncode == 9
    assert beside.everything() == before
    library = beside.library()
    library.heal()
    if written:
        assert beside.stored("voucher").text == "第一条 最高30万元。"
        assert beside.stored("voucher@1").text == before["voucher"].text
    else:
        assert beside.everything() == before
        newer = replace(before["voucher"], text=NEWER)
        library.replace("voucher", newer, ORIGINAL, beside.token("voucher"))
    with beside.storage.open() as store:
        assert problems_of(store, beside.folder) == []
