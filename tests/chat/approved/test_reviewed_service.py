from __future__ import annotations

from datetime import date

import pytest

from answer.checks import check_answer
from chat.approved import Draft, review_again
from chat.database.tables import METADATA
from records import Answer, AnswerStatus, Message, Validity
from tests.chat.approved.conftest import LI, LOAN, OTHERWISE, QUESTION, TEXT, VOUCHER, WANG, Room
from tests.chat.busy_database import keep_busy


def ask(room: Room, question: str = OTHERWISE, **options: object) -> Answer:
    return room.reviewed.answer(question, **options)  # type: ignore[arg-type]


def is_reviewed(room: Room, question: str = OTHERWISE, **options: object) -> bool:
    return ask(room, question, **options).review is not None


def test_before_an_approval_the_service_answers(room: Room) -> None:
    assert not is_reviewed(room)


def test_an_approved_answer_leads_in_other_words(room: Room) -> None:
    approved = room.approvals.approve(room.draft(), LI)
    answer = ask(room)
    assert (answer.status, answer.text, answer.question) == (
        AnswerStatus.ANSWERED,
        TEXT,
        OTHERWISE,
    )
    assert answer.review is not None
    assert (answer.review.id, answer.review.staff, answer.review.role) == (
        approved.id,
        "li",
        "admin",
    )
    assert answer.review.at == room.clock.now
    (cited,) = answer.citations
    document = room.service.document("voucher")
    assert document.text[cited.start : cited.end] == cited.quote
    assert (cited.title, cited.region, cited.clause) == ("算力服务券办法", "武汉市", "第一条")
    assert cited.validity is Validity.IN_FORCE
    check_answer(answer, {"voucher": document})
    assert "20万元" in answer.read_aloud.replace("二十万元", "20万元")
    assert "[1]" not in answer.read_aloud
    assert "人工审核：2026年3月2日" in answer.ticket
    assert answer.elapsed_ms > 0


@pytest.mark.parametrize(
    "question",
    [
        "杭州算力券每家企业每年最高多少？",
        "数据券每家企业每年最高多少？",
        "算力服务券怎么申请？",
        "算力服务券每家企业每年最高30万元，对吗？",
        "算力服务券的补助比例是多少？",
    ],
)
def test_it_does_not_lead_for_another_question(room: Room, question: str) -> None:
    room.approvals.approve(room.draft(), LI)
    assert not is_reviewed(room, question)


def test_it_leads_for_a_follow_up(room: Room) -> None:
    room.approvals.approve(room.draft(), LI)
    assert is_reviewed(
        room, "它每家企业每年最高多少？", history=("算力服务券怎么补？", "按50%补助。")
    )


def test_a_further_wording_makes_it_lead_there_too(room: Room) -> None:
    further = "国家超算中心那边的钱一年能报销多少"
    room.approvals.approve(room.draft(), LI)
    assert not is_reviewed(room, further)
    (approved,) = room.approvals.all()
    draft = Draft(questions=(QUESTION, further), text=TEXT, quotes=room.draft().quotes)
    room.approvals.correct(approved.id, approved.version, draft, LI)
    assert is_reviewed(room, further)


def test_filters_hold_for_approved_answers_too(room: Room) -> None:
    room.approvals.approve(room.draft(), LI)
    assert is_reviewed(room, region="武汉市")
    assert not is_reviewed(room, region="汉阳区")
    assert is_reviewed(room, document_ids=["voucher"])
    assert not is_reviewed(room, document_ids=["loan"])
    assert is_reviewed(room, in_force_only=True)


def test_a_blank_question_is_refused_as_ever(room: Room) -> None:
    room.approvals.approve(room.draft(), LI)
    with pytest.raises(ValueError, match="empty"):
        ask(room, "  ")


def lapsed(room: Room) -> Message:
    (one,) = review_again(room.approvals, room.service)
    assert one.lapse_reason is not None
    return one.lapse_reason


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("最高20万元", "最高25万元"),
        ("region: 武汉市", "region: 武昌区"),
        ("title: 算力", "title: 新算力"),
    ],
)
def test_it_lapses_when_its_document_changes(room: Room, old: str, new: str) -> None:
    room.approvals.approve(room.draft(), LI)
    assert is_reviewed(room)
    room.storage.write("voucher.md", VOUCHER.replace(old, new))
    room.storage.update(embedder=room.service.embedder)
    answer = ask(room)
    assert answer.review is None
    if "25" in new:
        assert "25万元" in answer.text
    assert "有改动" in lapsed(room).zh


def test_another_document_may_change(room: Room) -> None:
    room.approvals.approve(room.draft(), LI)
    room.storage.write("loan.md", LOAN.replace("30万元", "40万元"))
    room.storage.update(embedder=room.service.embedder)
    assert is_reviewed(room)
    assert review_again(room.approvals, room.service) == []


def test_it_lapses_when_its_document_is_removed(room: Room) -> None:
    room.approvals.approve(room.draft(), LI)
    (room.storage.corpus / "voucher.md").unlink()
    room.storage.update(embedder=room.service.embedder)
    assert not is_reviewed(room)
    assert lapsed(room) == Message(
        "《算力服务券办法》已撤下或删除", "《算力服务券办法》 was withdrawn or removed"
    )


def test_it_lapses_when_its_document_is_superseded(room: Room) -> None:
    room.approvals.approve(room.draft(), LI)
    fields = "title: 新办法\nregion: 武汉市\nsupersedes: [voucher]"
    room.storage.write("newer.md", f"---\n{fields}\n---\n第一条 算力服务券停止发放。\n")
    room.storage.update(embedder=room.service.embedder)
    assert not is_reviewed(room)
    assert "取代" in lapsed(room).zh


def test_it_lapses_when_its_document_expires(room: Room) -> None:
    room.approvals.approve(room.draft(), LI)
    room.today.day = date(2026, 12, 31)
    assert is_reviewed(room)
    room.today.day = date(2027, 1, 1)
    assert not is_reviewed(room)
    assert lapsed(room) == Message("《算力服务券办法》已过期", "《算力服务券办法》 has expired")


def test_another_day_asked_about_lets_nothing_lapse(room: Room) -> None:
    room.approvals.approve(room.draft(), LI)
    assert not is_reviewed(room, today=date(2027, 6, 1))
    assert review_again(room.approvals, room.service) == []
    assert is_reviewed(room)


def test_what_had_expired_when_it_was_approved_does_not_lapse(room: Room) -> None:
    room.today.day = date(2027, 6, 1)
    room.approvals.approve(room.draft(), LI)
    answer = ask(room)
    assert answer.review is not None
    assert answer.citations[0].validity is Validity.EXPIRED
    assert any("过期" in note for note in answer.notes)
    assert review_again(room.approvals, room.service) == []


def test_a_lapsed_answer_comes_back_only_by_approving_it_again(room: Room) -> None:
    room.approvals.approve(room.draft(), LI)
    room.storage.write("voucher.md", VOUCHER.replace("三年", "两年"))
    room.storage.update(embedder=room.service.embedder)
    assert not is_reviewed(room)
    room.storage.write("voucher.md", VOUCHER)
    room.storage.update(embedder=room.service.embedder)
    assert not is_reviewed(room)
    (one,) = review_again(room.approvals, room.service)
    room.clock.pass_(hours=1)
    room.approvals.correct(one.id, one.version, room.draft(), WANG)
    answer = ask(room)
    assert answer.review is not None
    assert (answer.review.staff, answer.review.at) == ("wang", room.clock.now)
    assert review_again(room.approvals, room.service) == []


def test_what_another_process_approves_leads_at_once(room: Room) -> None:
    assert not is_reviewed(room)
    other = type(room.approvals)(room.approvals._database, room.service)
    approved = other.approve(room.draft(), LI)
    assert is_reviewed(room)
    other.remove(approved.id, approved.version, LI)
    assert not is_reviewed(room)


def test_without_its_database_the_service_goes_on_answering(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    room.approvals.approve(room.draft(), LI)
    with room.approvals._database.writing() as connection:
        METADATA.drop_all(connection)
    answer = ask(room)
    assert (answer.status, answer.review) == (AnswerStatus.ANSWERED, None)
    assert "approved answers cannot be read" in caplog.text


def test_the_service_goes_on_answering_when_no_connection_comes_free(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.approvals.approve(room.draft(), LI)
    keep_busy(room.approvals._database, monkeypatch)
    answer = ask(room)
    assert (answer.status, answer.review) == (AnswerStatus.ANSWERED, None)


def test_it_passes_the_rest_on(room: Room) -> None:
    assert room.reviewed.document("loan") == room.service.document("loan")
    assert room.reviewed.passages("loan") == room.service.passages("loan")
    assert room.reviewed.overview() == room.service.overview()
    assert room.reviewed.validity(room.service.document("loan")) is Validity.IN_FORCE
    assert room.reviewed.retrieve("算力券", 2) == room.service.retrieve("算力券", 2)
