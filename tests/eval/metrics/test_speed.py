"""Percentiles and memory."""

from __future__ import annotations

import pytest

from eval.metrics.speed import latency, peak_megabytes


def test_percentiles_are_interpolated() -> None:
    found = latency([float(value) for value in range(1, 102)])
    assert (found.p50, found.p95, found.p99) == pytest.approx((51, 96, 100))


def test_peak_counts_what_was_held() -> None:
    before = peak_megabytes()
    held = bytearray(int((before + 64) * 2**20))
    assert peak_megabytes() > before
    del held
