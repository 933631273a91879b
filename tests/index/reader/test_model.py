"""The weights that ship: what they read, and that reading is exact about offsets."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import ReaderMissing
from index.reader import ReaderModel, default_reader_folder

CLAUSE = "企业使用算力服务费用按50%补助，最高20万元，补助期限不超过三年；责任单位市经信局。"
OTHER = "黄鹤楼位于武昌蛇山之巅，濒临长江，始建于三国时期，历代屡毁屡建，现楼重建于1985年。"
LARGEST_MEGABYTES = 40


@pytest.fixture(scope="module")
def reader() -> ReaderModel:
    return ReaderModel(default_reader_folder())


def answer(reader: ReaderModel, question: str, text: str) -> str:
    span = reader.read(question, [("", text)])[0].best()
    assert span is not None
    return text[span.start : span.end]


def test_the_words_that_answer_are_marked(reader: ReaderModel) -> None:
    assert "1985年" in answer(reader, "黄鹤楼现楼重建于哪一年？", OTHER)
    assert "蛇山" in answer(reader, "黄鹤楼位于哪里？", OTHER)


def test_a_text_that_answers_scores_above_one_that_does_not(reader: ReaderModel) -> None:
    right, wrong = reader.read("算力服务费用最高补助多少？", [("", CLAUSE), ("", OTHER)])
    best, other = right.best(), wrong.best()
    assert best is not None
    assert other is not None
    assert best.score > other.score


def test_a_long_text_is_read_to_its_end(reader: ReaderModel) -> None:
    text = "会议强调要认真学习、抓好落实。" * 120 + CLAUSE
    assert "市经信局" in answer(reader, "算力服务费用补助由哪个部门负责？", text)


def test_neighbours_in_a_batch_change_nothing_that_matters(reader: ReaderModel) -> None:
    question = "黄鹤楼位于哪里？"
    alone = reader.read(question, [("", OTHER)])[0].best()
    texts = [("", CLAUSE * 6), ("", OTHER), ("", "无")]
    beside = reader.read(question, texts)[1].best()
    assert alone is not None
    assert beside is not None
    assert (alone.start, alone.end) == (beside.start, beside.end)


def test_an_empty_text_has_no_span(reader: ReaderModel) -> None:
    assert reader.read("黄鹤楼位于哪里？", [("题", "")])[0].best() is None
    assert reader.read("黄鹤楼位于哪里？", []) == []


def test_the_weights_are_small_enough_to_ship() -> None:
    size = (default_reader_folder() / "reader.onnx").stat().st_size
    assert size <= LARGEST_MEGABYTES * 1_000_000


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(ReaderMissing, match=r"reader\.onnx"):
        ReaderModel(tmp_path)
