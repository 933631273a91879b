"""Reads a file of any supported type into Documents."""

from __future__ import annotations

import glob
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from ingest.chrome import remove_chrome
from ingest.content import Content, OnPage, Reader
from ingest.errors import UnreadableFile
from ingest.file_types import READERS, SAVE_AS, is_document
from ingest.front_matter import read_sidecar
from ingest.metadata import build_document, slug
from ingest.sidecar import sidecars_of
from records import Document, Message, TextKind
from settings import Settings

_PAGED = frozenset({".pdf"})
_COLLECTIONS = frozenset({".json", ".jsonl"})


def read_file(
    path: Path,
    settings: Settings,
    *,
    readers: Mapping[str, Reader] | None = None,
    on_page: OnPage | None = None,
) -> list[Document]:
    """Return the documents in a file: one, or as many as a .jsonl or .json collection holds.

    `readers` adds or replaces readers by suffix (“.epub”), for instance one of llama-index.
    `on_page` hears of progress through a long PDF. A sidecar (`name.ext.yaml`) fills in the
    metadata of the file. Raises UnreadableFile, whose one line says what to do: format, size,
    password, damage, encoding, no text, bad metadata.
    """
    suffix = path.suffix.lower()
    reader = (readers or {}).get(suffix) or _built_in(path, on_page)
    _check_file(path, settings)
    contents = reader(path)
    if not any(content.text.strip() for content in contents):
        raise _empty(path)
    sidecar = _sidecar_fields(path)
    is_collection = suffix in _COLLECTIONS
    documents = []
    for number, content in enumerate(contents, start=1):
        values = _merged(content.metadata, sidecar, is_collection=is_collection)
        default_id = slug(path.stem) + (f"-{number}" if len(contents) > 1 else "")
        article = _without_chrome(content, is_news=values.get("text_kind") == TextKind.NEWS)
        documents.append(build_document(path, article, values, default_id))
    return documents


def _built_in(path: Path, on_page: OnPage | None) -> Reader:
    suffix = path.suffix.lower()
    if suffix in SAVE_AS:
        raise UnreadableFile(
            path,
            Message(f"不支持 {suffix} 格式", f"The format {suffix} is not supported"),
            Message(
                f"请用 Office/WPS 打开后另存为 {SAVE_AS[suffix]} 再加入",
                f"Open it in its program, save it as {SAVE_AS[suffix]} and add it again",
            ),
        )
    if suffix not in READERS:
        known = " ".join(READERS)
        raise UnreadableFile(
            path,
            Message(f"不认识的文件类型“{suffix}”", f"Unknown file type “{suffix}”"),
            Message(f"可读的类型：{known}", f"Readable types: {known}"),
        )
    # Each reader brings a heavy library: only the one that is needed is imported.
    read: Reader = import_module(f"ingest.readers.{READERS[suffix]}").read
    if suffix in _PAGED and on_page is not None:
        from ingest.readers import pdf

        return lambda file: pdf.read(file, on_page)
    return read


def _check_file(path: Path, settings: Settings) -> None:
    try:
        with path.open("rb"):
            size = path.stat().st_size
    except OSError as error:
        raise UnreadableFile(
            path,
            Message(
                f"打不开文件（{error.strerror}）", f"The file cannot be opened ({error.strerror})"
            ),
            Message("请检查路径和权限", "Check its path and permissions"),
        ) from error
    limit = settings.max_file_megabytes
    if size > limit * 2**20:
        raise UnreadableFile(
            path,
            Message(
                f"文件有 {size / 2**20:.1f} MB，超过上限 {limit} MB",
                f"The file has {size / 2**20:.1f} MB, over the limit of {limit} MB",
            ),
            Message(
                "请拆成几个文件，或用 POLICY_MAX_FILE_MEGABYTES 提高上限",
                "Split it, or raise the limit with POLICY_MAX_FILE_MEGABYTES",
            ),
        )
    if size == 0:
        raise _empty(path)


def _empty(path: Path) -> UnreadableFile:
    return UnreadableFile(
        path,
        Message("文件是空的，没有文字", "The file is empty: it holds no text"),
        Message("请换一份有内容的文件，或删去它", "Replace it by one with text, or delete it"),
    )


def _sidecar_fields(path: Path) -> dict[str, object]:
    found = sidecars_of(path)
    if not found:
        return {}
    sidecar = found[0]
    others = [other.name for other in path.parent.glob(f"{glob.escape(path.stem)}.*")]
    sharing = sorted(name for name in others if is_document(Path(name)))
    if sidecar.stem == path.stem and len(sharing) > 1:
        raise UnreadableFile(
            sidecar,
            Message(
                f"元数据文件对应几个文件：{'、'.join(sharing)}",
                f"The metadata file fits several files: {', '.join(sharing)}",
            ),
            Message(
                f"请改名为 {path.name}.yaml，每个文件一个",
                f"Name it {path.name}.yaml, one for each file",
            ),
        )
    return read_sidecar(sidecar)


def _merged(
    own: Mapping[str, object], sidecar: Mapping[str, object], *, is_collection: bool
) -> dict[str, object]:
    """A sidecar describes one document, so it wins; for a collection it only fills gaps."""
    return {**sidecar, **own} if is_collection else {**own, **sidecar}


def _without_chrome(content: Content, *, is_news: bool) -> Content:
    if not content.may_be_page:
        return content
    article = remove_chrome(content.text, marks_needed=1 if content.is_page or is_news else 2)
    if not article.text.strip():
        return content
    hints = dict(content.hints)
    if article.published is not None:
        hints.setdefault("published", article.published.isoformat())
    if article.source:
        hints.setdefault("source", article.source)
    return Content(text=article.text, metadata=content.metadata, hints=hints, place=content.place)
