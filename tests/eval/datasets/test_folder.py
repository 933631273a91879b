"""Our own folder format, and what its errors say."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from eval.datasets import DatasetError, read_dataset
from eval.question import Evidence

DOCUMENT = {"id": "a", "title": "甲", "text": "补助20万元。", "metadata": {"region": "武汉市"}}
QUESTION = {
    "id": "1",
    "question": "补多少?",
    "answers": ["20万元"],
    "evidence": [{"document_id": "a", "quote": "补助20万元"}],
    "answerable": True,
    "type": "amount",
}


def write(folder: Path, questions: list[object], documents: list[object] | None = None) -> Path:
    for name, lines in (("questions", questions), ("documents", documents)):
        if lines is not None:
            text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
            (folder / f"{name}.jsonl").write_text(text, "utf-8")
    return folder


def error(folder: Path, change: dict[str, object]) -> str:
    write(folder, [QUESTION, QUESTION | {"id": "2"} | change], [DOCUMENT])
    with pytest.raises(DatasetError) as raised:
        read_dataset(folder)
    return str(raised.value)


def test_reads_questions_and_documents(tmp_path: Path) -> None:
    later = {"id": 2, "question": "到何时?", "answers": [2027], "history": ["问", "答"]}
    later |= {"today": "2026-01-31", "candidates": ["a"]}
    dataset = read_dataset(write(tmp_path, [QUESTION, later], [DOCUMENT]))
    first, second = dataset.questions
    assert dataset.documents is not None
    assert dataset.documents[0].region == "武汉市"
    assert first.evidence == (Evidence("a", "补助20万元"),)
    assert second.id == "2"
    assert second.answers == ("2027",)
    assert second.history == ("问", "答")
    assert second.today == date(2026, 1, 31)
    assert second.candidates == ("a",)


def test_without_documents_the_storage_in_use_is_meant(tmp_path: Path) -> None:
    assert read_dataset(write(tmp_path, [QUESTION])).documents is None


def test_a_blank_question_is_kept(tmp_path: Path) -> None:
    dataset = read_dataset(write(tmp_path, [QUESTION | {"question": ""}], [DOCUMENT]))
    assert dataset.questions[0].text == ""


@pytest.mark.parametrize(
    ("change", "parts"),
    [
        ({"answers": "20万元"}, ("line 2", "“answers”", "a list of texts", "str '20万元'")),
        ({"question": None}, ("line 2", "“question”", "a text", "None")),
        ({"answerable": "yes"}, ("line 2", "“answerable”", "true or false", "yes")),
        ({"today": "31.1.2026"}, ("line 2", "“today”", "YYYY-MM-DD", "31.1.2026")),
        ({"answers": []}, ("line 2", "“answers”", "at least one answer")),
        ({"evidence": [{"quote": "x"}]}, ("line 2, evidence[0]", "“document_id”", "nothing")),
        ({"evidence": [{"document_id": "b"}]}, ("question “2”", "documents.jsonl", "'b'")),
        ({"id": "1"}, ("record 2", "“id”", "records 1 and 2")),
    ],
)
def test_errors_name_row_field_and_expectation(
    tmp_path: Path, change: dict[str, object], parts: tuple[str, ...]
) -> None:
    message = error(tmp_path, change)
    for part in parts:
        assert part in message


def test_a_line_that_is_no_json_is_named(tmp_path: Path) -> None:
    (tmp_path / "questions.jsonl").write_text('{"id": "1",\n', "utf-8")
    with pytest.raises(DatasetError, match=r"line 1.*a JSON object"):
        read_dataset(tmp_path)


def test_a_path_that_is_no_set_says_what_would_be_one(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("x", "utf-8")
    with pytest.raises(DatasetError, match=r"questions\.jsonl.*notes\.md"):
        read_dataset(tmp_path)
    with pytest.raises(DatasetError, match="nothing there"):
        read_dataset(tmp_path / "absent")
