"""`python -m index search`."""

from __future__ import annotations

import json
from typing import Any

import pytest

from index.__main__ import main
from index.errors import EmbeddingError
from tests.small_storage import FailingEmbedder, SmallStorage, TinyEmbedder


@pytest.fixture(autouse=True)
def tiny_settings(tiny_storage: SmallStorage, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny_storage.set_environment(monkeypatch.setenv)
    monkeypatch.setattr("index.search.open_embedder", lambda _: TinyEmbedder())


def search(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    assert main(["search", *arguments, "--json"]) == 0
    hits = json.loads(capsys.readouterr().out)
    assert isinstance(hits, list)
    return hits


def test_hits_as_json(tiny_storage: SmallStorage, capsys: pytest.CaptureFixture[str]) -> None:
    hits = search(capsys, "算力服务券最高多少", "-k", "2")
    assert len(hits) == 2
    best = hits[0]
    assert best["document_id"] == "voucher"
    assert best["passage_id"] == f"voucher:{best['start']}-{best['end']}"
    assert best["clause"] == "第一条"
    with tiny_storage.open() as store:
        text = store.document("voucher").text
    assert text[best["start"] : best["end"]] == best["text"]


def test_hits_as_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "租房补贴", "-k", "1"]) == 0
    out = capsys.readouterr().out
    assert "housing:" in out
    assert "《人才住房通知》第一条" in out
    assert "1500元" in out


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--region", "汉阳区"], {"housing", "loan"}),
        (["--region", "汉阳区", "--region", "武汉市"], {"housing", "loan", "voucher"}),
        (["--kind", "notice"], {"housing"}),
        (["--document", "loan"], {"loan"}),
        (["--in-force-on", "2027-01-01"], {"housing", "loan"}),
    ],
)
def test_filters(
    options: list[str], expected: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    hits = search(capsys, "补贴", "-k", "50", *options)
    assert {hit["document_id"] for hit in hits} == expected


def test_a_missing_storage_goes_to_stderr(
    tiny_storage: SmallStorage, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "补贴", "--storage", str(tiny_storage.folder / "nowhere")]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "python -m ingest" in captured.err


def test_a_failing_model_goes_to_stderr(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> FailingEmbedder:
        raise EmbeddingError("no such model")

    monkeypatch.setattr("index.search.open_embedder", fail)
    assert main(["search", "补贴"]) == 1
    assert capsys.readouterr().err == "no such model\n"
