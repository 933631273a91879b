"""What can be quoted of a passage."""

from __future__ import annotations

from answer.evidence.quotable import quotable
from ingest.clauses import statements


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quotable(text, statements(text))]


def test_short_members_that_grant_nothing_belong_together() -> None:
    parts = quoted("建设平台；责任单位市数据局；给予最高20万元补助。")
    assert parts == ["建设平台；责任单位市数据局", "给予最高20万元补助。"]


def test_headings_are_not_quoted() -> None:
    assert quoted("# 指南\n\n## 流程\n\n- 受理\n- 审核\n") == ["受理", "审核"]
