"""Tables for spreadsheet programs, with nothing in them that such a program would run."""

from chat.spreadsheets.cells import as_text, harmless
from chat.spreadsheets.workbook import workbook_bytes

__all__ = ["as_text", "harmless", "workbook_bytes"]
