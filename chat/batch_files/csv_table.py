"""Questions in a CSV file."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence

from chat.batch_files.header import find_header
from chat.batch_files.limits import BatchFileError
from chat.batch_files.outcome import ADDED_COLUMNS
from chat.masking import mask
from chat.spreadsheets import harmless
from ingest.encoding import UnknownEncodingError, decode
from records import Message

_DELIMITERS = ",;\t"
_EMPTY = Message("文件是空的，里面一个字也没有", "The file is empty: there is not a word in it")


class CsvTable:
    """A CSV file in UTF-8, GB18030 or UTF-16, with commas, semicolons or tabs."""

    def __init__(self, data: bytes) -> None:
        """Raises BatchFileError if it cannot be read, or has no column of questions."""
        try:
            text = decode(data)
        except UnknownEncodingError as error:
            raise BatchFileError(
                Message(
                    "认不出文件的编码；请另存为 UTF-8 的 CSV",
                    "The encoding of the file is unknown: save it as CSV in UTF-8",
                )
            ) from error
        self._delimiter = _delimiter(text)
        try:
            self._rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=self._delimiter))
        except csv.Error as error:
            raise BatchFileError(
                Message(
                    f"不是可以读取的 CSV（{error}）；请用表格软件另存为 CSV",
                    f"This is no CSV file that can be read ({error}): save it as CSV anew",
                )
            ) from error
        self._header = find_header(self._rows, empty=_EMPTY)

    def questions(self) -> dict[int, str]:
        """The questions by the number of their row; rows without one are left out."""
        column = self._header.column
        return {
            at: row[column].strip()
            for at, row in enumerate(self._rows)
            if at > self._header.row and len(row) > column and row[column].strip()
        }

    def answered(self, columns: Mapping[int, Sequence[str]]) -> bytes:
        """The file with the columns added behind its own, in UTF-8 with a mark that Excel knows.

        Its own cells come back too with nothing in them that a spreadsheet would run.
        """
        return self._written(columns, str)

    def masked(self, columns: Mapping[int, Sequence[str]]) -> bytes:
        """The same with personal data masked in every cell."""
        return self._written(columns, mask)

    def _written(self, columns: Mapping[int, Sequence[str]], shown: Callable[[str], str]) -> bytes:
        width = max(len(row) for row in self._rows)
        stream = io.StringIO(newline="")
        writer = csv.writer(stream, delimiter=self._delimiter)
        for at, row in enumerate(self._rows):
            added = ADDED_COLUMNS if at == self._header.row else columns.get(at, ())
            padded = [*row, *[""] * (width - len(row))] if added else row
            writer.writerow([harmless(shown(cell)) for cell in (*padded, *added)])
        return b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8")


def _delimiter(text: str) -> str:
    """The sign that stands most often in the first lines; a comma where there is none."""
    sample = "\n".join(text.split("\n")[:20])
    return max(_DELIMITERS, key=lambda sign: (sample.count(sign), sign == ","))
