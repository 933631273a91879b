import json
import random
from pathlib import Path

import pytest

from settings import Settings
from train.policy import Library, corpus_examples, read_library, section_examples, text_examples

ROOT = Path(__file__).parents[2]
DATA = ROOT / "train" / "data"


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(Settings(), ROOT / "corpus")


@pytest.mark.parametrize("path", sorted(DATA.glob("corpus_*.jsonl")), ids=lambda p: p.name)
def test_every_written_question_finds_its_answer_in_a_passage(path: Path, library: Library) -> None:
    examples = corpus_examples(library, path)
    assert any(one.answerable for one in examples)
    assert any(not one.answerable for one in examples)
    assert all(one.answer.strip() == one.answer for one in examples)


@pytest.mark.parametrize("path", sorted(DATA.glob("policy_texts*.jsonl")), ids=lambda p: p.name)
def test_every_written_text_holds_its_answers(path: Path) -> None:
    assert any(one.answerable for one in text_examples(path))


def test_an_answer_that_stands_nowhere_is_named(tmp_path: Path, library: Library) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text('{"question": "?", "document_id": "wuhan-ai10-2025", "answer": "一百亿元"}\n')
    with pytest.raises(ValueError, match=r"一百亿元.*wuhan-ai10-2025"):
        corpus_examples(library, path)


def test_a_question_without_an_answer_is_put_to_the_passage_that_tempts(
    tmp_path: Path, library: Library
) -> None:
    path = tmp_path / "q.jsonl"
    near = "每年设立总额不低于1000万元的算力服务券"
    entry = {"question": "算力券几年没用就作废", "document_id": "wuhan-ai10-2025", "near": near}
    path.write_text(json.dumps(entry))
    [example] = corpus_examples(library, path)
    assert not example.answerable
    assert example.tempting == near
    assert near in example.context


def test_a_heading_is_answered_by_its_whole_section(library: Library) -> None:
    examples = section_examples(library, random.Random(1))
    vouchers = [one for one in examples if "每年设立总额不低于1000万元" in one.answer]
    assert any("责任单位市经信局" in one.answer for one in vouchers)
    assert all("#" not in one.answer for one in examples)
