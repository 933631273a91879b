"""What may be quoted on its own."""

from __future__ import annotations

import pytest

from ingest.clauses import StatementKind, statements


def quotes(text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in statements(text)]


def kinds(text: str) -> list[StatementKind]:
    return [piece.kind for piece in statements(text)]


ANNOUNCEMENT = (
    "市财政局相关负责人透露,市级财政每年安排专项资金预算,单个项目最高给予2000万元资金支持;"
    "每年安排总额不低于1000万元的算力服务券,支持中小企业购买算力服务;"
    "增强模型创新能力,每年遴选性能先进的垂直行业模型,最高累计给予1000万元补助;"
    "支持培育人工智能核心产业园区和特色产业集群。"
)


@pytest.mark.parametrize("semicolon", [";", "；"])
def test_each_member_of_a_semicolon_list_can_be_quoted(semicolon: str) -> None:
    text = ANNOUNCEMENT.replace(";", semicolon)
    assert quotes(text) == text.split(semicolon)
    assert set(kinds(text)) == {StatementKind.MEMBER}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("好。坏！真的吗？是的!对吗?对", ["好。", "坏！", "真的吗？", "是的!", "对吗?", "对"]),
        ("第一行\n第二行", ["第一行", "第二行"]),
        ("真的吗？！好……的。", ["真的吗？！", "好……的。"]),
        (
            "单价9.83元;时间17:30;电话027-86777777。",
            ["单价9.83元", "时间17:30", "电话027-86777777。"],
        ),
        ("型号No.5合格。", ["型号No.5合格。"]),
        ("总额1,000万元,其中300万元。", ["总额1,000万元,其中300万元。"]),
        ("按《某法;某条。某款》执行。", ["按《某法;某条。某款》执行。"]),
        ("他说“好;很好。非常好”是对的。", ["他说“好;很好。非常好”是对的。"]),
        ("企业(含个体;含分公司。)可以申请。", ["企业(含个体;含分公司。)可以申请。"]),
        (
            "企业（含（个体；其他）；含分公司。）可以。",
            ["企业（含（个体；其他）；含分公司。）可以。"],
        ),
        ("企业（含个体。)可以。", ["企业（含个体。)可以。"]),
        ("他说：“来了。很好。”大家同意。", ["他说：“来了。很好。”", "大家同意。"]),
        ("“好！”她说。", ["“好！”她说。"]),
        ("登录https://a.cn/b?x=1;y办理。", ["登录https://a.cn/b?x=1", "y办理。"]),
        ("网址http://a.cn/?id=1。电话见页面。", ["网址http://a.cn/?id=1。", "电话见页面。"]),
        ("括号（没有闭合。后面的句子。", ["括号（没有闭合。", "后面的句子。"]),
        ("The plan is good. See v2.0 now.", ["The plan is good.", "See v2.0 now."]),
    ],
)
def test_sentences_end_where_they_end(text: str, found: list[str]) -> None:
    assert quotes(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- 单个最高200万元。\n* 每年一次\n• 不重复", ["单个最高200万元。", "每年一次", "不重复"]),
        ("●甲类\n——到2027年，建成。", ["甲类", "到2027年，建成。"]),
        ("第六条 申请人应当守法。", ["申请人应当守法。"]),
        ("（一）在本市注册；\n(二)依法纳税；\n3.诚信。", ["在本市注册", "依法纳税", "诚信。"]),
        ("（七）在本市注册，依法纳税。", ["在本市注册，依法纳税。"]),
        ("企业应当:(一)注册;(二)纳税。", ["企业应当:", "注册", "纳税。"]),
        ("条件：①注册；②纳税。", ["条件：", "注册", "纳税。"]),
        ("4.申报时间：3月1日至4月1日。", ["申报时间：3月1日至4月1日。"]),
        ("1.5万元以下的，不予支持。", ["1.5万元以下的，不予支持。"]),
        ("一、二级医院可以申请。", ["一、二级医院可以申请。"]),
    ],
)
def test_items_come_without_their_bullet_or_number(text: str, found: list[str]) -> None:
    assert quotes(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一是加强领导。二是加大投入。", ["加强领导。", "加大投入。"]),
        ("方向：一是领导，责任到人；二是投入。", ["方向：", "领导，责任到人", "投入。"]),
        ("重点,一是领导,二是投入。", ["重点", "领导", "投入。"]),
        ("一要抓好落实，二要加强检查。", ["抓好落实", "加强检查。"]),
        ("统一是必要的。这一是不对的。", ["统一是必要的。", "这一是不对的。"]),
        ("一要求办理。", ["一要求办理。"]),
        ("说明（一是甲；二是乙）如下。", ["说明（一是甲；二是乙）如下。"]),
    ],
)
def test_counted_members_come_without_their_count(text: str, found: list[str]) -> None:
    assert quotes(text) == found


def test_headings_are_told_from_what_they_head() -> None:
    text = "## 算力券(第六条)\n\n（一）支持对象。在本市注册的企业。\n【条件】 依法纳税。"
    assert list(zip(quotes(text), kinds(text), strict=True)) == [
        ("算力券(第六条)", StatementKind.HEADING),
        ("支持对象", StatementKind.HEADING),
        ("在本市注册的企业。", StatementKind.SENTENCE),
        ("【条件】 依法纳税。", StatementKind.SENTENCE),
    ]
    news = "聚焦关键技术,最高给予2000万元\n" + ANNOUNCEMENT
    assert kinds(news)[0] is StatementKind.HEADING


def test_a_row_of_a_table_is_one_statement() -> None:
    text = "企业：甲公司；金额：500万元；备注：已公示\n企业：乙公司；金额：300万元；备注："
    assert quotes(text) == text.split("\n")
    assert set(kinds(text)) == {StatementKind.ROW}
    assert quotes("| 企业 | 金额 |\n|---|---|\n| 甲 | 1；2 |") == [
        "| 企业 | 金额 |",
        "| 甲 | 1；2 |",
    ]


def test_a_list_is_not_taken_for_a_row() -> None:
    assert quotes("支持方向：人工智能；最高补助一百万元。") == [
        "支持方向：人工智能",
        "最高补助一百万元。",
    ]


def test_the_title_of_a_markdown_document_is_a_heading() -> None:
    text = "# 若干措施\n\n- 最高20万元。\n"
    found = [(text[one.start : one.end], one.kind) for one in statements(text)]
    assert found[0] == ("若干措施", StatementKind.HEADING)
    assert [words for words, kind in found if kind is not StatementKind.HEADING] == ["最高20万元。"]
