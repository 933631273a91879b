"""The entry point, as a process."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

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


def test_missing_storage_names_the_command(tmp_path: Path) -> None:
    storage = tmp_path / "nothing-here"
    result = run("--port", str(free_port()), "--storage", str(storage))
    assert result.returncode == 2
    [line] = result.stderr.splitlines()
    assert "python -m ingest" in line
    assert str(storage) in line
