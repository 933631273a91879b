"""A question in the address of the page: what a shared link asks."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs

# The names that `conversation.js` writes into a link and `waiting.js` takes out of the address.
_QUESTION, _REGION, _IN_FORCE = "q", "region", "in_force"
_LONGEST_QUERY = 20_000


@dataclass(frozen=True, slots=True)
class SharedQuestion:
    """A question with the filters it was asked with. `region` is "" for all regions."""

    question: str
    region: str
    in_force_only: bool


def shared_question(query: object) -> SharedQuestion | None:
    """What the query string of an address (“?q=…&region=…&in_force=1”) asks, None if nothing.

    It comes from whoever wrote the link: it is text, to be shown and asked like typed text.
    """
    if not isinstance(query, str) or len(query) > _LONGEST_QUERY:
        return None
    given = parse_qs(query.removeprefix("?"), max_num_fields=100)
    question = given.get(_QUESTION, [""])[0].strip()
    if not question:
        return None
    return SharedQuestion(
        question=question,
        region=given.get(_REGION, [""])[0].strip(),
        in_force_only=given.get(_IN_FORCE, [""])[0] == "1",
    )
