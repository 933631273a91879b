"""The vocabulary is carried on from state to state, and is what counting anew would give."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.understanding import vocabulary
from answer.understanding.vocabulary import Source, Vocabulary

_TEXTS = st.text(alphabet="算力券补贴。a 1１〔", max_size=60)
_STATES = st.lists(
    st.dictionaries(st.sampled_from("abcdef"), _TEXTS, max_size=6), min_size=2, max_size=5
)


def of(texts: Mapping[str, str], before: Vocabulary | None = None) -> Vocabulary:
    """Documents of these texts; the revision of a document is its text."""
    sources = [
        Source(one, "办法", f"r{text}", lambda text=text: text)  # type: ignore[misc]
        for one, text in sorted(texts.items())
    ]
    return Vocabulary(sources, before)


@given(states=_STATES, characters=st.integers(min_value=20, max_value=300))
def test_what_is_carried_on_is_what_counting_anew_gives(
    states: list[dict[str, str]], characters: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vocabulary, "VOCABULARY_CHARACTERS", characters)
        patch.setattr(vocabulary, "_SPARE", 3)
        carried = Vocabulary()
        for texts in states:
            carried, fresh = of(texts, carried), of(texts)
            assert carried._state.grams == fresh._state.grams
            assert carried.characters == fresh.characters


def test_only_what_changed_is_read() -> None:
    read: list[str] = []

    def source(name: str, revision: str) -> Source:
        return Source(name, "", revision, lambda: read.append(name) or f"{name}号文件写有补贴")  # type: ignore[func-returns-value]

    first = Vocabulary([source("甲", "1"), source("乙", "1"), source("丙", "")])
    assert first.count("甲号文件") == 1
    read.clear()
    # Between the two stands one that nobody asked for anything.
    unasked = Vocabulary([source("甲", "2")], first)
    second = Vocabulary([source("甲", "1"), source("乙", "2"), source("丙", "")], unasked)
    assert second.count("乙号文件") == 1
    assert read == ["乙", "丙"]
    third = Vocabulary([source("乙", "2")], second)
    assert (third.count("甲号文件"), third.count("乙号文件")) == (0, 1)
    assert "甲号文件" not in third._state.grams
