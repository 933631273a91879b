from __future__ import annotations

import multiprocessing
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from chat.approved import (
    AlreadyApproved,
    ApprovalMissing,
    ApprovalRefused,
    Approvals,
    Draft,
    Quoted,
)
from chat.audit import DatabaseAuditTrail
from chat.database import StaleEdit, open_database
from index.plan import content_hash
from records import Message
from tests.chat.approved.conftest import LI, QUESTION, TEXT, WANG, Room


def test_an_approved_answer_keeps_who_when_and_what_its_documents_were(room: Room) -> None:
    approved = room.approvals.approve(room.draft(note="已与李科核对，电话13800138000"), LI)
    assert (approved.questions, approved.text) == ((QUESTION,), TEXT)
    assert (approved.staff, approved.role, approved.approved_at) == ("li", "admin", room.clock.now)
    assert (approved.lapsed_at, approved.version) == (None, 1)
    assert approved.note == "已与李科核对，电话[手机号]"
    (cited,) = approved.citations
    document = room.service.document("voucher")
    assert document.text[cited.start : cited.end] == cited.quote
    assert cited.fingerprint == content_hash(document)
    assert room.approvals.get(approved.id) == approved
    assert room.approvals.all() == [approved]


def test_personal_data_in_the_question_is_masked(room: Room) -> None:
    approved = room.approvals.approve(room.draft(question="我是13800138000，算力券最高多少"), LI)
    assert approved.questions == ("我是[手机号]，算力券最高多少",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("每家企业每年最高30万元。[1]", "30万元"),
        ("按算力费用的60%补助。[1]", "60%"),
        ("每家企业每年最高20万元。[1]\n另外可再领5万元。", "5万元"),
        ("每家企业每年最高20万元。", "至少要引用一处原文"),
        ("每家企业每年最高20万元。[2]", r"答复里写了\[2\]，但引文只有 1 条"),
        ("每家企业每年最高20万元。[1][2]", "对不上"),
        ("  ", "请填写答复"),
        ("依据“每家企业每年可以领到很多很多的钱，没有上限”。[1]", "不是所引的原文"),
    ],
)
def test_a_text_that_does_not_hold_to_its_quotes_is_refused(
    room: Room, text: str, told: str
) -> None:
    with pytest.raises(ApprovalRefused, match=told):
        room.approvals.approve(room.draft(text), LI)
    assert room.approvals.all() == []


STANDS = "算力服务券按算力费用的50%补助，每家企业每年最高20万元"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "由科技局办理。每家企业每年最高30万元。[1]",
            ["“30万元”在所引的原文里没有", "您写的是：“每家企业每年最高30万元”", "请改成"],
        ),
        ("依据第八条，按算力费用的50%补助。[1]", ["“第八条”在所引的原文里没有", "请改成"]),
        (
            "算力服务券按算力费用的50%补助，每家单位每年最高20万元。[1]",
            ["只差几个字", "每家单位每年", "请照原文写"],
        ),
        ("依据“每家企业每年可以领到很多很多的钱”。[1]", ["引号里的“每家企业", "或去掉引号"]),
        (
            "100万元×50%=60万元。[1]",
            ["计算与所引的原文对不上", "“100万元×50%=60万元”", "重新计算"],
        ),
    ],
)
def test_a_refusal_says_where_it_is_wrong_what_stands_there_and_what_to_do(
    room: Room, text: str, told: list[str]
) -> None:
    with pytest.raises(ApprovalRefused) as raised:
        room.approvals.approve(room.draft(text), LI)
    message = raised.value.message
    for words in (*told, f"原文 [1] 写的是：“{STANDS}”"):
        assert words in message.zh
    assert f"passage [1] reads “{STANDS}”" in message.en
    for code in ("Figure(", "citations", "['", "line '"):
        assert code not in f"{message.zh}{message.en}"


def test_the_passage_that_is_shown_is_the_one_cited_there_that_is_nearest(room: Room) -> None:
    words = "知识价值信用贷款给予贴息，单户不超过30万元，由区科创局受理"
    draft = Draft(
        questions=(QUESTION,),
        text=f"{TEXT}\n贷款贴息单户不超过40万元。[2]",
        quotes=(*room.draft().quotes, room.quoted(words, "loan")),
    )
    with pytest.raises(ApprovalRefused) as raised:
        room.approvals.approve(draft, LI)
    assert f"原文 [2] 写的是：“{words}”" in raised.value.message.zh
    assert "您写的是：“贷款贴息单户不超过40万元”" in raised.value.message.zh


def test_a_department_that_the_passage_does_not_name_is_refused(room: Room) -> None:
    with pytest.raises(ApprovalRefused) as raised:
        room.approvals.approve(room.draft(f"请向市科创局申请。{TEXT}"), LI)
    assert "所引的原文没有提到“科创局”" in raised.value.message.zh
    assert "does not name “科创局”" in raised.value.message.en
    words = "知识价值信用贷款给予贴息，单户不超过30万元，由区科创局受理"
    named = Draft(
        questions=(QUESTION,),
        text="由区科技创新局受理，单户不超过30万元。[1]\n咨询可找市民热线办公室。",
        quotes=(room.quoted(words, "loan"),),
    )
    assert room.approvals.approve(named, LI).text == named.text


def test_a_ban_that_the_passage_does_not_have_is_refused(room: Room) -> None:
    with pytest.raises(ApprovalRefused) as raised:
        room.approvals.approve(room.draft(f"个人不得申请算力券，{TEXT}"), LI)
    assert "“个人不得申请算力券”与所引的原文不符" in raised.value.message.zh
    assert "does not forbid, waive or allow “个人不得申请算力券”" in raised.value.message.en
    uncited = f"{TEXT}\n个人能否申请，请以主管部门答复为准。"
    assert room.approvals.approve(room.draft(uncited), LI).text == uncited


def test_a_line_without_a_figure_needs_no_quote(room: Room) -> None:
    text = f"{TEXT}\n具体以主管部门答复为准。"
    assert room.approvals.approve(room.draft(text), LI).text == text


def test_a_quote_that_does_not_stand_there_is_refused(room: Room) -> None:
    draft = room.draft()
    (quoted,) = draft.quotes
    for wrong in (
        replace(quoted, quote="每家企业每年最高30万元"),
        replace(quoted, start=quoted.start + 1),
        Quoted("voucher", -5, -1, ""),
        Quoted("voucher", 0, 10**9, quoted.quote),
        Quoted("nothing", 0, 5, "第一条"),
    ):
        with pytest.raises(ApprovalRefused, match="引"):
            room.approvals.approve(replace(draft, quotes=(wrong,)), LI)


def test_the_same_question_is_not_approved_twice(room: Room) -> None:
    first = room.approvals.approve(room.draft(), LI)
    with pytest.raises(AlreadyApproved) as raised:
        room.approvals.approve(room.draft("最高20万元。[1]"), WANG)
    assert raised.value.existing == first
    assert TEXT in str(raised.value)


def test_a_correction_replaces_text_and_quotes(room: Room) -> None:
    first = room.approvals.approve(room.draft(), LI)
    room.clock.pass_(hours=1)
    draft = Draft(
        questions=(QUESTION, "补助最长几年？"),
        text="最高20万元。[1]\n不超过三年。[2]",
        quotes=(room.quoted("每家企业每年最高20万元"), room.quoted("补助期限不超过三年")),
    )
    second = room.approvals.correct(first.id, first.version, draft, WANG)
    assert (second.id, second.version, second.staff) == (first.id, 2, "wang")
    assert second.questions == draft.questions
    assert [one.quote for one in second.citations] == [one.quote for one in draft.quotes]
    assert room.approvals.all() == [second]


def test_a_stale_edit_is_refused_and_shows_both_versions(room: Room) -> None:
    first = room.approvals.approve(room.draft(), LI)
    room.approvals.correct(first.id, first.version, room.draft("最高20万元。[1]"), WANG)
    mine = room.draft("每年最高20万元。[1]")
    with pytest.raises(StaleEdit) as raised:
        room.approvals.correct(first.id, first.version, mine, LI)
    assert (raised.value.current.zh, raised.value.yours.zh) == ("最高20万元。[1]", mine.text)
    with pytest.raises(StaleEdit):
        room.approvals.remove(first.id, first.version, LI)
    assert room.approvals.get(first.id).text == "最高20万元。[1]"


def test_a_removed_answer_is_gone_and_its_number_is_not_used_again(room: Room) -> None:
    first = room.approvals.approve(room.draft(), LI)
    before = room.approvals.state()
    room.approvals.remove(first.id, first.version, LI)
    with pytest.raises(ApprovalMissing):
        room.approvals.correct(first.id, first.version, room.draft(), LI)
    again = room.approvals.approve(room.draft(), LI)
    assert again.id > first.id
    assert room.approvals.state() != before


def test_every_change_is_in_the_audit_list(room: Room) -> None:
    first = room.approvals.approve(room.draft(), LI)
    second = room.approvals.correct(first.id, 1, room.draft("最高20万元。[1]"), WANG)
    expired = Message("已过期", "has expired")
    room.approvals.lapse(second.id, second.version, expired)
    room.approvals.lapse(second.id, second.version, expired)
    room.approvals.remove(second.id, 3, LI)
    entries = [entry for _, entry in DatabaseAuditTrail(room.approvals._database).entries()]
    assert [(entry.action, entry.actor.role) for entry in entries] == [
        ("remove-answer", "admin"),
        ("lapse-answer", "system"),
        ("correct-answer", "staff"),
        ("approve-answer", "admin"),
    ]
    assert all(entry.subject == QUESTION for entry in entries)
    assert entries[1].detail == "已过期 (has expired)"
    assert entries[2].detail == f"{TEXT} → 最高20万元。[1]"


def test_of_editors_at_once_one_wins_and_the_others_are_told(room: Room) -> None:
    first = room.approvals.approve(room.draft(), LI)
    ready, told, won = threading.Barrier(8), list[str](), list[str]()

    def edit(number: int) -> None:
        draft = room.draft(f"最高20万元{'！' * (number + 1)}[1]")
        ready.wait()
        try:
            won.append(room.approvals.correct(first.id, 1, draft, LI).text)
        except StaleEdit as error:
            told.append(error.yours.zh)

    threads = [threading.Thread(target=edit, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 1
    assert len(set(told)) == 7
    assert room.approvals.get(first.id).text == won[0]


def approve_in_a_process(address: str, folder: Path, results: multiprocessing.Queue[str]) -> None:
    from answer.service import Service
    from index.search import Searcher
    from index.store import Store
    from tests.small_storage import TinyEmbedder

    database = open_database(address)
    service = Service(Searcher(Store.open_as_is(folder), TinyEmbedder()))
    words = "每家企业每年最高20万元"
    start = service.document("voucher").text.index(words)
    quoted = Quoted("voucher", start, start + len(words), words)
    draft = Draft(questions=(QUESTION,), text="最高20万元。[1]", quotes=(quoted,))
    try:
        Approvals(database, service).approve(draft, LI)
        results.put("approved")
    except AlreadyApproved:
        results.put("refused")
    database.close()


def test_of_processes_at_once_one_approves(room: Room, database_url: str) -> None:
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    workers = [
        context.Process(
            target=approve_in_a_process, args=(database_url, room.storage.folder, results)
        )
        for _ in range(3)
    ]
    for worker in workers:
        worker.start()
    found = sorted(results.get(timeout=200) for _ in workers)
    for worker in workers:
        worker.join()
    assert found == ["approved", "refused", "refused"]
    assert len(room.approvals.all()) == 1
