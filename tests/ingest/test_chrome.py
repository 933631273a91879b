"""Page chrome goes; every line of the article stays to the letter."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.chrome import remove_chrome

ANNOUNCEMENT = Path("corpus/announcement-2025-03-10.txt")
GONE = (
    "首页 > 实时讯息 >",
    "0次浏览",
    "发布时间",
    "20:24:00",
    "探访武汉人工智能计算中心",
    "全新岚图梦想家参加自动泊车测试",
    "智能机器人正在焊接岚图新能源汽车",
    "武汉格蓝若公司人形机器人",
    "请在应用市场下载",
    "报料热线",
    "相关文章",
    "- 2025-05-0",
    "热门文章",
)
POLICY = """武汉市促进人工智能产业发展若干政策措施
一、支持范围
（本条所称企业，资金来源于市级财政的除外）
重点推动AI+机器人、汽车等五大应用落地
1. 申请人可在应用市场下载“鄂汇办”客户端，浏览申报指南后提交。
二、办理
政策咨询热线027-12345，扫码关注公众号查看更多。
附件:1. 申请表"""
PAGE_TOP = "当前位置：首页 > 政务公开 > 通知公告\n"
PAGE_END = "\n打印 关闭\n相关文章\n- 2025-01-02 某市政策调整\n- 另一篇"


def test_the_announcement_keeps_every_line_of_its_article() -> None:
    raw = ANNOUNCEMENT.read_text(encoding="utf-8")
    article = remove_chrome(raw)
    kept = article.text.split("\n")
    assert kept[:4] == [
        "武汉将深入实施“人工智能+”行动,单个项目最高给予2000万元资金支持",
        "极目新闻记者 刘孝斌",
        "实习生 余佳雪",
        "通讯员 熊欢 陈雅岚",
    ]
    assert not [phrase for phrase in GONE if phrase in article.text]
    written = [line for line in raw.split("\n") if line.strip()]
    expected = [line for line in written if not any(phrase in line for phrase in GONE)]
    assert [line for line in kept[4:] if line] == expected[3:]
    assert len(expected) == 30
    assert kept[-1] == "(来源:极目新闻)"


def test_the_announcement_says_when_it_was_published() -> None:
    article = remove_chrome(ANNOUNCEMENT.read_text(encoding="utf-8"))
    assert article.published == date(2025, 3, 10)
    assert article.is_page


@pytest.mark.parametrize("path", sorted(Path("corpus").glob("*.md")), ids=lambda path: path.stem)
def test_a_digest_is_no_page(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert remove_chrome(text).text == text


def test_policy_text_is_untouched() -> None:
    assert remove_chrome(POLICY) == remove_chrome(POLICY, marks_needed=1)
    assert remove_chrome(POLICY).text == POLICY


def test_policy_text_inside_a_page_is_untouched() -> None:
    article = remove_chrome(PAGE_TOP + POLICY + PAGE_END)
    assert article.is_page
    assert article.text == POLICY


@pytest.mark.parametrize(
    "line",
    [
        "首页 > 政务公开 > 政策文件 > 正文",
        "您的位置：首页 > 新闻",
        "发布时间：2025-02-18 10:00 来源：武汉市经信局 浏览次数：1024 字体：[大 中 小]",
        "来源：武汉市人民政府 发布日期：2025年2月18日 阅读：33次",
        "【打印】【关闭】",
        "分享到：微信 微博 QQ空间",
        "责任编辑：张三",
        "（责任编辑：李四 校对：王五）",
        "探访智算中心(来源于新华社)",
        "签约现场（图片来源：武汉发布）",
        "人形机器人亮相车间（记者 张三 摄）",
        "光谷夜景（资料图）",
        "上一篇：关于开展申报的通知",
        "扫一扫在手机打开当前页",
        "更多精彩内容，请在各大应用市场下载“长江云”客户端。未经授权，不得转载。",
    ],
)
def test_chrome_goes(line: str) -> None:
    text = f"{PAGE_TOP}关于人工智能的通知\n{line}\n正文第一段。\n打印 关闭"
    assert remove_chrome(text).text == "关于人工智能的通知\n正文第一段。"


@pytest.mark.parametrize(
    "line",
    [
        "（一）经费（来源于财政拨款）",
        "专项资金(来源于市级财政预算)",
        "（资金来源于省级财政，由市级统筹）",
        "2025年2月18日发布的办法同时废止。",
        "来源：由申请人填写",
        "浏览企业服务平台并下载申请表的，按本办法执行。",
        "审核：由区经信局在十个工作日内完成",
        "主办单位：武汉市经济和信息化局",
        "编制说明",
        "下载申请表",
        "重点推动AI+机器人、汽车等五大应用落地",
        "附件：1. 申请表（来源：市经信局网站）",
        "关闭落后产能，打印合格证书。",
        "微信、微博等新媒体阅读量超过10万次的，给予奖励。",
    ],
)
def test_lines_of_the_text_stay(line: str) -> None:
    text = f"{PAGE_TOP}关于人工智能的通知\n{line}\n正文第一段。\n打印 关闭"
    assert line in remove_chrome(text).text.split("\n")


def test_attachments_after_a_list_of_links_stay() -> None:
    text = f"{PAGE_TOP}通知\n正文。\n相关文章\n- 旧闻一\n- 旧闻二\n附件：1. 申请表。\n打印 关闭"
    assert remove_chrome(text).text == "通知\n正文。\n附件：1. 申请表。"


def test_an_advertisement_glued_to_the_last_sentence_is_cut_off() -> None:
    end = "正文到此为止。更多精彩资讯请下载客户端。24小时报料热线027-86777777。"
    text = f"{PAGE_TOP}通知\n{end}\n打印 关闭"
    assert remove_chrome(text).text == "通知\n正文到此为止。"


def test_one_mark_alone_is_no_page() -> None:
    text = "办法\n正文。\n相关文章\n- 一\n- 二"
    assert remove_chrome(text).text == text
    assert remove_chrome(text, marks_needed=1).text == "办法\n正文。"


@given(
    st.lists(
        st.text(alphabet="第一条二政策支持企业。，：（）(来源)12 附件", max_size=30), max_size=8
    )
)
def test_text_without_marks_of_a_page_is_returned_as_it_is(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert remove_chrome(text).text == text


@given(
    st.lists(st.sampled_from([*POLICY.split("\n"), "", "责任编辑：张三", "打印 关闭"]), max_size=9)
)
def test_nothing_is_ever_added_or_reordered(lines: list[str]) -> None:
    kept = remove_chrome(PAGE_TOP + "\n".join(lines) + PAGE_END).text.split("\n")
    remaining = iter(lines)
    assert all(any(line == other for other in remaining) for line in kept if line)
