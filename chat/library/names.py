"""Names that come from outside: kept as the plain text they are, refused where they could be more.

Whoever shows them escapes them; nothing here makes a file name or a path of them.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath

from chat.library.errors import RefusedFile
from ingest.metadata import slug
from records import Message

LONGEST_FILE_NAME = 200
LONGEST_ID = 80
_PATH = re.compile(r"[/\\:]")
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")


def has_controls(text: str) -> bool:
    """Whether control characters or line separators stand in a text that is to be one line."""
    return any(unicodedata.category(one) in ("Cc", "Zl", "Zp", "Cs") for one in text)


def checked_file_name(name: str) -> str:
    """The name of an uploaded file, as it is. Raises RefusedFile if it could be a path."""
    if not name.strip() or name in (".", ".."):
        raise RefusedFile(Message("文件没有名称", "the file has no name"))
    if _PATH.search(name):
        raise RefusedFile(
            Message("文件名含有路径（/ \\ :），请改名", "the name holds a path (/ \\ :): rename it")
        )
    if has_controls(name):
        raise RefusedFile(
            Message("文件名含有控制字符，请改名", "the name holds control characters: rename it")
        )
    if len(name) > LONGEST_FILE_NAME:
        raise RefusedFile(
            Message(
                f"文件名有 {len(name)} 个字符，超过上限 {LONGEST_FILE_NAME}，请改短",
                f"the name has {len(name)} characters, over the limit of {LONGEST_FILE_NAME}: "
                "shorten it",
            )
        )
    return name


def name_on_disk(name: str) -> str:
    """A harmless name of the same type: what the file is kept under while it is read."""
    suffix = suffix_of(name)
    return f"{proposed_id(name)}{suffix}"


def suffix_of(name: str) -> str:
    """The suffix in lower case; empty if it is none that a file type could have."""
    suffix = PurePath(name).suffix
    return suffix.lower() if _SUFFIX.fullmatch(suffix) else ""


def proposed_id(name: str) -> str:
    """A document id made of a file's name."""
    return id_like(PurePath(name).stem)


def id_like(text: str) -> str:
    """The nearest thing to `text` that can be a document id, with room for a number after it."""
    return slug(text)[: LONGEST_ID - 20].strip("-.") or "document"


def is_id(text: str) -> bool:
    """Whether this can be the id of a document of the library: letters, digits, “-”, “_”, “.”."""
    return 0 < len(text) <= LONGEST_ID and slug(text) == text
