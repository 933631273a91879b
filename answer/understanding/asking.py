"""Which clauses of a question ask, and which only say what is asked about."""

from __future__ import annotations

import re

# What stands between two marks.
CLAUSE = re.compile("[^,，。;；?？!！]+")
_YES_NO = re.compile(
    "(?:吗|么|嘛|不|没|没有|否)$|对吧|是吧|是不是|有没有|可不可以|可以不|需不需要|应不应该|"
    "(?P<a>[\u4e00-\u9fff])不(?P=a)|能否|可否|是否|会否|有无|吧$|"
    r"^(?:is|are|was|were|do|does|did|can|could|will|would|may|must|should|has|have)\b"
)
_NOT_YES_NO = re.compile("怎么$|什么$|要么|那么$|多么")
_WHICH = re.compile(
    "多少|(?<![好那这近])几(?!乎)|什么(?!都)|啥(?!都)|哪|谁|怎么|如何|何时|多久|多长|多大|"
    r"\b(?:what|which|who|when|where|how)\b"
)
# “有啥…吗” asks whether there is any, not which.
_ANY_AT_ALL = re.compile("有没有(?:啥|什么)|有(?:啥|什么).{1,10}(?:吗|么)$")


def is_asking(clause: str) -> bool:
    """Whether a clause (lower case) asks something itself."""
    return _WHICH.search(clause) is not None or is_yes_no(clause)


def is_yes_no(clause: str) -> bool:
    """Whether a clause is put so that yes or no would answer it."""
    return _YES_NO.search(clause) is not None and _NOT_YES_NO.search(clause) is None


def asks_which(clause: str) -> bool:
    """Whether it asks for a thing in spite of 吗: “补多少”, “哪个部门”, “怎么申请”."""
    return _WHICH.search(clause) is not None and _ANY_AT_ALL.search(clause) is None


def asking_clauses(text: str) -> list[tuple[int, int]]:
    """Where the clauses of `text` stand that ask, in order: [start, end)."""
    return [
        match.span() for match in CLAUSE.finditer(text) if is_asking(match.group().strip().lower())
    ]
