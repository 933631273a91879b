"""Imports go one way. Entry points (`__main__`, app) wire packages together and are exempt."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "records": set[str](),
    "settings": set[str](),
    "ingest": {"records", "settings"},
    "index": {"records", "settings", "ingest"},
    "answer": {"records", "settings", "ingest", "index"},
    "chat": {"records", "settings", "ingest", "index", "answer"},
    "eval": {"records", "settings", "ingest", "index", "answer"},
    "train": {"records", "settings", "ingest", "index", "eval"},
}
# Few files may pay for these; everything else must stay light.
HEAVY = {
    "gradio": {"chat"},
    "torch": {"index/bundled_model/build.py", "index/embedding/sentence_transformer.py", "train"},
    "onnx": {"train/export.py", "train/unpack.py"},
    "onnxruntime": {
        "index/embedding/onnx_encoder.py",
        "index/reader/model.py",
        "train/export.py",
    },
    "transformers": {
        "index/bundled_model/build.py",
        "index/bundled_model/quiet.py",
        "index/embedding/sentence_transformer.py",
        "train/network.py",
    },
    "sklearn": {"train/closeness.py"},
    "sentence_transformers": {
        "index/bundled_model/build.py",
        "index/embedding/sentence_transformer.py",
    },
    "faiss": {"index/vectors.py"},
    "tantivy": {"index/fulltext.py"},
    "sqlite3": {"index/database.py", "chat/database"},
    "sqlalchemy": {"chat"},
    "argon2": {"chat/accounts/passwords.py"},
}


def modules() -> Iterator[Path]:
    for package in MAY_IMPORT:
        yield from (ROOT / package).rglob("*.py")
        if (ROOT / f"{package}.py").exists():
            yield ROOT / f"{package}.py"


def imported(path: Path) -> set[str]:
    found = set[str]()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize(
    "path",
    [path for path in modules() if path.name != "__main__.py"],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_a_module_imports_only_from_its_left(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0].removesuffix(".py")
    ours = imported(path) & (MAY_IMPORT.keys() | {"app", "tests"})
    assert ours <= MAY_IMPORT[package] | {package}


@pytest.mark.parametrize("library", HEAVY)
def test_a_heavy_library_stays_in_its_place(library: str) -> None:
    users = {path.relative_to(ROOT) for path in modules() if library in imported(path)}
    for place in HEAVY[library]:
        allowed = {user for user in users if user.is_relative_to(place)}
        assert allowed, f"nothing in {place} imports {library}: take it off the list"
        users -= allowed
    assert not users


def test_the_parts_of_answering_import_one_way() -> None:
    needs = defaultdict[str, set[str]](set)
    for path in (ROOT / "answer").rglob("*.py"):
        part = path.relative_to(ROOT).parts[1].removesuffix(".py")
        if part in ("__init__", "__main__"):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [str(node.module)] if isinstance(node, ast.ImportFrom) else []
            assert "answer" not in names, f"{path} imports the package as a whole"
            needs[part] |= {one.split(".")[1] for one in names if one.startswith("answer.")}
        needs[part].discard(part)
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        pytest.fail(f"parts of answer/ import each other in a circle: {error.args[1]}")
