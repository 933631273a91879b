"""Two people in processes of their own, an ingest in a third, and questions: nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from answer.service import Service
from chat.library.service import LibraryService
from index.identity import identity_of
from index.inspection import problems_of
from index.library import LibraryFolder
from index.store import Store
from ingest.__main__ import main
from records import DocumentState
from settings import Settings
from tests.chat.library.test_real import ROOT, SOLAR

ROUNDS = 3
PEOPLE = "ab"
NEW_FILES = 4
# One person: adds documents, replaces and withdraws some, and edits one that all others edit too.
PERSON = """
import sys
from dataclasses import replace
from pathlib import Path
from index.embedding import open_embedder
from index.errors import StorageBusy
from index.identity import identity_of
from index.library import Library, LibraryError, LibraryFolder, Original, version_of
from index.library.errors import LibraryBusy, StaleChange
from index.store import Store
from ingest.__main__ import main
from records import Document
from settings import Settings

settings = Settings().on_storage(Path(sys.argv[1]))
name = sys.argv[2]
library = Library(
    LibraryFolder(settings.library_folder),
    lambda: Store.open(settings.storage, identity_of(settings)),
    open_embedder(settings),
    settings.passage_characters,
)

def done(change):
    while True:
        try:
            return change()
        except (StaleChange, LibraryBusy, StorageBusy):
            pass

def noted():
    now = library.store.document("housing")
    library.edit(replace(now, date_notes=now.date_notes + name), version_of(now))

def replaced():
    now = library.store.document(one.id)
    newer = replace(now, text=now.text + "第二条 另行通知。")
    library.replace(one.id, newer, file, version_of(now))

def withdrawn():
    library.withdraw(one.id, version_of(library.store.document(one.id)))

file = Original("x.md", b"x")
for n in range(int(sys.argv[3])):
    text = f"第一条 {name}{n}补贴{n}万元。"
    one = Document(id=f"{name}-{n}", title=f"{name}{n}补贴办法", text=text)
    for change in (lambda: library.add(one, file), noted, replaced, withdrawn):
        done(change)
"""


def started(settings: Settings, *command: str) -> subprocess.Popen[str]:
    environment = os.environ | {"POLICY_STORAGE": str(settings.storage)}
    return subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_two_people_and_an_ingest_in_processes_while_questions_are_asked(
    settings: Settings, running: tuple[Service, LibraryService]
) -> None:
    answering, library = running
    # The matter that is asked of stays as it is; that of all others changes.
    Path(settings.corpus, "solar.md").write_text(f"# 屋顶光伏补贴办法\n\n第一条 {SOLAR}\n", "utf-8")
    assert main(["--storage", str(settings.storage), str(settings.corpus)]) == 0
    for n in range(NEW_FILES):
        Path(settings.corpus, f"file-{n}.md").write_text(
            f"# 通知{n}\n\n第一条 发放{n}元。\n", "utf-8"
        )
    over = threading.Event()

    def ask() -> int:
        asked = 0
        while not over.is_set() or not asked:
            answer = answering.answer("屋顶光伏单个项目最高补贴多少？")
            assert "60万元" in answer.text
            assert answer.citations[0].document_id == "solar"
            library.table()
            asked += 1
        return asked

    with ThreadPoolExecutor(2) as pool:
        asking = [pool.submit(ask) for _ in range(2)]
        processes = [
            started(settings, "-c", PERSON, str(settings.storage), one, str(ROUNDS))
            for one in PEOPLE
        ]
        processes.append(started(settings, "-m", "ingest", str(settings.corpus)))
        try:
            ended = [(process.communicate()[1], process.returncode) for process in processes]
        finally:
            over.set()
        assert [code for _, code in ended] == [0, 0, 0], ended
        assert all(one.result() for one in asking)

    with Store.open(settings.storage, identity_of(settings)) as store:
        documents = {one.id: one for one in store.documents()}
        assert problems_of(store, LibraryFolder(settings.library_folder)) == []
    added = {f"{one}-{n}" for one in PEOPLE for n in range(ROUNDS)}
    read = {"housing", "solar"} | {f"file-{n}" for n in range(NEW_FILES)}
    assert documents.keys() == read | added | {f"{one}@1" for one in added}
    assert sorted(documents["housing"].date_notes) == sorted(PEOPLE * ROUNDS)
    for one in added:
        assert documents[one].state is DocumentState.WITHDRAWN
        assert documents[one].text.endswith("第二条 另行通知。")
        assert documents[f"{one}@1"].state is DocumentState.SUPERSEDED
    # The one that ran all along sees what the others did.
    assert {one.id for one in library.table()} == read
