"""`python -m ingest`: its commands, what they print and how they exit."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from index import locks
from index.errors import EmbeddingError
from index.locks import writer_lock
from index.vectors import VectorIndex
from ingest.__main__ import main
from tests.library_storage import NEWER, ORIGINAL, LibraryStorage
from tests.small_storage import FailingEmbedder, SmallStorage, TinyEmbedder

RENT = "# 场地补贴办法\n\n第一条 对租用场地的企业给予补贴，每平方米20元。\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def tiny_settings(tiny_storage: SmallStorage, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny_storage.set_environment(monkeypatch.setenv)
    for module in ("ingest.__main__", "index.rebuild"):
        monkeypatch.setattr(f"{module}.open_embedder", lambda _: TinyEmbedder())


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command; returns its exit code, what it printed and what it complained about."""

    def run_(*arguments: str | Path) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run_


def as_json(done: tuple[int, str, str]) -> Any:
    assert done[2] == ""
    return json.loads(done[1])


# add


def test_without_a_command_the_corpus_is_ingested(tiny_storage: SmallStorage, run: Run) -> None:
    tiny_storage.write("rent.md", RENT)
    code, out, err = run()
    assert (code, err) == (0, "")
    assert "stored 1, removed 0, unchanged 3" in out
    assert tiny_storage.ids() == {"voucher", "housing", "loan", "rent"}


def test_a_path_without_a_command_is_added(tiny_storage: SmallStorage, run: Run) -> None:
    path = tiny_storage.write("rent.md", RENT)
    assert as_json(run(path, "--json")) == {
        "stored": 1,
        "removed": 0,
        "unchanged": 0,
        "embedded": 1,
        "duplicates": [],
        "failures": [],
    }
    assert as_json(run("add", path, "--json"))["unchanged"] == 1


def test_another_storage(tiny_storage: SmallStorage, run: Run, fast_path: Path) -> None:
    assert run("--storage", fast_path / "other", tiny_storage.corpus)[0] == 0
    assert len(as_json(run("list", "--json", "--storage", fast_path / "other"))) == 3


def test_copies_are_told(tiny_storage: SmallStorage, run: Run) -> None:
    tiny_storage.write("a.md", RENT)
    tiny_storage.write("b.md", RENT)
    code, out, err = run()
    assert (code, err) == (0, "")
    assert "b.md" in out.splitlines()[0]


def test_a_file_that_cannot_be_read_fails_the_run_but_not_the_others(
    tiny_storage: SmallStorage, run: Run
) -> None:
    tiny_storage.write("broken.json", "{")
    tiny_storage.write("old.doc", "x")
    tiny_storage.write("rent.md", RENT)
    code, out, err = run()
    assert code == 1
    assert "stored 1" in out
    assert "failed 2" in out
    first, second = err.splitlines()
    assert "broken.json" in first
    assert "old.doc" in second
    code, out, err = run("--json")
    assert (code, err) == (1, "")
    assert len(json.loads(out)["failures"]) == 2


def test_a_path_that_does_not_exist(run: Run) -> None:
    code, out, err = run("nowhere.md")
    assert (code, out) == (1, "")
    assert "nowhere.md" in err


def test_other_settings_ask_for_a_rebuild_and_get_it(
    tiny_storage: SmallStorage, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POLICY_PASSAGE_CHARACTERS", "20")
    for command in ((), ("list",), ("check",), ("remove", "loan")):
        code, out, err = run(*command)
        assert (code, out) == (1, "")
        assert f"python -m ingest --rebuild --storage {tiny_storage.folder}" in err
    assert run("--rebuild")[0] == 0
    assert run("--rebuild")[0] == 0
    assert len(as_json(run("list", "--json"))) == 3
    assert run("check")[0] == 0


def test_rebuild_on_a_storage_that_fits_or_is_not_there_just_adds(
    tiny_storage: SmallStorage, run: Run, fast_path: Path
) -> None:
    assert as_json(run("--rebuild", "--json"))["unchanged"] == 3
    assert as_json(run("--rebuild", "--json", "--storage", fast_path / "new"))["stored"] == 3


def test_a_rebuild_that_was_killed_while_swapping_folders_is_undone(
    tiny_storage: SmallStorage, run: Run
) -> None:
    tiny_storage.folder.rename(tiny_storage.folder.with_name(".storage.before-rebuild"))
    assert as_json(run("--json"))["unchanged"] == 3


def test_an_embedding_error_is_one_line(
    tiny_storage: SmallStorage, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = FailingEmbedder(EmbeddingError("embedding server gone: check POLICY_EMBEDDING_URL"))
    monkeypatch.setattr("ingest.__main__.open_embedder", lambda _: failing)
    tiny_storage.write("rent.md", RENT)
    assert run() == (1, "", "embedding server gone: check POLICY_EMBEDDING_URL\n")
    assert tiny_storage.ids() == {"voucher", "housing", "loan"}


def test_interrupted(tiny_storage: SmallStorage, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    failing = FailingEmbedder(KeyboardInterrupt())
    with monkeypatch.context() as patch:
        patch.setattr("ingest.__main__.open_embedder", lambda _: failing)
        tiny_storage.write("rent.md", RENT)
        code, _, err = run()
    assert code == 130
    assert "run it again" in err
    assert run("check")[0] == 0
    assert run()[0] == 0
    assert "rent" in tiny_storage.ids()


def test_another_ingest_at_work(
    tiny_storage: SmallStorage, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "WRITER_SECONDS", 0.0)
    with writer_lock(tiny_storage.folder):
        code, _, err = run()
        assert code == 1
        assert "wait until it ends" in err
        assert run("list")[0] == 0


# list


def test_listing(tiny_storage: SmallStorage, run: Run) -> None:
    rows = as_json(run("list", "--json"))
    assert [row["id"] for row in rows] == ["housing", "loan", "voucher"]
    assert rows[0] == {
        "id": "housing",
        "title": "人才住房通知",
        "doc_number": "",
        "region": "汉阳区",
        "kind": "notice",
        "text_kind": "full",
        "published": "2026-01-15",
        "source": str(tiny_storage.corpus / "housing.md"),
        "state": "current",
        "replaced_by": "",
    }
    code, out, _ = run("list")
    assert code == 0
    first, *others = out.splitlines()
    assert first.split("\t") == ["housing", "2026-01-15", "汉阳区", "人才住房通知", ""]
    assert len(others) == 2


def changed_in_the_library(storage: SmallStorage) -> None:
    beside = LibraryStorage(storage)
    library = beside.library()
    library.withdraw("loan", beside.token("loan"))
    newer = replace(beside.stored("voucher"), text=NEWER)
    library.replace("voucher", newer, ORIGINAL, beside.token("voucher"))


def test_states_are_listed_and_outlive_every_ingest(tiny_storage: SmallStorage, run: Run) -> None:
    changed_in_the_library(tiny_storage)
    shutil.rmtree(tiny_storage.folder)
    assert run()[0] == 0
    lines = {line.split("\t")[0]: line for line in run("list")[1].splitlines()}
    assert lines["loan"].endswith("已撤下 (withdrawn)")
    assert lines["voucher@1"].endswith("已被 voucher 取代 (superseded)")
    rows = as_json(run("list", "--json"))
    states = {row["id"]: (row["state"], row["replaced_by"]) for row in rows}
    assert states == {
        "housing": ("current", ""),
        "loan": ("withdrawn", ""),
        "voucher": ("current", ""),
        "voucher@1": ("superseded", "voucher"),
    }
    assert "current 2, superseded 1, withdrawn 1" in run("check")[1]


def test_a_rebuild_keeps_what_the_library_holds(
    tiny_storage: SmallStorage, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed_in_the_library(tiny_storage)
    before = as_json(run("list", "--json"))
    monkeypatch.setenv("POLICY_PASSAGE_CHARACTERS", "20")
    assert run("--rebuild")[0] == 0
    assert as_json(run("list", "--json")) == before
    assert run("check")[0] == 0


def test_what_the_library_holds_is_not_removed_here(tiny_storage: SmallStorage, run: Run) -> None:
    changed_in_the_library(tiny_storage)
    code, out, err = run("remove", "voucher")
    assert (code, out) == (1, "")
    assert "withdraw it there" in err
    assert run("check")[0] == 0


def test_a_storage_that_is_not_as_the_library_says_is_told(
    tiny_storage: SmallStorage, run: Run
) -> None:
    changed_in_the_library(tiny_storage)
    with tiny_storage.open() as store, store.writing() as writer:
        writer.replace_states({})
        writer.remove_document("voucher")
    code, out, _ = run("check")
    assert code == 1
    assert "loan: " in out
    assert "voucher: " in out
    assert run()[0] == 0
    assert run("check")[0] == 0


@pytest.mark.parametrize("command", [("list",), ("check",), ("remove", "x")])
def test_without_a_storage_the_command_that_makes_one_is_named(
    command: tuple[str, ...], run: Run, fast_path: Path
) -> None:
    code, out, err = run(*command, "--storage", fast_path / "nowhere")
    assert (code, out) == (1, "")
    assert f"python -m ingest --storage {fast_path / 'nowhere'}" in err
    assert not (fast_path / "nowhere").exists()


# remove


def test_removing(tiny_storage: SmallStorage, run: Run) -> None:
    code, out, err = run("remove", "voucher", "nobody")
    assert code == 1
    assert "voucher" in out
    assert "nobody" in err
    assert "nobody" not in out
    assert tiny_storage.found("算力服务券") == {"housing", "loan"}
    assert as_json(run("remove", "loan", "--json")) == {"loan": True}
    assert run("check")[0] == 0


def test_removing_nothing_is_a_usage_error(run: Run) -> None:
    with pytest.raises(SystemExit) as caught:
        run("remove")
    assert caught.value.code == 2


# check


def test_checking(tiny_storage: SmallStorage, run: Run) -> None:
    assert as_json(run("check", "--json")) == {"problems": [], "documents": {"current": 3}}
    assert "the index is sound" in run("check")[1]
    VectorIndex().save(tiny_storage.folder)
    code, out, _ = run("check")
    assert code == 1
    assert "vectors.faiss" in out
    code, out, _ = run("check", "--json")
    assert code == 1
    assert len(json.loads(out)["problems"]) == 1


def test_help(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--help"], ["add", "--help"]):
        with pytest.raises(SystemExit) as caught:
            run(*arguments)
        assert caught.value.code == 0
        assert "usage: python -m ingest" in capsys.readouterr().out
