from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.understanding.normalise import plain, without_courtesy


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("ＡＩ算力券　最高２０万？", "AI算力券 最高20万?"),
        ("請問武漢市人工智慧產業補貼", "请问武汉市人工智能产业补贴"),
        ("著名企业的补贴", "著名企业的补贴"),
    ],
)
def test_one_way_of_writing(written: str, read: str) -> None:
    assert plain(written) == read


@pytest.mark.parametrize(
    ("spoken", "bare"),
    [
        ("你好,我想问一下,算力券补多少?", "算力券补多少?"),
        ("请问一下算力券补多少?谢谢", "算力券补多少?"),
        ("算力券啊,就是说最高能拿几万", "算力券,最高能拿几万"),
        ("我想申请示范场景", "我想申请示范场景"),
        ("额度还剩多少", "额度还剩多少"),
        ("你好", "你好"),
        ("谢谢!", "谢谢!"),
    ],
)
def test_courtesy_is_taken_off_and_nothing_else(spoken: str, bare: str) -> None:
    assert without_courtesy(spoken) == bare


@given(st.text(alphabet="你好请问那个我想一下,算力券补多少?谢谢 aA", max_size=40))
def test_what_is_asked_survives(text: str) -> None:
    bare = without_courtesy(plain(text))
    assert bare in plain(text) or "," in text
    assert bool(bare) == bool(plain(text))


@pytest.mark.parametrize(
    "introduced",
    [
        "我叫张三，想问下算力券补多少",
        "我姓王，算力券补多少",
        "您好，我的电话13800138000，算力券补多少",
    ],
)
def test_who_is_calling_is_left_out(introduced: str) -> None:
    assert without_courtesy(plain(introduced)) == "算力券补多少"


def test_where_somebody_calls_from_stays() -> None:
    assert without_courtesy(plain("我在汉阳区，算力券补多少")) == "我在汉阳区,算力券补多少"
