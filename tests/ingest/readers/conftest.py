"""A Chinese font for the scans that tests draw."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

Page = list[tuple[int, int, str]]
DrawPage = Callable[[Page], Image.Image]


@pytest.fixture(scope="session")
def draw_page() -> DrawPage:
    """Draw (x, y, text) on a page as wide as A4 at 150 dpi, as a scanner would deliver it."""
    fonts = sorted(Path("/usr/share/fonts").rglob("NotoSansCJK-Regular.tt*"))
    if not fonts:
        pytest.fail("These tests draw Chinese scans: install the Debian package fonts-noto-cjk")
    font = ImageFont.truetype(str(fonts[0]), 26, index=2)

    def draw(texts: Page) -> Image.Image:
        page = Image.new("RGB", (1240, 700), "white")
        for x, y, text in texts:
            ImageDraw.Draw(page).text((x, y), text, font=font, fill="black")
        return page

    return draw
