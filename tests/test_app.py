"""The entry point, as a process."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app import main
from index.errors import StorageBusy

ROOT = Path(__file__).parent.parent


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "app.py"), *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=ROOT,
        check=False,
    )


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def test_busy_port_is_one_line_naming_the_option(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        result = run("--port", str(port), "--storage", str(tmp_path))
    assert result.returncode == 2
    assert result.stdout == ""
    [line] = result.stderr.splitlines()
    assert f"端口 {port} 已被占用" in line
    assert f"port {port} is in use" in line
    assert "--port" in line


def test_impossible_host_names_the_options() -> None:
    result = run("--host", "203.0.113.7", "--port", str(free_port()))
    assert result.returncode == 2
    [line] = result.stderr.splitlines()
    assert "203.0.113.7" in line
    assert "--host" in line


def test_port_out_of_range_is_refused() -> None:
    result = run("--port", "65536")
    assert result.returncode == 2
    assert "65536" in result.stderr


@pytest.mark.parametrize("failing", ["warm_up", "open_desk", "open_library"])
def test_what_was_opened_is_closed_when_the_rest_cannot_be(
    failing: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    open_ones: list[str] = []

    class Opened:
        embedder = audit = answering = None

        def __init__(self, name: str) -> None:
            self.name = name
            open_ones.append(name)

        def close(self) -> None:
            open_ones.remove(self.name)

    def step(name: str) -> Callable[..., Opened | None]:
        def take(*_: object) -> Opened | None:
            if name == failing:
                raise StorageBusy(Path("storage"))
            return None if name == "warm_up" else Opened(name)

        return take

    monkeypatch.setattr("answer.service.open_service", step("open_service"))
    monkeypatch.setattr("answer.service.warm_up", step("warm_up"))
    monkeypatch.setattr("chat.desk.open_desk", step("open_desk"))
    monkeypatch.setattr("chat.library.opening.open_library", step("open_library"))
    assert main(["--port", str(free_port())]) == 2
    assert "python -m ingest" in capsys.readouterr().err
    assert open_ones == []


def test_missing_storage_names_the_command(tmp_path: Path) -> None:
    storage = tmp_path / "nothing-here"
    result = run("--port", str(free_port()), "--storage", str(storage))
    assert result.returncode == 2
    [line] = result.stderr.splitlines()
    assert "python -m ingest" in line
    assert str(storage) in line
