"""What lies above a cap: the clause is given with what it does not say."""

from __future__ import annotations

from answer.premises.beyond_cap import beyond_cap
from tests.answer.findings import ask, make_finding

CAPPED = make_finding("企业使用算力服务费用按50%补助,最高20万元。")
QUESTION = ask("超过20万的部分呢")


def test_the_clause_is_said_to_end_at_its_cap() -> None:
    sentence = beyond_cap(QUESTION, [CAPPED])
    assert sentence is not None
    assert sentence.text.startswith("条款只写到上限")
    assert "最高20万元" in sentence.text
    assert sentence.findings == (CAPPED,)


def test_a_clause_that_supports_what_is_above_speaks_for_itself() -> None:
    tiers = make_finding("最高20万元;超过20万元的部分再按10%补助。")
    assert beyond_cap(QUESTION, [tiers]) is None


def test_nothing_is_said_without_a_cap_or_where_it_is_not_asked() -> None:
    assert beyond_cap(QUESTION, [make_finding("每年遴选示范场景。")]) is None
    assert beyond_cap(ask("最高补多少"), [CAPPED]) is None
    assert beyond_cap(QUESTION, []) is None
