"""Turns series into the coordinates that the page's inline SVG draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

WIDTH, HEIGHT = 480.0, 300.0
LEFT, RIGHT, TOP, BOTTOM = 42.0, 14.0, 30.0, 44.0
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Axis:
    """Values from `low` to `high` (`low` < `high`), and the ticks with what is written there."""

    label: str
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Series:
    """A line through points given in values. `style` is its number among the page's line styles."""

    name: str
    style: int
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from one value of x to another, as high as `top`."""

    style: int
    left: float
    right: float
    top: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """A plot in a box of WIDTH × HEIGHT units. `marker` is a vertical line with a label."""

    title: str
    across: Axis
    up: Axis
    lines: tuple[Series, ...] = ()
    bars: tuple[Bar, ...] = ()
    legend: tuple[tuple[str, int], ...] = ()
    marker: tuple[float, str] | None = None
    width: float = field(default=WIDTH, init=False)
    height: float = field(default=HEIGHT, init=False)
    left: float = field(default=LEFT, init=False)
    right: float = field(default=WIDTH - RIGHT, init=False)
    top: float = field(default=TOP, init=False)
    bottom: float = field(default=HEIGHT - BOTTOM, init=False)

    def x(self, value: float) -> float:
        """The horizontal place of a value, in units of the box."""
        share = (value - self.across.low) / (self.across.high - self.across.low)
        return round(self.left + share * (self.right - self.left), 1)

    def y(self, value: float) -> float:
        """The vertical place of a value, in units of the box, downwards."""
        share = (value - self.up.low) / (self.up.high - self.up.low)
        return round(self.bottom - share * (self.bottom - self.top), 1)

    def path(self, series: Series) -> str:
        """The points of a line as an SVG polyline wants them."""
        return " ".join(f"{self.x(a)},{self.y(b)}" for a, b in series.points)


def percent_axis(label: str, low: float = 0.0) -> Axis:
    """Shares from `low` to 1, with a tick every fifth; a low above 0.5 gives every tenth."""
    step = 0.1 if low >= 0.5 else 0.2
    values = np.arange(round(low / step), round(1 / step) + 1) * step
    return Axis(label, low, 1.0, tuple((float(v), f"{v * 100:.0f}") for v in values))


def hit_curve(title: str, curves: Sequence[tuple[str, Sequence[float]]], label: str) -> Plot:
    """hit@1 … hit@n of each system."""
    count = max(len(values) for _, values in curves)
    lowest = min(min(values) for _, values in curves)
    return Plot(
        title=title,
        across=Axis("k", 1, count, tuple((k, str(k)) for k in range(1, count + 1))),
        up=percent_axis(label, 0.5 if lowest >= 0.55 else 0.0),
        lines=tuple(
            Series(name, style, tuple(enumerate(values, start=1)))
            for style, (name, values) in enumerate(curves)
        ),
        legend=tuple((name, style) for style, (name, _) in enumerate(curves)),
    )


def threshold_curve(
    title: str,
    curves: Sequence[tuple[str, Sequence[Point]]],
    across: str,
    up: str,
    marker: tuple[float, str] | None,
) -> Plot:
    """Shares over a threshold from 0 to 1."""
    return Plot(
        title=title,
        across=Axis(across, 0.0, 1.0, tuple((v / 5, f"{v / 5:.1f}") for v in range(6))),
        up=percent_axis(up),
        lines=tuple(
            Series(name, style, tuple(points)) for style, (name, points) in enumerate(curves)
        ),
        legend=tuple((name, style) for style, (name, _) in enumerate(curves)),
        marker=marker,
    )


def histogram(
    title: str, samples: Sequence[tuple[str, Sequence[float]]], across: str, up: str, bins: int = 20
) -> Plot:
    """How many values fall into each stretch, for each sample side by side.

    The scale ends at the 99.5th percentile, so that one slow call does not flatten the rest; what
    lies beyond is counted in the last bar.
    """
    every = np.concatenate([np.asarray(values, np.float64) for _, values in samples])
    end = _round_up(float(np.percentile(every, 99.5)))
    edges = np.linspace(0.0, end, bins + 1)
    counts = [np.histogram(np.minimum(values, end), edges)[0] for _, values in samples]
    highest = _round_up(float(max(count.max() for count in counts)))
    bars = [
        Bar(style, *_slot(edges[at], edges[at + 1], style, len(samples)), float(number))
        for style, count in enumerate(counts)
        for at, number in enumerate(count)
        if number
    ]
    return Plot(
        title=title,
        across=Axis(across, 0.0, end, _ticks(end)),
        up=Axis(up, 0.0, highest, _ticks(highest)),
        bars=tuple(bars),
        legend=tuple((name, style) for style, (name, _) in enumerate(samples)),
    )


def _slot(left: float, right: float, at: int, of: int) -> Point:
    """The part of a stretch that belongs to one of several bars, with a little air."""
    width = (right - left) * 0.9 / of
    return left + at * width, left + (at + 1) * width


def _round_up(value: float) -> float:
    """The next of 1, 2, 3, 4, 5, 6, 8, 10 times a power of ten."""
    power = 10.0 ** np.floor(np.log10(max(value, 1e-9)))
    return float(next(step * power for step in (1, 2, 3, 4, 5, 6, 8, 10) if step * power >= value))


def _ticks(high: float) -> tuple[tuple[float, str], ...]:
    return tuple((high * at / 4, f"{high * at / 4:g}") for at in range(5))
