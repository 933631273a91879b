"""What holds for every text, however it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.clauses import outline, split, statements
from records import Document

CHINESE = "零一二三四五六七八九十"
WORDS = st.text(
    "申报企业应当在武汉市注册算力补贴最高不超过按照实际投入给予支持😀é", min_size=1, max_size=30
)
MARKERS = st.sampled_from(
    [
        *("第一章 ", "第二条 ", "第三条", "第一部分 ", "附件1", "附件：", "一、", "二、", "（一）"),
        *("(二)", "1.", "2、", "3．", "1.1 ", "（1）", "①", "a) ", "- ", "• ", "# ", "## "),
        *("一是", "【条件】", "问："),
    ]
)
ENDS = st.sampled_from([*"。；;，：:！？.”（《“", "", "1.5万元"])
BREAKS = st.sampled_from(["\n", "\n\n", " ", "\u3000\u3000", "", "\xa0", "\t", "\u2028", "\n \n"])
PIECES = st.tuples(st.one_of(MARKERS, st.just("")), WORDS, ENDS, BREAKS).map("".join)
ADVERSARIAL = st.lists(PIECES, max_size=40).map("".join)
ANYTHING = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("第一章条、（）()1.。；;：\n 　#-"),
    max_size=300,
)
TEXTS = st.one_of(ADVERSARIAL, ANYTHING)
LIMITS = st.integers(20, 400)


def document(text: str, title: str = "某市办法") -> Document:
    return Document(id="d", title=title, text=text)


def visible(text: str) -> str:
    return "".join(text.split())


@given(TEXTS, LIMITS)
def test_passages_slice_and_cover_their_document_in_order(text: str, limit: int) -> None:
    passages = split(document(text), limit)
    at = 0
    for passage in passages:
        assert text[passage.start : passage.end] == passage.text
        assert passage.text
        assert passage.text == passage.text.strip()
        assert passage.start >= at
        assert not text[at : passage.start].strip()
        assert passage.title == "某市办法"
        assert all(passage.clause)
        at = passage.end
    assert not text[at:].strip()


@given(TEXTS, LIMITS)
def test_the_same_text_gives_the_same_passages_with_ids_of_their_own(text: str, limit: int) -> None:
    passages = split(document(text), limit)
    assert passages == split(document(text), limit)
    assert len({passage.id for passage in passages}) == len(passages)


@given(TEXTS, st.integers(100, 400))
def test_no_passage_outgrows_a_whole_list_with_its_headings(text: str, limit: int) -> None:
    for passage in split(document(text), limit):
        assert len(visible(passage.text)) <= 5 * limit


@given(TEXTS)
def test_statements_slice_their_text_in_order_without_overlap(text: str) -> None:
    at = 0
    for statement in statements(text):
        quote = text[statement.start : statement.end]
        assert quote
        assert quote == quote.strip()
        assert statement.start >= at
        at = statement.end


@given(TEXTS)
def test_every_clause_lies_inside_the_one_above_it(text: str) -> None:
    clauses = outline(text).clauses
    for clause, following in pairwise(clauses):
        assert clause.start < following.start == clause.end
        assert following.depth <= clause.depth + 1
        assert clause.start <= clause.content <= clause.text_start
        assert clause.text_start <= max(clause.end, clause.content)


SECTION = st.tuples(
    st.integers(1, 3),
    st.text("算力场景数据人才基金园区", min_size=2, max_size=8),
    st.lists(st.text("补贴支持企业单位申报材料", min_size=5, max_size=120), min_size=0, max_size=3),
)


@given(st.lists(SECTION, min_size=1, max_size=12), st.integers(150, 300))
def test_a_markdown_heading_is_never_cut_off_from_its_text(
    sections: list[tuple[int, str, list[str]]], limit: int
) -> None:
    blocks: list[str] = []
    bare = 0
    for level, heading, items in sections:
        bare = 0 if items else bare + 1
        if bare > 4:  # a longer row of bare headings is a table of contents
            continue
        blocks += ["#" * level + " " + heading, *(f"- {item}。" for item in items)]
    text = "\n\n".join(blocks)
    passages = split(document(text), limit)
    for passage in passages[:-1]:
        assert not passage.text.rsplit("\n", 1)[-1].startswith("#")


@dataclass(frozen=True)
class Node:
    """A clause of a generated text: has it a heading, has it text of its own, what lies inside."""

    titled: bool
    bare: bool
    children: tuple[Node, ...]


def tree(depth: int) -> st.SearchStrategy[Node]:
    children = (
        st.just(())
        if depth == 0
        else st.one_of(st.just(()), st.lists(tree(depth - 1), min_size=2, max_size=4).map(tuple))
    )
    return st.builds(Node, st.booleans(), st.booleans(), children)


STYLES = {
    "statute": ["第{}章", "第{}条", "（{}）", "{0}."],
    "notice": ["{}、", "（{}）", "{0}.", "（{0}）"],
    "list": ["（{}）", "{0}、", "（{0}）", "{0}）"],
}
HEADING = "支持算力建设"
SENTENCES = "申报单位按照年度通知提交材料，经评审后给予补助。"


def written(
    nodes: tuple[Node, ...], style: str, level: int, path: tuple[str, ...], gap: str
) -> tuple[list[str], list[tuple[str, ...]]]:
    """Return the lines of a generated text and the path of every clause in it."""
    lines: list[str] = []
    paths: list[tuple[str, ...]] = []
    for position, node in enumerate(nodes, 1):
        pattern = STYLES[style][level]
        marker = pattern.format(position if "{0}" in pattern else CHINESE[position])
        titled = node.titled or bool(node.children)
        heading = HEADING if titled and "条" not in marker else ""
        named = marker[0] == "第"
        after = (" " if named and gap == "。" else gap) if heading else ""
        line = f"{marker}{' ' if named else ''}{heading}"
        lines.append(line if heading and node.bare and node.children else line + after + SENTENCES)
        label = marker.rstrip("、.")
        if heading:
            label = f"{marker}{heading}"
            if named:
                label = f"{marker} {heading}"
            elif pattern in ("{0}.", "{0}、"):
                label = f"{position}. {heading}"
        paths.append((*path, label))
        inner, inner_paths = written(node.children, style, level + 1, paths[-1], gap)
        lines += inner
        paths += inner_paths
    return lines, paths


@settings(deadline=None)
@given(
    st.lists(tree(3), min_size=2, max_size=5).map(tuple),
    st.sampled_from(sorted(STYLES)),
    st.sampled_from(["\n", "\n\n", "\n\u3000\u3000", " ", "\u3000\u3000", " \xa0 \xa0 "]),
)
def test_the_outline_of_any_nesting_is_found_with_and_without_line_breaks(
    nodes: tuple[Node, ...], style: str, between: str
) -> None:
    gap = between if "\n" in between or "\u3000\u3000" in between else "。"
    lines, paths = written(nodes, style, 0, (), gap)
    text = between.join(["现将有关事项通知如下。", *lines])
    assert [clause.path for clause in outline(text).clauses] == paths
    for passage in split(document(text), 120)[:-1]:
        assert not passage.text.endswith(HEADING)


@given(
    st.lists(
        st.text("企业补贴数据算力支持", min_size=1, max_size=40).map(lambda words: words + "。"),
        min_size=1,
        max_size=12,
    ),
    st.sampled_from(["", "\n", " "]),
)
def test_plain_sentences_come_out_one_by_one(sentences: list[str], between: str) -> None:
    text = between.join(sentences)
    found = [text[piece.start : piece.end] for piece in statements(text)]
    assert found == sentences


@given(ADVERSARIAL)
def test_every_word_of_a_text_can_be_quoted(text: str) -> None:
    quoted = "".join(text[piece.start : piece.end] for piece in statements(text))
    words = re.findall("[申报企业应当在武汉市注册算力补贴最高不超过按照实际投入给予支持]+", text)
    assert visible("".join(words)) in "".join(re.findall(r"[\u4e00-\u9fff]", quoted)) or all(
        word in quoted for word in words
    )
