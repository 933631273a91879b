"""Percentiles and memory."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from eval.metrics.speed import latency, peak_megabytes


def test_percentiles_are_interpolated() -> None:
    found = latency([float(value) for value in range(1, 102)])
    assert (found.p50, found.p95, found.p99) == pytest.approx((51, 96, 100))


@pytest.mark.parametrize(("platform", "unit"), [("linux", 2**10), ("darwin", 1)])
def test_peak_is_in_megabytes_whatever_the_system_counts_in(
    platform: str, unit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = SimpleNamespace(ru_maxrss=300 * 2**20 // unit)
    monkeypatch.setattr("eval.metrics.speed.sys.platform", platform)
    monkeypatch.setattr("eval.metrics.speed.resource.getrusage", lambda _: usage)
    assert peak_megabytes() == 300
