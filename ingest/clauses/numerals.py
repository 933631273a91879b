"""Clause numbers as integers, whichever way they are written."""

from __future__ import annotations

import unicodedata

DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
UNITS = {"十": 10, "百": 100, "千": 1000}
CHINESE = "〇零一二三四五六七八九十百千两"


def number(text: str) -> int | None:
    """Return the value of “十二”, “一百〇三”, “12”, “１２”, “⑫” or “㈠”; None if it is no number.

    Single letters count from one: “a” is 1, “C” is 3.
    """
    text = text.strip()
    if not text:
        return None
    if text.isdecimal():
        return int(text)
    if all(character in DIGITS or character in UNITS for character in text):
        return _chinese(text)
    if len(text) == 1:
        if text.isascii() and text.isalpha():
            return ord(text.lower()) - ord("a") + 1
        value = unicodedata.numeric(text, None)
        return None if value is None else int(value)
    return None


def _chinese(text: str) -> int:
    """Read a Chinese numeral below ten thousand; a string of bare digits is read as digits."""
    if len(text) > 1 and not any(character in UNITS for character in text):
        return int("".join(str(DIGITS[character]) for character in text))
    total = 0
    digit = 0
    for character in text:
        if character in UNITS:
            total += (digit or 1) * UNITS[character]
            digit = 0
        else:
            digit = DIGITS[character]
    return total + digit
