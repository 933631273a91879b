from __future__ import annotations

import subprocess
from pathlib import Path

from eval.revision import revision

COMMIT = (
    *("git", "-c", "user.name=a", "-c", "user.email=a@example.com", "commit"),
    *("--quiet", "--message", "first"),
)


def test_the_commit_and_whether_files_differ_from_it(tmp_path: Path) -> None:
    def run(*command: str) -> str:
        done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    assert revision(tmp_path) == ""
    run("git", "init", "--quiet")
    assert revision(tmp_path) == ""
    (tmp_path / "a.py").write_text("a = 1\n", "utf-8")
    run("git", "add", "a.py")
    run(*COMMIT)
    commit = run("git", "rev-parse", "HEAD")[:12]
    assert revision(tmp_path) == commit
    (tmp_path / "a.py").write_text("a = 2\n", "utf-8")
    assert revision(tmp_path) == f"{commit}-dirty"
