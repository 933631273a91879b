"""Which of several things: they are named, not counted."""

from __future__ import annotations

import pytest

from answer.asked_for.members import lacks_either, lacks_member, lacks_members
from answer.understanding import understand


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("19个典型场景具体是哪些", "提出4个方面举措和19个典型场景", True),
        ("19个典型场景具体是哪些", "19个典型场景:政务、医疗、教育", False),
        ("提了4个方面举措,是哪4个方面", "提出四个方面举措", True),
        ("那4个方面举措具体叫什么", "提出4个方面举措", True),
        ("三张清单是哪三张", "场景清单+需求清单+能力清单三张清单", False),
        ("标识分哪两种", "显式和隐式两种", False),
        ("19个典型场景什么时候建", "提出19个典型场景", False),
    ],
)
def test_members_that_are_asked_for_are_missed(text: str, told: str, lacks: bool) -> None:
    assert lacks_members(understand(text), told) is lacks


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("免费算力是昇腾卡还是英伟达的", "每年不少于2000卡时免费算力", True),
        ("先交到区里还是直接交到市经信局", "区主管部门受理初审", False),
        ("要求10个人还是20个人", "不超过10人", False),
        ("免费算力有多少", "每年不少于2000卡时免费算力", False),
    ],
)
def test_one_of_two_is_spoken_of(text: str, told: str, lacks: bool) -> None:
    assert lacks_either(understand(text), told) is lacks


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("十几个典型场景,有没有批改作业这一项", "提出19个典型应用场景", True),
        ("十几个典型场景,有没有批改作业这一项", "包括作业批改、教学辅助等场景", False),
        ("有没有这个政策", "提出19个典型应用场景", False),
    ],
)
def test_one_thing_of_a_list_is_named(text: str, told: str, lacks: bool) -> None:
    assert lacks_member(understand(text), told) is lacks
