"""Whether amounts, rates, dates and counts are right, compared by value.

2000万元, 2千万元 and 20,000,000元 are the same figure, and so are 30% and 百分之三十.
"""

from __future__ import annotations

from collections.abc import Sequence

from answer.calculation import equations, worked_faults
from answer.figures import (
    Figure,
    FigureKind,
    parse_figures,
    same_value,
    unsupported_figures,
)
from eval.metrics.sentences import MARKER

# Ordinals (第三条, 第2年) place things rather than measure them.
IGNORED = frozenset({FigureKind.ORDINAL})


def figures_of(text: str) -> list[Figure]:
    """The figures of a text that measure something, in order."""
    return [figure for figure in parse_figures(text) if figure.kind not in IGNORED]


def unsupported(text: str, sources: Sequence[str]) -> list[Figure]:
    """The figures of the text that none of the sources states.

    The same value is enough. So is what `unsupported_figures` accepts besides: a date told more
    coarsely, or one end of a range.
    """
    known = [figure for source in sources for figure in parse_figures(source)]
    return [
        figure
        for figure in unsupported_figures(text, sources)
        if figure.kind not in IGNORED and not any(same_value(figure, one) for one in known)
    ]


def figure_recall(answers: Sequence[str], given: str) -> float | None:
    """The share of a gold answer's figures that the given answer states, for the best of them.

    None when no gold answer states a figure: then there is nothing to get right.
    """
    shares = []
    for answer in answers:
        if wanted := figures_of(answer):
            missing = unsupported(answer, [given])
            shares.append(1 - len(missing) / len(wanted))
    return max(shares, default=None)


def figure_support(given: str, cited: Sequence[str], question: str) -> float | None:
    """The share of the given answer's figures that stand in a cited text; the promise is 1.0.

    Figures that the person asking named are left out, since repeating them claims nothing about
    the documents. A line that works a result out counts as backed when its sums are right and
    rest on the question and on a cited rate and cap. None when no figure is left.
    """
    stated = unsupported(given, [question])
    if not stated:
        return None
    missing = unsupported(given, [question, *cited, *_sound_sums(given, cited, question)])
    return 1 - len(missing) / len(stated)


def _sound_sums(given: str, cited: Sequence[str], question: str) -> list[str]:
    lines = [MARKER.sub("", line) for line in given.splitlines()]
    return [line for line in lines if equations(line) and not worked_faults(line, cited, question)]
