"""“Questions this answers”: made from clauses, and kept only if the service says so too."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from chat.library.questions import MOST_QUESTIONS, MOST_TRIED, Questions, candidates
from records import Answer, AnswerStatus, Citation
from tests.chat.library.library_service import Room
from tests.small_storage import make_document

TEXT = (
    "# 办法\n\n## 算力服务券\n\n- 企业使用算力按50%补助，最高20万元。\n\n"
    "## 资金总额(一)\n\n- 每年总额1000万元。\n\n## 附则\n\n- 由主管部门解释。\n"
)


class Answering:
    """Answers every question from the document it is told."""

    def __init__(self, document_id: str) -> None:
        self._document_id = document_id
        self.asked: list[str] = []

    def answer(self, question: str) -> Answer:
        self.asked.append(question)
        citation = Citation(
            number=1, document_id=self._document_id, title="", quote="", start=0, end=0
        )
        return Answer(
            question=question,
            status=AnswerStatus.ANSWERED,
            text="[1]",
            citations=(citation,),
        )


def made(answering: Answering) -> Questions:
    """The questions of a library in which nothing changes."""
    return Questions(answering, lambda: 1)


def test_headings_and_figures_suggest_questions() -> None:
    found = list(candidates(make_document(text=TEXT, region="武汉市")))
    assert found[0].startswith("武汉市算力服务券")
    assert "武汉市资金总额的金额是多少？" in found
    assert "《算力服务券办法》对附则有哪些规定？" in found
    assert len(found) == len(set(found)) == 3


def test_a_heading_that_says_nothing_by_itself_comes_with_the_title() -> None:
    text = "# 办法\n\n## 申报材料\n\n- 身份证。\n\n## 流程\n\n- 线上申请。\n"
    assert list(candidates(make_document(text=text))) == [
        "《算力服务券办法》要交哪些材料？",
        "《算力服务券办法》的办理流程是什么？",
    ]


def test_a_clause_without_a_heading_is_named_by_its_first_words() -> None:
    found = list(candidates(make_document(region="")))
    assert found[0].startswith("算力服务券")


def test_only_what_is_answered_from_this_document_first_is_kept() -> None:
    document = make_document(text=TEXT)
    assert made(Answering("another")).of(document, "1") == ()
    assert len(made(Answering(document.id)).of(document, "1")) == 3


def test_each_content_is_worked_out_once() -> None:
    answering = Answering("voucher")
    questions = made(answering)
    first = questions.of(make_document(text=TEXT), "1")
    asked = len(answering.asked)
    assert questions.of(make_document(text=TEXT), "1") == first
    assert len(answering.asked) == asked
    questions.of(make_document(text=TEXT), "2")
    assert len(answering.asked) == 2 * asked


def test_questions_are_given_as_they_are_found() -> None:
    answering = Answering("voucher")
    steps = made(answering).found(make_document(text=TEXT), "1")
    first = next(steps)
    assert (len(first), len(answering.asked)) == (1, 1)
    (*_, last) = steps
    assert last[:1] == first
    assert len(last) == 3


def test_who_comes_later_goes_on_where_another_left() -> None:
    answering = Answering("voucher")
    questions, document = made(answering), make_document(text=TEXT)
    next(questions.found(document, "1"))
    first, second = questions.found(document, "1"), questions.found(document, "1")
    assert [len(next(first)), len(next(second)), len(next(second)), len(next(first))] == [
        1,
        1,
        2,
        2,
    ]
    assert [*first] == [*second]
    assert len(answering.asked) == len(set(answering.asked)) == 3


def test_two_who_ask_at_the_same_time_share_the_work() -> None:
    answering = Answering("voucher")
    questions, document = made(answering), make_document(text=TEXT)
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda _: questions.of(document, "1"), range(2)))
    assert found[0] == found[1]
    assert len(answering.asked) == 3


def test_questions_are_found_anew_when_the_library_has_changed() -> None:
    revisions = iter([1, 1, 2])
    answering = Answering("voucher")
    questions = Questions(answering, lambda: next(revisions))
    document = make_document(text=TEXT)
    counts = [(questions.of(document, "1"), len(answering.asked))[1] for _ in range(3)]
    assert counts == [3, 3, 6]


def test_a_failure_is_not_the_end_of_a_search() -> None:
    class Failing(Answering):
        def answer(self, question: str) -> Answer:
            answer = super().answer(question)
            if len(self.asked) == 2:
                raise RuntimeError("broken")
            return answer

    questions, document = made(Failing("voucher")), make_document(text=TEXT)
    with pytest.raises(RuntimeError, match="broken"):
        questions.of(document, "1")
    assert len(questions.of(document, "1")) == 3


def test_a_long_document_is_not_asked_about_without_end() -> None:
    text = "".join(f"## 事项{n}\n\n补助{n}万元。\n\n" for n in range(1, 40))
    other, own = Answering("another"), Answering("voucher")
    made(other).of(make_document(text=text), "1")
    assert len(other.asked) == MOST_TRIED
    assert len(made(own).of(make_document(text=text), "1")) == MOST_QUESTIONS


def test_the_running_service_answers_the_questions_that_are_shown(room: Room) -> None:
    shown = {one.id: [*room.service.questions(one.id)][-1] for one in room.service.table()}
    assert any(shown.values())
    for document_id, questions in shown.items():
        for question in questions:
            assert room.answering.answer(question).citations[0].document_id == document_id
