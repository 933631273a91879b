"""Ingesting files: what is stored, replaced, removed, held back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index import locks
from index.errors import StorageBusy
from index.inspection import problems_of
from index.locks import writer_lock
from index.passage_text import indexed_text, text_hash
from index.update import UpdateReport, remove_documents
from ingest.errors import UnreadableFile
from tests.small_storage import FailingEmbedder, SmallStorage, TinyEmbedder

TEXT = "# 场地补贴办法\n\n第一条 对租用场地的企业给予补贴，每平方米20元。\n"
CHANGED = "# 场地补贴办法\n\n第一条 对租用场地的企业给予补贴，每平方米35元。\n"
NOTHING_DONE = UpdateReport(unchanged=3)


def texts_found(storage: SmallStorage, question: str) -> str:
    """All the text that a fresh searcher finds, in one piece."""
    searcher = storage.searcher()
    found = "".join(hit.passage.text for hit in searcher.search(question, 50))
    searcher.close()
    return found


def problems(storage: SmallStorage) -> list[str]:
    with storage.open() as store:
        return problems_of(store)


def write_jsonl(storage: SmallStorage, name: str, **texts: str) -> Path:
    lines = [
        json.dumps({"id": one, "title": f"通知{one}", "text": text}, ensure_ascii=False)
        for one, text in texts.items()
    ]
    return storage.write(name, "\n".join(lines) + "\n")


def test_what_is_stored_is_found(tiny_storage: SmallStorage) -> None:
    assert tiny_storage.ids() == {"voucher", "housing", "loan"}
    assert tiny_storage.found("补贴") == {"voucher", "housing", "loan"}
    assert problems(tiny_storage) == []


def test_a_second_run_does_nothing(tiny_storage: SmallStorage) -> None:
    def no_embedder() -> TinyEmbedder:
        raise AssertionError("nothing is to be embedded")

    with tiny_storage.open() as store:
        version, keys = store.version(), store.passage_keys()
        tiny_storage.embedder.embedded.clear()
        assert tiny_storage.update() == NOTHING_DONE
        assert tiny_storage.embedder.embedded == []
        assert store.version() == version
        assert store.passage_keys() == keys


def test_a_changed_file_replaces_its_passages(tiny_storage: SmallStorage) -> None:
    tiny_storage.write("site.md", TEXT)
    tiny_storage.update()
    tiny_storage.write("site.md", CHANGED)
    report = tiny_storage.update()
    assert (report.stored, report.removed, report.unchanged) == (1, 0, 3)
    found = texts_found(tiny_storage, "场地补贴")
    assert "每平方米35元" in found
    assert "每平方米20元" not in found
    assert problems(tiny_storage) == []


def test_only_changed_passages_are_embedded(empty_storage: SmallStorage) -> None:
    lines = [f"第{n}条 对第{n}类企业给予补贴，最高{n}0万元，补贴期限为{n}年。" for n in "一二三四"]
    empty_storage.write("a.md", "# 办法\n\n" + "\n\n".join(lines))
    assert empty_storage.update().embedded == 4
    lines[1] = "第二条 不再给予补贴。"
    empty_storage.write("a.md", "# 办法\n\n" + "\n\n".join(lines))
    empty_storage.embedder.embedded.clear()
    assert empty_storage.update().embedded == 1
    (embedded,) = empty_storage.embedder.embedded
    assert "不再给予补贴" in embedded


def test_vectors_of_texts_that_are_gone_are_dropped(tiny_storage: SmallStorage) -> None:
    with tiny_storage.open() as store:
        hashes = {
            one: [text_hash(indexed_text(passage)) for passage in store.passages(one)]
            for one in ("voucher", "loan")
        }
        tiny_storage.write("voucher.md", TEXT)
        tiny_storage.update()
        assert store.known_hashes(hashes["voucher"]) == set()
        assert store.known_hashes(hashes["loan"]) == set(hashes["loan"])


def test_a_text_that_comes_twice_in_one_run_is_embedded_once(
    empty_storage: SmallStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.storing.COMMIT_PASSAGES", 1)
    line = '{"id": "%s", "title": "通知", "text": "第一条 甲。"}\n'
    empty_storage.write("all.jsonl", "".join(line % one for one in "xyz"))
    report = empty_storage.update()
    assert (report.stored, report.embedded) == (3, 1)
    assert empty_storage.found("甲") == {"x", "y", "z"}


def test_changed_metadata_alone_is_stored_without_embedding(tiny_storage: SmallStorage) -> None:
    path = tiny_storage.corpus / "voucher.md"
    path.write_text(path.read_text("utf-8").replace("武汉市", "湖北省"), "utf-8")
    report = tiny_storage.update()
    assert (report.stored, report.embedded) == (1, 0)
    with tiny_storage.open() as store:
        assert store.document("voucher").region == "湖北省"


def test_a_removed_file_is_gone(tiny_storage: SmallStorage) -> None:
    (tiny_storage.corpus / "voucher.md").unlink()
    report = tiny_storage.update()
    assert (report.removed, report.unchanged) == (1, 2)
    assert tiny_storage.ids() == {"housing", "loan"}
    assert "算力" not in texts_found(tiny_storage, "算力服务券")
    with tiny_storage.open() as store:
        assert str(tiny_storage.corpus / "voucher.md") not in store.sources()


def test_a_single_file_does_not_remove_the_others(tiny_storage: SmallStorage) -> None:
    (tiny_storage.corpus / "loan.md").unlink()
    path = tiny_storage.write("site.md", TEXT)
    assert tiny_storage.update(path).removed == 0
    assert tiny_storage.ids() == {"voucher", "housing", "loan", "site"}


def test_a_path_that_does_not_exist(tiny_storage: SmallStorage) -> None:
    with pytest.raises(UnreadableFile, match="nowhere"):
        tiny_storage.update(tiny_storage.corpus / "nowhere")


def test_a_storage_inside_the_corpus_does_not_take_itself_in(fast_path: Path) -> None:
    storage = SmallStorage(fast_path / "storage", fast_path)
    storage.write("site.md", TEXT)
    assert [storage.update().stored, storage.update().unchanged] == [1, 1]
    assert storage.ids() == {"site"}


# Copies


def test_a_text_under_two_names_is_embedded_and_found_once(empty_storage: SmallStorage) -> None:
    empty_storage.write("b.md", TEXT)
    empty_storage.write("a.md", TEXT)
    report = empty_storage.update()
    assert (report.stored, report.embedded) == (1, 1)
    (duplicate,) = report.duplicates
    assert "b.md" in duplicate
    assert "a.md" in duplicate
    assert texts_found(empty_storage, "场地").count("每平方米20元") == 1
    again = empty_storage.update()
    assert (again.stored, again.unchanged, again.embedded) == (0, 1, 0)


def test_the_one_stored_first_stays_when_a_copy_comes(empty_storage: SmallStorage) -> None:
    empty_storage.write("b.md", TEXT)
    empty_storage.update()
    empty_storage.write("a.md", TEXT)
    assert len(empty_storage.update().duplicates) == 1
    assert empty_storage.ids() == {"b"}


def test_the_copy_takes_over_when_the_original_is_deleted(empty_storage: SmallStorage) -> None:
    empty_storage.write("a.md", TEXT)
    empty_storage.write("b.md", TEXT)
    empty_storage.update()
    (empty_storage.corpus / "a.md").unlink()
    report = empty_storage.update()
    assert (report.stored, report.removed, report.embedded) == (1, 1, 0)
    assert empty_storage.ids() == {"b"}
    assert empty_storage.found("场地") == {"b"}


def test_the_copy_takes_over_even_if_only_it_is_named(empty_storage: SmallStorage) -> None:
    empty_storage.write("a.md", TEXT)
    copy = empty_storage.write("b.md", TEXT)
    empty_storage.update()
    (empty_storage.corpus / "a.md").unlink()
    assert empty_storage.update(copy).duplicates == ()
    assert empty_storage.ids() == {"b"}


@pytest.mark.parametrize(("original", "copy"), [("a.md", "b.md"), ("b.md", "a.md")])
def test_the_copy_takes_over_when_the_original_changes(
    empty_storage: SmallStorage, original: str, copy: str
) -> None:
    empty_storage.write(original, TEXT)
    empty_storage.update()
    empty_storage.write(copy, TEXT)
    empty_storage.write(original, CHANGED)
    empty_storage.update()
    found = texts_found(empty_storage, "场地补贴")
    assert found.count("每平方米20元") == found.count("每平方米35元") == 1


def test_a_file_that_becomes_a_copy_takes_its_old_text_along(empty_storage: SmallStorage) -> None:
    empty_storage.write("a.md", TEXT)
    empty_storage.write("b.md", CHANGED)
    empty_storage.update()
    empty_storage.write("b.md", TEXT)
    assert len(empty_storage.update().duplicates) == 1
    assert "每平方米35元" not in texts_found(empty_storage, "场地补贴")
    empty_storage.write("b.md", CHANGED)
    empty_storage.update()
    assert "每平方米35元" in texts_found(empty_storage, "场地补贴")


def test_a_renamed_file_is_not_embedded_again(tiny_storage: SmallStorage) -> None:
    path = tiny_storage.corpus / "voucher.md"
    path.rename(path.with_name("券.md"))
    report = tiny_storage.update()
    assert (report.stored, report.removed, report.embedded) == (1, 1, 0)
    assert tiny_storage.ids() == {"券", "housing", "loan"}


def test_a_moved_file_that_names_its_id_stays_the_same_document(
    empty_storage: SmallStorage,
) -> None:
    path = empty_storage.write("a.md", "---\nid: site\n---\n" + TEXT)
    empty_storage.update()
    with empty_storage.open() as store:
        keys = store.passage_keys()
        moved = path.with_name("b.md")
        path.rename(moved)
        report = empty_storage.update()
        assert (report.stored, report.removed, report.unchanged) == (0, 0, 1)
        assert store.passage_keys() == keys
        assert store.document_sources()["site"][0] == str(moved)
    assert empty_storage.update() == UpdateReport(unchanged=1)


# Ids


def test_one_id_with_two_texts_fails_naming_both_files(empty_storage: SmallStorage) -> None:
    empty_storage.write("a.md", "---\nid: site\n---\n" + TEXT)
    empty_storage.write("b.md", "---\nid: site\n---\n" + CHANGED)
    for _ in range(2):
        (failure,) = empty_storage.update().failures
        assert str(empty_storage.corpus / "a.md") in failure
        assert str(empty_storage.corpus / "b.md") in failure
        assert "'site'" in failure
    found = texts_found(empty_storage, "场地补贴")
    assert "每平方米20元" in found
    assert "每平方米35元" not in found


def test_an_id_that_moves_from_one_file_to_another_in_one_run(
    empty_storage: SmallStorage,
) -> None:
    first = write_jsonl(empty_storage, "b.jsonl", x="第一条 甲。", y="第一条 乙。")
    write_jsonl(empty_storage, "a.jsonl", z="第一条 丙。")
    empty_storage.update()
    write_jsonl(empty_storage, first.name, y="第一条 乙。")
    write_jsonl(empty_storage, "a.jsonl", z="第一条 丙。", x="第一条 丁。")
    assert empty_storage.update().failures == ()
    with empty_storage.open() as store:
        assert store.document("x").text.strip() == "第一条 丁。"


def test_documents_of_a_collection_keep_their_ids_and_go_one_by_one(
    empty_storage: SmallStorage,
) -> None:
    write_jsonl(empty_storage, "all.jsonl", x="第一条 甲。", y="第一条 乙。", z="第一条 乙。")
    assert empty_storage.update().stored == 3  # equal texts of one file are different documents
    write_jsonl(empty_storage, "all.jsonl", x="第一条 甲。", z="第一条 丙。")
    report = empty_storage.update()
    assert (report.stored, report.removed, report.unchanged) == (1, 1, 1)
    assert empty_storage.ids() == {"x", "z"}


def test_a_collection_with_an_id_twice_fails_naming_it(empty_storage: SmallStorage) -> None:
    line = '{"id": "x", "title": "通知", "text": "第一条 甲。"}\n'
    empty_storage.write("all.jsonl", line + line.replace("甲", "乙"))
    (failure,) = empty_storage.update().failures
    assert "all.jsonl" in failure
    assert "x" in failure
    assert empty_storage.ids() == set()


# Failures


def test_files_that_cannot_be_read_do_not_stop_the_others(empty_storage: SmallStorage) -> None:
    empty_storage.write("a-broken.json", "{")
    empty_storage.write("b-empty.md", "")
    (empty_storage.corpus / "c-dangling.md").symlink_to("nowhere.md")
    empty_storage.write("site.md", TEXT)
    report = empty_storage.update()
    assert empty_storage.ids() == {"site"}
    assert len(report.failures) == 3
    for name, failure in zip(
        ("a-broken.json", "b-empty.md", "c-dangling.md"), sorted(report.failures), strict=True
    ):
        assert name in failure
        assert "\n" not in failure


def test_a_file_that_becomes_unreadable_keeps_its_last_state(tiny_storage: SmallStorage) -> None:
    tiny_storage.write("voucher.md", "")
    (failure,) = tiny_storage.update().failures
    assert "先前收入的版本仍用于回答" in failure
    assert "算力服务券" in texts_found(tiny_storage, "算力服务券")


@pytest.mark.parametrize("batches", [0, 1])
def test_whatever_is_listed_after_an_embedding_error_is_searchable(
    tiny_storage: SmallStorage, batches: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.storing.COMMIT_PASSAGES", 1)
    tiny_storage.write("voucher.md", CHANGED)
    tiny_storage.write("site.md", TEXT)
    failing = FailingEmbedder(RuntimeError("server gone"), batches)
    with pytest.raises(RuntimeError, match="server gone"):
        tiny_storage.update(embedder=failing)
    assert tiny_storage.found("补贴") == tiny_storage.ids()
    assert ("每平方米35元" in texts_found(tiny_storage, "场地")) is (batches == 1)
    assert problems(tiny_storage) == []
    tiny_storage.update()
    assert tiny_storage.found("补贴") == {"voucher", "housing", "loan", "site"}


def test_interrupted_while_embedding_the_storage_is_sound_and_the_next_run_goes_on(
    empty_storage: SmallStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.storing.COMMIT_PASSAGES", 2)
    for n in range(6):
        empty_storage.write(f"{n}.md", f"第一条 第{n}类补贴。\n\n第二条 第{n}类材料。\n")
    with pytest.raises(KeyboardInterrupt):
        empty_storage.update(embedder=FailingEmbedder(KeyboardInterrupt(), batches=2))
    kept = empty_storage.ids()
    assert 0 < len(kept) < 6
    assert empty_storage.found("补贴") == kept
    assert problems(empty_storage) == []
    report = empty_storage.update()
    assert report.stored == 6 - len(kept)
    assert report.unchanged == len(kept)
    assert len(empty_storage.found("补贴")) == 6
    assert empty_storage.update().unchanged == 6


def test_killed_before_the_derived_indexes_were_written(
    empty_storage: SmallStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty_storage.write("site.md", TEXT)
    with monkeypatch.context() as patch:
        patch.setattr("index.update.update_derived", lambda _: None)
        empty_storage.update()
    assert [problem.split(":")[0] for problem in problems(empty_storage)] == [
        "vectors.faiss",
        "fulltext",
    ]
    assert empty_storage.found("场地") == {"site"}
    searcher = empty_storage.searcher()
    (hit,) = searcher.search("场地")
    assert hit.text_score > 0
    empty_storage.update()
    assert problems(empty_storage) == []


def test_two_ingests_at_once(tiny_storage: SmallStorage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "WRITER_SECONDS", 0.0)
    with writer_lock(tiny_storage.folder), pytest.raises(StorageBusy, match="wait until it ends"):
        tiny_storage.update()
    assert tiny_storage.update() == NOTHING_DONE


# Removal by id


def test_removing_by_id(tiny_storage: SmallStorage) -> None:
    with tiny_storage.open() as store:
        assert remove_documents(store, ["voucher", "nobody"]) == {"voucher": True, "nobody": False}
    assert tiny_storage.found("算力服务券") == {"housing", "loan"}
    assert problems(tiny_storage) == []


def test_what_was_removed_by_id_comes_back_only_when_its_file_is_named_or_changes(
    tiny_storage: SmallStorage,
) -> None:
    path = tiny_storage.corpus / "voucher.md"
    with tiny_storage.open() as store:
        remove_documents(store, ["voucher", "loan"])
    tiny_storage.update()
    assert tiny_storage.ids() == {"housing"}
    tiny_storage.update(path)
    assert tiny_storage.ids() == {"housing", "voucher"}
    tiny_storage.write("loan.md", TEXT)
    tiny_storage.update()
    assert tiny_storage.ids() == {"housing", "voucher", "loan"}
