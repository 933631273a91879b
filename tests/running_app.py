"""`python app.py` as a process of its own, on documents of the corpus and the real models."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from chat.accounts import Accounts
from chat.database import open_database

ROOT = Path(__file__).parent.parent
STAFF, PASSWORD = "wang", "a password for tests"


@dataclass(frozen=True)
class RunningApp:
    """Where it is served, and the environment that commands for it run in."""

    address: str
    environment: dict[str, str]

    def run(self, *arguments: str) -> None:
        """Run a command of the project on the same storage, library and database."""
        _run(self.environment, *arguments)


@contextmanager
def running_app(folder: Path, documents: Sequence[str]) -> Iterator[RunningApp]:
    """Ingest these files of the corpus into `folder`, and serve the page until the block ends.

    An account `STAFF` may sign in. Raises AssertionError with what the process said if it does not
    start.
    """
    corpus = folder / "corpus"
    corpus.mkdir()
    for name in documents:
        shutil.copy(ROOT / "corpus" / name, corpus / name)
    database = f"sqlite:///{folder}/desk.sqlite"
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("POLICY_")},
        "POLICY_STORAGE": str(folder / "storage"),
        "POLICY_LIBRARY": str(folder / "library"),
        "POLICY_CORPUS": str(corpus),
        "POLICY_DATABASE_URL": database,
        "PYTHONUNBUFFERED": "1",
    }
    _run(environment, "ingest")
    opened = open_database(database)
    Accounts(opened).add(STAFF, PASSWORD)
    opened.close()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    process = subprocess.Popen(
        [sys.executable, "app.py", "--port", port],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert process.stdout is not None
        said = []
        for line in process.stdout:
            said.append(line)
            if "is running" in line:
                break
        assert process.poll() is None, "".join(said)
        yield RunningApp(f"http://127.0.0.1:{port}/", environment)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _run(environment: dict[str, str], *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
