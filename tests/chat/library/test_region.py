"""The region that the issuing body names."""

from __future__ import annotations

import pytest

from chat.library.region import region_of
from tests.chat.library.library_service import RENT, Room


@pytest.mark.parametrize(
    ("body", "region"),
    [
        ("武汉市武昌区人民政府", "武昌区"),
        ("武汉市经济和信息化局", "武汉市"),
        ("湖北省科技厅", "湖北省"),
        ("武汉东湖新技术开发区管理委员会", "东湖高新区"),
        ("国务院办公厅", "全国"),
        ("湖北省财政厅 武汉市财政局", ""),
        ("武汉市科技局、武汉市财政局", "武汉市"),
        ("武昌区人民政府、汉阳区人民政府", ""),
        ("科学技术部", ""),
        ("区人民政府", ""),
        ("武汉大学", ""),
        ("", ""),
    ],
)
def test_the_narrowest_place_is_proposed(body: str, region: str) -> None:
    assert region_of(body) == region


def test_an_upload_is_proposed_with_the_region_of_its_body(room: Room) -> None:
    assert room.stage().metadata.region == ""
    wuchang = RENT.replace("江城市人民政府", "武汉市武昌区人民政府")
    staged = room.stage(wuchang)
    assert (staged.metadata.issuing_body, staged.metadata.region) == (
        "武汉市武昌区人民政府",
        "武昌区",
    )
    said = room.stage(f"---\nregion: 汉阳区\n---\n{wuchang}")
    assert said.metadata.region == "汉阳区"
