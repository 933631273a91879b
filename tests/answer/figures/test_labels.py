"""Digits that are no figures, and clause numbers."""

from __future__ import annotations

import pytest

from answer.figures import unsupported_labels

PASSAGE = "第六条 到2027年SRv6节点占比达90%,H100服务器按第十二条执行。"


@pytest.mark.parametrize(
    ("sentence", "unsupported"),
    [
        (PASSAGE, []),
        ("2. 到2027年SRv6节点占比达90%", []),
        ("SRv7节点", ["SRv7"]),
        ("H1000服务器", ["H1000"]),
        ("按第十三条执行", ["第十三条"]),
        ("按第六条执行", []),
        ("最高300万元", []),
    ],
)
def test_labels_must_stand_in_a_passage(sentence: str, unsupported: list[str]) -> None:
    assert unsupported_labels(sentence, [PASSAGE]) == unsupported
