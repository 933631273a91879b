"""Figures and plots about the questions of some days, as coordinates for inline SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chat.journal import Statistics

# The box of a plot in its own units, and what its axes take of it.
WIDTH, HEIGHT = 640.0, 200.0
LEFT, RIGHT, TOP, BOTTOM = 52.0, 14.0, 10.0, 24.0
# Labels of days that fit side by side.
MOST_LABELS = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a plot, from `y` down to `y + height`; `style` is its part of the whole."""

    style: str
    x: float
    y: float
    width: float
    height: float
    title: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis and what is written there."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot in a box of WIDTH × HEIGHT units: bars, and a line through points."""

    bars: tuple[Bar, ...]
    line: tuple[tuple[float, float], ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    width: float = WIDTH
    height: float = HEIGHT
    left: float = LEFT
    right: float = WIDTH - RIGHT
    bottom: float = HEIGHT - BOTTOM

    @property
    def points(self) -> str:
        """The line as an SVG polyline wants it."""
        return " ".join(f"{x},{y}" for x, y in self.line)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a bar chart made of text: `share` of the longest, 0..1."""

    label: str
    value: str
    share: float


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that the page of figures shows."""

    statistics: Statistics
    days: int
    periods: tuple[int, ...]
    questions: Plot
    answered: Plot
    latency: tuple[Row, ...]
    documents: tuple[Row, ...]
    thumbs: tuple[Row, ...]

    @property
    def median(self) -> float | None:
        """Half of the answers took no longer, in milliseconds."""
        found = (one.milliseconds for one in self.statistics.latency if one.percent == 50)
        return next(found, None)


def figures_of(found: Statistics, periods: Sequence[int]) -> Figures:
    """The plots of these statistics."""
    most = max((one.milliseconds for one in found.latency), default=0.0)
    cited = max((one.questions for one in found.documents), default=0)
    thumbs = max(found.thumbs_up, found.thumbs_down)
    return Figures(
        statistics=found,
        days=len(found.days),
        periods=tuple(periods),
        questions=_questions(found),
        answered=_answered(found),
        latency=tuple(
            Row(str(one.percent), f"{one.milliseconds:.0f}", _share(one.milliseconds, most))
            for one in found.latency
        ),
        documents=tuple(
            Row(one.title, str(one.questions), _share(one.questions, cited))
            for one in found.documents
        ),
        thumbs=(
            Row("up", str(found.thumbs_up), _share(found.thumbs_up, thumbs)),
            Row("down", str(found.thumbs_down), _share(found.thumbs_down, thumbs)),
        ),
    )


def _questions(found: Statistics) -> Plot:
    """Bars of two parts: answered below, everything else above."""
    highest = rounded_up(max(one.counts.questions for one in found.days))
    slot = (WIDTH - LEFT - RIGHT) / len(found.days)
    bars = []
    for at, one in enumerate(found.days):
        x, width = round(LEFT + at * slot + slot * 0.12, 2), round(slot * 0.76, 2)
        below = _height(one.counts.answered, highest)
        above = _height(one.counts.questions - one.counts.answered, highest)
        title = f"{one.day:%Y-%m-%d} · {one.counts.answered}/{one.counts.questions}"
        base = HEIGHT - BOTTOM
        if below:
            bars.append(Bar("answered", x, round(base - below, 2), width, below, title))
        if above:
            bars.append(Bar("other", x, round(base - below - above, 2), width, above, title))
    ticks = (0, highest // 2, highest) if highest > 1 else (0, highest)
    up = tuple(Tick(round(_down(one / highest), 2), str(one)) for one in ticks)
    return Plot(tuple(bars), (), _day_ticks(found, slot), up)


def _answered(found: Statistics) -> Plot:
    """A line through the days on which something was asked."""
    slot = (WIDTH - LEFT - RIGHT) / len(found.days)
    line = tuple(
        (
            round(LEFT + (at + 0.5) * slot, 2),
            round(_down(one.counts.share(one.counts.answered)), 2),
        )
        for at, one in enumerate(found.days)
        if one.counts.questions
    )
    up = tuple(Tick(round(_down(share), 2), f"{share:.0%}") for share in (0.0, 0.5, 1.0))
    return Plot((), line, _day_ticks(found, slot), up)


def _day_ticks(found: Statistics, slot: float) -> tuple[Tick, ...]:
    step = -(-len(found.days) // MOST_LABELS)
    days = list(enumerate(found.days))[::-1][::step][::-1]
    return tuple(Tick(round(LEFT + (at + 0.5) * slot, 2), _label(one.day)) for at, one in days)


def _label(day: date) -> str:
    return f"{day.month}/{day.day}"


def rounded_up(value: int) -> int:
    """The next even number of two figures that a scale can end at; at least 2."""
    if value <= 2:
        return 2
    step = int(10 ** (len(str(value)) - 1))
    for part in (1, 2, 4, 6, 8, 10):
        if part * step >= value:
            return part * step
    return 10 * step


def _height(part: int, highest: int) -> float:
    return round(part / highest * (HEIGHT - TOP - BOTTOM), 2)


def _down(share: float) -> float:
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)


def _share(part: float, most: float) -> float:
    return part / most if most else 0.0
