"""Clause numbers that count, and their false friends that do not."""

from __future__ import annotations

import pytest

from ingest.clauses import outline


def paths(text: str, title: str = "") -> list[tuple[str, ...]]:
    return [clause.path for clause in outline(text, title).clauses]


def labels(text: str) -> list[str]:
    return [clause.label for clause in outline(text).clauses]


def test_a_statute_nests_chapters_sections_articles_items() -> None:
    text = (
        "某市办法\n第一章 总则\n第一条 为了发展，制定本办法。\n第二章 政策\n第一节 算力\n"
        "第二条 申请人应当符合下列条件：\n（一）在本市注册；\n（二）具备下列材料：\n"
        "1.合同；\n2.发票；\n第三条 本办法自发布之日起施行。"
    )
    assert paths(text) == [
        ("第一章 总则",),
        ("第一章 总则", "第一条"),
        ("第二章 政策",),
        ("第二章 政策", "第一节 算力"),
        ("第二章 政策", "第一节 算力", "第二条"),
        ("第二章 政策", "第一节 算力", "第二条", "（一）"),
        ("第二章 政策", "第一节 算力", "第二条", "（二）"),
        ("第二章 政策", "第一节 算力", "第二条", "（二）", "1"),
        ("第二章 政策", "第一节 算力", "第二条", "（二）", "2"),
        ("第二章 政策", "第一节 算力", "第三条"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("第一条 ", "第二条 ", ["第一条", "第二条"]),
        ("第1条 ", "第2条 ", ["第1条", "第2条"]),
        ("第一百二十一条 ", "第一百二十二条 ", ["第一百二十一条", "第一百二十二条"]),
        ("第一条", "第二条", ["第一条", "第二条"]),
        ("第 六 条 ", "第 七 条 ", ["第六条", "第七条"]),
        ("第一款 ", "第二款 ", ["第一款", "第二款"]),
        ("一、", "二、", ["一", "二"]),
        ("十一、", "十二、", ["十一", "十二"]),
        ("（一）", "（二）", ["（一）", "（二）"]),
        ("(一)", "(二)", ["（一）", "（二）"]),
        ("㈠", "㈡", ["㈠", "㈡"]),
        ("1.", "2.", ["1", "2"]),
        ("1．", "2．", ["1", "2"]),
        ("1、", "2、", ["1", "2"]),
        ("1. ", "2. ", ["1", "2"]),
        ("⒈", "⒉", ["⒈", "⒉"]),
        ("（1）", "（2）", ["（1）", "（2）"]),
        ("(1)", "(2)", ["（1）", "（2）"]),
        ("⑴", "⑵", ["⑴", "⑵"]),
        ("1）", "2)", ["1）", "2）"]),
        ("①", "②", ["①", "②"]),
        ("a) ", "b) ", ["a", "b"]),
        ("A. ", "B. ", ["A", "B"]),
        ("Ⅰ、", "Ⅱ、", ["Ⅰ", "Ⅱ"]),
        ("**一、", "**二、", ["一", "二"]),
    ],
)
def test_every_style_of_number_is_known(first: str, second: str, found: list[str]) -> None:
    text = f"{first}对符合条件的企业，给予补助。\n{second}对符合条件的机构，给予奖励。"
    assert labels(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("第一章 总则\n第一条 为了发展。", "第一章 总则"),
        ("第一部分 政策\n一、内容，如下。", "第一部分 政策"),
        ("第六条 【适用范围】 本办法适用于全市。", "第六条 适用范围"),
        ("第六条（适用范围）本办法适用于全市。", "第六条 适用范围"),
        ("第六条 本办法适用于全市。", "第六条"),
        ("二、支持算力建设\n每年安排，如下。", "二、支持算力建设"),
        ("（二）强化算力供给。加快建设，如下。", "（二）强化算力供给"),
        ("4.申报时间：3月1日至4月1日。", "4. 申报时间"),
        ("（三）如何申领算力券？登录平台申领。", "（三）如何申领算力券？"),
        ("问：算力券怎么领？\n答：登录平台。", "问：算力券怎么领？"),
        ("附件1 申请表\n姓名。", "附件1 申请表"),
        ("（一）本办法自发布之日起施行。请遵照执行。", "（一）"),
        ("（一）对符合条件的企业，给予补助。", "（一）"),
        ("1.《某部 某局关于支持企业发展有关政策的公告》已经公布。", "1"),
    ],
)
def test_a_label_says_what_a_clause_is_about_where_it_has_a_heading(text: str, found: str) -> None:
    assert labels(text)[0] == found


@pytest.mark.parametrize(
    "text",
    [
        "第三条生产线投产，第一条生产线检修，第二条生产线停产。",
        "第一条生产线投产。\n第二条生产线投产。\n第三条生产线投产。",
        "根据第六条 的规定办理。",
        "本公告第一条、第二条所称企业，由主管部门确定。",
        "一、二级医院可以申请。三、四级医院不能。",
        "一、二级医院可以申请。",
        "补贴\n1.5万元以下的，不予支持。\n2.5亿元以上的，另行研究。",
        "高三（二）班的同学。\n（二）班的同学。",
        "依照本条第（一）（二）项办理。（二）项另行规定。",
        "截止时间17:30。单价9.83元。型号No.5。",
        "2025、2026年度的项目。",
        "第一节课后集合。第二节课前签到。",
        "第一部分企业已经复工，第二部分企业即将复工。",
        "发布日期2020. 1. 30。",
        "C# 和 #1 车间。",
        "一是加强领导。二是加大投入。",
    ],
)
def test_false_friends_are_no_clauses(text: str) -> None:
    assert labels(text) == []


def test_doubtful_numbers_are_believed_in_company() -> None:
    text = "1.2025年底前完成。\n2.10月底前申报。\n3.5G基站建设。\n4.验收。"
    assert labels(text) == ["1", "2", "3", "4"]
    assert labels("一、二级医院补贴\n补贴。\n二、三级医院补贴\n补贴。\n三、四季度安排\n安排。") == [
        "一、二级医院补贴",
        "二、三级医院补贴",
        "三、四季度安排",
    ]


def test_levels_are_those_of_the_document() -> None:
    assert paths("（一）甲乙\n1.丙丁\n坚持。\n2.戊己\n坚持。\n（二）庚辛\n1.壬癸\n建设。")[4] == (
        "（二）庚辛",
        "1. 壬癸",
    )
    # Here （一） lies inside 1., because 1. counts on.
    text = "一、任务\n1.总体\n（一）甲方\n好。\n（二）乙方\n好。\n2.细化\n（一）丙方\n好。"
    assert paths(text)[-1] == (
        "一、任务",
        "2. 细化",
        "（一）丙方",
    )
    # Here （一） ends the list before it.
    text = "一、任务\n1.总体，如下。\n2.其他，如下。\n（一）丙方，如下。\n（二）丁方，如下。"
    assert paths(text)[-1] == (
        "一、任务",
        "（二）",
    )


def test_numbers_may_run_on_across_sections() -> None:
    text = (
        "一、总体\n（一）甲，如下。\n（二）乙，如下。\n二、任务\n（三）丙，如下。\n（四）丁，如下。"
    )
    assert paths(text)[3:] == [
        ("二、任务",),
        ("二、任务", "（三）"),
        ("二、任务", "（四）"),
    ]


def test_an_annex_closes_the_numbers_before_it() -> None:
    text = (
        "一、甲，如下。\n二、乙，如下。\n附件：1.申请表\n2.承诺书\n"
        "附件1\n申请表\n一、丙，如下。\n二、丁，如下。"
    )
    assert paths(text)[2:] == [
        ("附件",),
        ("附件", "1"),
        ("附件", "2"),
        ("附件1 申请表",),
        ("附件1 申请表", "一"),
        ("附件1 申请表", "二"),
    ]


def test_decimal_chapters_nest_by_their_parts() -> None:
    text = (
        "1 总则\n1.1 目的\n为了发展。\n1.2 依据\n依据法律。\n"
        "2 组织\n2.1 机构\n2.1.1 办公室\n设在市局。"
    )
    assert paths(text)[-1] == ("2 组织", "2.1 机构", "2.1.1 办公室")


def test_a_text_without_line_breaks_has_the_same_clauses() -> None:
    lines = [
        "关于支持企业的通知",
        "各区人民政府：",
        "现就有关事项通知如下：",
        "一、总体要求",
        "（一）指导思想。坚持企业为主，政府引导。",
        "（二）主要目标。到明年，建成一批项目。",
        "二、重点任务",
        "1.支持算力，最高补贴1.5万元。",
        "2.支持数据，依照第三条 办理。",
        "三、附则",
        "本通知自印发之日起施行，由市局负责解释。",
    ]
    broken = paths("\n".join(lines))
    assert broken[-1] == ("三、附则",)
    assert paths("　　".join(lines)) == broken
    assert [path[-1][0] for path in paths(" ".join(lines))] == [path[-1][0] for path in broken]


def test_numbers_inside_a_sentence_are_members_not_clauses() -> None:
    found = outline("第三条 企业应当：（一）在本市注册；（二）依法纳税；（三）守法经营。")
    assert [clause.label for clause in found.clauses] == ["第三条"]
    assert [marker.label for marker in found.members] == ["（一）", "（二）", "（三）"]


def test_markdown_headings_are_clauses_but_not_the_title() -> None:
    text = "# 某办法\n\n## 算力券(第六条(二)3)\n\n- 最高20万元。\n\n### 对象\n\n- 企业。"
    assert paths(text, "某办法") == [("算力券(第六条(二)3)",), ("算力券(第六条(二)3)", "对象")]
    assert paths("## 一、总体要求\n\n第一条 坚持发展。\n\n## 二、任务\n\n内容。") == [
        ("一、总体要求",),
        ("一、总体要求", "第一条"),
        ("二、任务",),
    ]


PARAGRAPH = (
    "3月10日下午，市政府举行新闻发布会，介绍人工智能产业发展行动方案，今年将推动大模型落地应用。"
)


def test_short_lines_between_paragraphs_of_a_news_text_are_headings() -> None:
    text = "\n".join(
        [
            "首页 > 新闻",
            "武汉加快发展人工智能",
            "记者 刘某某",
            "实习生 余某某",
            PARAGRAPH,
            "推动机器人、汽车等五大应用落地",
            PARAGRAPH,
            "智能机器人正在焊接(来源于某报)",
            PARAGRAPH,
            "以人工智能大模型+,驱动产业跃迁",
            PARAGRAPH,
            "2025年3月10日",
        ]
    )
    assert labels(text) == ["推动机器人、汽车等五大应用落地", "以人工智能大模型+,驱动产业跃迁"]


def test_the_path_at_an_offset_is_that_of_the_innermost_clause() -> None:
    text = "说明。\n第六条 条件如下，按此办理：\n（一）注册；\n（二）纳税。"
    found = outline(text)
    assert found.path_at(0) == ()
    assert found.path_at(text.index("条件")) == ("第六条",)
    assert found.path_at(text.index("纳税")) == ("第六条", "（二）")
