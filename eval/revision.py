"""Which state of our own code made a run."""

from __future__ import annotations

import subprocess
from pathlib import Path

_DESCRIBE = ("git", "describe", "--always", "--dirty", "--exclude=*", "--abbrev=12")


def revision(folder: Path = Path(__file__).parent) -> str:
    """The commit of the folder's repository, with “-dirty” where files differ from it.

    "" where there is no repository, as in an unpacked archive, or no git.
    """
    try:
        done = subprocess.run(_DESCRIBE, cwd=folder, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()
