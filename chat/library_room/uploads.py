"""Files that the page has sent, as Gradio keeps them until they are read."""

from __future__ import annotations

from pathlib import Path

from gradio.utils import get_upload_folder

from chat.library_room.strings import CHINESE, ENGLISH
from records import Message


def uploaded(path: str) -> Path | None:
    """The file of an upload; None for any other path, which a page could name as well."""
    folder = Path(get_upload_folder()).resolve()
    try:
        found = Path(path).resolve()
    except (OSError, ValueError):
        return None
    return found if found.is_relative_to(folder) and found.is_file() else None


def too_large(size: int, most_megabytes: int) -> Message:
    """What is told of a file of `size` bytes."""
    megabytes = f"{size / 2**20:.1f}"
    return Message(
        CHINESE.too_large.format(size=megabytes, limit=most_megabytes),
        ENGLISH.too_large.format(size=megabytes, limit=most_megabytes),
    )
