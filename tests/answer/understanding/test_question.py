from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answer.understanding import Asked, understand
from records import Document
from tests.answer.findings import known
from tests.answer.understanding.corpus_sample import knowledge

KNOWN = knowledge()


@pytest.mark.parametrize(
    ("question", "content"),
    [
        ("每年安排多少算力服务券?", ("每年安排", "算力服务券")),
        ("请问ＡＩ芯片补多少钱?", ("ai", "芯片")),
        ("这个有效期到啥时候?", ("有效期",)),
        ("申请OPC要什么要求?", ("申请", "opc", "要求")),
        ("9.83EB是存力吗?", ("9.83", "eb", "存力")),
        ("有没有?", ()),
        ("听说武汉给每个OPC直接发100万现金,对吗?", ("武汉", "每个", "opc", "100", "现金")),
        ("2026年武汉算力服务券还剩多少额度?", ("2026", "武汉算力服务券", "额度")),
        ("OPC认定后会不会被取消?", ("opc", "认定", "取消")),
        ("规上企业有没有奖励", ("规上企业", "奖励")),
        ("研发投了80万能拿多少", ("研发",)),  # what was spent names nothing
    ],
)
def test_content_is_what_names_a_thing(question: str, content: tuple[str, ...]) -> None:
    assert understand(question).content == content


@pytest.mark.parametrize(
    "question",
    [
        "补贴最高多少?",
        "有什么政策",
        "怎么申请",
        "武汉有什么补贴",
        "能补多少钱",
        "归哪个局管?",
        "什么时候截止?",
        "可以叠加吗?",
        "电话是多少?",
        "Any grants?",
        "这个补贴是一次性给还是分年给",
        "这项政策什么时候开始的",
        "上面说的补贴最多几年",
        "该项目找谁",
    ],
)
def test_a_question_that_names_no_thing_is_vague(question: str) -> None:
    understood = understand(question)
    assert understood.is_vague
    assert not understood.names_nothing


@pytest.mark.parametrize(
    "question",
    ["算力补贴最高多少?", "OPC有什么支持", "武昌区有什么政策", "武政规〔2031〕9号补多少", "???"],
)
def test_a_question_that_names_one_is_not(question: str) -> None:
    assert not understand(question).is_vague


@pytest.mark.parametrize("question", ["你好", "???", "谢谢", "123", "有没有?", "是什么"])
def test_greetings_and_signs_name_nothing(question: str) -> None:
    assert understand(question).names_nothing


def test_a_named_document_is_something() -> None:
    understood = understand("10条有哪些", knowledge=KNOWN)
    assert understood.documents == ("ai10",)
    assert not understood.names_nothing


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("2026年武汉算力券", (2026,)),
        ("2025-2027年的目标", (2025, 2027)),
        ("去年发了多少,明年呢", (2025, 2027)),
        ("前年的算力费后年还能报吗", (2024, 2028)),
        ("企业投产后年产值达到多少能拿奖励", ()),
        ("以前年度的研发费用算不算", ()),
        ("税后年薪50万算不算", ()),
        ("今后年度怎么安排", ()),
        ("武政规〔2025〕3号", ()),
        ("武政规2025年3号", ()),
        ("补贴2000万", ()),
        ("算力券", ()),
    ],
)
def test_years(question: str, years: tuple[int, ...]) -> None:
    assert understand(question, today=date(2026, 8, 1)).years == years


def test_relative_years_need_a_day() -> None:
    assert understand("去年发了多少").years == ()


def test_a_mended_question_is_shown_and_searched() -> None:
    understood = understand("武罕算利卷补多少", knowledge=KNOWN)
    assert understood.standalone == understood.shown == "武汉算力券补多少"
    assert understood.text == "武罕算利卷补多少"


def test_what_goes_without_saying_is_not_shown() -> None:
    assert understand("请问算力券补多少?", knowledge=KNOWN).shown == ""


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=40),
    st.lists(st.text(alphabet="那算力券补多少呢它武昌最几年?,A1", max_size=12), max_size=5),
)
def test_anything_can_be_asked(text: str, history: list[str]) -> None:
    understood = understand(text, history=history, knowledge=KNOWN)
    assert understood.text == text
    assert all(run == run.lower() for run in understood.content if run.isascii())


def test_who_gave_what_was_got_is_not_asked_beside_another_place() -> None:
    text = "市里算力券实际补了我15万,公司在汉阳,区里还能再给多少"
    assert understand(text).places == ("汉阳区",)
    assert understand("武汉补了我15万,还能再给多少").places == ("武汉市",)
    assert understand("市里补贴了我们15万,汉阳还能给多少").places == ("汉阳区",)
    for text in (
        "武汉补了多少,汉阳呢",
        "武汉发了10条措施,汉阳呢",
        "武汉最高补到30%,汉阳呢",
        "武汉能拿到30万,汉阳呢",
        "武汉发了2025年的通知,汉阳呢",
    ):
        assert understand(text).places == ("武汉市", "汉阳区"), text


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("我们找上海的机构检测,湖北的创新券能用吗", ("湖北省",)),
        ("我人在长沙,能上武汉的线上社区不", ("武汉市",)),
        ("人在成都,武汉的线上社区让不让我上", ("武汉市",)),
        ("企业从市里领到15万元算力券补贴,汉阳区再配套多少", ("汉阳区",)),
        ("公司在汉阳,已经领了市里的算力券补贴,区里还加不加", ("汉阳区",)),
        ("武汉最高20万,比杭州少多少", ("武汉市", "杭州市")),
        ("武昌和汉阳的公司,汉阳能补多少", ("武昌区", "汉阳区")),
        ("公司从深圳搬到武汉,能拿多少", ("深圳市", "武汉市")),
    ],
)
def test_a_place_that_is_only_told_of_is_not_asked(text: str, places: tuple[str, ...]) -> None:
    assert understand(text).places == places


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("一个月卖9万,增值税交不交?", Asked.YES_NO),
        ("武汉的社区让不让我上", Asked.YES_NO),
        ("员工最多能有几个人", Asked.COUNT),
        ("最多能拿几万", Asked.AMOUNT),
        ("资金池总共有几个亿", Asked.AMOUNT),
        ("截至2月17日共收治多少名患者", Asked.COUNT),
        ("申报时间截至哪天", Asked.DATE),
        ("智能体是怎么界定的?写材料要引用", Asked.ANYTHING),
        ("我要报项目,写什么材料", Asked.PROCEDURE),
    ],
)
def test_what_is_asked_is_told_by_the_clause_that_asks(text: str, asked: Asked) -> None:
    assert understand(text).asked is asked


@pytest.mark.parametrize(
    ("text", "standalone"),
    [
        ("公司12个人,还算得上OPC企业吗", "公司12个人,能认定为OPC企业吗"),
        ("公司12个人,想认OPC企业行不行", "公司12个人,想能认定为OPC企业行不行"),
        ("想评武汉的OPC企业,员工最多几人", "想能认定为武汉的OPC企业,员工最多几人"),
        ("租金算不算研发费用", "租金算不算研发费用"),
        ("方案正式出来冇", "方案正式出来没有"),
        ("有冇得补贴", "有没有补贴"),
        ("硕士咧?", "硕士呢?"),
    ],
)
def test_spoken_words_stand_for_what_the_clauses_have(text: str, standalone: str) -> None:
    assert understand(text).standalone == standalone


def test_regions_of_documents_are_places_too() -> None:
    regions = known([Document(id="d", title="东山区若干措施", text="", region="东山区")])
    assert understand("东山区和武昌区算力费用补多少", knowledge=regions).places == (
        "东山区",
        "武昌区",
    )
    assert understand("东山区算力费用补多少").places == ()


@pytest.mark.parametrize(
    ("text", "standalone"),
    [
        ("武政规2025年3号管到哪一年", "武政规2025年3号有效期到什么时候"),
        ("这个措施能用到啥时候", "这个措施有效期到什么时候"),
        ("贷款能用到啥时候", "贷款能用到啥时候"),
        ("OPC认定什么时候能报", "OPC认定什么时候能申报"),
        ("算力费能报吗", "算力费能报吗"),
        ("算力费能报多少", "算力费能报多少"),
        ("算力费可以报销吗", "算力费可以报销吗"),
    ],
)
def test_spoken_words_are_read_as_the_clauses_have_them(text: str, standalone: str) -> None:
    assert understand(text).standalone == standalone


def test_a_sum_alone_is_nothing_to_look_up() -> None:
    assert understand("听说能拿200万资助,是真的吗").is_vague
    assert not understand("听说算力券能拿200万资助,是真的吗").is_vague
