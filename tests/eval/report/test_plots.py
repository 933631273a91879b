"""Coordinates of the plots."""

from __future__ import annotations

import pytest

from eval.report.plots import histogram, hit_curve, threshold_curve


def test_values_land_on_the_axes() -> None:
    plot = hit_curve("t", [("a", [0.2, 0.6, 1.0])], "%")
    assert plot.path(plot.lines[0]).split()[0] == f"{plot.left},{plot.y(0.2)}"
    assert plot.path(plot.lines[0]).split()[-1] == f"{plot.right},{plot.top}"
    assert plot.y(0.0) == plot.bottom


def test_high_curves_get_the_upper_half_of_the_scale() -> None:
    plot = hit_curve("t", [("a", [0.8, 0.9])], "%")
    assert plot.up.low == 0.5
    assert [text for _, text in plot.up.ticks] == ["50", "60", "70", "80", "90", "100"]


def test_histogram_counts_everything_with_the_slowest_in_the_last_bar() -> None:
    values = [float(value) for value in range(1, 1001)] + [50_000.0]
    plot = histogram("t", [("a", values)], "ms", "n", bins=10)
    assert sum(bar.top for bar in plot.bars) == 1001
    assert plot.across.high == 1000
    assert max(bar.right for bar in plot.bars) <= plot.across.high


def test_histogram_of_equal_values_has_one_bar() -> None:
    plot = histogram("t", [("a", [0.0, 0.0])], "ms", "n")
    assert [bar.top for bar in plot.bars] == [2.0]


def test_marker_lies_at_its_value() -> None:
    plot = threshold_curve("t", [("a", [(0.0, 1.0), (1.0, 0.0)])], "x", "%", (0.5, "now"))
    assert plot.marker == (0.5, "now")
    assert plot.x(0.5) == pytest.approx((plot.left + plot.right) / 2)
