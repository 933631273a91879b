"""What is measured: in the unit asked for, and like what the asker brings along."""

from __future__ import annotations

import pytest

from answer.asked_for.measures import lacks_own_measure, lacks_unit, of_own_measure
from answer.understanding import understand
from tests.answer.findings import make_finding


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("数据量至少多少TB", "每个专项最高奖励200万元", True),
        ("数据量至少多少TB", "数据量不少于500GB", False),
        ("场地要多少平方米", "场地不低于3000平方米", False),
        ("返投要求是几倍", "总额不低于新增投资额20%", True),
        ("返投要求是几倍", "返投不低于1.5倍", False),
        ("数据量至少多少TB", "未规定数据量", False),
        ("能补多少万元", "按成本30%补助", False),
        ("人才公寓一套多大面积", "不少于2套人才公寓,1年免租", True),
        ("人才公寓面积有多大", "不少于2套,每套60平方米", False),
    ],
)
def test_a_measure_that_is_asked_for_is_missed(text: str, told: str, lacks: bool) -> None:
    assert lacks_unit(understand(text), told) is lacks


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("孵化器5000平米够卓越级吗", "孵化器分标准级和卓越级,实际运营满1年", True),
        ("孵化器5000平米够卓越级吗", "场地不低于3000平方米", False),
        ("孵化器5000平米够卓越级吗", "对场地面积没有要求", False),
        ("孵化器5000平米能拿补贴吗", "孵化器分标准级和卓越级", False),
        ("孵化器5000平米能够拿补贴吗", "孵化器分标准级和卓越级", False),
        ("12个人够吗", "企业须依法注册", False),
        # Of two things that are brought along, either will do.
        ("2500平米,在孵25家,够标准级吗", "标准级在孵企业不少于30家", False),
        ("2500平米,在孵25家,够标准级吗", "孵化器分标准级和卓越级", True),
    ],
)
def test_whether_what_one_has_is_enough_is_told_by_its_measure(
    text: str, told: str, lacks: bool
) -> None:
    assert lacks_own_measure(understand(text), told) is lacks


GRADES = make_finding("孵化器分标准级和卓越级。", id="rules")
AREA = make_finding("场地不低于3000平方米。", id="rules", certainty=0.7)


def test_whether_one_fits_is_told_by_what_measures_the_same() -> None:
    question = understand("我们有3500平方米,够得上标准级吗")
    first, second = of_own_measure(question, [GRADES, AREA])
    assert first.quote == AREA.quote
    assert first.certainty == GRADES.certainty
    assert second is GRADES


def test_a_grant_does_not_measure_what_one_has() -> None:
    question = understand("研发投入80万,能报模型项目吗")
    grant = make_finding("模型项目支持50万元。", id="rules")
    demand = make_finding("上年度研发费用不低于100万元。", id="rules", certainty=0.7)
    assert of_own_measure(question, [grant, demand])[0].quote == demand.quote


def test_the_order_stays_where_nothing_is_brought_or_the_first_measures_it() -> None:
    assert of_own_measure(understand("孵化器分几级"), [GRADES, AREA]) == [GRADES, AREA]
    much = understand("我们有3500平方米,够得上标准级吗")
    assert of_own_measure(much, [AREA, GRADES]) == [AREA, GRADES]
    unsure = make_finding("场地不低于3000平方米。", id="rules", certainty=0.3)
    assert of_own_measure(much, [GRADES, unsure]) == [GRADES, unsure]
    elsewhere = make_finding("场地不低于3000平方米。", id="others", certainty=0.7)
    assert of_own_measure(much, [GRADES, elsewhere]) == [GRADES, elsewhere]
