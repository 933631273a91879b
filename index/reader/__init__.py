"""The reader: which words of a passage answer a question, and whether any do."""

from index.reader.model import Reader, ReaderModel
from index.reader.opening import default_reader_folder, open_reader
from index.reader.reading import Reading, Span

__all__ = ["Reader", "ReaderModel", "Reading", "Span", "default_reader_folder", "open_reader"]
