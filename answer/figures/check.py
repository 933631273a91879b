"""The release check: does every figure of a sentence stand in a passage cited for it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from answer.figures.compare import same_modality, same_value
from answer.figures.model import CalendarDate, Figure, FigureKind, Modality, Value
from answer.figures.parse import parse_figures


def unsupported_figures(sentence: str, passages: Sequence[str]) -> list[Figure]:
    """The figures of `sentence` that stand in none of the `passages`; empty if all do.

    A figure stands in a passage if one figure there `supports` it, or, for a range, if one passage
    gives both of its bounds (不少于1人、不超过10人 gives 1—10人). Values are compared exactly:
    500万元 never supports 300万元. No figure of a passage supports two of the sentence, so that of
    two caps of 1000万元 neither vouches for the other. A sentence that names a document by its
    title or number needs these among the `passages` like any other text.
    """
    stated = parse_figures(sentence)
    if not stated:
        return []
    texts = [parse_figures(passage) for passage in passages]
    unsupported, left = _without_ranges(stated, texts)
    taken: dict[int, Figure] = {}
    return [
        figure
        for figure in stated
        if figure in unsupported
        or (figure.upper is None and not _placed(figure, left, taken, set()))
    ]


def _without_ranges(
    stated: Sequence[Figure], texts: Sequence[Sequence[Figure]]
) -> tuple[list[Figure], list[Figure]]:
    """The stated ranges that no text supports, and the figures that are left for the rest.

    A range that a stated one has taken is used up; of the others, either end is left.
    """
    sources = [figure for figures in texts for figure in figures]
    unsupported = []
    for figure in stated:
        if figure.upper is None:
            continue
        found = [source for source in sources if source.upper and supports(source, figure)]
        if found:
            sources.remove(found[0])
        elif not any(_has_bounds(figure, figures) for figures in texts):
            unsupported.append(figure)
    return unsupported, [part for source in sources for part in _ends(source) or (source,)]


def _placed(
    figure: Figure, sources: Sequence[Figure], taken: dict[int, Figure], tried: set[int]
) -> bool:
    """Whether one of `sources` is left for `figure`; it is `taken` then.

    A figure that holds a place makes room if it finds another (Kuhn's algorithm for matchings).
    """
    for place, source in enumerate(sources):
        if place in tried or not supports(source, figure):
            continue
        tried.add(place)
        if place not in taken or _placed(taken[place], sources, taken, tried):
            taken[place] = figure
            return True
    return False


def _has_bounds(figure: Figure, sources: Sequence[Figure]) -> bool:
    if figure.upper is None or figure.modality is not Modality.EXACT:
        return False
    lower = replace(figure, upper=None, modality=Modality.AT_LEAST)
    upper = replace(figure, value=figure.upper, upper=None, modality=Modality.AT_MOST)
    return all(
        any(source.modality is end.modality and supports(source, end) for source in sources)
        for end in (lower, upper)
    )


def supports(source: Figure, stated: Figure) -> bool:
    """Whether `source` says at least what `stated` does: its value, its unit, its modality.

    `stated` may leave out 累计, 每年 or 每家 but add or change none of them. A date may be stated
    more coarsely than the source has it (2025年3月 for 2025年3月19日), never more finely. A range
    supports its ends: 5万—100万元 supports 最高100万元 and 不低于5万元.
    """
    if source.kind is not stated.kind or (stated.cumulative and not source.cumulative):
        return False
    if not set(stated.per) <= set(source.per):
        return False
    if source.upper is not None and stated.upper is None:
        return any(_agrees(end, stated) for end in _ends(source))
    return _agrees(source, stated)


def _ends(source: Figure) -> tuple[Figure, ...]:
    """The two ends of a range as figures of their own; none if the range itself is bounded."""
    if source.modality is not Modality.EXACT or source.upper is None:
        return ()
    return (
        replace(source, upper=None, modality=Modality.AT_LEAST),
        replace(source, value=source.upper, upper=None, modality=Modality.AT_MOST),
    )


def _agrees(source: Figure, stated: Figure) -> bool:
    if not same_modality(source, stated):
        return False
    if source.kind is FigureKind.DATE:
        lower = _covers(source.value, stated.value)
        return lower and (source.upper is stated.upper or _covers(source.upper, stated.upper))
    return same_value(source, stated)


def _covers(source: Value | None, stated: Value | None) -> bool:
    """Whether `stated` says nothing of its date that `source` does not say."""
    if not isinstance(source, CalendarDate) or not isinstance(stated, CalendarDate):
        return False
    pairs = zip(source.parts(), stated.parts(), strict=True)
    return all(said is None or said == given for given, said in pairs)
