"""What can be quoted of a passage."""

from __future__ import annotations

from answer.quotable import quotable

MATERIALS = """申请时需提交如下材料：
1.审批表（原件1份）。
2.营业执照。副本亦可。
3.承诺书。
受理后五日内办结。"""


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quotable(text)]


def test_what_introduces_a_list_is_quoted_with_it() -> None:
    whole, *members = quoted(MATERIALS)
    assert whole.startswith("申请时")
    assert whole.endswith("3.承诺书")
    assert members[0] == "审批表（原件1份）。"
    assert members[-1] == "受理后五日内办结。"


def test_a_list_ends_at_a_heading() -> None:
    text = "# 指南\n\n## 材料\n\n需提交：\n\n- 审批表\n- 承诺书\n\n## 流程\n\n- 受理\n- 审核\n"
    assert quoted(text)[0].endswith("承诺书")


def test_a_colon_before_no_list_joins_nothing() -> None:
    assert quoted("联系电话：\n工作日接听来电。")[0] == "联系电话："


def test_short_members_that_grant_nothing_belong_together() -> None:
    parts = quoted("建设平台；责任单位市数据局；给予最高20万元补助。")
    assert parts[0] == "建设平台；责任单位市数据局"
