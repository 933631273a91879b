"""A target of another year is not told for the year asked about."""

from __future__ import annotations

from answer.asked_for.named_years import (
    is_of_another_year,
    is_of_plan_of_another_year,
    is_only_target,
    of_named_year,
)
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


def test_a_target_of_a_plan_is_that_of_its_last_year() -> None:
    about = "实施方案(2025—2027年) 目标(一) 数据流通交易规模达50亿元"
    asked = "{}年数据交易规模的目标是多少"
    assert is_of_plan_of_another_year(ask(asked.format(2025), years=(2025,)), about)
    assert not is_of_plan_of_another_year(ask(asked.format(2027), years=(2027,)), about)
    assert not is_of_plan_of_another_year(ask("数据交易规模的目标是多少"), about)
    dated = f"{about},到2026年达40亿元"
    assert not is_of_plan_of_another_year(ask(asked.format(2026), years=(2026,)), dated)


def test_the_day_of_the_year_that_is_asked_about_is_no_other_day() -> None:
    told = "持续申领,截止2026年11月5日"
    missed = ask("今年的创新券错过了,2027年的从哪天开始能领", years=(2026, 2027))
    assert is_of_another_year(missed, told)
    assert not is_of_another_year(ask("2026年的哪天截止", years=(2026,)), told)
