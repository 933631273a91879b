"""Where a file's metadata lies when it cannot stand in the file itself."""

from __future__ import annotations

from pathlib import Path

SIDECAR_SUFFIXES = (".yaml", ".yml")


def sidecars_of(path: Path) -> list[Path]:
    """Return the sidecar files of `path` that exist, best first.

    `notice.pdf.yaml` belongs to `notice.pdf` alone; `notice.yaml` to a `notice` of any type.
    """
    names = [path.name + suffix for suffix in SIDECAR_SUFFIXES]
    names += [path.stem + suffix for suffix in SIDECAR_SUFFIXES]
    candidates = [path.with_name(name) for name in dict.fromkeys(names)]
    return [candidate for candidate in candidates if candidate != path and candidate.is_file()]
