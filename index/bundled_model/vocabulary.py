"""Chooses the rows of the 250,002 piece vocabulary that Chinese policy text and questions need.

Kept: every piece written in Han characters, every piece of digits, punctuation and symbols, and
the most frequent English pieces. The other scripts fall to `<unk>`. The package also carries an
English-Portuguese edition of the model; a Latin piece counts as English when it is in there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence

SPECIAL_PIECES = ("<s>", "<pad>", "</s>", "<unk>")
ENGLISH_PIECES = 16_000
SPACE = "▁"
# The model's own prefixes, and what English questions about support policy are made of: kept
# however rare they are in general text.
ALWAYS_KEPT = frozenset(
    f"{SPACE}{word}"
    for word in (
        "query passage computing computer compute voucher vouchers subsidies subsidized grant "
        "grants funding fund funds eligible eligibility apply applicant application deadline "
        "enterprise enterprises company companies startup startups policy policies measure "
        "measures district districts city province government bureau department municipal "
        "amount maximum minimum limit cap rate percent reward award loan loans interest tax "
        "rent housing talent incubator platform platforms pilot project projects model models "
        "data robot robots intelligent artificial intelligence innovation industrial industry "
        "research development technology valid validity expire expired effective period "
        "conditions requirements documents materials procedure submit register registered "
        "phone contact office million billion yuan "
    ).split()
)


def kept_rows(
    pieces: Sequence[tuple[str, float]],
    english: Collection[str],
    english_pieces: int = ENGLISH_PIECES,
) -> list[int]:
    """The row numbers to keep, ascending, of a vocabulary of (piece, log probability) pairs.

    The first four rows are the special pieces and always stay, so their ids do not move.
    """
    latin: list[tuple[float, int]] = []
    rows: list[int] = list(range(len(SPECIAL_PIECES)))
    for row in range(len(SPECIAL_PIECES), len(pieces)):
        piece, score = pieces[row]
        if piece == "<mask>":
            continue
        letters = [character for character in piece if character.isalpha()]
        if not letters or all(_is_han(character) for character in letters):
            rows.append(row)
        elif piece.isascii() or piece.lstrip(SPACE).isascii():
            if len(piece.lstrip(SPACE)) == 1 or piece in ALWAYS_KEPT:
                rows.append(row)
            elif piece in english:
                latin.append((score, row))
    latin.sort(reverse=True)
    return sorted(rows + [row for _, row in latin[:english_pieces]])


def _is_han(character: str) -> bool:
    return unicodedata.name(character, "").startswith(("CJK UNIFIED", "CJK COMPATIBILITY"))
