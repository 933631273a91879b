"""What tests of several packages share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from index.bundled_model import build_bundled_model
from settings import Settings
from tests.small_storage import MEMORY, SmallStorage, TinyEmbedder


@pytest.fixture
def tiny_embedder() -> TinyEmbedder:
    """Embeds by hashed character bigrams, 64 dimensions."""
    return TinyEmbedder()


@pytest.fixture
def fast_path() -> Iterator[Path]:
    """A temporary folder like `tmp_path`, in memory where that is possible."""
    with TemporaryDirectory(dir=MEMORY) as folder:
        yield Path(folder)


@pytest.fixture
def empty_storage(fast_path: Path) -> SmallStorage:
    """A storage whose corpus is empty, not built yet."""
    corpus = fast_path / "corpus"
    corpus.mkdir()
    return SmallStorage(fast_path / "storage", corpus)


@pytest.fixture
def tiny_storage(empty_storage: SmallStorage) -> SmallStorage:
    """Three documents of two regions, ingested from Markdown files."""
    empty_storage.write(
        "voucher.md",
        "---\ntitle: 算力服务券办法\nregion: 武汉市\nkind: measure\nvalid_until: 2026-12-31\n---\n"
        "第一条 算力服务券按算力费用的50%补助，最高20万元。\n\n第二条 补助期限不超过三年。\n",
    )
    empty_storage.write(
        "housing.md",
        "---\ntitle: 人才住房通知\nregion: 汉阳区\nkind: notice\npublished: 2026-01-15\n---\n"
        "第一条 青年人才每月发放租房补贴1500元。\n\n第二条 申请材料为身份证和劳动合同。\n",
    )
    empty_storage.write(
        "loan.md",
        "---\ntitle: 贷款贴息细则\nregion: 汉阳区\nkind: measure\neffective_from: 2026-03-01\n---\n"
        "第一条 知识价值信用贷款给予贴息，单户不超过30万元。\n",
    )
    empty_storage.update()
    return empty_storage


@pytest.fixture(scope="session")
def built_model() -> Path:
    """The folder of the real built-in model, built on first use."""
    return build_bundled_model(Settings().models)
