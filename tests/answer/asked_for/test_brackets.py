"""What holds up to a limit is not told to who asks what holds above it."""

from __future__ import annotations

import pytest

from answer.asked_for.brackets import is_for_less, of_own_bracket
from answer.understanding import understand
from tests.answer.findings import make_finding

SMALL = "年申报智算合同累计50万元(含)以下的中小企业可不超过50%"


@pytest.mark.parametrize(
    ("text", "quote", "less"),
    [
        ("智算合同超过50万的补几成", SMALL, True),
        ("智算合同40万补几成", SMALL, False),
        ("智算合同超过50万的补几成", "一般按合同实际发生金额不超过30%补贴", False),
        ("合同超过50万的补几成", "50万元以下的补50%,超过50万元的补30%", False),
        # Of another sum than the limit nothing is known.
        ("研发投入超过200万能拿多少", SMALL, False),
        ("补贴能超过20万吗", "给予20万元以下的补贴", False),
    ],
)
def test_a_limit_is_no_rule_for_what_lies_above(text: str, quote: str, less: bool) -> None:
    assert is_for_less(understand(text), quote) is less


def test_the_general_rule_is_left_for_larger_sums() -> None:
    small, general = make_finding(SMALL), make_finding("一般按合同金额不超过30%补贴", certainty=0.5)
    question = understand("智算合同超过50万的补几成")
    assert of_own_bracket(question, [small, general]) == [general]
    assert of_own_bracket(question, [small]) == [small]
