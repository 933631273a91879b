"""What a storage was built with."""

from __future__ import annotations

import pytest

from index.identity import identity_of
from tests.small_storage import SETTINGS


def test_differences_show_both_values() -> None:
    stored = identity_of(SETTINGS)
    asked = identity_of(SETTINGS.model_copy(update={"embedding_model": "bge-small-zh"}))
    (difference,) = stored.differences(asked)
    assert difference == (
        f"embedder: storage has {stored.embedder!r}, the settings ask for 'bge-small-zh'"
    )
    assert stored.differences(stored) == []


@pytest.mark.parametrize(
    "change",
    [
        {"passage_characters": 777},
        {"embedding_model": "another"},
        {"embedding_url": "http://localhost:1/v1"},
    ],
)
def test_what_changes_the_passages_or_vectors_changes_the_identity(
    change: dict[str, object],
) -> None:
    assert identity_of(SETTINGS.model_copy(update=change)) != identity_of(SETTINGS)


@pytest.mark.parametrize("change", [{"port": 1}, {"embedding_precision": "float32"}])
def test_other_settings_do_not(change: dict[str, object]) -> None:
    assert identity_of(SETTINGS.model_copy(update=change)) == identity_of(SETTINGS)
