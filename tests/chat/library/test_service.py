"""The library as staff use it: stage, save, replace, withdraw, and what answers make of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy.exc import OperationalError

from answer.understanding import knowledge
from chat.audit import Actor, AuditEntry
from chat.library.entries import Entry, View
from chat.library.errors import InvalidMetadata, NotStaged, RefusedAddress
from chat.library.service import LibraryService
from chat.library.staged import Progress, Upload
from index.library import LibraryError
from index.library.errors import DocumentExists, StaleChange, UnknownDocument
from records import DocumentState, Message, Validity
from tests.chat.library.library_service import RENT, STAFF, Room, form, open_room
from tests.library_storage import NEWER, LibraryStorage

ASKED = "租用场地每平方米补贴多少元？"


def save_rent(room: Room) -> None:
    room.service.save(room.stage().token, form(), STAFF)


# Staging


def test_what_the_text_says_of_itself_is_proposed(room: Room) -> None:
    staged = room.stage()
    assert staged.metadata.title == "场地补贴办法"
    assert staged.metadata.doc_number == "江政规〔2026〕8号"
    assert staged.metadata.published == "2026-02-03"
    assert staged.metadata.issuing_body == "江城市人民政府"
    assert staged.metadata.id == "场地"
    assert [item.label for item in staged.outline] == ["第一条", "第二条"]
    assert "".join(one.text for one in staged.passages).count("每平方米20元") == 1
    assert (staged.same_text, staged.older) == ("", ())


def test_nothing_is_in_answers_before_it_is_saved(room: Room) -> None:
    room.stage()
    assert room.beside.storage.ids() == {"voucher", "housing", "loan"}
    assert not room.beside.folder.exists()


def test_many_files_each_with_its_progress_and_its_error(room: Room) -> None:
    heard: list[Progress] = []
    uploads = [
        Upload("场地.md", RENT.encode()),
        Upload("旧.doc", b"x"),
        Upload("broken.pdf", b"%PDF-1.7 nothing"),
        Upload("empty.txt", b" "),
        Upload("../evil.md", RENT.encode()),
    ]
    files = room.service.stage(uploads, heard.append)
    assert [one.name for one in files] == [upload.name for upload in uploads]
    assert [len(one.documents) for one in files] == [1, 0, 0, 0, 0]
    for file, said in zip(files[1:], (".docx", "损坏", "空", "路径"), strict=True):
        assert file.problem is not None
        assert said in file.problem.zh
        assert "/tmp" not in file.problem.zh + file.problem.en
    assert [(one.file, one.files) for one in heard if not one.pages] == [
        (number, 5) for number in range(1, 6)
    ]


def test_a_file_over_the_limit_is_not_even_read(beside: LibraryStorage) -> None:
    room = open_room(beside)
    (file,) = room.service.stage([Upload("large.docx", bytes(50 * 2**20 + 1))])
    assert file.problem is not None
    assert "50 MB" in file.problem.en


def test_a_collection_gives_all_its_documents(room: Room) -> None:
    lines = (
        '{"id": "x", "title": "甲", "text": "第一条 甲。"}\n'
        '{"id": "a/b", "title": "乙", "text": "第一条 乙。"}\n'
    )
    file = room.staged_file(lines, "all.jsonl")
    assert [one.metadata.id for one in file.documents] == ["x", "a-b"]


def test_a_copy_and_a_newer_version_are_noticed(room: Room) -> None:
    copy = room.stage(room.beside.stored("loan").text, "copy.txt")
    assert copy.same_text == "loan"
    newer = room.stage("---\nid: voucher\ntitle: 算力服务券办法\n---\n" + NEWER, "x.md")
    assert newer.older == ("voucher",)
    assert newer.metadata.id == "voucher-2"


def test_a_title_is_the_files_own_name_where_the_text_has_none(room: Room) -> None:
    name = "<img src=x onerror=alert(1)> \u202e.txt"
    staged = room.stage("对企业给予补贴，每年一次；另行通知。\n" * 3, name)
    assert staged.metadata.title == name.removesuffix(".txt")
    room.service.save(staged.token, replace(staged.metadata, title=name), STAFF)
    assert room.service.entry(staged.metadata.id).title == name


# Saving


def test_a_saved_document_is_in_the_answers_of_a_running_service(room: Room) -> None:
    assert "rent" not in room.cited(ASKED)
    save_rent(room)
    assert room.cited(ASKED) == {"rent"}
    entry = room.service.entry("rent")
    assert (entry.title, entry.region, entry.passages) == ("场地补贴办法", "江城市", 2)
    assert entry in room.service.table()
    original = room.service.original("rent")
    assert original is not None
    assert original.read_bytes() == RENT.encode()
    assert room.service.original("loan") is None


def test_a_refused_save_keeps_the_upload(room: Room) -> None:
    token = room.stage().token
    with pytest.raises(InvalidMetadata):
        room.service.save(token, form(title=""), STAFF)
    with pytest.raises(DocumentExists):
        room.service.save(token, form(id="voucher"), STAFF)
    assert room.audit.entries == []
    room.service.save(token, form(), STAFF)
    with pytest.raises(NotStaged):
        room.service.save(token, form(id="again"), STAFF)


def test_one_upload_saved_twice_at_once_is_stored_once(room: Room) -> None:
    token, together = room.stage().token, threading.Barrier(2)

    def save(document_id: str) -> bool:
        together.wait()
        try:
            room.service.save(token, form(id=document_id), STAFF)
        except LibraryError:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(save, ["a", "b"])) == [False, True]
    assert len(room.beside.storage.ids()) == 4


def test_what_is_discarded_cannot_be_saved(room: Room) -> None:
    token = room.stage().token
    room.service.discard(token)
    with pytest.raises(NotStaged):
        room.service.save(token, form(), STAFF)


def test_the_oldest_uploads_give_way(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chat.library.staging.MOST_HELD_BYTES", 15 * len(RENT))
    first, second, third = (room.stage().token for _ in range(3))
    with pytest.raises(NotStaged):
        room.service.staged(first)
    assert room.service.staged(second)
    assert room.service.staged(third)


# Changing


def test_replacing(room: Room) -> None:
    staged = room.stage(NEWER, "新.txt")
    entry = room.service.replace(
        "voucher", staged.token, form(title="算力服务券办法"), room.version("voucher"), STAFF
    )
    assert entry.id == "voucher"
    answer = room.answering.answer("算力服务券最高补助多少？")
    assert "30万元" in answer.text
    assert {one.document_id for one in answer.citations} == {"voucher"}
    opened = room.service.open("voucher@1")
    assert (opened.entry.state, opened.entry.replaced_by) == (DocumentState.SUPERSEDED, "voucher")
    assert opened.entry.validity is Validity.EXPIRED
    assert [one.id for one in opened.versions] == ["voucher", "voucher@1"]
    old = room.answering.document("voucher@1")
    assert room.answering.validity(old) is Validity.EXPIRED
    assert room.answering.passages("voucher@1") == list(opened.passages)


def test_withdrawing_and_restoring(room: Room) -> None:
    question = "知识价值信用贷款单户贴息最高多少？"
    assert "loan" in room.cited(question)
    withdrawn = room.service.withdraw("loan", room.version("loan"), STAFF)
    assert withdrawn.state is DocumentState.WITHDRAWN
    assert "loan" not in room.cited(question)
    for read in (room.answering.document, room.answering.passages):
        with pytest.raises(KeyError):
            read("loan")
    room.service.restore("loan", withdrawn.version, STAFF)
    assert "loan" in room.cited(question)


def test_what_is_withdrawn_is_shown_to_staff_only(room: Room) -> None:
    room.service.withdraw("loan", room.version("loan"), STAFF)
    everything = View(states=tuple(DocumentState))
    assert "loan" not in {one.id for one in room.service.table(everything)}
    assert "loan" in {one.id for one in room.service.table(everything, staff=True)}
    for read in (room.service.open, room.service.entry, room.service.questions):
        with pytest.raises(UnknownDocument):
            read("loan")
    assert room.service.open("loan", staff=True).document.title == "贷款贴息细则"


def test_editing(room: Room) -> None:
    metadata = replace(room.service.metadata("housing"), region="武昌区", valid_until="2026-05-31")
    entry = room.service.edit("housing", metadata, room.version("housing"), STAFF)
    assert (entry.region, entry.validity) == ("武昌区", Validity.EXPIRED)
    assert room.answering.document("housing").region == "武昌区"


def test_a_stale_change_is_refused_naming_both_versions(room: Room) -> None:
    seen = room.version("loan")
    metadata = room.service.metadata("loan")
    first = Actor("first", "staff")
    now = room.service.edit("loan", replace(metadata, region="甲区"), seen, first).version
    token = room.stage(NEWER).token
    changes: list[Callable[[], Entry]] = [
        lambda: room.service.edit("loan", replace(metadata, region="乙区"), seen, STAFF),
        lambda: room.service.withdraw("loan", seen, STAFF),
        lambda: room.service.replace("loan", token, form(), seen, STAFF),
    ]
    for change in changes:
        with pytest.raises(StaleChange) as refused:
            change()
        assert seen in refused.value.message.zh
        assert now in refused.value.message.zh
    assert [entry.actor.name for entry in room.audit.entries] == ["first"]
    assert room.service.staged(token)


def test_every_change_is_noted_with_what_and_by_whom(room: Room) -> None:
    save_rent(room)
    metadata = replace(room.service.metadata("rent"), region="东山区")
    room.service.edit("rent", metadata, room.version("rent"), STAFF)
    token = room.stage(NEWER, "新.txt").token
    room.service.replace("rent", token, form(), room.version("rent"), STAFF)
    room.service.withdraw("rent", room.version("rent"), STAFF)
    room.service.restore("rent", room.version("rent"), STAFF)
    entries = room.audit.entries
    assert [(entry.action, entry.subject, entry.actor) for entry in entries] == [
        (action, "rent", STAFF) for action in ("add", "edit", "replace", "withdraw", "restore")
    ]
    assert "file: 场地.md" in entries[0].detail
    assert entries[1].detail == "region: 江城市 → 东山区"
    assert "old: rent@1" in entries[2].detail


class Unreachable:
    """An audit list whose database has gone."""

    def add(self, entry: AuditEntry) -> None:
        raise OperationalError(f"INSERT {entry.subject}", {}, Exception("disk full"))


def test_a_change_that_cannot_be_noted_stands_and_is_in_the_log(
    beside: LibraryStorage, caplog: pytest.LogCaptureFixture
) -> None:
    room = open_room(beside, audit=Unreachable())
    assert room.service.save(room.stage().token, form(), STAFF).id == "rent"
    assert room.cited(ASKED) == {"rent"}
    withdrawn = room.service.withdraw("rent", room.version("rent"), STAFF)
    assert withdrawn.state is DocumentState.WITHDRAWN
    told = [record.getMessage() for record in caplog.records if record.name.startswith("chat")]
    assert len(told) == 2
    for action, message in zip(("add", "withdraw"), told, strict=True):
        assert action in message
        assert "'rent'" in message
        assert repr(STAFF) in message


@pytest.mark.parametrize("name", ["edit", "withdraw", "restore", "replace"])
def test_an_unknown_document_cannot_be_changed(room: Room, name: str) -> None:
    token = room.stage().token
    arguments = {
        "edit": (form(), "0"),
        "withdraw": ("0",),
        "restore": ("0",),
        "replace": (token, form(), "0"),
    }[name]
    with pytest.raises(UnknownDocument):
        getattr(LibraryService, name)(room.service, "nowhere", *arguments, STAFF)
    assert room.audit.entries == []


# Reading


def test_a_document_in_full(room: Room) -> None:
    opened = room.service.open("voucher")
    assert opened.document.text.startswith("第一条")
    assert [item.label for item in opened.outline] == ["第一条", "第二条"]
    for item in opened.outline:
        assert opened.document.text[item.start :].startswith(item.label)
    assert opened.passages[0].document_id == "voucher"
    assert [one.id for one in opened.versions] == ["voucher"]


def test_the_version_of_a_row_is_that_of_the_document(room: Room) -> None:
    for entry in room.service.table():
        assert room.service.open(entry.id).entry == entry


# By address


def test_a_page_is_staged_with_its_address(beside: LibraryStorage) -> None:
    text = "租用场地每平方米补贴20元。" * 20
    page = f"<html><body><article><h1>场地补贴办法</h1><p>{text}</p></article></body></html>"
    fetched = Upload("a.html", page.encode(), "https://example.gov.cn/a.html")
    room = open_room(beside, lambda _: fetched)
    (staged,) = room.service.stage_address("https://example.gov.cn/a.html").documents
    assert staged.metadata.url == fetched.url
    room.service.save(staged.token, replace(staged.metadata, id="page"), STAFF)
    assert room.service.open("page").document.url == fetched.url


def test_an_address_that_is_refused(beside: LibraryStorage) -> None:
    def refuse(address: str) -> Upload:
        raise RefusedAddress(Message("不行", "no"))

    room = open_room(beside, refuse)
    with pytest.raises(RefusedAddress):
        room.service.stage_address("http://127.0.0.1/")


def test_new_words_are_known_at_once_even_where_only_the_text_changed(room: Room) -> None:
    save_rent(room)
    vocabulary = room.answering.known.knowledge.vocabulary
    assert (vocabulary.count("租用场地"), vocabulary.count("仓储冷库")) == (1, 0)
    staged = room.stage(RENT.replace("租用场地", "租用仓储冷库"))
    room.service.replace("rent", staged.token, form(), room.version("rent"), STAFF)
    vocabulary = room.answering.known.knowledge.vocabulary
    assert (vocabulary.count("租用场地"), vocabulary.count("仓储冷库")) == (0, 1)


def test_a_document_may_go_before_its_words_are_counted(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(knowledge, "NAMED_IN_TEXT", 0)
    known = room.answering.known
    room.service.withdraw("voucher", room.version("voucher"), STAFF)
    assert known.knowledge.vocabulary.count("人才住房") > 0
