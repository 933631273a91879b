"""Refusals say why, promise nothing, and name only what documents name."""

from __future__ import annotations

from typing import Any

import pytest

from answer.figures import parse_figures
from answer.refusing.refusal import RefusalKind, kind_of_refusal, refusal_of
from answer.refusing.scope import asks_for_live_facts, asks_for_other_service
from records import TextKind
from tests.answer.findings import ask
from tests.small_storage import make_document

QUESTION = ask("算力券还剩多少额度", "算力券")
ENGLISH = ask("How much of the voucher budget is left?", "voucher")


@pytest.mark.parametrize(
    "text",
    [
        "2026年算力服务券还剩多少额度",
        "认定的服务商名单有哪些",
        "去年哪些企业拿到了补贴",
        "我的申请审核进度怎么样",
        "我们公司能不能通过认定",
        "明年补贴会不会涨",
        "去年一共兑现了多少资金",
        "已经发放了多少张",
        "大赛的冠军是谁",
        "江城基金的投资经理叫什么名字",
        "钱什么时候到账",
        "路演直通车投了哪几个项目",
        "基金投资过哪些企业",
        "2025年遴选的模型,入选的是哪些企业",
        "算力规模最后做到了多少",
        "which companies got the grant",
        "2025年评上的垂直模型是哪几家单位的",
        "第一批社区认定了哪些",
        "10款机器人分别是哪几家公司做的",
        "联合实验室已经给了哪家企业",
        "计划今年有哪些企业在招人",
        "去年实际发出去多少钱",
        "最后立项了多少个",
        "第三方发放机构是哪家公司",
        "算力到底有没有冲到4500P",
        "验收武汉过了没",
        "贷款还批得下来吗",
        "平均一场花多少钱",
        "研究院院长是谁",
        "市政府的发言人是谁",
        "平台的创始人叫什么",
        "评委是谁",
    ],
)
def test_facts_that_policies_lack(text: str) -> None:
    assert asks_for_live_facts(ask(text))


@pytest.mark.parametrize(
    "text",
    [
        "算力券最高补多少",
        "拟支持项目名单公示几天",
        "名单定了以后要挂出来公示多少天",
        "在严重失信名单有效期内能申请吗",
        "哪些企业可以申请",
        "政策什么时候施行",
        "每年遴选多少个项目",
        "申报流程是什么",
        "孵化器孵化了多少家企业才能认定",
        "市里的钱还没批下来,可以先要区里那份吗",
        "信用贷多久批下来",
        "去年3月发布会说有多少个数据中心",
        "收材料的第三方是哪家机构",
        "企业投产后年产值达到多少能拿奖励",
        "企业去年研发费用得有多少",
    ],
)
def test_facts_that_policies_hold(text: str) -> None:
    assert not asks_for_live_facts(ask(text))


@pytest.mark.parametrize(
    ("text", "values", "kind"),
    [
        ("算力券还剩多少额度", {}, RefusalKind.LIVE_FACTS),
        ("青山区的租房补贴是多少", {}, RefusalKind.NOT_FOUND),
        ("热干面怎么做", {}, RefusalKind.OUT_OF_SCOPE),
        ("谁拿到了世界杯", {}, RefusalKind.OUT_OF_SCOPE),
        ("它有几条", {"unknown_documents": ("武政规〔2025〕9号",)}, RefusalKind.UNKNOWN_DOCUMENT),
        ("它有几条", {"documents": ("a",)}, RefusalKind.NOT_FOUND),
    ],
)
def test_why_nothing_was_found(text: str, values: dict[str, Any], kind: RefusalKind) -> None:
    assert kind_of_refusal(ask(text, **values), is_named=False) is kind


def test_what_near_passages_name_is_in_scope() -> None:
    assert kind_of_refusal(ask("安湃光电营收多少"), is_named=True) is RefusalKind.NOT_FOUND


@pytest.mark.parametrize("kind", RefusalKind)
@pytest.mark.parametrize("question", [QUESTION, ENGLISH])
def test_every_refusal_has_words_without_figures(kind: RefusalKind, question: object) -> None:
    assert question in (QUESTION, ENGLISH)
    asked = QUESTION if question is QUESTION else ENGLISH
    refusal = refusal_of(asked, kind, place="广州市", home="武汉市")
    assert refusal.text
    assert not parse_figures(refusal.text)
    has_chinese = any("\u4e00" <= letter <= "\u9fff" for letter in refusal.text)
    assert has_chinese == (asked is QUESTION) or kind is RefusalKind.OTHER_PLACE


def test_another_place_is_named_and_home_only_if_it_has_something_near() -> None:
    near = make_document(title="武汉市若干措施")
    with_near = refusal_of(
        QUESTION, RefusalKind.OTHER_PLACE, nearest=[near], place="广州市", home="武汉市"
    )
    assert "广州市" in with_near.text
    assert "武汉市" in with_near.text
    assert with_near.notes == ("最接近的文件：《武汉市若干措施》",)
    without = refusal_of(QUESTION, RefusalKind.OTHER_PLACE, place="广州市", home="武汉市")
    assert "武汉市" not in without.text


def test_a_document_that_is_not_there_is_named() -> None:
    question = ask("武政规〔2025〕9号有几条", unknown_documents=("武政规〔2025〕9号",))
    assert "武政规〔2025〕9号" in refusal_of(question, RefusalKind.UNKNOWN_DOCUMENT).text


def test_whom_to_ask_is_the_body_that_issued_the_nearest_document() -> None:
    near = make_document(title="办法", issuing_body="武汉市经济和信息化局")
    text = refusal_of(QUESTION, RefusalKind.LIVE_FACTS, nearest=[near]).text
    assert "《办法》由武汉市经济和信息化局发布" in text
    odd = make_document(issuing_body="武汉市(2025年3月10日新闻发布会发布)")
    assert "发布会" not in refusal_of(QUESTION, RefusalKind.LIVE_FACTS, nearest=[odd]).text


def test_documents_of_one_title_are_listed_once() -> None:
    near = [make_document(title=title) for title in ("甲", "甲", "乙", "丙", "丁")]
    notes = refusal_of(QUESTION, RefusalKind.NOT_FOUND, nearest=near).notes
    assert notes == ("最接近的文件：《甲》、《乙》、《丙》",)


def test_nobody_is_sent_to_a_newspaper() -> None:
    paper = make_document(issuing_body="极目新闻", text_kind=TextKind.NEWS)
    body = make_document(issuing_body="市经信局")
    assert "极目新闻" not in refusal_of(QUESTION, RefusalKind.NOT_FOUND, nearest=[paper]).text
    assert "市经信局" in refusal_of(QUESTION, RefusalKind.NOT_FOUND, nearest=[body]).text


def test_papers_of_other_counters() -> None:
    assert asks_for_other_service(ask("个体户营业执照怎么办"))
    assert not asks_for_other_service(ask("申请算力券要交营业执照吗"))
