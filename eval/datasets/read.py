"""Picks the reader for a path."""

from __future__ import annotations

from pathlib import Path

from eval.datasets.errors import DatasetError
from eval.datasets.folder import QUESTIONS, read_folder
from eval.datasets.squad import read_squad
from eval.datasets.table import read_table
from eval.question import Dataset

EXPECTED = f"a folder with {QUESTIONS}, or a .json, .csv or .xlsx file"


def read_dataset(path: Path) -> Dataset:
    """The question set at `path`. Raises DatasetError when it is not one, or a wrong one."""
    if (path / QUESTIONS).is_file():
        return read_folder(path)
    if path.is_dir():
        files = sorted(entry.name for entry in path.iterdir())[:5]
        found = f"a folder with {'、'.join(files) or 'nothing in it'}"
        raise DatasetError(path, "the path", "DATASET", EXPECTED, found)
    if not path.is_file():
        raise DatasetError(path, "the path", "DATASET", EXPECTED, "nothing there")
    match path.suffix.lower():
        case ".json":
            return read_squad(path)
        case ".csv" | ".xlsx":
            return read_table(path)
        case suffix:
            raise DatasetError(path, "the path", "DATASET", EXPECTED, f"a {suffix} file")
