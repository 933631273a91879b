"""Lists with the line that introduces them."""

from __future__ import annotations

import pytest

from answer.evidence.lists import introduced_lists
from ingest.clauses import statements


def members(text: str) -> list[str]:
    """The members of the first list of the text, without full stops."""
    lists = introduced_lists(text, statements(text))
    return [text[start:end].strip("。；;") for start, end in lists[0].members] if lists else []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "需提交如下材料：\n1.审批表（原件）。\n2.营业执照。副本亦可。\n3.承诺书。\n受理后办结。",
            ["审批表（原件）", "营业执照。副本亦可", "承诺书"],
        ),
        ("应具备条件：①在汉注册；②正常经营；③无失信记录。", ["在汉注册", "正常经营", "无失信记录"]),
        ("材料如下：（1）甲表。\n(2)乙表。\n（3）丙表。", ["甲表", "乙表", "丙表"]),
        ("材料如下：\n- 审批表\n- 承诺书\n", ["审批表", "承诺书"]),
        # The next list begins anew and is none of it.
        ("材料如下：\n1.甲表。\n2.乙表。\n\n1.另一表。\n2.又一表。", ["甲表", "乙表"]),
        # What the introducing line is a member of is not inside its list.
        ("一、总则如下：\n二、支持对象为企业。\n三、标准为20万元。", []),
        # Where the last member introduces what is not found, the end cannot be told.
        ("材料如下：1.甲表。2.其中乙类企业除外：\n另行规定。", []),
        ("联系电话：\n工作日接听来电。", []),
    ],
)
def test_members_of_an_introduced_list(text: str, told: list[str]) -> None:
    assert members(text) == told


def test_a_list_in_a_list_is_part_of_its_member() -> None:
    text = "支持方式：\n（一）贴息。\n（二）补助如下：\n1.设备。\n2.算力。\n（三）奖励。"
    assert [one.splitlines()[0] for one in members(text)] == ["贴息", "补助如下：", "奖励"]
