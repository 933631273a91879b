"""Ingest as a function of what is in the folder, whatever was there before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from index.inspection import problems_of
from index.update import UpdateReport
from tests.small_storage import MEMORY, SmallStorage

NAMES = ("a.md", "b.md", "c/d.md")
TEXTS = (
    "第一条 算力服务券最高20万元。\n\n第二条 期限不超过三年。\n",
    "第一条 算力服务券最高30万元。\n\n第二条 期限不超过三年。\n",
    "租房补贴每月1500元。\n",
)
folders = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(TEXTS), max_size=len(NAMES))


@contextmanager
def storage_in_temporary_folder() -> Iterator[SmallStorage]:
    with TemporaryDirectory(dir=MEMORY) as temporary:
        corpus = Path(temporary, "corpus")
        corpus.mkdir()
        yield SmallStorage(Path(temporary, "storage"), corpus)


def fill(storage: SmallStorage, folder: dict[str, str]) -> None:
    """Make the corpus hold exactly these files."""
    for name in NAMES:
        if name in folder:
            storage.write(name, folder[name])
        else:
            (storage.corpus / name).unlink(missing_ok=True)


def state(storage: SmallStorage) -> dict[int, str]:
    with storage.open() as store:
        passages = store.passages_by_key(list(store.passage_keys()))
        return {key: passage.id for key, passage in passages.items()}


@settings(max_examples=20, deadline=None)
@given(st.lists(folders, min_size=1, max_size=3))
def test_the_storage_agrees_with_the_folder(history: list[dict[str, str]]) -> None:
    with storage_in_temporary_folder() as storage:
        for folder in history:
            fill(storage, folder)
            report = storage.update()
            assert report.failures == ()
            # Every text once, and no other.
            with storage.open() as store:
                texts = [document.text.strip() for document in store.documents()]
                assert problems_of(store) == []
            assert sorted(texts) == sorted({text.strip() for text in folder.values()})
            assert report.stored + report.unchanged == len(texts)
            assert len(report.duplicates) == len(folder) - len(texts)
            # Once more does nothing.
            before = state(storage)
            storage.embedder.embedded.clear()
            again = storage.update()
            assert again == UpdateReport(unchanged=len(texts), duplicates=again.duplicates)
            assert len(again.duplicates) == len(report.duplicates)
            assert storage.embedder.embedded == []
            assert state(storage) == before
