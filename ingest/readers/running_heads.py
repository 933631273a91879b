"""Page numbers and running heads, which a reader of the text never wants."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.layout import Block, Line

_PAGE_NUMBER = re.compile(
    r"[-—–－·\s]*\d{1,4}[-—–－·\s]*|第?\s*\d{1,4}\s*页?\s*([/，,]\s*共?|共)\s*\d{1,4}\s*页?"
    r"|第\s*\d{1,4}\s*页|Page\s*\d+(\s*of\s*\d+)?",
    re.IGNORECASE,
)
# Share of a page's height, at its top and at its foot, in which such lines stand.
_MARGIN = 0.12
_FEWEST_PAGES = 3


@dataclass(frozen=True, slots=True)
class PageBlocks:
    """The blocks of one page, from the top, and its height in points."""

    blocks: tuple[Block, ...]
    height: float


def without_running_heads(pages: Sequence[PageBlocks]) -> list[Block]:
    """Return the blocks of all pages without page numbers and repeated heads and feet.

    A line repeats when three pages and more than half of all carry it, figures aside.
    """
    counts = Counter(
        text for page in pages for text in {_pattern(line) for line in _marginal(page)}
    )
    often = max(_FEWEST_PAGES, len(pages) // 2 + 1)
    kept: list[Block] = []
    for page in pages:
        unwanted = {
            line
            for line in _marginal(page)
            if _PAGE_NUMBER.fullmatch(line.text) or counts[_pattern(line)] >= often
        }
        kept += [block for block in page.blocks if block not in unwanted]
    return kept


def _marginal(page: PageBlocks) -> list[Line]:
    """The first and last two lines, as far as they stand in the margins."""
    ends = [*page.blocks[:2], *page.blocks[-2:]]
    return [line for line in ends if isinstance(line, Line) and _in_margin(line, page.height)]


def _in_margin(line: Line, height: float) -> bool:
    return line.bottom < _MARGIN * height or line.top > (1 - _MARGIN) * height


def _pattern(line: Line) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s", "", line.text))
