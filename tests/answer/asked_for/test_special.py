"""Documents for a special group."""

from __future__ import annotations

import pytest

from answer.asked_for.special import is_for_others
from answer.understanding import understand


@pytest.mark.parametrize(
    ("text", "title", "others"),
    [
        ("中试平台最多能拿多少", "武汉市加快人形机器人产业发展政策措施", True),
        ("做机器人的中试平台最多能拿多少", "武汉市加快人形机器人产业发展政策措施", False),
        ("算力补多少", "武汉市支持人工智能OPC创新发展若干措施", True),
        ("一人公司算力补多少", "武汉市支持人工智能OPC创新发展若干措施", False),
        ("opc算力补多少", "武汉市支持人工智能OPC创新发展若干措施", False),
        ("算力补多少", "武汉市促进人工智能产业发展若干政策措施", False),
    ],
)
def test_a_title_names_a_group_that_the_question_does_not(
    text: str, title: str, others: bool
) -> None:
    assert is_for_others(understand(text), title) is others
