"""Building a storage anew for other settings."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from index import locks
from index.database import DATABASE
from index.embedding import Vectors
from index.errors import StorageBusy, StorageMismatch, StorageReplaced
from index.identity import identity_of
from index.inspection import problems_of
from index.locks import derived_lock, writer_lock
from index.rebuild import is_stale, rebuild, recover
from index.search import Searcher
from index.store import Store
from settings import Settings
from tests.small_storage import FailingEmbedder, SmallStorage, TinyEmbedder


class OtherEmbedder(TinyEmbedder):
    """Another vector space: the same counts, backwards."""

    name = "other/64"

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return super().embed_passages(texts)[:, ::-1].copy()

    def embed_query(self, text: str) -> Vectors:
        return super().embed_query(text)[::-1].copy()


@pytest.fixture(autouse=True)
def tiny_models(monkeypatch: pytest.MonkeyPatch) -> None:
    def open_embedder(settings: Settings) -> TinyEmbedder:
        models = {model.name: model for model in (TinyEmbedder, OtherEmbedder)}
        return models[settings.embedding_model]()

    monkeypatch.setattr("index.rebuild.open_embedder", open_embedder)
    monkeypatch.setattr("index.search.open_embedder", open_embedder)


@pytest.fixture(params=["passages of another size", "another model"])
def changed(request: pytest.FixtureRequest, tiny_storage: SmallStorage) -> Settings:
    """Settings that the storage does not fit."""
    if request.param == "another model":
        return tiny_storage.settings(embedding_model=OtherEmbedder.name)
    return tiny_storage.settings(passage_characters=20)


def best(searcher: Searcher, question: str) -> str:
    return searcher.search(question)[0].passage.document_id


def others_beside(storage: SmallStorage) -> set[str]:
    """What stands beside corpus, storage and its lock."""
    known = {"corpus", "storage", ".storage.lock"}
    return {path.name for path in storage.folder.parent.iterdir()} - known


def test_what_is_stale(tiny_storage: SmallStorage, changed: Settings) -> None:
    assert not is_stale(tiny_storage.settings())
    assert is_stale(changed)
    assert not is_stale(tiny_storage.settings(storage=tiny_storage.folder / "nowhere"))
    with pytest.raises(StorageMismatch, match="python -m ingest --rebuild"):
        Searcher.open(changed)


def test_documents_are_kept_and_searchable(tiny_storage: SmallStorage, changed: Settings) -> None:
    with tiny_storage.open() as store:
        before = store.documents(), store.sources(), store.document_sources()
    shutil.rmtree(tiny_storage.corpus)  # the files are not needed
    rebuild(changed, progress=False)
    assert not is_stale(changed)
    with Store.open(changed.storage, identity_of(changed)) as store:
        assert (store.documents(), store.sources(), store.document_sources()) == before
        assert problems_of(store) == []
    searcher = Searcher.open(changed)
    assert best(searcher, "算力服务券最高补助多少") == "voucher"
    assert searcher.search("租房补贴")[0].text_score > 0
    assert others_beside(tiny_storage) == set()


def test_unchanged_files_are_not_read_again_afterwards(
    tiny_storage: SmallStorage, changed: Settings
) -> None:
    rebuild(changed, progress=False)
    again = SmallStorage(tiny_storage.folder, tiny_storage.corpus, identity_of(changed))
    report = again.update()
    assert (report.unchanged, report.stored, report.embedded) == (3, 0, 0)


def test_a_running_searcher_goes_on_answering(
    tiny_storage: SmallStorage, changed: Settings
) -> None:
    searcher = tiny_storage.searcher()
    before = searcher.search("算力服务券")
    rebuild(changed, progress=False)
    assert searcher.search("算力服务券") == before
    assert searcher.document("voucher").title == "算力服务券办法"
    assert len(searcher.documents()) == 3
    searcher.close()
    # Closing the old files did the new ones no harm.
    with Store.open(changed.storage, identity_of(changed)) as store:
        assert problems_of(store) == []
        assert len(store.documents()) == 3


def test_a_searcher_follows_back_to_its_own_settings(
    tiny_storage: SmallStorage, changed: Settings
) -> None:
    searcher = tiny_storage.searcher()
    rebuild(changed, progress=False)
    rebuild(tiny_storage.settings(), progress=False)
    (tiny_storage.corpus / "voucher.md").unlink()
    tiny_storage.update()
    assert {hit.passage.document_id for hit in searcher.search("补贴")} == {"housing", "loan"}


def test_nobody_writes_during_a_rebuild(
    tiny_storage: SmallStorage, changed: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "WRITER_SECONDS", 0.0)
    with writer_lock(tiny_storage.folder), pytest.raises(StorageBusy):
        rebuild(changed, progress=False)
    assert is_stale(changed)

    during: list[str] = []

    class Watching(OtherEmbedder):
        def embed_passages(self, texts: Sequence[str]) -> Vectors:
            with pytest.raises(StorageBusy):
                tiny_storage.update()
            during.append("busy")
            return super().embed_passages(texts)

    monkeypatch.setattr("index.rebuild.open_embedder", lambda _: Watching())
    rebuild(changed, progress=False)
    assert during == ["busy"]


def test_a_writer_that_opened_the_old_storage_is_sent_away(
    tiny_storage: SmallStorage, changed: Settings
) -> None:
    with tiny_storage.open() as store:
        rebuild(changed, progress=False)
        with pytest.raises(StorageReplaced, match="run the command again"), store.only_writer():
            pass


def test_a_reader_that_catches_up_does_not_write_into_the_new_storage(
    tiny_storage: SmallStorage, changed: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    searcher = tiny_storage.searcher()
    (tiny_storage.corpus / "loan.md").unlink()
    with monkeypatch.context() as patch:
        patch.setattr("index.update.update_derived", lambda _: None)
        tiny_storage.update()

    @contextmanager
    def overtaken(folder: Path, seconds: float | None = None) -> Iterator[None]:
        rebuild(changed, progress=False)
        with derived_lock(folder, seconds):
            yield

    monkeypatch.setattr("index.snapshot.derived_lock", overtaken)
    assert {hit.passage.document_id for hit in searcher.search("补贴")} == {"voucher", "housing"}
    with Store.open(changed.storage, identity_of(changed)) as store:
        assert problems_of(store) == []


@pytest.mark.parametrize("error", [RuntimeError("server gone"), KeyboardInterrupt()])
def test_stopped_half_way_the_old_storage_is_as_it_was(
    tiny_storage: SmallStorage,
    changed: Settings,
    error: BaseException,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("index.rebuild.open_embedder", lambda _: FailingEmbedder(error))
    with pytest.raises(type(error)):
        rebuild(changed, progress=False)
    assert tiny_storage.found("补贴") == {"voucher", "housing", "loan"}
    monkeypatch.setattr("index.rebuild.open_embedder", lambda _: OtherEmbedder())
    rebuild(changed, progress=False)
    assert not is_stale(changed)
    assert others_beside(tiny_storage) == set()


def test_killed_between_the_two_renames_the_old_storage_comes_back(
    tiny_storage: SmallStorage, changed: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def killed(self: Path, target: Path) -> Path:
        if self.name.endswith(".rebuilding"):
            raise KeyboardInterrupt
        return rename(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", killed)
        with pytest.raises(KeyboardInterrupt):
            rebuild(changed, progress=False)
    assert not tiny_storage.folder.exists()
    recover(tiny_storage.folder)
    assert tiny_storage.found("补贴") == {"voucher", "housing", "loan"}
    recover(tiny_storage.folder)
    rebuild(changed, progress=False)
    assert not is_stale(changed)
    assert others_beside(tiny_storage) == set()


def test_nobody_comes_between_the_renames(
    tiny_storage: SmallStorage, changed: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename
    refused: list[str] = []

    def visited(self: Path, target: Path) -> Path:
        if self.name.endswith(".rebuilding"):
            with monkeypatch.context() as patch:
                patch.setattr(locks, "WRITER_SECONDS", 0.0)
                with pytest.raises(StorageBusy):
                    recover(tiny_storage.folder)
                with pytest.raises(StorageBusy):
                    Store.create(tiny_storage.folder, identity_of(changed))
            refused.append("both")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", visited)
    rebuild(changed, progress=False)
    assert refused == ["both"]
    assert not is_stale(changed)
    assert others_beside(tiny_storage) == set()


def test_killed_after_the_swap_nothing_old_comes_back(
    tiny_storage: SmallStorage, changed: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove = shutil.rmtree

    def killed(path: Path, ignore_errors: bool = False) -> None:
        if path.name.endswith(".rebuilt") and path.exists():
            raise KeyboardInterrupt
        remove(path, ignore_errors=ignore_errors)

    with monkeypatch.context() as patch:
        patch.setattr("index.rebuild.shutil.rmtree", killed)
        with pytest.raises(KeyboardInterrupt):
            rebuild(changed, progress=False)
    remove(tiny_storage.folder)  # the advice of several errors
    recover(tiny_storage.folder)
    assert not tiny_storage.folder.exists()


def give_another_schema(folder: Path) -> None:
    with sqlite3.connect(folder / DATABASE) as connection:
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'schema'")
    connection.close()


def test_what_was_set_aside_is_kept_for_good(tiny_storage: SmallStorage, changed: Settings) -> None:
    settings = tiny_storage.settings()
    for _ in range(2):
        give_another_schema(tiny_storage.folder)
        rebuild(settings, progress=False)
    tiny_storage.update()
    rebuild(changed, progress=False)
    kept = {".storage.schema-0", ".storage.schema-0-2"}
    assert others_beside(tiny_storage) == kept
    with Store.open_as_is(tiny_storage.folder.with_name(".storage.schema-0")) as old:
        assert len(old.documents()) == 3
    # Whoever deletes the storage to begin anew does not get a dead one back.
    shutil.rmtree(tiny_storage.folder)
    recover(tiny_storage.folder)
    assert not tiny_storage.folder.exists()
    assert others_beside(tiny_storage) == kept


def test_a_storage_of_another_schema_is_set_aside(tiny_storage: SmallStorage) -> None:
    give_another_schema(tiny_storage.folder)
    settings = tiny_storage.settings()
    assert is_stale(settings)
    rebuild(settings, progress=False)
    assert tiny_storage.ids() == set()
    (aside,) = others_beside(tiny_storage)
    with Store.open_as_is(tiny_storage.folder.with_name(aside)) as old:
        assert len(old.documents()) == 3
    tiny_storage.update()
    assert tiny_storage.found("补贴") == {"voucher", "housing", "loan"}
