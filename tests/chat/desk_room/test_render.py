"""What the desk's views say, in the language of the page alone."""

from __future__ import annotations

import re

import pytest

from chat.desk_room import render
from chat.desk_room.strings import CHINESE, ENGLISH, DeskStrings
from tests.chat.desk_room.test_drafts import approved


@pytest.mark.parametrize(("s", "told"), [(CHINESE, "改动。"), (ENGLISH, "changed.")])
def test_the_reason_of_a_lapse_is_told_in_one_language(s: DeskStrings, told: str) -> None:
    view = render.approved_view(s, [approved("甲")], [], "", "")
    reason = re.search(r'<p class="card-reason"><strong>[^<]*</strong> ([^<]*)</p>', view)
    assert reason is not None
    assert reason.group(1) == told
