"""What the library keeps of one document: its versions, its edits, what is withdrawn."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

from index.rows import document_from_row, metadata_json
from records import Document, DocumentState

State = tuple[DocumentState, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a document that the library holds, its text being in a file of its own.

    `name` is what the file was called when it came, `saved` when that was (ISO, UTC); both are
    empty for a version that was copied from the storage when a newer one replaced it.
    """

    number: int
    metadata: Mapping[str, object]
    name: str = ""
    saved: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that the library says of one document id.

    `versions` come oldest first; the last one is current. Without any the document comes from a
    file outside the library, and `edited` holds the fields that were changed here.
    `withdrawn` lists ids of versions, as `stored_id` gives them.
    """

    id: str
    versions: tuple[Version, ...] = ()
    edited: Mapping[str, object] = field(default_factory=dict)
    withdrawn: tuple[str, ...] = ()

    def stored_id(self, version: Version) -> str:
        """The id under which a version is stored: the document's own for the current one."""
        return self.id if version is self.versions[-1] else f"{self.id}@{version.number}"

    def states(self) -> dict[str, State]:
        """State and successor of every id that the record speaks of, but for current ones."""
        old = {self.stored_id(one) for one in self.versions} - {self.id}
        states = dict.fromkeys(old, (DocumentState.SUPERSEDED, self.id))
        for one in self.withdrawn:
            states[one] = (DocumentState.WITHDRAWN, self.id if one in old else "")
        return states

    def state(self, stored_id: str) -> State:
        """State and successor of one id."""
        return self.states().get(stored_id, (DocumentState.CURRENT, ""))

    def with_version(self, document: Document, name: str = "", saved: str = "") -> Record:
        """The record with a newer version, whose metadata are the document's. Edits are spent."""
        number = self.versions[-1].number + 1 if self.versions else 1
        version = Version(number=number, metadata=metadata_of(document), name=name, saved=saved)
        return replace(self, versions=(*self.versions, version), edited={})

    def with_metadata(self, before: Document, after: Document) -> Record:
        """The record after an edit of the current version's metadata."""
        metadata = metadata_of(after)
        if self.versions:
            current = replace(self.versions[-1], metadata=metadata)
            return replace(self, versions=(*self.versions[:-1], current))
        old = metadata_of(before)
        changed = {name: value for name, value in metadata.items() if value != old[name]}
        return replace(self, edited={**self.edited, **changed})

    def overlaid(self, document: Document) -> Document:
        """A document that comes from a file, with the edits that were made here."""
        if not self.edited:
            return document
        return with_metadata(document, {**metadata_of(document), **self.edited})


def metadata_of(document: Document) -> dict[str, object]:
    """Everything that a document says of itself but its id and text, as JSON values."""
    values: dict[str, object] = json.loads(metadata_json(document))
    return values


def with_metadata(document: Document, metadata: Mapping[str, object]) -> Document:
    """The document with these metadata, which name every field. Raises as a bad row does."""
    return document_from_row(document.id, document.text, json.dumps(metadata))


def record_json(record: Record) -> str:
    """The record as it is written."""
    return json.dumps(asdict(record), ensure_ascii=False, indent=1) + "\n"


def record_from_json(text: str) -> Record:
    """The inverse. Raises ValueError, KeyError or TypeError for anything else."""
    values = json.loads(text)
    return Record(
        id=values["id"],
        versions=tuple(Version(**one) for one in values["versions"]),
        edited=values["edited"],
        withdrawn=tuple(values["withdrawn"]),
    )
