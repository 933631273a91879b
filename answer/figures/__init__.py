"""Figures in policy text: reading, comparing, writing and checking them."""

from answer.figures.check import supports, unsupported_figures
from answer.figures.compare import same_meaning, same_value
from answer.figures.labels import unsupported_labels
from answer.figures.model import CalendarDate, Figure, FigureKind, Modality
from answer.figures.parse import parse_figures
from answer.figures.write import format_figure

__all__ = [
    "CalendarDate",
    "Figure",
    "FigureKind",
    "Modality",
    "format_figure",
    "parse_figures",
    "same_meaning",
    "same_value",
    "supports",
    "unsupported_figures",
    "unsupported_labels",
]
