"""A target of another year is not told for the year asked about."""

from __future__ import annotations

from answer.asked_for.named_years import is_of_another_year, is_only_target, of_named_year
from tests.answer.findings import ask, make_finding

THEN = make_finding("到2025年底全市算力规模达到4500PFlops。")
LATER = make_finding("到2027年全省算力总规模达25EFLOPS。")
GRANT = make_finding("企业使用算力按50%补助,有效期至2027年3月18日。")


def test_targets_of_other_years_go_where_the_year_is_found() -> None:
    question = ask("2025年算力规模目标", years=(2025,))
    assert of_named_year(question, [LATER, THEN]) == [THEN]


def test_they_stay_where_it_is_not_or_no_year_is_named() -> None:
    assert of_named_year(ask("2026年算力目标", years=(2026,)), [LATER, THEN]) == [LATER, THEN]
    assert of_named_year(ask("算力规模目标"), [LATER, THEN]) == [LATER, THEN]
    unsure = make_finding("到2025年底全市算力规模达到4500PFlops。", certainty=0.1)
    question = ask("2025年补多少", years=(2025,))
    assert of_named_year(question, [LATER, unsure]) == [LATER, unsure]


def test_a_year_of_an_english_question_is_that_of_a_target() -> None:
    told = "到2030年新一代智能终端应用普及率超90%"
    asked = "What adoption rate for smart terminals is set for {}?"
    assert is_of_another_year(ask(asked.format(2035), years=(2035,)), told)
    assert not is_of_another_year(ask(asked.format(2030), years=(2030,)), told)


def test_until_when_a_policy_holds_is_no_target() -> None:
    question = ask("2025年算力规模目标", years=(2025,))
    assert of_named_year(question, [THEN, GRANT]) == [THEN, GRANT]


def test_a_target_of_another_year_alone_is_no_answer() -> None:
    question = ask("2026年底算力规模要到多少", years=(2026,))
    assert is_of_another_year(question, THEN.quote)
    assert not is_of_another_year(question, GRANT.quote)
    assert not is_of_another_year(ask("2025年算力规模", years=(2025,)), THEN.quote)
    assert not is_of_another_year(ask("算力规模目标"), THEN.quote)


def test_a_five_year_plan_stands_for_its_years() -> None:
    target = "到2027年产业规模达3500亿元"
    assert is_of_another_year(ask("十五五末产业规模目标多少"), target)
    assert not is_of_another_year(ask("十五五期间产业规模目标多少"), target)
    assert is_of_another_year(ask("十四五末产业规模目标多少"), target)
    assert not is_of_another_year(ask("十四五末算力规模目标多少"), THEN.quote)


def test_a_target_is_no_result() -> None:
    assert is_of_another_year(ask("2024年增加值做到多少亿了", years=(2024,)), LATER.quote)
    assert is_only_target(ask("去年底算力实际做到多少了"), THEN.quote)
    assert is_only_target(ask("4500P的目标达标没"), THEN.quote)
    assert is_only_target(ask("2025年底算力到底有没有冲到4500P"), THEN.quote)
    assert not is_only_target(ask("2025年算力规模目标多少"), THEN.quote)
    assert not is_only_target(ask("去年底算力实际做到多少了"), "截至2025年12月实有算力5000PFlops")
