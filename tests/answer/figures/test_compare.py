"""When two figures are the same, and when they mean the same."""

import pytest

from answer.figures import Figure, parse_figures, same_meaning, same_value


def only(text: str) -> Figure:
    (figure,) = parse_figures(text)
    return figure


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2000万元", "2千万元"),
        ("2000万元", "20,000,000 元"),
        ("2000万元", "２０００万元"),
        ("2000万元", "RMB 20 million"),
        ("二十万元", "RMB 200,000"),
        ("1.5亿元", "15000万元"),
        ("30%", "百分之三十"),
        ("30%", "三成"),
        ("50%", "一半"),
        ("25个基点", "0.25个百分点"),
        ("1年", "12个月"),
        ("半年", "6个月"),
        ("3年", "三年"),
        ("3年", "three years"),
        ("2周", "14天"),
        ("120分钟", "2小时"),
        ("4500PFlops", "4.5EFLOPS"),
        ("10名", "10人"),
        ("5大", "五个"),
        ("659个", "659 stations"),
        ("2025年3月19日", "March 19, 2025"),
        ("2025-03-19", "二〇二五年三月十九日"),
        ("2025年末", "2025年底"),
        ("5万—100万元", "5万元至100万元"),
        ("027-65692130", "65692130"),
        ("根据武政规〔2025〕3号", "武政规[2025]3号"),
        ("最高20万元", "不低于20万元"),
    ],
)
def test_same_value(first: str, second: str) -> None:
    assert same_value(only(first), only(second))
    assert same_value(only(second), only(first))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("500万元", "300万元"),
        ("500万元", "500亿元"),
        ("500万元", "500万美元"),
        ("30%", "30元"),
        ("30%", "30个百分点"),
        ("365天", "1年"),
        ("5个工作日", "5天"),
        ("5家", "5个"),
        ("5家", "5次"),
        ("10", "10个"),
        ("2025年", "2025年底"),
        ("3月19日", "3月18日"),
        ("3.0", "3.01"),
        ("第3年", "3年"),
        ("1:1", "1:2"),
        ("2—3个", "2个"),
        ("武政规〔2025〕3号", "武政规〔2025〕4号"),
        ("武政规〔2025〕3号", "武政办〔2025〕3号"),
        ("65692130", "65692131"),
        ("65692130", "5692130号"),
    ],
)
def test_other_value(first: str, second: str) -> None:
    assert not same_value(only(first), only(second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("最高20万元", "不超过20万元"),
        ("最高20万元", "up to RMB 200,000"),
        ("20万元封顶", "上限20万元"),
        ("不低于30%", "30%以上"),
        ("不少于5个工作日", "at least 5 working days"),
        ("超过100家", "逾100家"),
        ("约100名", "100名左右"),
        ("最长3年", "3年以内"),
        ("每家最高20万元", "单个企业不超过20万元"),
        ("每年20万元", "20万元/年"),
        ("累计500万元", "合计500万元"),
        ("自2025年3月19日起", "2025年3月19日"),
        ("截止2026年11月5日", "2026年11月5日前"),
    ],
)
def test_same_meaning(first: str, second: str) -> None:
    assert same_meaning(only(first), only(second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("最高500万元", "每家500万元"),
        ("最高500万元", "500万元"),
        ("最高500万元", "不低于500万元"),
        ("不低于30%", "超过30%"),
        ("不超过30%", "低于30%"),
        ("约100名", "100名"),
        ("累计500万元", "每年500万元"),
        ("每年20万元", "每月20万元"),
        ("每人20万元", "每家20万元"),
        ("自2027年3月18日起", "至2027年3月18日"),
    ],
)
def test_same_value_but_other_meaning(first: str, second: str) -> None:
    assert same_value(only(first), only(second))
    assert not same_meaning(only(first), only(second))
