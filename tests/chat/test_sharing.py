"""What an address asks, and what a thumb says."""

from __future__ import annotations

import pytest

from chat.rating import Rating, parse_rating
from chat.sharing import SharedQuestion, shared_question


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("", None),
        ("?region=武昌区", None),
        ("?q=%20%20", None),
        (None, None),
        ("?q=" + "a" * 30_000, None),
        ("?q=%E8%A1%A5%E5%8A%A9", SharedQuestion("补助", "", False)),
        ("?q=a%2Bb+c&region=%E6%AD%A6&in_force=1", SharedQuestion("a+b c", "武", True)),
        ("?__theme=dark&q=a&q=b&in_force=yes", SharedQuestion("a", "", False)),
        ("?q=<script>1</script>", SharedQuestion("<script>1</script>", "", False)),
    ],
)
def test_shared_question(query: object, asked: SharedQuestion | None) -> None:
    assert shared_question(query) == asked


def test_rating() -> None:
    assert parse_rating({"record": "7.a", "up": False, "reason": " 不准确 "}) == Rating(
        "7.a", False, "不准确"
    )
    long = parse_rating({"record": "7.a", "up": False, "reason": "长" * 5000})
    assert len(long.reason) == 600


@pytest.mark.parametrize(
    "data",
    [
        None,
        {},
        {"record": 7, "up": True, "reason": ""},
        {"record": "", "up": True, "reason": ""},
        {"record": "7.a", "up": "yes", "reason": ""},
        {"record": "7.a", "up": True, "reason": ["x"]},
    ],
)
def test_what_is_no_thumb_is_refused(data: object) -> None:
    with pytest.raises(ValueError):
        parse_rating(data)
