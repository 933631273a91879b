"""Tables in an answer's text, written as Markdown: one row for each place or document."""

from __future__ import annotations

from collections.abc import Sequence

from answer.finding import Sentence, Shape

# By language: places, documents, and what follows the first column.
_PLACE = ("地区", "Place")
_DOCUMENT = ("文件", "Document")
_FURTHER = (("规定", "有效性", "说明"), ("Provision", "Standing", "Remarks"))
_TITLE_MARK = "《"


def table_cell(text: str) -> str:
    """Text of a document as a cell: on one line, and without the sign that ends a cell."""
    return " ".join(text.replace("|", "｜").split())


def table_row(cells: Sequence[str]) -> str:
    """One line of a table."""
    return f"| {' | '.join(cells)} |"


def table_frame(rows: Sequence[Sentence], *, english: bool) -> list[str]:
    """The header and the line below it, for rows of two to four cells.

    Further columns have no name. The first column is named for documents when every row begins
    with a title.
    """
    language = int(english)
    titles = all(row.cells[0].startswith(_TITLE_MARK) for row in rows)
    columns = max(len(row.cells) for row in rows)
    return list(_frame(_DOCUMENT if titles else _PLACE, language, columns))


def is_table_frame(line: str) -> bool:
    """Whether a line of an answer only frames a table: it states nothing and needs no marker."""
    return line.strip() in _FRAMES


def is_row(sentence: Sentence) -> bool:
    """Whether a sentence is a row of a table."""
    return sentence.shape is Shape.ROW


def _frame(first: tuple[str, str], language: int, columns: int) -> tuple[str, str]:
    names = (first[language], *_FURTHER[language])[:columns]
    names += ("",) * (columns - len(names))
    return table_row(names), table_row(["---"] * columns)


_FRAMES = frozenset(
    line
    for first in (_PLACE, _DOCUMENT)
    for language in (0, 1)
    for columns in range(1, 9)
    for line in _frame(first, language, columns)
)
