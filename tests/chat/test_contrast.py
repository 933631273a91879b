"""The colours of `page.css`, as text on the grounds they stand on, in light and in dark."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

import chat

# WCAG 2.2, success criteria 1.4.3 (text) and 1.4.11 (borders of controls).
AA_TEXT, AA_CONTROL = 4.5, 3.0
GROUNDS = ("page", "surface", "sunken")
TEXT_ON_GROUND = (
    *((ink, ground) for ink in ("ink", "ink-soft", "ink-faint") for ground in GROUNDS),
    *(("accent", ground) for ground in (*GROUNDS, "accent-soft")),
    ("ink", "accent-soft"),
    ("red", "surface"),
    ("red", "page"),
    ("mark-ink", "mark"),
    ("notice-ink", "notice"),
    ("page", "ink"),
    *((colour, f"{colour}-ground") for colour in ("green", "red", "blue", "violet", "grey")),
)


@cache
def colours(scheme: str) -> dict[str, str]:
    css = (Path(chat.__file__).parent / "page.css").read_text("utf-8")
    found: dict[str, str] = {}
    for selector in (":root", ".dark")[: 2 if scheme == "dark" else 1]:
        block = re.search(rf"^{re.escape(selector)} \{{(.*?)^\}}", css, re.M | re.S)
        assert block, selector
        found |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block[1]))
    return found


def luminance(colour: str) -> float:
    """Relative luminance in 0..1 of “#rrggbb”, as WCAG 2.2 defines it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_meets_aa(scheme: str) -> None:
    found = colours(scheme)
    low = {
        (ink, ground): round(ratio, 2)
        for ink, ground in TEXT_ON_GROUND
        if (ratio := contrast(found[ink], found[ground])) < AA_TEXT
    }
    assert low == {}
    assert contrast("#ffffff", found["accent-fill"]) >= AA_TEXT
    assert contrast("#ffffff", found["accent-fill-strong"]) >= AA_TEXT


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_borders_of_controls_meet_aa(scheme: str) -> None:
    found = colours(scheme)
    assert contrast(found["line-strong"], found["surface"]) >= AA_CONTROL
    assert contrast(found["accent"], found["page"]) >= AA_CONTROL
