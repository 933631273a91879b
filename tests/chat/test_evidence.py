"""From a marker to the passage and the quoted words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chat.evidence import Reference, find_evidence, parse_reference, quote_digest
from tests.chat import fake_backend as fake


def reference(quote: str, **changes: object) -> Reference:
    start = fake.MEASURES.text.index(quote)
    found = Reference(fake.MEASURES.id, start, start + len(quote), quote_digest(quote))
    return replace(found, **changes)  # type: ignore[arg-type]


def shown(backend: fake.FakeBackend, place: Reference) -> str:
    found = find_evidence(backend, place)
    return "\n".join("".join(piece.text for piece in line.pieces) for line in found.lines)


def test_shows_the_passage_around_the_quote() -> None:
    found = find_evidence(fake.FakeBackend(), reference(fake.SUBSIDY_QUOTE))
    assert [p.text for line in found.lines for p in line.pieces if p.marked] == [fake.SUBSIDY_QUOTE]
    assert found.clause_path == "总则 › 第8行"
    assert len(found.lines) == 2
    assert not found.changed


def test_quote_over_several_passages_shows_them_all() -> None:
    text = fake.MEASURES.text
    start, end = text.index("最高2000万元"), text.index("算力服务券(二)") + 5
    place = Reference(fake.MEASURES.id, start, end, quote_digest(text[start:end]))
    words = shown(fake.FakeBackend(), place)
    assert words.startswith("- 市级科技重大专项")
    assert words.endswith("## 算力服务券(二)")


@pytest.mark.parametrize(
    "changes", [{"digest": "0" * 16}, {"start": -5}, {"end": 10**9}, {"start": 90, "end": 20}]
)
def test_other_words_at_the_place_are_not_marked(changes: dict[str, object]) -> None:
    found = find_evidence(fake.FakeBackend(), reference(fake.SUBSIDY_QUOTE, **changes))
    assert found.changed
    assert found.lines
    assert not any(piece.marked for line in found.lines for piece in line.pieces)


def test_place_without_quote_marks_nothing_and_is_no_change() -> None:
    found = find_evidence(fake.FakeBackend(), Reference(fake.MEASURES.id, 0, 10))
    assert not found.changed
    assert not any(piece.marked for line in found.lines for piece in line.pieces)


def test_place_beyond_all_passages_shows_the_end() -> None:
    words = shown(fake.FakeBackend(), Reference(fake.MEASURES.id, 10**6, 10**6 + 5))
    assert words.endswith("最高500万元。")


def test_unknown_document_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        find_evidence(fake.FakeBackend(), Reference("gone", 0, 1))


def test_reference_is_read_from_the_strings_a_page_sends() -> None:
    sent = {"document": "d", "start": "3", "end": "9", "digest": "", "whole": True, "serial": 4}
    assert parse_reference(sent) == Reference("d", 3, 9, "", whole=True, serial=4)


@pytest.mark.parametrize(
    "data",
    [
        None,
        "d",
        {},
        {"document": 7, "start": 0, "end": 1},
        {"document": "d", "start": "x", "end": 1},
        {"document": "d", "start": None, "end": 1},
        {"document": "d", "start": float("inf"), "end": 1},
        {"document": "d", "start": 0, "end": 1, "digest": []},
    ],
)
def test_anything_else_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match=r"reference|invalid literal"):
        parse_reference(data)
