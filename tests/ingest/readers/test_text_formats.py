"""Markdown, text, CSV, JSON and JSONL files as people have them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from ingest.errors import UnreadableFile
from ingest.reading import read_file
from records import Document, Relation, RelationKind, TextKind
from settings import Settings

SETTINGS = Settings()
POLICY = "算力券管理办法\n第一条 每年安排不低于1000万元。\n第二条 按50%补助，最高20万元。\n"


def read_one(path: Path) -> Document:
    (document,) = read_file(path, SETTINGS)
    return document


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
def test_text_in_any_encoding(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "办法.txt"
    path.write_bytes(POLICY.replace("\n", "\r\n").encode(codec))
    document = read_one(path)
    assert document.text == POLICY
    assert (document.id, document.title) == ("办法", "算力券管理办法")


def test_markdown_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "---\nid: 007\ntitle: 'yes'\npublished: 2025-02-12\ntext_kind: digest\n"
        "supersedes:\n- old\n---\n\n# 办法\n\n正文。\n",
        encoding="utf-8",
    )
    document = read_one(path)
    assert (document.id, document.title) == ("007", "yes")
    assert document.published == date(2025, 2, 12)
    assert document.text_kind is TextKind.DIGEST
    assert document.relations == (Relation(RelationKind.SUPERSEDES, "old"),)
    assert document.text == "# 办法\n\n正文。"


def test_markdown_that_begins_with_a_rule_has_no_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\n正文一。\n\n---\n正文二。", encoding="utf-8")
    assert read_one(path).text == "---\n正文一。\n\n---\n正文二。"


def test_broken_front_matter_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\nid: a\ntitle: 办法: 试行: [\n---\n正文。", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="第3行"):
        read_file(path, SETTINGS)


@pytest.mark.parametrize("value", ["[" * 3000, '"\\UFFFFFFFF"', '"\\U00110000"'])
def test_metadata_that_no_parser_takes_is_named(tmp_path: Path, value: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: {value}\n---\n正文。", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"front matter \(YAML\) is broken"):
        read_file(path, SETTINGS)
    path.write_text("正文。", encoding="utf-8")
    path.with_name("a.md.yaml").write_text(f"title: {value}", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"sidecar \(YAML\) is broken"):
        read_file(path, SETTINGS)


def test_pipe_tables_become_lines_and_code_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    table = "| 类别 | 比例 |\n|---|:--:|\n| 研发\\|中试 | 30% |\n| 平台 | |\n"
    path.write_text(f"说明：\n{table}\n```\n{table}```\n甲 | 乙\n", encoding="utf-8")
    assert read_one(path).text == (
        f"说明：\n类别：研发|中试；比例：30%\n类别：平台\n\n```\n{table}```\n甲 | 乙"
    )


def test_a_sidecar_describes_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(POLICY, encoding="utf-8")
    path.with_name("a.txt.yaml").write_text("id: ban-fa\nregion: 武汉市\n", encoding="utf-8")
    document = read_one(path)
    assert (document.id, document.region) == ("ban-fa", "武汉市")
    assert document.title == "算力券管理办法"


def test_a_sidecar_may_do_without_the_suffix(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(POLICY, encoding="utf-8")
    path.with_name("a.yaml").write_text("region: 武昌区", encoding="utf-8")
    assert read_one(path).region == "武昌区"


def test_a_sidecar_that_fits_two_files_is_refused(tmp_path: Path) -> None:
    for name in ("a.txt", "a.md"):
        (tmp_path / name).write_text(POLICY, encoding="utf-8")
    (tmp_path / "a.yaml").write_text("id: a", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"a\.txt\.yaml"):
        read_file(tmp_path / "a.txt", SETTINGS)
    (tmp_path / "a.txt.yaml").write_text("id: b", encoding="utf-8")
    assert read_one(tmp_path / "a.txt").id == "b"


def test_news_needs_one_mark_of_a_page_only(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("标题\n正文。\n责任编辑：张三", encoding="utf-8")
    assert read_one(path).text == "标题\n正文。\n责任编辑：张三"
    path.with_name("a.txt.yaml").write_text("text_kind: news", encoding="utf-8")
    assert read_one(path).text == "标题\n正文。"


def test_a_sidecar_that_is_no_mapping_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(POLICY, encoding="utf-8")
    path.with_name("a.txt.yaml").write_text("- 武汉市", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"a\.txt\.yaml"):
        read_file(path, SETTINGS)


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_csv(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    rows = [["类别", "比例", "上限"], ["研发", "30%", "500万元"], ["平台", "", "1000万元"]]
    path.write_bytes("\r\n".join(delimiter.join(row) for row in rows).encode("gb18030"))
    assert read_one(path).text == "类别：研发；比例：30%；上限：500万元\n类别：平台；上限：1000万元"


def test_csv_cells_in_quotes(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('条件,上限\n"一是注册,\n二是纳税","1,000"\n', encoding="utf-8")
    assert read_one(path).text == "条件：一是注册, 二是纳税；上限：1,000"


def test_jsonl_keeps_ids_and_texts(tmp_path: Path) -> None:
    path = tmp_path / "documents.jsonl"
    records = [
        {
            "id": "a:1",
            "title": "甲",
            "text": "第一行\n　　第二行",
            "metadata": {"region": "武汉市"},
        },
        {"id": 2, "title": "", "text": "首页 > 新闻\n正文。\n打印 关闭"},
    ]
    path.write_text("\n".join(json.dumps(r) for r in records) + "\n\n", encoding="utf-8")
    first, second = read_file(path, SETTINGS)
    assert (first.id, first.title, first.region) == ("a:1", "甲", "武汉市")
    assert first.text == "第一行\n　　第二行"
    assert second.title == "首页 > 新闻"
    assert (second.id, second.text) == ("2", "首页 > 新闻\n正文。\n打印 关闭")


def test_a_record_without_title_is_known_by_its_opening(tmp_path: Path) -> None:
    path = tmp_path / "documents.jsonl"
    texts = ["为支持企业，制定本办法。余下。", "长" * 60 + "。"]
    records = [{"id": str(place), "text": text} for place, text in enumerate(texts)]
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    titles = [document.title for document in read_file(path, SETTINGS)]
    assert titles == ["为支持企业，制定本办法", "长" * 40 + "…"]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("{", ["第2行", "Line 2", "JSON", "column 2"]),
        ("[1]", ["第2行", "an object"]),
        ('{"id": "b"}', ["第2行", "text", "string"]),
        ('{"id": "b", "text": ""}', ["第2行", "text"]),
        ('{"text": "x"}', ["第2行", "id"]),
        ('{"id": "b", "text": "x", "title": 1}', ["第2行", "title"]),
        ('{"id": "b", "text": "x", "metadata": []}', ["第2行", "metadata", "object"]),
        ('{"id": "a", "text": "x"}', ["第2行", "id", "第1行"]),
        (
            '{"id": "b", "text": "x", "metadata": {"published": "去年"}}',
            ["第2行", "published", "去年"],
        ),
    ],
)
def test_a_bad_jsonl_line_is_named(tmp_path: Path, line: str, parts: list[str]) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text('{"id": "a", "text": "x"}\n' + line, encoding="utf-8")
    with pytest.raises(UnreadableFile) as caught:
        read_file(path, SETTINGS)
    message = str(caught.value)
    assert "\n" not in message
    assert not [part for part in parts if part not in message]


def test_json_documents(tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    one = {"title": "甲", "text": "正文", "region": "武汉市"}
    path.write_text(json.dumps(one), encoding="utf-8")
    assert (read_one(path).id, read_one(path).title, read_one(path).region) == ("d", "甲", "武汉市")
    path.write_text(json.dumps([{"id": "x", **one}, {"id": "y", **one}]), encoding="utf-8")
    assert [document.id for document in read_file(path, SETTINGS)] == ["x", "y"]


def test_other_json_keeps_its_keys(tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    data = {
        "名称": "算力券",
        "条款": [{"类别": "研发", "上限": 500}, {"类别": "平台", "上限": 1000}],
        "条件": ["注册", "纳税"],
        "办理": {"单位": "市经信局", "说明": "第一步\n第二步", "在线": True},
    }
    path.write_text(json.dumps(data), encoding="utf-8")
    document = read_one(path)
    assert document.title == "算力券"
    assert document.text.split("\n") == [
        "名称：算力券",
        "条款 — 类别：研发；上限：500",
        "条款 — 类别：平台；上限：1000",
        "条件：注册、纳税",
        "办理 — 单位：市经信局；在线：true",
        "办理/说明：第一步",
        "第二步",
    ]


def test_broken_json(tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    path.write_text('{"a": ', encoding="utf-8")
    with pytest.raises(UnreadableFile, match="JSON"):
        read_file(path, SETTINGS)
