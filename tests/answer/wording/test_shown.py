"""Which words of a statement an answer shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.figures import unsupported_figures
from answer.matter import only_repeats
from answer.understanding import Asked
from answer.wording import inner_quotes
from answer.wording.shown import shown_words
from tests.answer.wording.making import ask, find

VOUCHER = "企业使用算力服务费用按50%补助,最高20万元,补助期限不超过三年;责任单位市经信局。"
CHOSEN = "算力券由市经信局遴选的第三方机构发放;服务商报市经信局备案。"
LIST = "AI芯片、智能传感器、人形机器人三大领域。"
VALID = "自2025年3月19日起施行,有效期2年,每年动态评估并调整。"


@pytest.mark.parametrize(
    ("asked", "quote", "answer", "shown"),
    [
        # A name, a place, a department, a telephone number: the words alone.
        (Asked.ANYTHING, "饰演钢铁侠的是小罗伯特·唐尼,1965年生。", "小罗伯特·唐尼", None),
        (Asked.DEPARTMENT, VOUCHER, "市经信局", None),
        (Asked.PHONE, "综合科85320188,补贴最高30万元。", "85320188", None),
        (Asked.ANYTHING, "企业通过“智慧大脑”平台申请。", "“智慧大脑”平台", None),
        # Money of a benefit: never without its statement.
        (Asked.AMOUNT, VOUCHER, "最高20万元", inner_quotes(VOUCHER)),
        (Asked.ANYTHING, VOUCHER, "50%", inner_quotes(VOUCHER)),
        # A value that nobody is promised stands alone.
        (
            Asked.COUNT,
            "地区生产总值突破3万亿元,制造业占比提高。",
            "突破3万亿元",
            "地区生产总值突破3万亿元",
        ),
        # Questions of yes or no, and of conditions.
        (Asked.YES_NO, "年度复核不合格的,取消资格。", "取消资格", "年度复核不合格的,取消资格"),
        (Asked.CONDITION, "须在本区注册,正常经营。", "正常经营", "须在本区注册,正常经营"),
        (Asked.ANYTHING, "符合条件的社区,由市局授牌。", "市局", "符合条件的社区,由市局授牌"),
        # Who is named only as the one that chose another is not the answer by itself.
        (Asked.DEPARTMENT, CHOSEN, "市经信局", "算力券由市经信局遴选的第三方机构发放"),
        (
            Asked.DEPARTMENT,
            "由市经信局委托第三方机构发放。",
            "市经信局",
            "由市经信局委托第三方机构发放",
        ),
        (Asked.DEPARTMENT, "由湖北银行的下属网点办理。", "湖北银行", "由湖北银行的下属网点办理"),
        # A list that is counted is shown whole.
        (Asked.LIST, LIST, "三大领域", "AI芯片、智能传感器、人形机器人三大领域"),
        # Dates.
        (Asked.DATE, VALID, "2025年3月19日", None),
        (Asked.DATE, VALID, "有效期2年", "自2025年3月19日起施行,有效期2年"),
        (Asked.DATE, VALID, "自2025年3月19日起施行", "自2025年3月19日起施行,有效期2年"),
        # What is asked for is among the words that are shown, whatever the reader marked.
        (Asked.DATE, "平台于2月12日起正式启用,逾期不候。", "正式", "平台于2月12日起正式启用"),
        (Asked.COUNT, "连夜抢卸432吨物资,由江城港完成。", "物资", "连夜抢卸432吨物资"),
        (
            Asked.DATE,
            "3月18日起草征求意见稿,反馈截止2025年4月18日。",
            "2025年4月18日",
            "反馈截止2025年4月18日",
        ),
        (Asked.DATE, "8月24日17:30前完成,逾期不候。", "8月24日", "8月24日17:30前完成"),
        # A count loses neither its modality nor the thing it belongs to.
        (Asked.COUNT, "全职2人以上、总数10人以下。", "10人", "总数10人以下"),
        (Asked.COUNT, "全职1人、总数不超过10人。", "10人", "全职1人、总数不超过10人"),
        (Asked.COUNT, "甲项8家和乙项9家企业。", "9家", "甲项8家和乙项9家企业"),
        (Asked.COUNT, "提出4个方面和19个应用场景。", "19个应用场景", None),
        (Asked.COUNT, "城市内1毫秒、市间3毫秒。", "1毫秒", None),
        # What is cut out of a figure, a bracket or a negation is made whole.
        (Asked.COUNT, "建成120家工厂,提升产能。", "20家", "建成120家工厂"),
        (Asked.ANYTHING, "登录“江城平台”申报。", "江城平台”", "“江城平台”"),
        (Asked.ANYTHING, "场景投入不含算力费用,按三年计。", "算力费用", "场景投入不含算力费用"),
        # The reader's span is the statement, or nothing at all.
        (Asked.ANYTHING, "每月举办路演。", "每月举办路演。", "每月举办路演"),
    ],
)
def test_shown_words(asked: Asked, quote: str, answer: str, shown: str | None) -> None:
    assert shown_words(ask(asked=asked), find(quote, answer)) == (shown or answer)


def test_a_question_for_two_things_gets_the_statement() -> None:
    question = ask(asked=Asked.DATE, also_asked=(Asked.COUNT,))
    assert shown_words(question, find(VALID, "2025年3月19日")) == inner_quotes(VALID)


def test_words_that_only_say_the_question_again_are_widened() -> None:
    quote = "各部门通过延缴保险、降低费用,多措并举帮助企业解决资金难题。"
    question = ask("通过什么举措帮助企业解决资金难题")
    assert shown_words(question, find(quote, "帮助企业解决资金难题")) == inner_quotes(quote)


@pytest.mark.parametrize(
    "words", ["培育一百家人工智能企业", "个体工商户不得申请认定", "建设三个产业园区"]
)
def test_figures_and_a_not_say_more_than_the_question(words: str) -> None:
    question = "个体工商户申请认定什么条件,培育人工智能企业,建设产业园区"
    assert not only_repeats(question, words)
    assert only_repeats(question, "培育人工智能企业")


def test_a_marker_in_a_document_is_no_marker_of_ours() -> None:
    assert shown_words(ask(), find("参见脚注[1]的说明。")) == "参见脚注［1］的说明"


@given(st.data(), st.sampled_from(list(Asked)), st.sampled_from([VOUCHER, VALID]))
def test_what_is_shown_stands_in_the_quote_with_its_figures(
    data: st.DataObject, asked: Asked, quote: str
) -> None:
    start = data.draw(st.integers(0, len(quote) - 1))
    answer = quote[start : data.draw(st.integers(start + 1, len(quote)))]
    shown = shown_words(ask(asked=asked), find(quote, answer))
    assert shown
    assert shown in quote
    assert not unsupported_figures(f"“{shown}”", [f"“{quote}”"])


@pytest.mark.parametrize(
    ("quote", "answer", "shown"),
    [
        # Who says it and when is left out; what follows is kept whole.
        (
            "记者从市经信局获悉,企业算力费用按50%补助,最高20万元。",
            "按50%补助",
            "企业算力费用按50%补助,最高20万元",
        ),
        # A condition or an amount in front is no introduction.
        ("据介绍,符合条件的企业,按50%补助。", "按50%补助", None),
        ("日前发布的办法安排1000万元,按50%补助企业。", "按50%补助企业", None),
        ("在本市购房的创始人,按每平方米1000元补贴。", "每平方米1000元补贴", None),
    ],
)
def test_only_an_introduction_is_cut_from_before_a_benefit(
    quote: str, answer: str, shown: str | None
) -> None:
    given = shown_words(ask(asked=Asked.AMOUNT), find(quote, answer))
    assert given == (shown or inner_quotes(quote))
