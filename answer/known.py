"""What is known of the stored documents as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from answer.places.levels import home_region
from answer.understanding import Knowledge, knowledge_of
from records import Document


@dataclass(frozen=True, slots=True)
class Known:
    """What was learnt from the documents of one stored state; `revisions` are theirs, by id."""

    revisions: Mapping[str, str]
    knowledge: Knowledge
    home: str


def learn(
    headers: Sequence[Document],
    revisions: Mapping[str, str],
    text_of: Callable[[str], str],
    before: Known | None = None,
) -> Known:
    """The names, the vocabulary (read with `text_of` when first needed) and the home region.

    From what was known `before` is taken over what `revisions` say has not changed.
    """
    known = before.knowledge if before else None
    knowledge = knowledge_of(headers, text_of, revisions, known)
    return Known(revisions, knowledge, home_region(headers))
