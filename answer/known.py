"""What is known of the stored documents as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from answer.locality import home_region
from answer.understanding import Knowledge, knowledge_of
from records import Document


@dataclass(frozen=True, slots=True)
class Known:
    """The headers of one stored state, and what was learnt from them."""

    headers: Sequence[Document]
    knowledge: Knowledge
    home: str


def learn(headers: Sequence[Document], text_of: Callable[[str], str]) -> Known:
    """The names, the vocabulary (read with `text_of` when first needed) and the home region."""
    return Known(headers, knowledge_of(headers, text_of), home_region(headers))
