"""Both ways between our readers and those of llama-index."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from llama_index.core.readers.base import BaseReader
from llama_index.core.schema import Document as LlamaDocument

from ingest.content import Content, Reader
from ingest.encoding import clean
from ingest.fields import FIELDS
from ingest.reading import read_file
from records import Document
from settings import Settings


def from_llama_index(reader: BaseReader) -> Reader:
    """Return a reader for `read_file(…, readers={".epub": …})` made of one of llama-index.

    Its documents (pages, sections) are joined by blank lines into one text; metadata of its
    first document is kept where its name is one of our fields.
    """

    def read(path: Path) -> list[Content]:
        parts = reader.load_data(path)
        text = "\n\n".join(part.text for part in parts if part.text)
        known: Mapping[str, Any] = parts[0].metadata if parts else {}
        metadata = {name: value for name, value in known.items() if name in FIELDS}
        return [Content(text=clean(text), metadata=metadata)]

    return read


class PolicyReader(BaseReader):
    """Our reading as a llama-index reader.

    For instance `SimpleDirectoryReader(folder, file_extractor={".docx": PolicyReader()})`.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        """Take the settings that limit file size; the default ones if left out."""
        self._settings = settings or Settings()

    def load_data(
        self, file: Path | str, extra_info: dict[str, Any] | None = None, **_: Any
    ) -> list[LlamaDocument]:
        """Return a llama-index document for each document in the file, under the same ids.

        Raises UnreadableFile.
        """
        return [
            LlamaDocument(
                id_=document.id,
                text=document.text,
                metadata={**(extra_info or {}), **_metadata(document)},
            )
            for document in read_file(Path(file), self._settings)
        ]


def _metadata(document: Document) -> dict[str, str]:
    fields = {
        "title": document.title,
        "kind": document.kind,
        "region": document.region,
        "issuing_body": document.issuing_body,
        "doc_number": document.doc_number,
        "published": document.published,
        "effective_from": document.effective_from,
        "valid_until": document.valid_until,
        "date_notes": document.date_notes,
        "source_url": document.url,
        "text_kind": document.text_kind.value,
    }
    return {name: str(value) for name, value in fields.items() if value}
