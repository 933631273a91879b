"""Offices by their names, short or in full."""

from __future__ import annotations


def same_office(first: str, second: str) -> bool:
    """Whether one name is the other, or its short form: each of its characters, in order.

    科创局 is 科技创新局.
    """
    short, long = sorted((first, second), key=len)
    rest = iter(long)
    return all(character in rest for character in short)
