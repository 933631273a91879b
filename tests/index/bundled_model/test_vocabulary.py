"""Which pieces of the vocabulary stay."""

from __future__ import annotations

import pytest

from index.bundled_model.vocabulary import ALWAYS_KEPT, SPECIAL_PIECES, kept_rows

SPECIAL = [(piece, 0.0) for piece in SPECIAL_PIECES]


def kept(*pieces: tuple[str, float], english: set[str] | None = None, limit: int = 99) -> list[str]:
    """The pieces that stay, special ones left out."""
    rows = kept_rows([*SPECIAL, *pieces], english or set(), limit)
    assert rows[: len(SPECIAL)] == [0, 1, 2, 3]
    assert rows == sorted(set(rows))
    return [([*SPECIAL, *pieces])[row][0] for row in rows[len(SPECIAL) :]]


@pytest.mark.parametrize(
    "piece", ["算力", "▁算", "券", "1000", "2025", "▁3", "%", "〔", "》,", "▁", "①", "¥", "豈"]
)
def test_han_digits_and_punctuation_stay(piece: str) -> None:
    assert kept((piece, -20.0)) == [piece]


@pytest.mark.parametrize(
    "piece", ["ния", "▁привет", "のための", "한국", "العربية", "ção", "<mask>", "算力のため", "ไทย"]
)
def test_other_scripts_go(piece: str) -> None:
    assert kept((piece, -1.0), english={piece}) == []


def test_latin_letters_stay_one_by_one_so_that_every_word_can_be_spelt() -> None:
    assert kept(("a", -20.0), ("▁Z", -20.0), ("qx", -1.0)) == ["a", "▁Z"]


def test_of_english_pieces_the_most_frequent_stay() -> None:
    pieces = [("▁the", -3.0), ("▁zebra", -12.0), ("tion", -5.0), ("▁haus", -4.0)]
    english = {"▁the", "▁zebra", "tion"}
    assert kept(*pieces, english=english, limit=2) == ["▁the", "tion"]
    assert kept(*pieces, english=english, limit=3) == ["▁the", "▁zebra", "tion"]


def test_words_of_questions_stay_however_rare() -> None:
    assert kept(("▁voucher", -99.0), ("▁passage", -99.0), limit=0) == ["▁voucher", "▁passage"]
    assert {"▁query", "▁passage", "▁subsidies"} <= ALWAYS_KEPT


def test_rows_keep_their_order() -> None:
    pieces = [("算", -9.0), ("▁the", -3.0), ("力", -8.0), ("▁of", -2.0)]
    assert kept(*pieces, english={"▁the", "▁of"}) == ["算", "▁the", "力", "▁of"]
