"""Changes of the library: what is stored, found and refused, and what an ingest makes of it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from index.embedding import Vectors
from index.filters import Filters
from index.inspection import problems_of
from index.library.errors import (
    DocumentExists,
    LibraryDamaged,
    LibraryMissing,
    OwnedByLibrary,
    StaleChange,
    UnknownDocument,
    WrongState,
)
from index.library.folder import LibraryFolder
from index.library.record import Record
from index.search import Searcher
from index.update import remove_documents
from index.validity import validity_on
from records import DocumentState, Validity
from tests.library_storage import NEWER, ORIGINAL, LibraryStorage, fresh_document
from tests.small_storage import TinyEmbedder, make_document


class InCorpus(LibraryStorage):
    """Its library lies in the corpus folder."""

    @property
    def folder(self) -> LibraryFolder:
        return LibraryFolder(self.storage.corpus / "library")


def found(searcher: Searcher, question: str = "补贴", **filters: object) -> set[str]:
    hits = searcher.search(question, 50, Filters(**filters))  # type: ignore[arg-type]
    return {hit.passage.document_id for hit in hits}


def sound(beside: LibraryStorage) -> bool:
    with beside.storage.open() as store:
        return problems_of(store, beside.folder) == []


def rebuilt(beside: LibraryStorage) -> LibraryStorage:
    """The storage deleted and built again from files."""
    shutil.rmtree(beside.storage.folder)
    beside.ingest()
    return beside


# Adding


def test_an_added_document_is_found_by_a_running_searcher(beside: LibraryStorage) -> None:
    searcher = beside.storage.searcher()
    assert "rent" not in found(searcher)
    beside.library().add(fresh_document(), ORIGINAL)
    assert "rent" in found(searcher)
    assert searcher.document("rent") == fresh_document()
    assert sound(beside)


def test_the_original_is_kept_byte_for_byte_under_a_name_of_ours(beside: LibraryStorage) -> None:
    beside.library().add(fresh_document(), ORIGINAL)
    record = beside.folder.record("rent")
    assert record is not None
    original = beside.folder.original(record, record.versions[0])
    assert original is not None
    assert (original.name, original.read_bytes()) == ("original.pdf", ORIGINAL.content)
    assert record.versions[0].name == ORIGINAL.name


def test_an_added_document_survives_every_ingest(beside: LibraryStorage) -> None:
    beside.library().add(fresh_document(), ORIGINAL)
    before = beside.everything()
    report = beside.ingest()
    assert (report.stored, report.removed, report.embedded) == (0, 0, 0)
    assert beside.everything() == before
    assert rebuilt(beside).everything() == before
    assert sound(beside)


def test_a_taken_id_or_text_is_refused(beside: LibraryStorage) -> None:
    library = beside.library()
    with pytest.raises(DocumentExists, match="voucher"):
        library.add(fresh_document(id="voucher"), ORIGINAL)
    with pytest.raises(DocumentExists, match="loan"):
        library.add(fresh_document(text=beside.stored("loan").text), ORIGINAL)
    assert beside.storage.ids() == {"voucher", "housing", "loan"}
    assert not beside.folder.exists()


def test_a_change_that_cannot_be_stored_leaves_nothing(
    beside: LibraryStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = beside.library()
    before = beside.everything()

    def full(self: LibraryFolder, record: Record) -> None:
        put(self, record)
        raise OSError("disk full")

    put = LibraryFolder.put
    monkeypatch.setattr(LibraryFolder, "put", full)
    with pytest.raises(OSError, match="disk full"):
        library.add(fresh_document(), ORIGINAL)
    with pytest.raises(OSError, match="disk full"):
        library.withdraw("loan", beside.token("loan"))
    assert beside.everything() == before
    assert beside.folder.records() == []
    monkeypatch.setattr(LibraryFolder, "put", put)
    library.add(fresh_document(), ORIGINAL)
    assert sound(beside)


def test_what_a_crash_left_in_the_folder_only_is_taken_over(beside: LibraryStorage) -> None:
    library = beside.library()
    library.add(fresh_document(), ORIGINAL)
    with beside.storage.open() as store, store.writing() as writer:
        writer.remove_document("rent")
    library.heal()
    assert beside.stored("rent") == fresh_document()
    assert sound(beside)


# Withdrawing


def test_a_withdrawn_document_is_out_of_every_search_at_once(beside: LibraryStorage) -> None:
    searcher = beside.storage.searcher()
    assert "loan" in found(searcher)
    beside.library().withdraw("loan", beside.token("loan"))
    assert found(searcher) == found(searcher, superseded=True) == {"voucher", "housing"}
    assert {one.id for one in searcher.documents()} == {"voucher", "housing"}
    with pytest.raises(KeyError):
        searcher.document("loan")
    assert beside.stored("loan").state is DocumentState.WITHDRAWN
    assert sound(beside)


def test_it_stays_withdrawn_whatever_is_ingested(beside: LibraryStorage) -> None:
    beside.library().withdraw("loan", beside.token("loan"))
    beside.ingest()
    beside.ingest(beside.storage.corpus / "loan.md")
    path = beside.storage.corpus / "loan.md"
    path.write_text(path.read_text("utf-8").replace("30万元", "40万元"), "utf-8")
    beside.ingest()
    assert "40万元" in beside.stored("loan").text
    assert found(beside.storage.searcher()) == {"voucher", "housing"}
    assert found(rebuilt(beside).storage.searcher()) == {"voucher", "housing"}
    assert beside.stored("loan").state is DocumentState.WITHDRAWN


def test_restored_it_is_as_before_and_nothing_is_embedded(beside: LibraryStorage) -> None:
    before = beside.stored("loan")
    library, searcher = beside.library(), beside.storage.searcher()
    library.withdraw("loan", beside.token("loan"))
    assert "loan" not in found(searcher)
    library.restore("loan", beside.token("loan"))
    assert beside.stored("loan") == before
    assert "loan" in found(searcher)
    assert "loan" in found(rebuilt(beside).storage.searcher())
    assert sound(beside)


def test_only_what_is_withdrawn_can_be_restored(beside: LibraryStorage) -> None:
    library = beside.library()
    with pytest.raises(WrongState, match="current"):
        library.restore("loan", beside.token("loan"))
    library.withdraw("loan", beside.token("loan"))
    with pytest.raises(WrongState, match="withdrawn"):
        library.withdraw("loan", beside.token("loan"))
    with pytest.raises(WrongState, match="withdrawn"):
        library.replace("loan", make_document(text=NEWER), ORIGINAL, beside.token("loan"))


def test_an_unknown_document(beside: LibraryStorage) -> None:
    with pytest.raises(UnknownDocument, match="nowhere"):
        beside.library().withdraw("nowhere", "00000000")


# Replacing


def replace_voucher(beside: LibraryStorage, text: str = NEWER) -> str:
    newer = replace(beside.stored("voucher"), text=text, doc_number="武政规〔2026〕1号")
    return beside.library().replace("voucher", newer, ORIGINAL, beside.token("voucher"))


def test_the_newer_version_answers_and_the_old_one_is_kept(beside: LibraryStorage) -> None:
    searcher = beside.storage.searcher()
    old = searcher.document("voucher")
    assert replace_voucher(beside) == "voucher@1"
    hits = searcher.search("算力服务券最高补助多少", 50)
    texts = "".join(hit.passage.text for hit in hits)
    assert "30万元" in texts
    assert "最高20万元" not in texts
    assert hits[0].passage.id.startswith("voucher:0-")
    kept = searcher.document("voucher@1")
    assert (kept.text, kept.title) == (old.text, old.title)
    assert (kept.state, kept.replaced_by) == (DocumentState.SUPERSEDED, "voucher")
    assert searcher.passages("voucher@1")[0].id.startswith("voucher@1:0-")
    assert {one.id for one in searcher.documents()} == {"voucher", "housing", "loan"}
    assert sound(beside)


def test_old_versions_are_found_when_asked_for_and_have_expired(beside: LibraryStorage) -> None:
    replace_voucher(beside)
    searcher = beside.storage.searcher()
    assert "voucher@1" not in found(searcher, document_ids=["voucher@1", "voucher"])
    assert "voucher@1" in found(searcher, superseded=True)
    assert validity_on(searcher.document("voucher@1"), date(2026, 1, 1)) is Validity.EXPIRED
    assert validity_on(searcher.document("voucher"), date(2026, 1, 1)) is Validity.IN_FORCE


def test_the_file_of_a_replaced_document_does_not_come_back(beside: LibraryStorage) -> None:
    replace_voucher(beside)
    before = beside.everything()
    assert beside.ingest().failures == ()
    assert beside.everything() == before
    report = rebuilt(beside).ingest()
    assert report.failures == ()
    assert any("voucher" in line for line in report.duplicates)
    assert beside.everything() == before
    path = beside.storage.corpus / "voucher.md"
    path.write_text(path.read_text("utf-8").replace("20万元", "25万元"), "utf-8")
    report = beside.ingest()
    assert report.failures == ()
    assert any("voucher.md" in line and "library" in line for line in report.duplicates)
    path.unlink()
    beside.ingest()
    assert beside.everything() == before
    assert sound(beside)


def test_a_third_version(beside: LibraryStorage) -> None:
    replace_voucher(beside)
    third = NEWER.replace("30万元", "35万元")
    assert replace_voucher(beside, third) == "voucher@2"
    states = {one.id: one.state for one in beside.everything().values() if "voucher" in one.id}
    assert states == {
        "voucher": DocumentState.CURRENT,
        "voucher@1": DocumentState.SUPERSEDED,
        "voucher@2": DocumentState.SUPERSEDED,
    }
    assert "30万元" in beside.stored("voucher@2").text
    before = beside.everything()
    assert rebuilt(beside).everything() == before


def test_the_same_text_is_no_newer_version(beside: LibraryStorage) -> None:
    with pytest.raises(DocumentExists):
        replace_voucher(beside, beside.stored("voucher").text)


def test_an_old_version_can_be_withdrawn_and_comes_back_as_an_old_one(
    beside: LibraryStorage,
) -> None:
    replace_voucher(beside)
    library = beside.library()
    library.withdraw("voucher@1", beside.token("voucher@1"))
    assert "voucher@1" not in found(beside.storage.searcher(), superseded=True)
    assert "voucher" in found(beside.storage.searcher())
    library.restore("voucher@1", beside.token("voucher@1"))
    assert beside.stored("voucher@1").state is DocumentState.SUPERSEDED
    with pytest.raises(WrongState, match="superseded"):
        library.edit(replace(beside.stored("voucher@1"), region="x"), beside.token("voucher@1"))


# Editing


def test_an_edit_of_a_corpus_document_outlives_its_file(beside: LibraryStorage) -> None:
    edited = replace(beside.stored("housing"), region="武昌区", title="人才租房通知")
    beside.library().edit(edited, beside.token("housing"))
    assert beside.stored("housing") == edited
    searcher = beside.storage.searcher()
    assert found(searcher, regions=["武昌区"]) == {"housing"}
    path = beside.storage.corpus / "housing.md"
    path.write_text(path.read_text("utf-8").replace("1500元", "1800元"), "utf-8")
    beside.ingest()
    now = beside.stored("housing")
    assert "1800元" in now.text
    assert (now.region, now.title, now.published) == ("武昌区", "人才租房通知", date(2026, 1, 15))
    assert rebuilt(beside).stored("housing") == now
    assert sound(beside)


def test_an_edit_of_a_library_document(beside: LibraryStorage) -> None:
    library = beside.library()
    library.add(fresh_document(), ORIGINAL)
    edited = fresh_document(valid_until=date(2027, 1, 1), text="not taken over")
    library.edit(edited, beside.token("rent"))
    assert beside.stored("rent") == fresh_document(valid_until=date(2027, 1, 1))
    assert rebuilt(beside).stored("rent") == fresh_document(valid_until=date(2027, 1, 1))


def test_a_stale_change_is_refused_naming_both_versions(beside: LibraryStorage) -> None:
    library, seen = beside.library(), beside.token("loan")
    first = replace(beside.stored("loan"), region="甲区")
    library.edit(first, seen)
    now = beside.token("loan")
    stale = replace(beside.stored("loan"), region="乙区")
    for change in (
        lambda: library.edit(stale, seen),
        lambda: library.withdraw("loan", seen),
        lambda: library.replace("loan", replace(stale, text=NEWER), ORIGINAL, seen),
    ):
        with pytest.raises(StaleChange) as refused:
            change()
        assert seen in str(refused.value)
        assert now in str(refused.value)
    assert beside.stored("loan") == first


def test_a_change_by_an_ingest_makes_an_edit_stale_too(beside: LibraryStorage) -> None:
    seen = beside.token("loan")
    path = beside.storage.corpus / "loan.md"
    path.write_text(path.read_text("utf-8").replace("30万元", "40万元"), "utf-8")
    beside.ingest()
    with pytest.raises(StaleChange):
        beside.library().withdraw("loan", seen)


# The folder


@pytest.mark.parametrize(
    "document_id", ["../../etc/passwd", "a/b", ".hidden", "长" * 200, "a:b", "con\x00", " "]
)
def test_whatever_an_id_is_its_record_stays_in_the_folder(
    beside: LibraryStorage, document_id: str
) -> None:
    folder = beside.folder.folder_of(document_id)
    assert folder.parent == beside.folder.path / "documents"
    beside.folder.put(Record(id=document_id))
    assert beside.folder.record(document_id) == Record(id=document_id)
    assert beside.folder.records() == [Record(id=document_id)]


def test_a_damaged_record_stops_the_ingest_before_anything_changes(
    beside: LibraryStorage,
) -> None:
    beside.library().withdraw("loan", beside.token("loan"))
    record = beside.folder.folder_of("loan") / "record.json"
    record.write_text("{", "utf-8")
    with pytest.raises(LibraryDamaged, match=r"record\.json"):
        beside.ingest()
    assert beside.stored("loan").state is DocumentState.WITHDRAWN


def test_a_library_that_is_not_there_loses_nothing(beside: LibraryStorage) -> None:
    beside.library().add(fresh_document(), ORIGINAL)
    away = beside.folder.path.with_name("away")
    beside.folder.path.rename(away)
    with pytest.raises(LibraryMissing, match="POLICY_LIBRARY"):
        beside.ingest()
    assert "rent" in beside.storage.ids()
    away.rename(beside.folder.path)
    beside.ingest()
    shutil.rmtree(beside.folder.folder_of("rent"))
    assert beside.ingest().removed == 1
    assert "rent" not in beside.storage.ids()


def test_a_library_inside_the_corpus_is_not_read_as_files(beside: LibraryStorage) -> None:
    inside = InCorpus(beside.storage)
    inside.library().add(fresh_document(), ORIGINAL)
    report = inside.ingest()
    assert (report.stored, report.duplicates, report.failures) == (0, (), ())
    assert beside.storage.ids() == {"voucher", "housing", "loan", "rent"}


def test_a_library_document_is_not_removed_from_the_storage_alone(beside: LibraryStorage) -> None:
    beside.library().add(fresh_document(), ORIGINAL)
    with beside.storage.open() as store, pytest.raises(OwnedByLibrary, match="rent"):
        remove_documents(store, ["loan", "rent"], beside.folder)
    assert beside.storage.ids() == {"voucher", "housing", "loan", "rent"}


def test_embedding_is_done_before_others_have_to_wait(beside: LibraryStorage) -> None:
    class Watching(TinyEmbedder):
        def embed_passages(self, texts: Sequence[str]) -> Vectors:
            with beside.folder.locked(), beside.storage.open() as store, store.only_writer():
                return super().embed_passages(texts)

    library = beside.library()
    library._embedder = Watching()
    library.add(fresh_document(), ORIGINAL)
    assert "rent" in beside.storage.ids()
