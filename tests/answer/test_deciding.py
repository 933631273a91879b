"""Which refusal is due where what was found is not good enough."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answer.composed import Composed
from answer.deciding import needed, refusal_for
from answer.finding import Sentence
from answer.places.locality import PlaceMatch
from answer.refusing.refusal import RefusalKind
from answer.understanding import understand
from tests.answer.findings import ask, make_finding

HOME = "武汉市"
CITY = make_finding("算力券最高20万元。", region=HOME, certainty=0.1)
UNSURE = Composed((Sentence(text=CITY.quote, findings=(CITY,)),), (), 0.1, PlaceMatch((CITY,)))


def no_regions() -> set[str]:
    """No document is of any place."""
    return set()


def refused(text: str, *, place: str, region: str = HOME) -> RefusalKind | None:
    question = ask(text, "补贴", places=(place,))
    refusal = refusal_for(question, UNSURE, [CITY], [CITY.document], HOME, lambda: {HOME, region})
    return refusal.kind if refusal else None


def test_a_place_without_documents_is_named_in_the_refusal() -> None:
    question = ask("江夏区有哪些人工智能补贴", "补贴", places=("江夏区",))
    refusal = refusal_for(question, UNSURE, [CITY], [CITY.document], HOME, lambda: {HOME})
    assert refusal is not None
    assert refusal.kind is RefusalKind.OTHER_PLACE
    assert "江夏区" in refusal.text


@pytest.mark.parametrize(
    ("regions", "said"),
    [
        ({HOME, "武昌区"}, "武昌区的文件中没有这方面的规定"),
        ({HOME}, "文件库中没有武昌区的相关规定"),
    ],
)
def test_a_place_whose_documents_say_nothing_on_it_is_not_said_to_have_none(
    regions: set[str], said: str
) -> None:
    question = ask("武昌区配套补多少", "补贴", places=("武昌区",))
    nothing = Composed((), (), 0.0, PlaceMatch((), missing=("武昌区",)))
    refusal = refusal_for(question, nothing, [CITY], [CITY.document], HOME, lambda: regions)
    assert refusal is not None
    assert (
        refusal.text
        == f"{said}，不能用其他地方的政策代替回答。武汉市有内容相近的文件，见下方所列。"
    )


def test_a_place_with_documents_is_not_even_where_a_filter_leaves_them_out() -> None:
    assert refused("武昌区有哪些补贴", place="武昌区", region="武昌区") is RefusalKind.NOT_FOUND


def test_what_is_no_matter_of_policies_is_out_of_scope_wherever_it_is() -> None:
    assert refused("江夏区的区长是谁", place="江夏区") is not RefusalKind.OTHER_PLACE


def kind_beside(text: str, title: str) -> RefusalKind:
    question = understand(text)
    near = replace(CITY.document, title=title)
    refusal = refusal_for(question, UNSURE, [CITY], [near], HOME, no_regions)
    assert refusal is not None
    return refusal.kind


def test_what_a_near_title_names_is_not_called_out_of_scope() -> None:
    title = "武汉市加快培育发展开源鸿蒙生态的实施方案"
    assert kind_beside("开源鸿蒙适配一次多少", title) is RefusalKind.NOT_FOUND
    assert kind_beside("明天武汉下雨吗", title) is RefusalKind.OUT_OF_SCOPE


BY_THE_BUREAU = "由经科局受理,电话84468510。"


def given_the_number_of(
    region: str,
    text: str,
    title: str = "算力券政策",
    *,
    quote: str = BY_THE_BUREAU,
    **asked: object,
) -> bool:
    """Whether a number that is surely found in a document of the region is given."""
    number = make_finding(quote, region=region, certainty=0.9, title=title)
    found = Composed((Sentence(text=number.quote, findings=(number,)),), (), 0.9, PlaceMatch(()))
    question = replace(understand(text), **asked)  # type: ignore[arg-type]
    return refusal_for(question, found, [number], [number.document], HOME, no_regions) is None


def test_the_number_of_a_district_is_not_given_to_who_names_no_district() -> None:
    assert not given_the_number_of("汉阳区", "管算力券的电话是多少")
    assert given_the_number_of(HOME, "管算力券的电话是多少")
    assert given_the_number_of("汉阳区", "汉阳区管算力券的电话是多少", places=("汉阳区",))
    assert not given_the_number_of(HOME, "汉阳区管AI的电话是多少", places=("汉阳区",))


def test_a_programme_of_a_district_that_is_named_is_meant_itself() -> None:
    quote = "通过“汉融通—青创贷”网站申请;咨询84870307。"
    assert given_the_number_of("汉阳区", "汉融通的咨询电话", "汉融通贷款政策", quote=quote)
    assert not given_the_number_of("汉阳区", "贷款的咨询电话", "汉融通贷款政策", quote=quote)


def test_the_number_of_another_matter_is_not_given() -> None:
    title = "武汉市重点研发计划人工智能OPC创新专项实施方案"
    assert not given_the_number_of(HOME, "市级技术创新中心的咨询电话是多少", title)
    assert given_the_number_of(HOME, "OPC创新专项的咨询电话是多少", title)
    assert given_the_number_of(HOME, "电话多少", title)
    assert given_the_number_of(HOME, "OPC创新专项由哪个科室解答,电话是多少", title)
    assert given_the_number_of(HOME, "OPC创新专项的钱已经给了,打哪个电话问", title)


def refused_of_guide(text: str, quote: str) -> RefusalKind | None:
    """The refusal of a question on the 《江城指引》, which is not stored, from that text."""
    whole = make_finding(text, region=HOME, certainty=0.9)
    at = whole.start + text.index(quote)
    lead = replace(whole, start=at, end=at + len(quote))
    question = replace(understand("《江城指引》提出哪些任务"), unknown_documents=("《江城指引》",))
    found = Composed((Sentence(text=quote, findings=(lead,)),), (), 0.9, PlaceMatch(()))
    refusal = refusal_for(question, found, [lead], [], HOME, no_regions)
    return refusal.kind if refusal else None


def test_a_document_that_is_spoken_of_is_not_called_unknown() -> None:
    quote = "提出三项任务。"
    assert refused_of_guide(f"日前印发《江城指引》。{quote}", quote) is None
    assert refused_of_guide(quote, quote) is RefusalKind.UNKNOWN_DOCUMENT
    based = f"细则参照《江城指引》另行制定。{quote}"
    assert refused_of_guide(based, quote) is RefusalKind.UNKNOWN_DOCUMENT


def test_who_asks_for_a_figure_is_not_told_a_clause_without_one() -> None:
    clause = make_finding("每月举办路演。", region=HOME, certainty=0.7)
    found = Composed((Sentence(text=clause.quote, findings=(clause,)),), (), 0.7, PlaceMatch(()))
    asked, general = understand("下一场路演在几号"), understand("路演有什么安排")
    assert refusal_for(asked, found, [clause], [], HOME, no_regions) is not None
    assert refusal_for(general, found, [clause], [], HOME, no_regions) is None


def given_from(region: str, text: str, quote: str, title: str) -> bool:
    clause = make_finding(quote, region=region, certainty=0.9, title=title)
    found = Composed((Sentence(text=quote, findings=(clause,)),), (), 0.9, PlaceMatch(()))
    return refusal_for(understand(text), found, [clause], [], HOME, no_regions) is None


def test_nobody_is_sent_to_another_place_who_names_none() -> None:
    quote, title = "向区经科局申请,8月1日截止。", "某区强化服务支撑政策"
    assert not given_from("武昌区", "算力券怎么申请", quote, title)
    assert not given_from("上海市", "算力券申报哪天截止", quote, title)
    assert given_from(HOME, "算力券怎么申请", quote, title)
    assert given_from("武昌区", "光博计划招募怎么申请", quote, "武昌区光博计划招募通知")


def test_a_rule_for_another_grade_or_loan_is_not_given() -> None:
    assert not given_from(
        HOME, "卓越级孵化器场地多大", "标准级场地不低于3000平方米。", "孵化器办法"
    )
    assert given_from(HOME, "标准级孵化器场地多大", "标准级场地不低于3000平方米。", "孵化器办法")
    assert not given_from(HOME, "算力贷最高多少", "信用贷款最高1000万元。", "贷款细则")
    assert given_from(HOME, "C级贷多少", "A级1000万元,C级500万元。", "贷款细则")


def test_english_that_names_nothing_of_policies_needs_more() -> None:
    clause = make_finding("2022年9月批复创建。", region=HOME, certainty=0.7)
    found = Composed((Sentence(text=clause.quote, findings=(clause,)),), (), 0.7, PlaceMatch(()))
    foreign = understand("Which team became champion in September 2022?")
    asked = understand("When did the policy take effect in September 2022?")
    assert needed(foreign, found) > needed(asked, found)


def test_a_sum_and_a_voucher_that_are_asked_for_must_be_told_of() -> None:
    people = make_finding("每年招募300名人才。", region=HOME, certainty=0.85)
    agency = make_finding("第三方机构为研究院。", region=HOME, title="OPC办法", certainty=0.85)
    whole = make_finding("每年最高1亿元模型券降低应用成本。", region=HOME, certainty=0.85)
    voucher = make_finding("创新券申领截止2026年11月5日。", region=HOME, certainty=0.85)
    call = make_finding("申报时间为3月25日至4月14日(2026年度)。", region=HOME, certainty=0.85)
    for text, clause, is_given in (
        ("优秀人才一个人给多少资助", people, False),
        ("每年招募多少人才", people, True),
        ("算力券的第三方机构叫什么", agency, False),
        ("OPC的第三方机构叫什么", agency, True),
        ("模型券单个企业最多领多少", whole, False),
        ("模型券一共多少钱", whole, True),
        ("算力券申领哪天截止", voucher, False),
        ("创新券申领哪天截止", voucher, True),
        ("专项2027年度什么时候申报", call, False),
        ("专项2026年度什么时候申报", call, True),
    ):
        sentence = Sentence(text=clause.quote, findings=(clause,))
        found = Composed((sentence,), (), 0.85, PlaceMatch(()))
        refusal = refusal_for(understand(text), found, [clause], [], HOME, no_regions)
        assert (refusal is None) is is_given, text
