"""The command from end to end, on the product with its built-in model."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from eval.__main__ import DONE, INEXACT, exit_code, main
from eval.evaluate import versions
from eval.product import describe
from index.errors import ReaderMissing
from index.store import Store
from settings import Settings
from tests.eval.runs import evaluation
from tests.eval.small_system import quote_altered

DOCUMENTS: list[dict[str, object]] = [
    {
        "id": "voucher",
        "title": "算力服务券办法",
        "text": "第一条 算力服务券按算力费用的50%补助,最高20万元。\n第二条 补助期限不超过三年。",
        "metadata": {"region": "武汉市", "published": "2025-03-01"},
    },
    {
        "id": "housing",
        "title": "人才住房通知",
        "text": "第一条 青年人才每月发放租房补贴1500元。\n第二条 申请材料为身份证和劳动合同。",
    },
]
QUESTIONS: list[dict[str, object]] = [
    {
        "id": "amount",
        "question": "算力服务券最高补助多少?",
        "answers": ["最高20万元"],
        "evidence": [{"document_id": "voucher", "quote": "算力服务券按算力费用的50%补助"}],
        "type": "amount",
    },
    {"id": "blank", "question": "", "answerable": False, "type": "ambiguous"},
]

pytestmark = pytest.mark.usefixtures("built_model")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set of two documents and two questions."""
    path = tmp_path / "small"
    path.mkdir()
    for name, rows in (("documents", DOCUMENTS), ("questions", QUESTIONS)):
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        (path / f"{name}.jsonl").write_text("\n".join(lines), "utf-8")
    return path


def test_a_set_with_its_own_documents(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report, storage = tmp_path / "report", tmp_path / "storage"
    options = ["--json", "--baseline", "bm25", "--report", str(report), "--storage", str(storage)]
    assert main([str(folder), *options]) == 0
    product, baseline = json.loads(capsys.readouterr().out)
    assert (product["system"], baseline["system"]) == ("product", "bm25")
    assert product["documents"] == 2
    assert product["metrics"]["evidence_hit@1"]["mean"] == 1.0
    assert product["metrics"]["wrong_refusal"]["count"] == 1
    assert product["metrics"]["wrong_answer"]["mean"] == 0.0
    assert product["speed"]["passages_per_second"] > 0
    assert folder.name in (report / "report.html").read_text("utf-8")

    assert main(["--compare", str(report), str(report / "bm25"), "--json"]) == 0
    compared = json.loads(capsys.readouterr().out)
    assert {row["metric"] for row in compared["metrics"]} >= {"evidence_hit@1", "wrong_answer"}

    staff_list = tmp_path / "list.csv"
    staff_list.write_text(
        "问题,答案,来源\n算力服务券最高补多少?,20万元,《算力服务券办法》\n", "utf-8"
    )
    assert main([str(staff_list), "--storage", str(storage), "--json"]) == 0
    (listed,) = json.loads(capsys.readouterr().out)
    assert listed["metrics"]["document_hit@1"]["mean"] == 1.0
    assert listed["speed"]["passages_per_second"] is None


def test_a_storage_with_other_documents_is_left_alone(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    storage = str(tmp_path / "storage")
    assert main([str(folder), "--storage", storage]) == 0
    (folder / "documents.jsonl").write_text(
        json.dumps({**DOCUMENTS[0], "id": "other"}, ensure_ascii=False), "utf-8"
    )
    (folder / "questions.jsonl").write_text(json.dumps(QUESTIONS[1], ensure_ascii=False), "utf-8")
    assert main([str(folder), "--storage", storage]) == 1
    assert "holds 2 documents that are not in the set, such as housing" in capsys.readouterr().err
    with Store.open_as_is(Path(storage)) as store:
        assert {header.id for header in store.document_headers()} == {"voucher", "housing"}


def test_a_wrong_set_or_storage_ends_with_its_message(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "absent")]) == 1
    assert "nothing there" in capsys.readouterr().err
    (folder / "documents.jsonl").unlink()
    assert main([str(folder), "--storage", str(tmp_path / "none")]) == 1
    assert "python -m ingest" in capsys.readouterr().err
    assert main(["--compare", str(tmp_path), str(tmp_path)]) == 1
    assert "no saved run" in capsys.readouterr().err


@pytest.fixture
def gate(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A gate of the small set alone; returns the folder of its baseline."""
    monkeypatch.setattr("eval.__main__.SETS", {"small": folder})
    monkeypatch.setattr("eval.__main__.FOLDER", tmp_path / "gate")
    return tmp_path / "gate"


def test_the_gate_in_json(gate: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--gate", "--record", "--json"]) == 0
    recorded = json.loads(capsys.readouterr().out)
    assert main(["--gate", "--json"]) == 0
    checked = json.loads(capsys.readouterr().out)
    assert recorded["dropped"] == checked["dropped"] == []
    (run,) = checked["runs"]
    assert run["metrics"]["evidence_hit@1"]["mean"] == 1.0
    assert (gate / "small.json").is_file()


def test_a_corpus_that_cannot_be_read_ends_the_gate_with_one_message(
    gate: Path,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (folder / "documents.jsonl").unlink()
    corpus = tmp_path / "papers"
    monkeypatch.setenv("POLICY_CORPUS", str(corpus))
    assert main(["--gate", "--record"]) == 1
    assert str(corpus) in capsys.readouterr().err
    corpus.mkdir()
    (corpus / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    assert main(["--gate", "--record"]) == 1
    assert "broken.pdf" in capsys.readouterr().err
    assert not gate.exists()


def test_a_run_says_which_reader_and_which_code_it_is_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = describe(Settings())["reader"]
    assert re.fullmatch("bundled [0-9a-f]{12}", shipped)
    assert describe(Settings(reader="off"))["reader"] == "off"
    with pytest.raises(ReaderMissing, match="reader"):
        describe(Settings(reader=str(tmp_path)))
    (tmp_path / "reader.onnx").write_bytes(b"weights")
    first = describe(Settings(reader=str(tmp_path)))["reader"]
    (tmp_path / "reader.onnx").write_bytes(b"other weights")
    second = describe(Settings(reader=str(tmp_path)))["reader"]
    assert str(tmp_path) in first
    assert len({shipped, first, second}) == 3
    monkeypatch.setattr("eval.evaluate.revision", lambda: "0123456789ab-dirty")
    assert versions()["policy-answers"] == "0123456789ab-dirty"


def test_an_inexact_quote_fails_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(evaluation().run) == DONE
    assert exit_code(evaluation(quote_altered).run) == INEXACT
    assert "amount: [1] voucher[0:" in capsys.readouterr().err
