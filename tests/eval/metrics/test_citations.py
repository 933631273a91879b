"""Citation precision and recall after ALCE, and exactness of quotes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from eval.metrics.citations import citation_scores, cited_text, coverage, inexact_quotes, supports
from eval.metrics.figures import unsupported
from records import Answer, AnswerStatus
from tests.eval.small_system import DOCUMENTS, VOUCHER, cite

GRANT = "算力服务券按算力费用的50%补助,最高20万元。"
TERM = "补助期限不超过三年。"


def answer(text: str) -> Answer:
    return Answer(question="补多少?", status=AnswerStatus.ANSWERED, text=text)


def scores(text: str, texts: dict[int, str], question: str = "补多少?") -> tuple[object, object]:
    found = citation_scores(answer(text), texts, question, unsupported)
    return found.precision, found.recall


def test_every_sentence_backed() -> None:
    assert scores("按50%补助,最高20万元[1]。期限不超过三年[2]。", {1: GRANT, 2: TERM}) == (1.0, 1.0)


def test_a_sentence_without_citation_lowers_recall_only() -> None:
    assert scores("按50%补助,最高20万元[1]。期限不超过三年。", {1: GRANT}) == (1.0, 0.5)


def test_a_needless_citation_lowers_precision_only() -> None:
    weather = "明天多云转晴。"
    assert scores("按50%补助,最高20万元[1][2]。", {1: GRANT, 2: weather}) == (0.5, 1.0)


def test_two_citations_that_only_together_support_are_both_needed() -> None:
    text = "按50%补助,最高20万元,期限不超过三年[1][2]。"
    assert scores(text, {1: GRANT, 2: TERM}) == (1.0, 1.0)


def test_a_figure_that_is_not_there_is_not_supported_however_alike_the_words() -> None:
    assert scores("按50%补助,最高30万元[1]。", {1: GRANT}) == (0.0, 0.0)


def test_a_figure_of_the_question_may_be_repeated() -> None:
    text = "一年花30万元,算力服务券按50%补助,最高20万元[1]。"
    assert scores(text, {1: GRANT}, "一年花30万元,补多少?") == (1.0, 1.0)
    assert scores(text, {1: GRANT}) == (0.0, 0.0)


def test_nothing_cited_and_nothing_stated_is_not_scored() -> None:
    assert scores("如下:", {}) == (None, None)


def test_a_marker_without_citation_supports_nothing() -> None:
    assert scores("按50%补助,最高20万元[3]。", {1: GRANT}) == (0.0, 0.0)


def test_coverage_counts_character_pairs() -> None:
    # Pairs 补助 助期 期限; 补助 and 期限 stand in the texts, in different ones.
    assert coverage("补助期限", ["补助", "期限"]) == pytest.approx(2 / 3)
    assert coverage("AI", ["ai 产业"]) == 1.0
    assert not supports("补助", [], "", unsupported)


def test_cited_text_is_heading_data_and_the_whole_passage() -> None:
    citation = cite(1, VOUCHER, "最高20万元")
    citation = replace(citation, doc_number="武政规〔2025〕3号", valid_until=date(2027, 3, 18))
    shown = cited_text(citation, VOUCHER)
    assert GRANT in shown
    assert TERM not in shown
    assert "武政规〔2025〕3号" in shown
    assert "2027-03-18" in shown


def test_inexact_quotes_are_named_with_both_texts() -> None:
    sound = cite(1, VOUCHER, "最高20万元")
    document = DOCUMENTS.__getitem__
    assert inexact_quotes([sound], document) == []
    for wrong in (
        replace(sound, quote="最高30万元"),
        replace(sound, start=sound.start + 1),
        replace(sound, quote="", end=sound.start),
    ):
        assert len(inexact_quotes([wrong], document)) == 1
    (fault,) = inexact_quotes([replace(sound, quote="最高30万元")], document)
    assert "最高20万元" in fault
    assert "最高30万元" in fault
    (fault,) = inexact_quotes([replace(sound, document_id="gone")], document)
    assert "gone" in fault
