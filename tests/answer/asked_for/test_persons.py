"""Who asks for a person is told a name or nothing."""

from __future__ import annotations

import pytest

from answer.asked_for.persons import lacks_person
from answer.understanding import understand


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("讲话的那位负责人叫什么", "市科技创新局、市财政局相关负责人解读方案", True),
        ("讲话的那位负责人叫什么", "市科技创新局负责人王小明介绍", False),
        ("讲话的那位负责人叫什么", "市科技创新局负责人：王小明。", False),
        ("基金的投资经理是谁", "联系人：李明，电话84870307", False),
        ("基金的投资经理是谁", "张伟先生负责投资", False),
        ("大赛的评委是谁", "评委由专家组成", True),
        ("大赛的评委是谁", "评委王小明、李红出席", False),
        ("平台的法人代表是谁", "平台由市属国企运营", True),
        ("算力券由谁负责", "市经信局负责人解读", False),
        ("基金的投资经理是谁", "负责人柯小明（027-84870307）", True),
        ("基金的联系人是谁", "联系人：柯小明（027-84870307）", False),
        ("基金的负责人是谁", "负责人王小明（027-84870307）", False),
        ("基金的创始人是谁", "支持创始人、高管、教授、高工", True),
        ("申报书要填负责人姓名吗", "须提交申报书", False),
        ("负责人是谁都行吗", "由申报单位指定", False),
    ],
)
def test_an_office_is_not_its_holder(text: str, told: str, lacks: bool) -> None:
    assert lacks_person(understand(text), told) is lacks
