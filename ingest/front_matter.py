"""YAML metadata: the front matter of Markdown, and sidecar files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from ingest.encoding import UnknownEncodingError, decode
from ingest.errors import UnreadableFile
from records import Message

_FRONT_MATTER = re.compile(r"---[ \t]*\n((?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")


def split_front_matter(path: Path, text: str) -> tuple[dict[str, object], str]:
    """Return the front matter of a Markdown text and the text after it.

    Every scalar comes as the string that was written: dates are checked later, with their
    field's name. A text that merely begins with a rule has no front matter.
    Raises UnreadableFile when the YAML is broken.
    """
    match = _FRONT_MATTER.match(text)
    if match is None:
        return {}, text
    parsed = _load(path, match[1], "front matter", first_line=2)
    if not isinstance(parsed, dict):
        return {}, text
    return parsed, text[match.end() :]


def read_sidecar(path: Path) -> dict[str, object]:
    """Return the fields of a sidecar file. Raises UnreadableFile."""
    try:
        text = decode(path.read_bytes())
    except UnknownEncodingError as error:
        raise UnreadableFile(
            path,
            Message("元数据文件的文字编码无法识别", "The metadata file's encoding is unknown"),
            Message("请另存为 UTF-8", "Save it as UTF-8"),
        ) from error
    parsed = _load(path, text, "sidecar", first_line=1)
    if parsed is None:
        return {}
    if not isinstance(parsed, dict):
        raise UnreadableFile(
            path,
            Message(
                "元数据文件应是“字段: 值”的形式", "The metadata file must hold “field: value” lines"
            ),
            Message("例如写成 title: 文件标题", "Write for example title: A title"),
        )
    return parsed


def _load(path: Path, text: str, what: str, *, first_line: int) -> object:
    try:
        # BaseLoader leaves scalars as strings: an id 007 stays 007, and a title “yes” is no bool.
        parsed: object = yaml.load(text, Loader=yaml.BaseLoader)
    # Beside its own errors it raises these, at deep nesting and at escapes of no character.
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f"{first_line + mark.line}" if mark else ""
        problem = getattr(error, "problem", None) or " ".join(str(error).split())
        raise UnreadableFile(
            path,
            Message(
                f"元数据（YAML）{line and f'第{line}行'}有误：{problem}",
                f"The {what} (YAML) is broken{line and f' at line {line}'}: {problem}",
            ),
            Message(
                "含冒号或引号的值请用单引号括起来",
                "Put values with colons or quotes in single quotes",
            ),
        ) from error
    if isinstance(parsed, Mapping):
        return {str(key): value for key, value in parsed.items()}
    return parsed
