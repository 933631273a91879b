"""What a word means is told by what defines it."""

from __future__ import annotations

import pytest

from answer.asked_for.definitions import lacks_definition, of_definition
from answer.understanding import understand
from tests.answer.findings import make_finding

AGENT = make_finding("智能体是具备自主感知、决策与执行能力的智能系统。", certainty=0.2)
COMPANY = make_finding("OPC由个人创办,以智能体为核心工具。", certainty=0.9)


def test_the_statement_that_says_what_it_is_answers_alone() -> None:
    (told,) = of_definition(understand("智能体官方到底怎么定义的"), [COMPANY, AGENT])
    assert told.quote == AGENT.quote
    assert told.certainty > AGENT.certainty


def test_without_a_definition_all_stay() -> None:
    question = understand("沙盒监管是什么意思")
    assert of_definition(question, [COMPANY, AGENT]) == [COMPANY, AGENT]
    assert of_definition(understand("智能体补多少"), [COMPANY, AGENT]) == [COMPANY, AGENT]


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("什么样的算“特别重大项目”", "总部最高奖500万元,特别重大项目最高1亿元", True),
        ("什么样的算“特别重大项目”", "特别重大项目须投资10亿元以上", False),
        ("怎么样才算得上OPC企业", "OPC企业全职人员不超过10人", False),
        ("怎么样才算得上OPC企业", "全职人员不超过10人", False),
        ("“特别重大项目”最高多少", "特别重大项目最高1亿元", False),
    ],
)
def test_what_only_names_a_thing_does_not_say_what_counts_as_one(
    text: str, told: str, lacks: bool
) -> None:
    assert lacks_definition(understand(text), told) is lacks
