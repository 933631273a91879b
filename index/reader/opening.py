"""Which reader the settings name."""

from __future__ import annotations

from pathlib import Path

from index.reader.model import Reader, ReaderModel
from settings import BUNDLED_MODEL, NO_READER, Settings


def default_reader_folder() -> Path:
    """Where the weights that ship with the project stand."""
    return Path(__file__).parent / "weights"


def open_reader(settings: Settings) -> Reader | None:
    """The reader of the settings, None when it is switched off.

    Raises ReaderMissing, naming the file, when its weights are not there.
    """
    if settings.reader == NO_READER:
        return None
    if settings.reader == BUNDLED_MODEL:
        return ReaderModel(default_reader_folder())
    return ReaderModel(Path(settings.reader))
