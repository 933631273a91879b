"""What a storage was built with. Two storages of different identity cannot be mixed."""

from __future__ import annotations

from dataclasses import dataclass, fields

from index.embedding import embedder_name
from ingest.clauses.version import SPLITTER_VERSION
from settings import Settings

# Raise it when schema.sql or the text that is embedded changes; where the old tables can be
# brought up to it as they stand, `index.migration` does so.
SCHEMA_VERSION = 2


@dataclass(frozen=True, slots=True)
class Identity:
    """Schema, splitter and model, as written in the storage's `meta` table."""

    schema: str
    splitter: str
    embedder: str

    def differences(self, other: Identity) -> list[str]:
        """One line for each part in which `other` differs, both values shown."""
        return [
            f"{field.name}: storage has {getattr(self, field.name)!r}, "
            f"the settings ask for {getattr(other, field.name)!r}"
            for field in fields(self)
            if getattr(self, field.name) != getattr(other, field.name)
        ]


def identity_of(settings: Settings) -> Identity:
    """The identity that these settings build and can read."""
    return Identity(
        schema=str(SCHEMA_VERSION),
        splitter=f"clauses-{SPLITTER_VERSION}/{settings.passage_characters}",
        embedder=embedder_name(settings),
    )
