"""Files that were uploaded and not saved yet: read, with what can be proposed for their form."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from chat.library.errors import NotStaged, RefusedFile
from chat.library.metadata import Metadata, metadata_of
from chat.library.names import checked_file_name, id_like, is_id, name_on_disk
from chat.library.reading import outline_of
from chat.library.region import region_of
from chat.library.staged import OnProgress, Progress, Staged, StagedFile, Upload
from index.library import LibraryError, Original
from index.store import Store
from ingest.clauses import split
from ingest.content import OnPage
from ingest.errors import UnreadableFile
from records import Document, DocumentState, Message

# The oldest files give way: who uploads more than this without saving has to upload again.
MOST_STAGED = 200
MOST_HELD_BYTES = 500 * 2**20
# A Chinese character takes two in the text of a document, and as many in its passages.
_BYTES_OF_CHARACTER = 4
ReadFile = Callable[[Path, OnPage], Sequence[Document]]


class Staging:
    """Holds what was uploaded until it is saved. Kept in memory: a restart forgets it."""

    def __init__(
        self,
        read_file: ReadFile,
        store: Callable[[], Store],
        passage_characters: int,
        most_bytes: int,
    ) -> None:
        """`store` gives the storage as it is; `most_bytes` is the largest file taken in."""
        self._read_file = read_file
        self._store = store
        self._passage_characters = passage_characters
        self._most_bytes = most_bytes
        self._held: OrderedDict[str, tuple[Staged, Original]] = OrderedDict()
        self._lock = threading.Lock()

    def stage(
        self, uploads: Sequence[Upload], on_progress: OnProgress | None = None
    ) -> list[StagedFile]:
        """Read files one by one. One that cannot be read does not stop the others."""
        told = on_progress or (lambda _: None)
        results = []
        for number, upload in enumerate(uploads, start=1):
            progress = Progress(name=upload.name, file=number, files=len(uploads))
            told(progress)
            on_page = _pages_of(progress, told)
            try:
                documents = self._staged(upload, on_page)
                results.append(StagedFile(name=upload.name, documents=documents))
            except LibraryError as error:
                results.append(StagedFile(name=upload.name, problem=error.message))
        return results

    @contextmanager
    def taking(self, token: str) -> Iterator[tuple[Staged, Original]]:
        """What is staged under a token; forgotten when the block ends well, kept when it fails.

        Raises NotStaged if there is nothing, or somebody else is saving it.
        """
        with self._lock:
            held = self._held.pop(token, None)
        if held is None:
            raise NotStaged
        try:
            yield held
        except BaseException:
            with self._lock:
                self._held[token] = held
            raise

    def get(self, token: str) -> Staged:
        """What is staged under a token. Raises NotStaged."""
        with self._lock:
            if token not in self._held:
                raise NotStaged
            return self._held[token][0]

    def drop(self, token: str) -> None:
        """Forget an upload. Forgetting twice does no harm."""
        with self._lock:
            self._held.pop(token, None)

    def _staged(self, upload: Upload, on_page: OnPage) -> tuple[Staged, ...]:
        name = checked_file_name(upload.name)
        if len(upload.content) > self._most_bytes:
            raise RefusedFile(
                Message(
                    f"文件有 {len(upload.content) / 2**20:.1f} MB，"
                    f"超过上限 {self._most_bytes / 2**20:.0f} MB，请拆成几个文件",
                    f"the file has {len(upload.content) / 2**20:.1f} MB, over the limit of "
                    f"{self._most_bytes / 2**20:.0f} MB: split it",
                )
            )
        documents = [_with_own_name(one, upload) for one in self._read(name, upload, on_page)]
        if len(documents) > MOST_STAGED:
            raise RefusedFile(
                Message(
                    f"文件里有 {len(documents)} 份文档，最多 {MOST_STAGED} 份；"
                    "请拆成几个文件，或用 python -m ingest 加入",
                    f"the file has {len(documents)} documents, and {MOST_STAGED} are the most: "
                    "split it, or add it with python -m ingest",
                )
            )
        headers = self._store().document_headers()
        # Of a collection every document is kept as text: one file is no original of each.
        original = Original(name, upload.content if len(documents) == 1 else b"")
        staged = tuple(self._proposal(document, headers) for document in documents)
        self._hold(staged, original)
        return staged

    def _read(self, name: str, upload: Upload, on_page: OnPage) -> Sequence[Document]:
        with TemporaryDirectory(prefix="policy-upload-") as folder:
            path = Path(folder, name_on_disk(name))
            path.write_bytes(upload.content)
            try:
                return self._read_file(path, on_page)
            except UnreadableFile as error:
                raise RefusedFile.of(error) from error

    def _proposal(self, document: Document, headers: Sequence[Document]) -> Staged:
        twins = self._store().ids_of_text(document.text)
        older = _older(document, headers)
        free = replace(document, id=_free_id(document.id, {one.id for one in headers}))
        return Staged(
            token=secrets.token_urlsafe(16),
            document=free,
            metadata=_proposed(free),
            outline=outline_of(free),
            passages=tuple(split(free, self._passage_characters)),
            same_text=twins[0] if twins else "",
            older=older,
        )

    def _hold(self, documents: Sequence[Staged], original: Original) -> None:
        """Keep the documents of one file, all of them, whatever has to give way."""
        with self._lock:
            self._held |= {one.token: (one, original) for one in documents}
            while len(self._held) > len(documents) and self._is_full():
                self._held.popitem(last=False)

    def _is_full(self) -> bool:
        held = sum(
            len(original.content) + _BYTES_OF_CHARACTER * len(staged.document.text)
            for staged, original in self._held.values()
        )
        return len(self._held) > MOST_STAGED or held > MOST_HELD_BYTES


def _proposed(document: Document) -> Metadata:
    metadata = metadata_of(document)
    return replace(metadata, region=metadata.region or region_of(metadata.issuing_body))


def _pages_of(progress: Progress, told: OnProgress) -> OnPage:
    return lambda page, pages: told(replace(progress, page=page, pages=pages))


def _with_own_name(document: Document, upload: Upload) -> Document:
    """Where the text gives no title the file's name is one, not the name it was read under."""
    stem = PurePath(name_on_disk(upload.name)).stem
    title = PurePath(upload.name).stem if document.title == stem else document.title
    return replace(document, title=title, url=document.url or upload.url)


def _older(document: Document, headers: Sequence[Document]) -> tuple[str, ...]:
    """Current documents of the same id, 文号 or title."""
    return tuple(
        one.id
        for one in headers
        if one.state is DocumentState.CURRENT
        and (
            one.id == document.id
            or (document.doc_number and one.doc_number == document.doc_number)
            or one.title == document.title
        )
    )


def _free_id(wanted: str, taken: set[str]) -> str:
    base = wanted if is_id(wanted) else id_like(wanted)
    number, free = 1, base
    while free in taken:
        number += 1
        free = f"{base}-{number}"
    return free
