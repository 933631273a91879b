"""Statistics to the coordinates of plots."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from chat.desk_room.figures import BOTTOM, HEIGHT, TOP, figures_of, rounded_up
from chat.journal import Statistics
from chat.journal.statistics import Counts, DayCounts, DocumentCount, Latency


def statistics(*counts: Counts) -> Statistics:
    first = date(2026, 3, 1)
    days = tuple(DayCounts(first + timedelta(days=at), one) for at, one in enumerate(counts))
    return Statistics(
        first=first,
        last=days[-1].day,
        total=Counts(questions=sum(one.questions for one in counts)),
        days=days,
        documents=(DocumentCount("a", "甲", 4), DocumentCount("b", "乙", 1)),
        latency=(Latency(50, 80.0), Latency(90, 160.0)),
        approved=0,
        thumbs_up=0,
        thumbs_down=3,
    )


def test_bars_stand_on_the_axis_and_on_each_other() -> None:
    plot = figures_of(statistics(Counts(questions=10, answered=6)), (7,)).questions
    below, above = plot.bars
    assert (below.style, above.style) == ("answered", "other")
    assert below.y + below.height == HEIGHT - BOTTOM
    assert above.y + above.height == below.y
    assert above.y == TOP
    assert below.height * 4 == pytest.approx(above.height * 6)


def test_days_without_questions_have_no_bar_and_no_point() -> None:
    figures = figures_of(statistics(Counts(), Counts(questions=1, answered=1), Counts()), (7,))
    assert len(figures.questions.bars) == 1
    assert len(figures.answered.line) == 1
    assert figures.answered.line[0][1] == TOP
    assert figures_of(statistics(Counts()), (7,)).questions.bars == ()


def test_labels_of_days_end_with_the_last_and_are_not_too_many() -> None:
    ticks = figures_of(statistics(*[Counts()] * 90), (90,)).questions.across
    assert 5 <= len(ticks) <= 8
    assert ticks[-1].label == "5/29"


def test_rows_are_shares_of_the_longest() -> None:
    figures = figures_of(statistics(Counts()), (7,))
    assert [one.share for one in figures.documents] == [1.0, 0.25]
    assert [one.share for one in figures.thumbs] == [0.0, 1.0]
    assert figures.median == 80.0


def test_a_scale_ends_above_what_it_shows() -> None:
    assert [rounded_up(one) for one in (0, 1, 2, 3, 5, 9, 10, 11, 99, 101)] == [
        2, 2, 2, 4, 6, 10, 10, 20, 100, 200,
    ]  # fmt: skip
