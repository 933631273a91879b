"""Measures of home in force, to be told whole."""

from __future__ import annotations

from datetime import date

from records import Document

HOME = "武汉市"


def measure(name: str, title: str, text: str, **values: object) -> Document:
    """A measure with its title as the first heading; `values` change its other fields."""
    made = {"kind": "measure", "region": HOME, "effective_from": date(2025, 3, 19)} | values
    return Document(id=name, title=title, text=f"# {title}\n\n{text}", **made)  # type: ignore[arg-type]
