"""Which clauses lie inside which.

Which style of number lies inside which is discovered per document, in order of appearance: some
documents number 一、 › （一） › 1., some begin with （一）. Only 编 › 章 › 节, annexes and Markdown
headings have a fixed rank. A number of an outer style closes everything inside.
"""

from __future__ import annotations

from .markers import MARKDOWN, PLAIN, Marker

# The customary order (GB/T 9704—2012, 7.3.3, and the rules for statutes), outermost first.
_ORDER = (
    *MARKDOWN, "annex", "部分", "编", "分编", "篇", "章", "节", PLAIN, "条", "款", "roman", "comma",
    "question", "paren", "dot", "dotted1", "dotted2", "dotted3", "dotted4", "figure", "half",
    "circle",
    "letter", "bracket",
)  # fmt: skip
_RANK = {style: rank for rank, style in enumerate(_ORDER)}
_FIXED = _RANK[PLAIN]  # styles up to here close everything that does not rank above them


def nesting(marks: list[Marker]) -> list[int]:
    """Return how deep each clause lies, 0 for the outermost."""
    below: dict[str, set[str]] = {}
    stack: list[tuple[str, int]] = []
    depths: list[int] = []
    for at, marker in enumerate(marks):
        style = marker.style
        styles = [entry for entry, _ in stack]
        if style in styles:
            del stack[styles.index(style) :]
        elif _RANK[style] <= _FIXED:
            while stack and not _RANK[stack[-1][0]] < _RANK[style]:
                stack.pop()
        elif style in below:
            while stack and (stack[-1][0] in below[style] or _closes(style, stack[-1][0], below)):
                stack.pop()
        else:
            while stack and _closes(style, stack[-1][0], below) and not _goes_on(marks, at, stack):
                stack.pop()
        for entry, _ in stack:
            below[entry].add(style)
        below.setdefault(style, set())
        depths.append(len(stack))
        stack.append((style, marker.value))
    return depths


def _closes(style: str, inner: str, below: dict[str, set[str]]) -> bool:
    """Tell whether custom ranks `style` above the open list `inner`, and the document agrees.

    A title in 【】 has no rank of its own: it stands at whatever level it appears.
    """
    return inner != "bracket" and _RANK[inner] > _RANK[style] and style not in below[inner]


def _goes_on(marks: list[Marker], at: int, stack: list[tuple[str, int]]) -> bool:
    """Tell whether the innermost open list counts on after `at`: then a new style lies inside it.

    It does if its next number comes before it begins anew and before an outer list counts on.
    """
    style, value = stack[-1]
    outer = {entry for entry, _ in stack[:-1]}
    for marker in marks[at + 1 :]:
        if marker.style == style:
            return marker.value == value + 1
        if marker.style in outer:
            return False
    return False
