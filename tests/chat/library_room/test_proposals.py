"""What the form of a staged document proposes when it replaces an older one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from chat.library_room.intake import Item
from chat.library_room.proposals import Proposals
from tests.chat.library.library_service import RENT, STAFF, Room, open_room
from tests.library_storage import LibraryStorage
from tests.small_storage import SmallStorage


@pytest.fixture
def room(tiny_storage: SmallStorage) -> Iterator[Room]:
    opened = open_room(LibraryStorage(tiny_storage))
    yield opened
    opened.service.close()
    opened.answering.close()


@pytest.mark.parametrize(
    ("front_matter", "region"), [("", "汉阳区"), ("---\nregion: 江夏区\n---\n", "江夏区")]
)
def test_the_region_of_the_replaced_document_goes_before_that_of_the_body(
    room: Room, front_matter: str, region: str
) -> None:
    staged = room.stage(front_matter + RENT.replace("江城市", "武汉市武昌区"))
    assert room.service.metadata("loan").region == "汉阳区"
    item = Item(staged, staged.metadata)
    Proposals(room.service).set_replaced(item, "loan")
    assert item.metadata.region == region


def test_without_a_region_of_the_replaced_document_that_of_the_body_stays(room: Room) -> None:
    old = room.service.metadata("loan")
    room.service.edit("loan", replace(old, region=""), room.version("loan"), STAFF)
    staged = room.stage(RENT.replace("江城市", "武汉市武昌区"))
    item = Item(staged, staged.metadata)
    Proposals(room.service).set_replaced(item, "loan")
    assert item.metadata.region == "武昌区"
