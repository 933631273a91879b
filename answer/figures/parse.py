"""Reads the figures out of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise

from answer.figures.bounds import bound
from answer.figures.codes import find_codes, find_ordinals, find_phones, find_ratios, find_times
from answer.figures.dates import find_dates
from answer.figures.model import Figure, FigureKind, Modality
from answer.figures.names import blank, blank_names
from answer.figures.plain import plain
from answer.figures.quantities import find_quantities
from answer.figures.scope import counted_by, is_cumulative

# In order: what one finds is out of reach of the next.
_FINDERS: tuple[Callable[[str], Iterable[Figure]], ...] = (
    find_dates,
    find_times,
    find_phones,
    find_ratios,
    find_quantities,
)
_MEASURED = frozenset(
    {FigureKind.AMOUNT, FigureKind.RATE, FigureKind.PERIOD, FigureKind.COUNT, FigureKind.QUANTITY}
)
_CLAUSE_END = re.compile(r"[,。;!?》\n]|\. |:(?! ?$)")
_CONNECTED = re.compile(
    " ?(?:、(?:[A-Z][级档类])?|或者?|和|及|与|/|至"
    "|(?:提高|提升|增加|上调|调整|放宽|扩大|下?降|降低)(?:到|至|为)) ?| (?:or|and) "
)


def parse_figures(text: str) -> list[Figure]:
    """Every figure of `text`, Chinese or English, in order and without overlap.

    Amounts, rates, dates, times, periods, counts, quantities, ordinals of time and turn (第3年),
    ratios, phone and document numbers, and numbers without a unit. A range is one figure. Clause
    and list numbering, citation markers, web addresses and names of letters and digits are none.
    """
    source = plain(text)
    found = list(find_codes(source))
    left = _without(source, found)
    found += find_ordinals(left)
    left = blank_names(_without(left, found))
    for finder in _FINDERS:
        found += finder(left)
        left = _without(left, found)
    found.sort(key=lambda figure: figure.start)
    found = _bound(source, found)
    return [replace(figure, text=text[figure.start : figure.end]) for figure in found]


def _without(text: str, figures: list[Figure]) -> str:
    return blank(text, [(figure.start, figure.end) for figure in figures])


def _bound(text: str, figures: list[Figure]) -> list[Figure]:
    """`figures` with what the words around them say: modality, 累计 and 每家."""
    bound_figures: list[Figure] = []
    for position, figure in enumerate(figures):
        before = bound_figures[-1] if bound_figures else None
        after = figures[position + 1] if position + 1 < len(figures) else None
        lead = text[before.end if before else 0 : figure.start]
        trail = text[figure.end : after.start] if after else text[figure.end :] + "\n"
        figure = _in_context(figure, _clause(lead), trail)
        if before and _CONNECTED.fullmatch(lead):
            figure = _like(before, figure)
        bound_figures.append(figure)
    return _dates_with_times(text, bound_figures)


def _clause(lead: str) -> str:
    """`lead` from the start of the clause that it ends in."""
    ends = [match.end() for match in _CLAUSE_END.finditer(lead)]
    return lead[ends[-1] :] if ends else lead


def _in_context(figure: Figure, lead: str, trail: str) -> Figure:
    if figure.kind in (FigureKind.DATE, FigureKind.TIME):
        if figure.upper is not None:
            return figure
        return replace(figure, modality=bound(lead, trail, figure.kind))
    opaque = isinstance(figure.value, str) and figure.kind is not FigureKind.RATIO
    if opaque or figure.kind is FigureKind.ORDINAL:
        return figure
    modality = bound(lead, trail, figure.kind)
    return replace(
        figure,
        modality=figure.modality if modality is Modality.EXACT else modality,
        cumulative=is_cumulative(lead, trail),
        per=counted_by(lead, trail),
    )


def _like(before: Figure, figure: Figure) -> Figure:
    """`figure` bound as the figure before it in the same list: 最高亏损80%、60%."""
    if before.kind is not figure.kind or before.unit != figure.unit:
        return figure
    if figure.kind not in _MEASURED or figure.modality is not Modality.EXACT:
        return figure
    return replace(
        figure,
        modality=before.modality,
        cumulative=figure.cumulative or before.cumulative,
        per=figure.per or before.per,
    )


def _dates_with_times(text: str, figures: list[Figure]) -> list[Figure]:
    """`figures` with a date and the time right behind it bound alike: 至8月24日17:30, …17:30前."""
    result = list(figures)
    for position, (date, time) in enumerate(pairwise(figures)):
        together = text[date.end : time.start].strip() == ""
        if date.kind is FigureKind.DATE and time.kind is FigureKind.TIME and together:
            modality = date.modality if time.modality is Modality.EXACT else time.modality
            result[position] = replace(date, modality=modality)
            result[position + 1] = replace(time, modality=modality)
    return result
