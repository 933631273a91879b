"""Writes a figure so that reading it gives the same value, unit and modality again."""

from __future__ import annotations

from typing import Literal

from answer.figures.model import Figure
from answer.figures.write_chinese import in_chinese
from answer.figures.write_english import in_english


def format_figure(figure: Figure, language: Literal["zh", "en"] = "zh") -> str:
    """The figure with its modality, 累计 and 每年, as text of `language`.

    “最高20万元” is “up to RMB 200,000” and “不超过3年” “up to 3 years”. English has no measure
    words, so a count is its bare number there, to be followed by a noun; what English cannot say
    exactly (五折, 三分之一, 8月上旬) stays Chinese.
    """
    return in_english(figure) if language == "en" else in_chinese(figure)
