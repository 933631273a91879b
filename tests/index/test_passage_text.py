"""The text by which a passage is found."""

from __future__ import annotations

from index.passage_text import indexed_text, text_hash
from records import Passage


def passage(text: str, title: str = "办法", clause: tuple[str, ...] = ()) -> Passage:
    return Passage(document_id="d", title=title, start=0, end=len(text), text=text, clause=clause)


def test_the_title_stands_first() -> None:
    assert indexed_text(passage("最高20万元。")) == "办法\n最高20万元。"


def test_only_labels_that_the_text_does_not_show_are_added() -> None:
    one = passage("（二）最高20万元。", clause=("第六条", "（二）"))
    assert indexed_text(one) == "办法\n第六条\n（二）最高20万元。"


def test_without_title_and_clause_the_text_stands_alone() -> None:
    assert indexed_text(passage("最高20万元。", title="")) == "最高20万元。"


def test_the_hash_tells_texts_apart() -> None:
    assert len(text_hash("甲")) == 32
    assert text_hash("甲") == text_hash("甲") != text_hash("乙")
