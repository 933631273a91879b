"""Text in pictures, with RapidOCR and the models in its wheel: no network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from PIL import Image, ImageOps
from rapidocr import RapidOCR

from ingest.readers.layout import Line

# The models were trained on pages of about this many pixels; larger photos only cost time.
_LONGEST_SIDE = 2400
# A few words alone on a large white page are only seen when the page is smaller.
_SECOND_LOOK = 960
# A blank this many line heights wide parts columns; between words it is a third at most.
_COLUMN_GAP = 0.8
# Lines below are noise; pages below are upside down or no text.
_LEAST_SCORE = 0.5
_SURE = 0.8
# A4, in points.
_PAGE_WIDTH = 595.0


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one look at a picture gave: pieces of lines, and how sure the recogniser was, 0..1."""

    lines: tuple[Line, ...]
    scores: tuple[float, ...]
    parted: tuple[Line, ...]

    @property
    def confidence(self) -> float:
        """Mean score over all letters; nothing seen is no confidence."""
        letters = [len(line.text) for line in self.lines]
        weighted = sum(n * score for n, score in zip(letters, self.scores, strict=True))
        return weighted / max(sum(letters), 1)

    @property
    def is_sideways(self) -> bool:
        """Whether most lines run from top to bottom, as on a page that lies on its side."""
        long = [line for line in self.lines if len(line.text) > 2]
        upright = sum(1 for line in long if line.height > line.x1 - line.x0)
        return upright > len(long) / 2


def recognise(image: Image.Image, *, page: int = 0, width: float = _PAGE_WIDTH) -> list[Line]:
    """Return the pieces of text in a picture, parted at wide blanks.

    Places are given as on a page `width` points wide. A photo is turned the way its camera
    noted, or, where nothing can be read that way, the way it can be read. A picture without
    text gives none.
    """
    upright = ImageOps.exif_transpose(image).convert("RGB")
    for side in (_LONGEST_SIDE, _SECOND_LOOK):
        upright.thumbnail((side, side))
        seen = _look(upright)
        if not seen.lines:
            continue
        turned, across = _best_turn(upright, seen)
        scale = width / across
        return [_on_page(piece, page, scale) for piece in turned.parted]
    return []


def _best_turn(image: Image.Image, seen: _Seen) -> tuple[_Seen, int]:
    """Return what is seen when the page is turned so that it reads best, and its width then.

    The models' own classifier of upside-down lines is not used: it turns good lines over.
    """
    if seen.confidence >= _SURE and not seen.is_sideways:
        return seen, image.width
    best, across = seen, image.width
    for turn in (90, 270) if seen.is_sideways else (180,):
        turned = image.rotate(turn, expand=True)
        other = _look(turned)
        if not other.is_sideways and (best.is_sideways or other.confidence > best.confidence):
            best, across = other, turned.width
    return best, across


def _look(image: Image.Image) -> _Seen:
    found = _engine()(np.asarray(image)[:, :, ::-1], return_word_box=True)
    boxes, texts = getattr(found, "boxes", None), getattr(found, "txts", None)
    if boxes is None or texts is None:
        return _Seen((), (), ())
    lines = [_line(text, box) for text, box in zip(texts, boxes, strict=True)]
    scores: tuple[float, ...] = tuple(getattr(found, "scores", ()))
    words = getattr(found, "word_results", ())
    parted = [
        piece
        for line, row, score in zip(lines, words, scores, strict=True)
        for piece in _parted(line, row)
        if piece.text and score >= _LEAST_SCORE
    ]
    return _Seen(tuple(lines), scores, tuple(parted))


@cache
def _engine() -> RapidOCR:
    """Load the models once in a process; that takes about a second."""
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,
            # Doubtful lines are wanted here: they show that a page is upside down.
            "Global.text_score": 0.0,
        }
    )


def _line(text: str, box: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Line:
    left, top = box.min(axis=0)
    right, bottom = box.max(axis=0)
    return Line(text.strip(), float(left), float(right), float(top), float(bottom))


def _on_page(piece: Line, page: int, scale: float) -> Line:
    return Line(
        piece.text,
        piece.x0 * scale,
        piece.x1 * scale,
        piece.top * scale,
        piece.bottom * scale,
        page,
    )


def _parted(line: Line, words: tuple[tuple[str, float, list[list[float]]], ...]) -> list[Line]:
    """Cut a line where the blank between two words is as wide as one between columns."""
    spans = list(_word_spans(line.text, words))
    pieces: list[Line] = []
    first = 0
    for place in range(1, len(spans) + 1):
        if place < len(spans) and spans[place][2] - spans[place - 1][3] < _COLUMN_GAP * line.height:
            continue
        start, end = spans[first][0], spans[place - 1][1]
        x0, x1 = spans[first][2], spans[place - 1][3]
        pieces.append(Line(line.text[start:end], x0, x1, line.top, line.bottom))
        first = place
    return pieces if len(pieces) > 1 else [line]


def _word_spans(
    text: str, words: tuple[tuple[str, float, list[list[float]]], ...]
) -> Iterator[tuple[int, int, float, float]]:
    """Yield (start, end, left, right) of each word: its place in the text and on the page."""
    start = 0
    for word, _, box in words:
        found = text.find(word, start)
        if not word or not box or found < 0:
            continue
        start = found + len(word)
        across = [point[0] for point in box]
        yield found, start, min(across), max(across)
