"""The real corpus, the real model, the real indexes: from files to cited answers, offline."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from index.bundled_model import build_bundled_model
from settings import Settings

ROOT = Path(__file__).parent.parent
# Refuses every connection that leaves the machine, in this process and those it starts.
NO_NETWORK = """
import socket
def refuse(self, address, *_):
    if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1", "localhost"):
        raise AssertionError(f"a connection to {address} was tried")
    return connect(self, address)
connect = socket.socket.connect
socket.socket.connect = refuse
def resolve(host, *arguments, **options):
    if host not in ("127.0.0.1", "::1", "localhost", None):
        raise AssertionError(f"the name {host} was looked up")
    return getaddrinfo(host, *arguments, **options)
getaddrinfo = socket.getaddrinfo
socket.getaddrinfo = resolve
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    build_bundled_model(Settings().models)
    folder = tmp_path_factory.mktemp("offline")
    (folder / "sitecustomize.py").write_text(NO_NETWORK, "utf-8")
    kept = {key: value for key, value in os.environ.items() if not key.startswith("HF_")}
    return kept | {"PYTHONPATH": str(folder), "HOME": str(folder)}


@pytest.fixture(scope="module")
def storage(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Path:
    folder = tmp_path_factory.mktemp("real") / "storage"
    run(environment, "ingest", "--storage", str(folder))
    return folder


def run(environment: dict[str, str], module: str, *arguments: str, code: int = 0) -> str:
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


def ask(environment: dict[str, str], storage: Path, question: str, *more: str) -> dict[str, object]:
    answer = json.loads(
        run(environment, "answer", question, "--json", "--storage", str(storage), *more)
    )
    assert isinstance(answer, dict)
    return answer


def test_the_network_guard_bites(environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import urllib.request as r; r.urlopen('http://example.org')"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "example.org was looked up" in done.stderr


def test_the_amount_of_the_vouchers(environment: dict[str, str], storage: Path) -> None:
    answer = ask(environment, storage, "每年安排多少算力服务券?", "--today", "2026-01-01")
    assert answer["status"] == "answered"
    assert "不低于1000万元" in str(answer["answer"])
    citations = answer["citations"]
    assert isinstance(citations, list)
    documents = {
        "announcement-2025-03-10",
        "wuhan-ai10-2025",
        "wuhan-ai10-fund-mgmt-2025",
    }
    assert {citation["document_id"] for citation in citations} <= documents
    backing = [one for one in citations if "不低于1000万元" in one["quote"]]
    assert (
        documents
        & {one["document_id"] for one in backing}
        & {
            "announcement-2025-03-10",
            "wuhan-ai10-2025",
        }
    )
    assert all(one["end"] - one["start"] == len(one["quote"]) for one in citations)


def test_what_the_corpus_does_not_say_is_not_said(
    environment: dict[str, str], storage: Path
) -> None:
    answer = ask(environment, storage, "武汉高考录取分数线是多少?")
    assert answer["status"] == "no_answer"
    assert answer["citations"] == []
    assert answer["hits"]


def test_validity_follows_the_day(environment: dict[str, str], storage: Path) -> None:
    def validity(day: str) -> set[str]:
        answer = ask(
            environment,
            storage,
            "企业使用算力服务费用按多少补助?",
            "--region",
            "武汉市",
            "--today",
            day,
        )
        citations = answer["citations"]
        assert isinstance(citations, list)
        return {one["validity"] for one in citations if one["document_id"] == "wuhan-ai10-2025"}

    assert validity("2025-03-18") == {"not_yet"}
    assert validity("2025-03-19") == {"in_force"}
    assert validity("2027-03-19") == {"expired"}


def test_batch_answers_in_order(environment: dict[str, str], storage: Path, tmp_path: Path) -> None:
    questions = ["中试平台最多能拿多少扶持?", "武汉高考录取分数线是多少?", "OPC创始人买房补多少?"]
    file = tmp_path / "questions.jsonl"
    lines = [json.dumps({"id": f"q{at}", "question": one}) for at, one in enumerate(questions)]
    file.write_text("\n".join(lines), "utf-8")
    output = run(environment, "answer", "--batch", str(file), "--storage", str(storage))
    answers = [json.loads(line) for line in output.splitlines()]
    assert [(one["id"], one["question"]) for one in answers] == [
        (f"q{at}", one) for at, one in enumerate(questions)
    ]
    assert [one["status"] for one in answers] == ["answered", "no_answer", "answered"]


def test_a_conversation_stays_with_its_documents(
    environment: dict[str, str], storage: Path, tmp_path: Path
) -> None:
    support = ["我们在汉阳,项目进了市里的揭榜挂帅,区里会再给钱吗?", "会,按市级补贴资金的20%配套。"]
    loan = ["武汉那个知识价值信用贷款最长能贷多久?", "最长不超过3年。"]
    voucher = ["武汉市的算力服务券由谁发放?", "由市经信局遴选的第三方服务机构发放。"]
    asked = [
        (support, "想问细一点,打哪个号码?"),
        (support, "另外问一下,武汉标准级孵化器场地要多大?"),
        # Thanks end no conversation.
        ([*loan, "谢谢", "不客气"], "三年满了,本金一下子还不出来,还能接着贷吗?"),
        (voucher, "那今年具体是哪一家机构在发?"),
        (["OPC企业认定要多少人?", "不超过10人。"], "人工智能企业有什么补贴"),
    ]
    file = tmp_path / "conversations.jsonl"
    rows = [{"id": "", "history": history, "question": text} for history, text in asked]
    file.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    output = run(environment, "answer", "--batch", str(file), "--storage", str(storage))
    number, space, longer, body, every = (json.loads(line) for line in output.splitlines())
    # The number of the scheme spoken of, not the nearest number in all documents.
    assert "84468510" in number["answer"]
    assert "汉阳区“揭榜挂帅”技术攻关补贴政策" in number["understood"]
    assert f"理解为：{number['understood']}" in number["ticket"]
    assert "3000平方米" in space["answer"]
    assert not space["understood"]
    assert "无还本续贷" in longer["answer"]
    # Another scheme's body is not this one's.
    assert body["status"] == "no_answer"
    # Who asks for all there is asks of no document spoken of.
    assert "武政规〔2025〕3号" in every["answer"]


def test_search_prints_hits(environment: dict[str, str], storage: Path) -> None:
    output = run(
        environment, "index", "search", "算力券", "-k", "3", "--json", "--storage", str(storage),
        "--region", "汉阳区",
    )  # fmt: skip
    hits = json.loads(output)
    assert len(hits) == 3
    assert {hit["document_id"].split("-")[0] for hit in hits} == {"hanyang"}


def test_a_second_ingest_changes_nothing(environment: dict[str, str], storage: Path) -> None:
    report = json.loads(run(environment, "ingest", "--json", "--storage", str(storage)))
    assert (report["stored"], report["removed"], report["embedded"]) == (0, 0, 0)
    assert report["unchanged"] == 58


def test_the_storage_is_sound(environment: dict[str, str], storage: Path) -> None:
    run(environment, "ingest", "check", "--storage", str(storage))


def test_a_missing_storage_names_the_command(environment: dict[str, str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "answer", "算力券", "--storage", str(tmp_path / "none")],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "python -m ingest --storage" in done.stderr
    assert "Traceback" not in done.stderr
