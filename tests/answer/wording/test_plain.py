"""Findings as sentences: one line, a list, steps or a table."""

from __future__ import annotations

from dataclasses import replace

from answer.finding import Sentence, Shape
from answer.understanding import Asked
from answer.wording import plain_sentences
from records import TextKind, Validity
from tests.answer.wording.making import ask, find

SUBSIDY = "算力费用按50%补助,最高20万元。"


def texts(sentences: list[Sentence]) -> list[str]:
    return [sentence.text for sentence in sentences]


def test_nothing_found_says_nothing() -> None:
    assert plain_sentences(ask(), []) == []


def test_one_fact_is_one_line_and_less_sure_findings_stay_out() -> None:
    best = find(SUBSIDY)
    other = replace(find("别的补助最高30万元。", before="## 其他\n", certainty=0.85), clause="其他")
    [sentence] = plain_sentences(ask(asked=Asked.AMOUNT), [best, other])
    assert sentence.text == "算力费用按50%补助,最高20万元"
    assert sentence.findings == (best,)
    assert sentence.shape is Shape.PLAIN


def test_a_finding_that_says_the_same_is_cited_along() -> None:
    best, again = find(SUBSIDY), find(SUBSIDY, id="rules", title="细则", certainty=0.8)
    [sentence] = plain_sentences(ask(asked=Asked.AMOUNT), [best, again])
    assert sentence.findings == (best, again)


def test_a_draft_never_backs_what_is_in_force() -> None:
    best, draft = find(SUBSIDY), find(SUBSIDY, id="draft", validity=Validity.DRAFT)
    [sentence] = plain_sentences(ask(asked=Asked.AMOUNT), [best, draft])
    assert sentence.findings == (best,)


def test_steps_come_in_the_order_of_the_document() -> None:
    second = find("区里初审。", before="# 流程\n\n- 网上申报。\n- ")
    first = find("网上申报。", before="# 流程\n\n- ", certainty=0.8)
    found = plain_sentences(ask(asked=Asked.PROCEDURE), [second, first])
    assert texts(found) == ["网上申报", "区里初审"]
    assert {one.shape for one in found} == {Shape.STEP}


def test_a_list_leaves_out_what_is_much_less_sure() -> None:
    findings = [
        find("甲项支持人才。", before="- "),
        find("乙项支持场景。", before="- 甲项支持人才。\n- ", certainty=0.8),
        find("丙项无关。", before="- 甲项支持人才。\n- 乙项支持场景。\n- ", certainty=0.3),
    ]
    question = ask(asked=Asked.LIST, places=("江城市",))
    found = plain_sentences(question, findings)
    assert texts(found) == ["甲项支持人才", "乙项支持场景"]
    assert {one.shape for one in found} == {Shape.ITEM}


def test_an_item_is_a_whole_statement() -> None:
    findings = [
        find("甲由市局负责。", "市局", before="- "),
        find("乙由区局负责。", "区局", before="- 甲由市局负责。\n- "),
    ]
    found = plain_sentences(ask(asked=Asked.LIST, places=("江城市",)), findings)
    assert texts(found) == ["甲由市局负责", "乙由区局负责"]


def test_what_runs_over_several_items_is_told_item_by_item() -> None:
    findings = [
        find("甲项补助10万元。\n- 乙项补助20万元。", before="- "),
        find("丙项免费;由市局负责。", before="- 甲项补助10万元。\n- 乙项补助20万元。\n- "),
    ]
    found = plain_sentences(ask(asked=Asked.LIST, places=("江城市",)), findings)
    assert texts(found) == ["甲项补助10万元", "乙项补助20万元", "丙项免费;由市局负责"]


def test_several_places_make_a_table_with_the_best_of_each() -> None:
    findings = [
        find(SUBSIDY, id="east", region="东区"),
        find("算力最高|50万元。", id="west", region="西区", validity=Validity.UNKNOWN),
        find("另有奖励。", id="east2", region="东区", certainty=0.7),
    ]
    both = ask(asked=Asked.COMPARISON, places=("东区", "西区"))
    found = plain_sentences(both, findings)
    assert [one.cells for one in found] == [
        ("东区", "算力费用按50%补助,最高20万元", "现行有效"),
        ("西区", "算力最高｜50万元", "有效期起止未注明"),
    ]


def test_places_that_are_only_named_together_make_no_table() -> None:
    findings = [
        find("建设“世界存储之都”。", id="east", region="东区"),
        find("建设先导区。", id="west", region="西区"),
    ]
    (told,) = plain_sentences(ask(places=("东区", "西区")), findings)
    assert not told.cells


def test_documents_that_are_compared_are_named_by_title() -> None:
    findings = [find(SUBSIDY, title="甲办法"), find("最高10人。", id="b", title="乙办法")]
    found = plain_sentences(ask(asked=Asked.COMPARISON, documents=("measures", "b")), findings)
    assert [one.cells[0] for one in found] == ["《甲办法》", "《乙办法》"]


def test_standing_that_misleads_is_said_at_once() -> None:
    def line(**document: object) -> str:
        return plain_sentences(ask(asked=Asked.AMOUNT), [find(SUBSIDY, **document)])[0].text  # type: ignore[arg-type]

    assert line(validity=Validity.EXPIRED).endswith("最高20万元（该文件已过期）")
    assert line(validity=Validity.NOT_YET).endswith("（该文件尚未施行）")
    assert line(validity=Validity.DRAFT).startswith("〔征求意见稿〕算力费用")
    assert line(text_kind=TextKind.NEWS).startswith("〔新闻报道〕算力费用")
    assert line(text_kind=TextKind.DIGEST) == "算力费用按50%补助,最高20万元"


def test_a_bare_fact_from_the_news_needs_no_prefix() -> None:
    finding = find("由华中数控打造。", "华中数控", text_kind=TextKind.NEWS)
    assert texts(plain_sentences(ask(), [finding])) == ["华中数控"]
