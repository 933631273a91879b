"""SQuAD-style files in the layouts that CMRC 2018, DRCD and DuReader use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.datasets import DatasetError, read_dataset
from eval.question import Evidence


def read(path: Path, value: object):  # type: ignore[no-untyped-def]
    path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    return read_dataset(path)


def test_nested_layout(tmp_path: Path) -> None:
    answers = [{"text": "1963年", "answer_start": 4}, {"text": "1963年", "answer_start": 4}]
    questions = [
        {"id": "q1", "question": "何时?", "answers": answers},
        {"id": "q2", "question": "何人?", "answers": [], "is_impossible": True},
    ]
    paragraph = {"id": "p", "context": "他被任于1963年。", "qas": questions}
    data = {"data": [{"title": "传记", "paragraphs": [paragraph]}]}
    dataset = read(tmp_path / "dev.json", data)
    (document,) = dataset.documents
    first, second = dataset.questions
    assert (document.title, document.text) == ("传记", "他被任于1963年。")
    assert first.answers == ("1963年",)
    assert first.evidence == (Evidence(document.id, "1963年"),)
    assert not second.answerable
    assert second.evidence == ()


def test_flat_layout_of_cmrc(tmp_path: Path) -> None:
    entry = {"query_id": "T_0", "query_text": "何时?", "answers": ["1963年"]}
    record = {"context_id": "T", "context_text": "1963年。", "title": "传", "qas": [entry]}
    dataset = read(tmp_path / "trial.json", [record])
    assert [question.id for question in dataset.questions] == ["T_0"]
    assert dataset.documents[0].text == "1963年。"


def test_the_same_paragraph_twice_is_one_document(tmp_path: Path) -> None:
    def paragraph(key: str) -> dict[str, object]:
        qas = [{"id": key, "question": "何时?", "answers": [{"text": "春"}]}]
        return {"context": "春天。", "qas": qas}

    data = {"data": [{"title": "t", "paragraphs": [paragraph("a"), paragraph("b")]}]}
    dataset = read(tmp_path / "x.json", data)
    assert len(dataset.documents) == 1
    assert len(dataset.questions) == 2


def test_a_wrong_paragraph_is_named(tmp_path: Path) -> None:
    data = {"data": [{"paragraphs": [{"context": "x", "qas": []}, {"qas": []}]}]}
    with pytest.raises(DatasetError, match=r"data\[0\], paragraphs\[1\].*“context”.*nothing"):
        read(tmp_path / "x.json", data)


def test_another_kind_of_json_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="an object with “data”"):
        read(tmp_path / "x.json", {"questions": []})
