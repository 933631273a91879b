"""The service on a small storage with a tiny embedder: what is said, cited, refused."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from answer.as_json import answer_as_json
from answer.service import Service
from index.identity import Identity
from index.search import Searcher
from index.store import Store
from index.update import update
from records import AnswerStatus, Document, TextKind, Validity
from tests.small_storage import TinyEmbedder

DOCUMENTS = [
    Document(
        id="city",
        title="江城市促进人工智能产业发展若干措施",
        region="江城市",
        doc_number="江政规〔2025〕3号",
        text="# 措施\n\n## 算力服务券\n\n- 每年设立总额不低于1000万元的算力服务券。\n"
        "- 企业使用算力按50%补助，最高20万元。\n\n## 中试平台\n\n- 中试平台最高补助800万元。\n",
        effective_from=date(2025, 3, 19),
        valid_until=date(2027, 3, 18),
        text_kind=TextKind.DIGEST,
        url="https://example.gov.cn/city",
    ),
    Document(
        id="old",
        title="江城市算力补贴办法",
        region="江城市",
        text="# 办法\n\n## 算力服务券\n\n- 每年设立总额不低于300万元的算力服务券。\n",
        valid_until=date(2024, 12, 31),
    ),
    Document(
        id="district",
        title="关于[2]号园区的东山区措施",
        region="东山区",
        text="# 东山区措施\n\n## 算力\n\n- 东山区算力费用最高按60%补贴，脚注[1]另有说明。\n",
    ),
]
DAY = date(2026, 1, 1)


@pytest.fixture
def service(tmp_path: Path, tiny_embedder: TinyEmbedder) -> Iterator[Service]:
    identity = Identity(schema="1", splitter="test", embedder=tiny_embedder.name)
    with Store.create(tmp_path / "storage", identity) as store:
        (tmp_path / "documents.txt").touch()
        update(
            store,
            [tmp_path / "documents.txt"],
            read_file=lambda _: DOCUMENTS,
            open_embedder=lambda: tiny_embedder,
            passage_characters=300,
            progress=False,
        )
    store = Store.open(tmp_path / "storage", identity)
    made = Service(Searcher(store, tiny_embedder), clock=lambda: DAY)
    yield made
    made.close()


def test_the_answer_names_document_standing_and_quote(service: Service) -> None:
    answer = service.answer("每年设立多少算力服务券？")
    assert answer.status is AnswerStatus.ANSWERED
    first = answer.text.splitlines()[0]
    assert first == (
        "《江城市促进人工智能产业发展若干措施》（江政规〔2025〕3号，摘要，现行有效）："
        "“每年设立总额不低于1000万元的算力服务券”[1]。"
    )
    citation = answer.citations[0]
    text = service.document("city").text
    assert text[citation.start : citation.end] == citation.quote
    assert citation.clause == "算力服务券"
    assert citation.validity is Validity.IN_FORCE


def test_an_expired_document_never_leads(service: Service) -> None:
    for question in ("每年设立多少算力服务券？", "算力服务券总额不低于300万元吗？"):
        answer = service.answer(question)
        assert answer.citations[0].document_id == "city"


def test_an_expired_document_is_marked_when_it_is_all_there_is(service: Service) -> None:
    answer = service.answer("每年设立多少算力服务券？", document_ids=["old"])
    assert "已过期" in answer.text
    assert any("已过期" in note for note in answer.notes)


def test_in_force_only_leaves_the_expired_out(service: Service) -> None:
    answer = service.answer("每年设立多少算力服务券？", in_force_only=True)
    assert {hit.passage.document_id for hit in answer.hits} == {"city", "district"}


def test_the_region_narrows(service: Service) -> None:
    answer = service.answer("算力费用补贴多少？", region="东山区")
    assert {citation.region for citation in answer.citations} == {"东山区"}


def test_the_day_decides_validity(service: Service) -> None:
    answer = service.answer("中试平台最高补助多少？", today=date(2027, 3, 19))
    assert answer.citations[0].validity is Validity.EXPIRED


def test_a_marker_in_a_document_is_no_citation(service: Service) -> None:
    answer = service.answer("东山区算力费用按多少补贴？", region="东山区")
    assert answer.status is AnswerStatus.ANSWERED
    assert "脚注［1］" in answer.text
    assert "脚注[1]" in answer.citations[0].quote


def test_what_is_not_there_is_refused_with_the_nearest(service: Service) -> None:
    answer = service.answer("高考录取分数线是多少？")
    assert answer.status is AnswerStatus.NO_ANSWER
    assert "高考录取分数线" in answer.text
    assert answer.citations == ()
    assert "《" in answer.notes[0]


def test_a_vague_question_is_given_back_with_choices(service: Service) -> None:
    answer = service.answer("补贴最高多少？")
    assert answer.status is AnswerStatus.CLARIFY
    assert any("算力服务券" in choice for choice in answer.choices)
    assert all(choice.endswith("补贴最高多少？") for choice in answer.choices)


def test_a_blank_question_is_an_error(service: Service) -> None:
    with pytest.raises(ValueError, match="empty"):
        service.answer("  \n")


def test_an_unknown_region_finds_nothing(service: Service) -> None:
    answer = service.answer("算力服务券", region="西山区")
    assert (answer.status, answer.hits) == (AnswerStatus.NO_ANSWER, ())


def test_overview_counts(service: Service) -> None:
    overview = service.overview()
    assert overview.documents == 3
    assert overview.regions == [("江城市", 2), ("东山区", 1)]
    assert overview.newest_published is None
    assert overview.updated is not None


def test_a_document_that_is_gone_is_a_key_error(service: Service) -> None:
    with pytest.raises(KeyError):
        service.document("none")
    with pytest.raises(KeyError):
        service.passages("none")


def test_json_has_the_contract_fields(service: Service) -> None:
    values = answer_as_json(service.answer("中试平台最高补助多少？"), "q1")
    assert list(values) == [
        "id", "question", "status", "answer", "citations", "notes", "confidence", "hits",
        "elapsed_ms", "read_aloud", "ticket", "understood",
    ]  # fmt: skip
    citations = values["citations"]
    assert isinstance(citations, list)
    assert set(citations[0]) == {
        "number", "document_id", "title", "doc_number", "region", "clause", "quote", "start",
        "end", "url", "text_kind", "validity", "valid_until",
    }  # fmt: skip
    assert citations[0]["valid_until"] == "2027-03-18"


def test_threads_get_their_own_answers(service: Service) -> None:
    questions = ["中试平台最高补助多少？", "每年设立多少算力服务券？", "高考录取分数线？"] * 8
    expected = {question: service.answer(question).text for question in questions}
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(partial(Service.answer, service), questions))
    assert [(one.question, one.text) for one in answers] == [
        (question, expected[question]) for question in questions
    ]


@pytest.mark.parametrize("question", ["？？！！。。", "😀😀", "hello", "1000", "你好"])
def test_what_names_nothing_is_refused(service: Service, question: str) -> None:
    assert service.answer(question).status is AnswerStatus.NO_ANSWER


def test_a_title_is_no_evidence(service: Service) -> None:
    for question in ("江城市促进人工智能产业发展若干措施", "东山区措施是什么", "措施"):
        quotes = [citation.quote for citation in service.answer(question).citations]
        assert not [quote for quote in quotes if quote.startswith("#") or quote in {"措施", "办法"}]


def test_a_refusal_without_hits_promises_none(service: Service) -> None:
    assert "下面列出" not in service.answer("算力服务券", region="西山区").text
