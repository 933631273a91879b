"""Checks an Office file, which is a zip archive, before a library opens it."""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO

from ingest.errors import UnreadableFile
from records import Message

# First bytes of an OLE file: old .doc/.xls/.ppt, and any Office file with a password.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# A page of text packs to a few kilobytes; more than this is an attack, not a document. Text alone
# packs to a tenth or a twentieth; only repetition packs to a hundredth and less.
_MOST_UNPACKED_BYTES = 2**30
_MOST_RATIO = 100
_HARMLESS_BYTES = 64 * 2**20
_MOST_ENTRIES = 20_000
# What zipfile raises at broken offsets, names, lengths, methods and encrypted members.
_ZIP_ERRORS = (OSError, ValueError, EOFError, RuntimeError, NotImplementedError, struct.error)

PARSING_ERRORS = (ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError)
"""What the Office libraries raise, beside their own errors, when parts are missing or odd."""


def check_package(path: Path, folder: str) -> None:
    """Raise UnreadableFile when an Office file is old, has a password, or is damaged.

    `folder` is the one that its program keeps the content in: “word/”, “xl/”, “ppt/”.
    """
    with path.open("rb") as stream:
        check_package_stream(stream, path, folder)


def check_package_stream(stream: BinaryIO, path: Path, folder: str) -> None:
    """The same for a file that is open, or in memory; `path` is what errors call it."""
    size = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    if stream.read(len(_OLE)) == _OLE:
        raise _has_password(path) if _ENCRYPTED in stream.read() else _is_old(path)
    try:
        with zipfile.ZipFile(stream) as archive:
            entries = archive.infolist()
            unpacked = sum(entry.file_size for entry in entries)
            # What the archive says of itself, before anything is unpacked; where it lies, reading
            # stops at the size it gave.
            if _is_bomb(unpacked, size) or len(entries) > _MOST_ENTRIES:
                raise _too_large(path, unpacked, len(entries))
            broken = archive.testzip()
    except (*_ZIP_ERRORS, zipfile.BadZipFile, zlib.error) as error:
        raise damaged(path, str(error)) from error
    if broken:
        raise damaged(path, broken)
    if not any(entry.filename.startswith(folder) for entry in entries):
        raise damaged(path, f"no {folder}")


def damaged(path: Path, detail: str) -> UnreadableFile:
    """Build the error for a file that is incomplete or damaged.

    `detail` is what the library that read it says. It is English, so only the English has it.
    """
    return UnreadableFile(
        path,
        Message("文件已损坏或不完整", f"The file is damaged or incomplete ({detail})"),
        Message(
            "请重新下载，或用 Office/WPS 打开后另存再加入",
            "Download it again, or open it in Office or WPS, save it and add it again",
        ),
    )


def _is_bomb(unpacked: int, packed: int) -> bool:
    if unpacked > _MOST_UNPACKED_BYTES:
        return True
    return unpacked > max(_HARMLESS_BYTES, _MOST_RATIO * packed)


def _too_large(path: Path, unpacked: int, entries: int) -> UnreadableFile:
    size = f"{unpacked / 2**20:.0f} MB"
    return UnreadableFile(
        path,
        Message(
            f"文件解压后有 {size}、{entries} 个部分，大得异常",
            f"The file unpacks to {size} in {entries} parts, far too much",
        ),
        Message(
            "请用 Office/WPS 打开后另存再加入；如来历不明请勿使用",
            "Open it in Office or WPS, save it and add it again, unless you do not know where it "
            "comes from",
        ),
    )


def _has_password(path: Path) -> UnreadableFile:
    return UnreadableFile(
        path,
        Message("文件设有密码", "The file has a password"),
        Message("请去掉密码后另存再加入", "Save it without the password and add it again"),
    )


def _is_old(path: Path) -> UnreadableFile:
    suffix = path.suffix.lower()
    return UnreadableFile(
        path,
        Message(
            f"内容是旧版 Office 格式，只是文件名写成了 {suffix}",
            f"The content is in an old Office format, only its name says {suffix}",
        ),
        Message(
            f"请用 Office/WPS 打开后另存为 {suffix}", f"Open it in Office, save it as {suffix}"
        ),
    )
