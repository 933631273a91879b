"""What a word means is told by what defines it."""

from __future__ import annotations

from answer.asked_for.definitions import of_definition
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
