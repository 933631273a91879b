"""Pages: the article to the letter, tables with meaning, nothing of the site around it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ingest.reading import read_file
from records import Document
from settings import Settings

PARAGRAPHS = [
    "为促进人工智能产业发展，现制定本措施。每年安排总额不低于1000万元的算力服务券。",
    "第一条 对牵头研发单位按研发成本30%补助，最高500万元；算力费用另按每年50%补助。",
    "（一）申报单位须为在武汉依法注册的独立法人，近三年无重大安全事故。",
    "第二条 申请人可在应用市场下载“鄂汇办”客户端，浏览申报指南后提交材料。",
]
PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}">
<title>关于促进人工智能产业发展的通知_武汉市经济和信息化局</title>
<meta name="ArticleTitle" content="关于促进人工智能产业发展的通知">
<meta name="PubDate" content="2025-02-18 10:30"><link rel="canonical" href="https://jxj.example.cn/a.html">
<style>.x{{color:red}}</style><script>var secret = "脚本文字";</script></head><body>
<div class="nav"><a href="/">首页</a><a href="/a">政务公开</a><a href="/b">通知公告</a></div>
<div class="position">当前位置：<a>首页</a> &gt; <a>政务公开</a></div>
<div class="main"><h1>关于促进人工智能产业发展的通知</h1>
<div class="info">发布时间：2025-02-18 10:30 来源：市经信局 浏览次数：88 字体：[大 中 小]</div>
<div class="content">{body}</div>
<div class="share">分享到：微信 微博</div><div class="btn">【打印】 【关闭】</div></div>
<div class="hot"><h3>相关文章</h3><ul><li><a>旧闻一</a></li><li><a>旧闻二</a></li></ul></div>
<footer>版权所有 鄂ICP备12345号</footer></body></html>"""
TABLE = """<table><caption>补助标准</caption><thead>
<tr><th rowspan="2">类别</th><th colspan="2">标准</th></tr>
<tr><th>比例</th><th>上限</th></tr></thead><tbody><tr><td>研发</td><td>30%</td><td>500万元</td></tr>
<tr><td>平台</td><td></td><td><p>1000</p>万元</td></tr></tbody></table>"""


def read_page(tmp_path: Path, markup: str, codec: str = "utf-8") -> Document:
    path = tmp_path / "page.html"
    path.write_bytes(markup.encode(codec))
    (document,) = read_file(path, Settings())
    return document


def body(*extra: str) -> str:
    return "".join(f"<p>　　{text}</p>\n" for text in PARAGRAPHS) + "".join(extra)


@pytest.mark.parametrize(("charset", "codec"), [("utf-8", "utf-8"), ("gb2312", "gb18030")])
def test_an_article_to_the_letter(tmp_path: Path, charset: str, codec: str) -> None:
    document = read_page(tmp_path, PAGE.format(charset=charset, body=body()), codec)
    assert document.text.split("\n") == ["# 关于促进人工智能产业发展的通知", *PARAGRAPHS]
    assert document.title == "关于促进人工智能产业发展的通知"
    assert document.published == date(2025, 2, 18)
    assert document.url == "https://jxj.example.cn/a.html"


def test_tables_keep_their_headers(tmp_path: Path) -> None:
    document = read_page(tmp_path, PAGE.format(charset="utf-8", body=body(TABLE)))
    assert document.text.split("\n")[-3:] == [
        "补助标准",
        "类别：研发；标准/比例：30%；标准/上限：500万元",
        "类别：平台；标准/上限：1000 万元",
    ]


def test_lists_breaks_and_wrapped_source(tmp_path: Path) -> None:
    extra = (
        "<ol start='3'><li>第一项</li><li><p>第二项</p></li></ol><ul><li>要点</li></ul>"
        "<div>促进产\n      业发展 AI\n Plus<br>下一行<b>加</b>粗"
        "<span style='display:none'>隐藏</span></div>"
    )
    lines = read_page(tmp_path, PAGE.format(charset="utf-8", body=body(extra))).text.split("\n")
    assert lines[-5:] == ["3. 第一项", "4. 第二项", "- 要点", "促进产业发展 AI Plus", "下一行加粗"]


def test_a_page_that_is_laid_out_by_a_table(tmp_path: Path) -> None:
    inner = body(TABLE)
    markup = f"<html><body><table><tr><td>菜单</td><td>{inner}</td></tr></table></body></html>"
    lines = read_page(tmp_path, markup).text.split("\n")
    assert [line for line in lines if line in PARAGRAPHS] == PARAGRAPHS
    assert "类别：研发；标准/比例：30%；标准/上限：500万元" in lines


def test_a_table_that_puts_text_beside_a_picture_is_no_table(tmp_path: Path) -> None:
    picture = (
        "<table><tr><td><img src='x.png'></td><td><p>一段。</p><p>二段。</p></td></tr></table>"
    )
    lines = read_page(tmp_path, PAGE.format(charset="utf-8", body=body(picture))).text.split("\n")
    assert lines[-2:] == ["一段。", "二段。"]


def test_a_short_page_without_an_article(tmp_path: Path) -> None:
    document = read_page(tmp_path, "<title>通知 - 某局</title><p>明日停电。</p><script>1</script>")
    assert (document.text, document.title) == ("明日停电。", "通知")


def test_an_xml_declaration_is_no_obstacle(tmp_path: Path) -> None:
    markup = '<?xml version="1.0" encoding="utf-8"?><html><body><p>正文。</p></body></html>'
    assert read_page(tmp_path, markup).text == "正文。"


def test_nothing_of_scripts_or_the_site_around(tmp_path: Path) -> None:
    text = read_page(tmp_path, PAGE.format(charset="utf-8", body=body())).text
    unwanted = ["脚本", "color", "旧闻", "ICP", "打印", "分享", "浏览次数", "政务公开"]
    assert not [word for word in unwanted if word in text]
