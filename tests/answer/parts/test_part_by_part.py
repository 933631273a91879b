"""A question made of several: what reading it as one leaves out is asked by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from answer.composed import Composed, Declined
from answer.finding import Finding, Sentence, Shape
from answer.parts.part_by_part import part_by_part
from answer.places.locality import PlaceMatch
from answer.refusing.refusal import RefusalKind, refusal_of
from answer.understanding import Question, understand
from records import TextKind
from tests.answer.findings import make_finding

LOAN = make_finding("算力贷单笔最高1000万元。", id="loan")
CLAUSE = make_finding("创业担保贷最高30万元。期限最长3年。", id="guaranteed")
GUARANTEED = replace(CLAUSE, end=CLAUSE.start + 13)
TERM = replace(CLAUSE, start=GUARANTEED.end)
EACH = understand("算力贷和创业担保贷各最高多少")
TWICE = understand("创业担保贷最高多少,期限多长")
Ask = Callable[[str], Composed | Declined]


def told(*findings: Finding) -> Composed:
    lines = tuple(Sentence(text=one.quote, findings=(one,)) for one in findings)
    return Composed(lines, ("注",), findings[0].confidence, PlaceMatch(findings))


def two_of(first: str, second: str) -> tuple[Finding, Finding]:
    """Two findings of one document, one behind the other."""
    whole = make_finding(f"{first}{second}", certainty=0.9)
    cut = whole.start + len(first)
    return replace(whole, end=cut), replace(whole, start=cut)


def refused(question: Question, kind: RefusalKind = RefusalKind.NOT_FOUND) -> Declined:
    return Declined(refusal_of(question, kind), 0.2)


def asking(answers: dict[str, Finding]) -> Ask:
    return lambda part: told(answers[part]) if part in answers else refused(EACH)


def never(part: str) -> Composed | Declined:
    raise AssertionError(f"asked {part}")


def quotes(found: Composed | Declined) -> list[str]:
    assert isinstance(found, Composed)
    return [one.findings[0].quote for one in found.sentences]


def test_what_is_not_found_as_one_is_told_part_by_part() -> None:
    ask = asking({"算力贷最高多少": LOAN, "创业担保贷最高多少": GUARANTEED})
    found = part_by_part(EACH, refused(EACH), ask)
    assert quotes(found) == [LOAN.quote, GUARANTEED.quote]


def test_one_sum_for_both_does_not_tell_what_there_is_of_each() -> None:
    both = make_finding("培育“金种子”“银种子”企业500家以上。", id="seeds")
    question = understand("金种子企业和银种子企业各要培育多少家")
    ask = asking({part.whole: both for part in question.parts})
    assert question.parts
    found = part_by_part(question, refused(question), ask)
    assert isinstance(found, Declined)


def test_a_table_of_what_there_is_of_each_is_kept() -> None:
    row = Sentence(text="", findings=(LOAN,), shape=Shape.ROW, cells=("算力贷", "最高1000万元"))
    other = replace(row, findings=(GUARANTEED,), cells=("创业担保贷", "最高30万元"))
    table = replace(told(LOAN), sentences=(row, other))
    assert part_by_part(EACH, table, never) == table


def test_only_what_the_whole_leaves_out_is_asked_and_added() -> None:
    asked: list[str] = []

    def ask(part: str) -> Composed | Declined:
        asked.append(part)
        return told(GUARANTEED)

    found = part_by_part(EACH, told(LOAN), ask)
    assert quotes(found) == [LOAN.quote, GUARANTEED.quote]
    assert asked == ["创业担保贷最高多少"]
    assert isinstance(found, Composed)
    assert found.notes == ("注",)


def test_what_is_told_of_one_year_is_not_told_of_the_other() -> None:
    question = understand("普及率2027年和2030年分别要到多少")
    both = make_finding("到2027年普及率超70%。到2030年普及率超90%。", id="plan")
    first = replace(both, end=both.start + 14)
    second = replace(both, start=first.end)
    ask = asking({"普及率2030年要到多少": second})
    assert quotes(part_by_part(question, told(first), ask)) == [first.quote, second.quote]
    again = asking({"普及率2030年要到多少": first})
    assert quotes(part_by_part(question, told(first), again)) == [first.quote]


def test_nothing_is_asked_where_the_whole_tells_of_every_part() -> None:
    whole = told(GUARANTEED, TERM)
    assert quotes(part_by_part(TWICE, whole, never)) == quotes(whole)


def test_a_part_that_is_not_found_is_said_to_be_missing() -> None:
    found = part_by_part(EACH, told(LOAN), asking({}))
    assert quotes(found) == [LOAN.quote]
    assert isinstance(found, Composed)
    assert found.notes == ("注", "关于“创业担保贷最高多少”，这次没有找到依据，可单独提问。")
    # Who hears it, or reads it in a ticket, is not given half an answer as the whole.
    assert found.caveats == ("所问的其余部分没有查到。",)


@pytest.mark.parametrize(
    "other",
    [make_finding("模型券最高30万元。"), make_finding("创业担保贷最高30万元。", certainty=0.5)],
)
def test_what_is_of_another_thing_or_unsure_is_not_added_but_said(other: Finding) -> None:
    found = part_by_part(EACH, told(LOAN), asking({"创业担保贷最高多少": other}))
    assert quotes(found) == [LOAN.quote]
    assert isinstance(found, Composed)
    # It may stand in the documents all the same, so nothing is said to be missing.
    assert found.notes == (
        "注",
        "关于“创业担保贷最高多少”，没有找到能确定适用的其他依据；上面没有答到的，请单独提问。",
    )
    assert found.caveats == ("所问的其余部分，上面没有答到的，请单独提问。",)


def test_a_part_that_names_nothing_is_not_open_beside_a_line_of_its_kind() -> None:
    question = understand("实缴注册资本能奖几个点,一般封顶多少")
    told_both = make_finding("总部按实缴注册资本10%最高奖500万元。", id="headquarters")
    other = make_finding("每亩最高补贴20万元。", certainty=0.5)
    found = part_by_part(question, told(told_both), asking({question.parts[1].whole: other}))
    assert isinstance(found, Composed)
    assert found.notes == ("注",)


def test_what_is_told_already_is_neither_added_nor_said_to_be_open() -> None:
    found = part_by_part(EACH, told(LOAN), asking({"创业担保贷最高多少": LOAN}))
    assert quotes(found) == [LOAN.quote]
    assert isinstance(found, Composed)
    assert found.notes == ("注",)


def test_notes_on_a_part_say_that_they_are_of_it() -> None:
    loan = replace(told(GUARANTEED), notes=("以下出自湖北省的文件。", "引文出自摘要。"))
    found = part_by_part(EACH, told(LOAN), lambda _: loan)
    assert isinstance(found, Composed)
    assert found.notes[1:] == ("关于“创业担保贷最高多少”：以下出自湖北省的文件。", "引文出自摘要。")


def test_a_further_ask_of_the_same_thing_stays_with_its_documents() -> None:
    other = make_finding("科技贷款期限最长5年。", id="other")
    whole = told(GUARANTEED)
    assert quotes(part_by_part(TWICE, whole, asking({"创业担保贷期限多长": TERM}))) == [
        GUARANTEED.quote,
        TERM.quote,
    ]
    # Less sure, as “找谁办” is wherever a clause only names the body.
    unsure = replace(TERM, certainty=0.4, confidence=0.4)
    assert quotes(part_by_part(TWICE, whole, asking({"创业担保贷期限多长": unsure}))) == [
        GUARANTEED.quote,
        TERM.quote,
    ]
    ask = asking({"创业担保贷期限多长": other})
    assert quotes(part_by_part(TWICE, whole, ask)) == [GUARANTEED.quote]


def test_what_lacks_the_kind_of_thing_that_a_part_asks_for_is_no_answer() -> None:
    whole = refused(EACH)
    often = make_finding("算力贷每月路演。")
    assert part_by_part(EACH, whole, asking({"算力贷最高多少": often})) is whole


def test_a_report_told_beside_the_policy_tells_of_no_part() -> None:
    report = make_finding("算力贷和创业担保贷最高1000万元。", text_kind=TextKind.NEWS)
    found = part_by_part(EACH, told(LOAN, report), asking({"创业担保贷最高多少": GUARANTEED}))
    assert quotes(found) == [LOAN.quote, report.quote, GUARANTEED.quote]


def test_what_names_nothing_must_be_of_what_the_question_names() -> None:
    question = understand("脑机接口企业补多少,什么时候报")
    other = make_finding("OPC企业认定全年受理申报。", id="other")
    ask = asking({part.whole: other for part in question.parts[1:]})
    whole = refused(question)
    assert part_by_part(question, whole, ask) is whole


def test_a_term_stands_on_the_citation_and_is_not_missed() -> None:
    question = understand("创业担保贷最高多少,这个政策什么时候到期")
    found = part_by_part(question, told(GUARANTEED), never)
    assert quotes(found) == [GUARANTEED.quote]


def test_whether_one_can_apply_is_told_by_what_speaks_of_applying() -> None:
    question = understand("创业担保贷现在可以申报了吗,最高多少")
    window = make_finding("创业担保贷全年受理申报。", id="guaranteed-call")
    ask = asking({question.parts[0].whole: window})
    found = part_by_part(question, told(GUARANTEED), ask)
    assert quotes(found) == [GUARANTEED.quote, window.quote]


def test_a_part_that_a_line_may_tell_of_is_not_said_to_be_missing() -> None:
    question = understand("发布会上说现在有多少个数据中心,存力多少")
    found = part_by_part(question, told(make_finding("现有数据中心36个。")), asking({}))
    assert isinstance(found, Composed)
    assert found.notes == ("注", "关于“存力多少”，这次没有找到依据，可单独提问。")


def test_refusals_for_other_reasons_stay() -> None:
    whole = refused(EACH, RefusalKind.OUT_OF_SCOPE)
    assert part_by_part(EACH, whole, never) is whole


def test_what_is_unsure_and_tells_of_no_part_is_no_answer() -> None:
    vague = make_finding("支持省级模型券。", certainty=0.4)
    found = part_by_part(EACH, told(vague), asking({}))
    assert isinstance(found, Declined)
    assert found.refusal.kind is RefusalKind.NOT_FOUND


def test_one_question_stays_as_it_is() -> None:
    whole = told(LOAN)
    assert part_by_part(understand("算力贷最高多少"), whole, never) is whole


def test_whether_questions_are_asked_unless_a_line_names_their_thing() -> None:
    question = understand("创业担保贷最高多少,房子要不要押进去")
    loan, own = two_of("创业担保贷最高30万元。", "为信用贷款,不含抵质押。")
    ask = asking({part.whole: own for part in question.parts[1:]})
    assert quotes(part_by_part(question, told(loan), ask)) == [loan.quote, own.quote]
    # Out of its question a part is easily taken for another.
    unsure = replace(own, certainty=0.7, confidence=0.7)
    ask = asking({part.whole: unsure for part in question.parts[1:]})
    assert quotes(part_by_part(question, told(loan), ask)) == [loan.quote]


def test_a_part_is_asked_again_without_what_the_asker_tells_of_himself() -> None:
    question = understand("我们有12个人,能认定成OPC企业吗?算力花费要占多少")
    staff, share = two_of("认定OPC企业,全职人员不超过10人。", "算力等投入占比须达到30%。")
    last = question.parts[-1]
    assert last.briefly
    found = part_by_part(question, told(staff), asking({last.whole: staff, last.briefly: share}))
    assert quotes(found) == [staff.quote, share.quote]


def test_what_surely_answers_the_first_part_need_not_name_it() -> None:
    question = understand("武昌一家公司,算力花了60万,最多补几成,一年封顶多少")
    rate = make_finding("费用最高按60%补贴,每年最高50万元。", id="wuchang", certainty=0.95)
    found = part_by_part(question, refused(question), asking({question.parts[0].whole: rate}))
    assert quotes(found)[0] == rate.quote


def test_what_tells_of_no_part_that_is_found_is_declined_unless_it_is_certain() -> None:
    question = understand("公示之后多少个工作日打到账上,有人举报找哪个科室")
    near = make_finding("拟支持名单公示,之后拨款。", certainty=0.8)
    assert isinstance(part_by_part(question, told(near), asking({})), Declined)


def test_a_whether_question_without_a_thing_is_known_by_its_words() -> None:
    question = understand("创业担保贷最高多少,要不要送纸质件")
    loan, paper = two_of("创业担保贷最高30万元。", "线上申报,不交纸质材料。")
    ask = asking({part.whole: paper for part in question.parts[1:]})
    assert quotes(part_by_part(question, told(loan), ask)) == [loan.quote, paper.quote]


def test_what_counts_something_else_does_not_tell_how_often() -> None:
    question = understand("创业担保贷最高多少,一年能报几回")
    loan, often = two_of("创业担保贷最高30万元。", "创业担保贷一年报一次。")
    ask = asking({part.whole: often for part in question.parts[1:]})
    assert quotes(part_by_part(question, told(loan), ask)) == [loan.quote, often.quote]


def test_what_answers_whether_something_is_so_must_be_of_what_is_asked() -> None:
    question = understand("车谷2020年的措施,当时是正式文件吗?总部项目最多奖多少")
    other = make_finding("条例自2025年3月1日起施行。", id="other", certainty=0.95)
    ask = asking({question.parts[0].whole: other})
    assert isinstance(part_by_part(question, refused(question), ask), Declined)
