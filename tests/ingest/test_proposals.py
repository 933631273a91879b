"""A document's own lines give its title, number, date and body only where that is certain."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.proposals import (
    Signature,
    is_news,
    parse_chinese_date,
    propose_doc_number,
    propose_signature,
    propose_title,
)

NOTICE = """武汉市人民政府办公厅文件
武政规〔2025〕3号
市人民政府关于印发武汉市促进人工智能产业发展
若干政策措施的通知
各区人民政府，市人民政府各部门：
根据国发〔2017〕35号文件，制定本措施。
第一条 每年设立总额不低于1000万元的算力服务券。
附件：1.申请表
武汉市人民政府
2025年2月12日
（此件公开发布）"""


def test_title_below_the_red_head_and_joined_over_two_lines() -> None:
    assert propose_title(NOTICE) == "市人民政府关于印发武汉市促进人工智能产业发展若干政策措施的通知"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# **算力券办法**\n正文。", "算力券办法"),
        ("前言。\n\n# 办法\n正文。", "办法"),
        ("## 第一章 总则\n正文。", "第一章 总则"),
        (
            "湖北省人民政府办公厅\n关于加快推进人工智能产业发展的实施意见\n正文。",
            "湖北省人民政府办公厅关于加快推进人工智能产业发展的实施意见",
        ),
        ("索 引 号：011\n发文日期：2025-01-01\n关于申报的通知\n各单位：", "关于申报的通知"),
        ("第一条 为了规范管理，制定本办法。\n第二条 略。", ""),
        ("为深入贯彻落实市委、市政府部署，现就有关事项通知如下。\n一、总则", ""),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert propose_title(text) == title


@pytest.mark.parametrize(
    "written",
    [
        "武政规〔2025〕3号",
        "武政规[2025]3号",
        "武政规【2025】3号",
        "武政规（2025）3号",
        "(武政规〔2025〕3号)",
        "武政规 〔2025〕 3 号",
        "发文字号：武政规〔2025〕第3号",
    ],
)
def test_number_on_its_own_line(written: str) -> None:
    assert propose_doc_number(f"关于措施的通知\n{written}\n各区：\n正文。") == "武政规〔2025〕3号"


@pytest.mark.parametrize(
    "text",
    [
        "通知\n根据武政规〔2025〕3号文件，现通知如下。",
        "通知\n武政规〔2025〕3号\n武政办〔2024〕1号\n正文。",
        "通知\n" + "正文。\n" * 30 + "武政规〔2025〕3号",
    ],
)
def test_numbers_of_other_documents_are_not_taken(text: str) -> None:
    assert propose_doc_number(text) == ""


def test_signature_before_attachments_and_remarks() -> None:
    assert propose_signature(NOTICE) == Signature("武汉市人民政府", date(2025, 2, 12))


def test_signature_of_several_bodies_with_a_date_in_chinese_numerals() -> None:
    text = "通知\n正文。\n武汉市科技创新局\n武汉市财政局\n二〇二五年四月二十二日"
    assert propose_signature(text) == Signature("武汉市科技创新局、武汉市财政局", date(2025, 4, 22))


def test_labels_of_an_information_page() -> None:
    text = "发布机构：武汉市经济和信息化局\n发布日期：2025-08-01\n关于印发办法的通知\n正文。"
    assert propose_signature(text) == Signature("武汉市经济和信息化局", date(2025, 8, 1))


@pytest.mark.parametrize(
    "text",
    [
        "通知\n正文，自2025年3月19日起施行。",
        "通知\n武汉市人民政府\n2025年2月12日\n" + "正文。\n" * 40,
        "甲\n武汉市财政局\n2025年2月12日\n乙\n武汉市科技创新局\n2025年3月1日",
        "通知\n正文。\n2025年2月12日",
        "通知\n正文。\n武汉市人民政府\n2025年2月30日",
    ],
)
def test_no_signature_where_it_is_doubtful(text: str) -> None:
    assert propose_signature(text) == Signature()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025年2月12日", date(2025, 2, 12)),
        ("2025 年 2 月 12 日", date(2025, 2, 12)),
        ("二○二五年十二月三十一日", date(2025, 12, 31)),
        ("二〇二〇年十月十日", date(2020, 10, 10)),
        ("二零二五年二月三十日", None),
        ("自2025年2月12日起", None),
    ],
)
def test_dates(text: str, day: date | None) -> None:
    assert parse_chinese_date(text) == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("标题\n极目新闻记者 刘孝斌\n正文。", True),
        ("标题\n湖北日报讯（记者 张三、通讯员李四）正文。", True),
        ("标题\n第一条 鼓励记者采访企业。", False),
        ("关于做好新闻记者证核发工作的通知\n正文。", False),
    ],
)
def test_news(text: str, expected: bool) -> None:
    assert is_news(text) is expected
