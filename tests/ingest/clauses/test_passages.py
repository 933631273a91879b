"""How documents are cut into passages."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.clauses import split
from records import Document, Passage

CORPUS = Path(__file__).parents[3] / "corpus"
SENTENCE = "市级财政按照实际投入给予补助，单个企业每年最高不超过五百万元，按年度通知执行。"


def cut(text: str, limit: int = 300, title: str = "") -> list[Passage]:
    return split(Document(id="d", title=title, text=text), limit)


def digest(path: Path) -> tuple[str, str]:
    """Return the title and the text of a digest, without its front matter."""
    text = path.read_text(encoding="utf-8").split("---\n", 2)[2].strip()
    return text.split("\n", 1)[0].removeprefix("# "), text


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.md")), ids=lambda path: path.stem)
def test_every_section_of_a_digest_is_a_passage_of_its_own(path: Path) -> None:
    title, text = digest(path)
    headings = [line[3:].strip() for line in text.splitlines() if line.startswith("## ")]
    passages = cut(text, title=title)
    assert [passage.clause for passage in passages] == [(heading,) for heading in headings]
    assert passages[0].text.startswith("# ")
    for passage, heading in zip(passages, headings, strict=True):
        assert f"## {heading}\n" in passage.text


def test_the_list_of_measures_of_the_announcement_stays_whole_under_its_heading() -> None:
    text = (CORPUS / "announcement-2025-03-10.txt").read_text(encoding="utf-8")
    found = [passage for passage in cut(text) if "不低于1000万元的算力服务券" in passage.text]
    assert [passage.clause for passage in found] == [
        ("聚焦核心技术攻关,单个项目最高给予2000万元资金支持",)
    ]
    assert found[0].text.startswith("聚焦核心技术攻关")
    assert "支持培育人工智能核心产业园区和特色产业集群。" in found[0].text


def test_the_clause_path_reads_as_people_cite_it() -> None:
    text = (
        "第六条 申请算力券的企业，应当符合下列条件：\n（一）在本市注册。\n（二）具备下列材料：\n"
        f"1.合同。\n2.发票。\n3.{SENTENCE * 6}\n4.{SENTENCE * 7}\n第七条 本办法自发布之日起施行。"
    )
    passages = cut(text)
    assert "第六条 › （二） › 4" in [passage.clause_path for passage in passages]
    assert passages[-1].clause == ("第七条",)


def test_articles_do_not_share_a_passage_and_small_items_do() -> None:
    text = (
        "第一条 为了发展。\n第二条 条件如下：\n（一）注册；\n（二）纳税；\n（三）守法。\n"
        "第三条 施行。"
    )
    assert [(passage.clause, passage.text.count("\n")) for passage in cut(text)] == [
        (("第一条",), 0),
        (("第二条",), 3),
        (("第三条",), 0),
    ]


def test_a_heading_stands_with_the_first_text_below_it() -> None:
    text = f"第一章 总则\n第一节 目的\n第一条 {SENTENCE * 8}\n第二章 附则\n第二条 施行。"
    passages = cut(text)
    assert passages[0].text.startswith("第一章 总则\n第一节 目的\n第一条 市级")
    assert passages[0].clause == ("第一章 总则", "第一节 目的", "第一条")
    assert passages[-1].text == "第二章 附则\n第二条 施行。"
    flat = " ".join(["一、总体要求", f"（一）指导思想。{SENTENCE * 9}", "（二）主要目标。建成。"])
    assert cut(flat)[0].text.startswith("一、总体要求 （一）指导思想。市级")


def test_the_opening_of_a_list_stands_with_its_first_item() -> None:
    text = f"{SENTENCE * 7}\n申请材料如下：\n- {SENTENCE * 5}\n- 其他。"
    for passage in cut(text):
        assert not passage.text.endswith("如下：")


def test_a_preface_does_not_swallow_the_first_section() -> None:
    preface = f"各有关单位：\n{SENTENCE}现将有关事项通知如下："
    text = f"{preface}\n一、支持算力建设\n{SENTENCE * 3}\n二、附则\n施行。"
    assert [passage.clause for passage in cut(text)] == [(), ("一、支持算力建设",), ("二、附则",)]


def test_a_short_end_joins_a_sentence_that_is_too_long_anyway() -> None:
    text = "；".join(["支持算力建设，最高给予一千万元"] * 30) + "。\n（某记者）"
    assert len(cut(text)) == 1


def test_the_title_goes_with_the_first_passage() -> None:
    assert cut("某市办法\n第一条 为了发展。")[0].text == "某市办法\n第一条 为了发展。"
    assert cut("# 某市办法\n\n## 对象\n\n- 企业。", title="某市办法")[0].clause == ("对象",)


@pytest.mark.parametrize("mark", ["；", ";"])
def test_a_list_inside_one_sentence_is_cut_only_beyond_three_limits(mark: str) -> None:
    member = "支持算力建设，最高给予一千万元资金支持"
    assert len(cut(mark.join([member] * 40) + "。")) == 1
    passages = cut(mark.join([member] * 100) + "。")
    assert len(passages) > 3
    for passage in passages:
        assert passage.text.startswith(member)
        assert passage.text[-1] in mark + "。"


def test_long_paragraphs_are_cut_after_sentences_into_parts_of_similar_size() -> None:
    passages = cut(SENTENCE * 20)
    sizes = [len(passage.text) for passage in passages]
    assert max(sizes) <= 1.3 * 300
    assert max(sizes) - min(sizes) <= 2 * len(SENTENCE)
    assert all(passage.text.endswith("。") for passage in passages)


def test_sentences_without_end_are_cut_after_commas_then_anywhere() -> None:
    assert all(passage.text[-1] in "，。" for passage in cut("支持算力建设，" * 100 + "好。"))
    assert [len(passage.text) for passage in cut("字" * 700)] == [300, 300, 100]
    assert {word for passage in cut("算力平台 " * 300) for word in passage.text.split()} == {
        "算力平台"
    }


def test_paragraphs_of_a_news_text_are_grouped_but_not_across_a_heading() -> None:
    text = "\n".join([SENTENCE * 3] * 2 + ["推动机器人产业加快发展"] + [SENTENCE * 3] * 2)
    passages = cut(text)
    assert [passage.clause for passage in passages] == [(), ("推动机器人产业加快发展",)]


def test_table_rows_are_never_cut_apart() -> None:
    row = "企业：甲公司；项目：算力平台建设；金额：500万元；备注：" + "已公示" * 20
    for passage in cut("\n".join([row] * 12)):
        assert passage.text.count("企业：") == passage.text.count("备注：")
        assert passage.text.endswith("已公示")
    assert len(cut(row.replace("已公示", "已公示。" * 3))) == 1


def test_a_table_of_contents_does_not_become_one_huge_passage() -> None:
    contents = "\n".join(f"第{number}章 某某事项的管理与服务" for number in range(1, 60))
    passages = cut(f"目录\n{contents}\n第1章 总则\n第一条 为了发展。")
    assert max(len(passage.text) for passage in passages) <= 2 * 300
    assert passages[-1].text.endswith("第1章 总则\n第一条 为了发展。")


def test_nothing_comes_from_a_blank_document() -> None:
    assert cut("") == []
    assert cut(" \n\u3000\n") == []


def test_a_senseless_limit_is_refused() -> None:
    with pytest.raises(ValueError, match="limit is 5 characters; it must be 20 or more"):
        cut("文本", limit=5)
