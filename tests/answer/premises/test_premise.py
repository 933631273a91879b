"""“Yes” only when all agrees, “not accurate” only when something differs, else no verdict."""

from __future__ import annotations

from datetime import date

import pytest

from answer.figures import unsupported_figures
from answer.premises.claims import Judgement, judge
from answer.premises.polarity import Verdict, verdict
from answer.premises.premise import premise
from answer.understanding import Asked
from records import TextKind
from tests.answer.findings import ask, make_finding

VOUCHER = "每年设立总额不低于1000万元的算力服务券,按50%补助,最高20万元;责任单位市经信局。"


@pytest.mark.parametrize(
    ("claim", "clause", "judged"),
    [
        ("算力服务券最高20万元对吗", VOUCHER, Judgement.AGREES),
        ("算力服务券按50%补,最高20万吧", VOUCHER, Judgement.AGREES),
        ("算力服务券最高50万元对吗", VOUCHER, Judgement.DIFFERS),
        ("算力服务券每家每年能领100万对吗", VOUCHER, Judgement.DIFFERS),
        ("算力服务券给20万对吧", VOUCHER, Judgement.DIFFERS),
        ("算力服务券由市经济和信息化局负责吧", VOUCHER, Judgement.AGREES),
        ("算力服务券是市科创局发的吧", VOUCHER, Judgement.DIFFERS),
        ("算力服务券要求12个人对吗", VOUCHER, Judgement.OPEN),
        ("算力服务券很好对吗", VOUCHER, Judgement.OPEN),
        ("我投了300万能领算力服务券对吧", VOUCHER, Judgement.OPEN),
        ("每个OPC直接发100万现金对吗", "综合评定后给OPC最高100万元。", Judgement.DIFFERS),
        ("人人都有最高100万元对吗", "综合评定后给OPC最高100万元。", Judgement.DIFFERS),
        ("3月10日开始施行对吗", "自2025年3月19日起施行。", Judgement.DIFFERS),
        ("2025年3月19日开始施行对吗", "自2025年3月19日起施行。", Judgement.AGREES),
        ("3月10日开始施行对吗", "3月10日下午举行发布会。", Judgement.OPEN),
        ("累计最高50万元对吗", "每年最高50万元。", Judgement.DIFFERS),
    ],
)
def test_claims_held_against_a_clause(claim: str, clause: str, judged: Judgement) -> None:
    assert judge(claim, make_finding(clause)) is judged


def test_a_wrong_figure_is_corrected_and_not_repeated() -> None:
    finding = make_finding(VOUCHER)
    said = premise(ask("听说算力服务券每家能领100万,对吗", "算力服务券"), [finding])
    assert said is not None
    assert said.text.startswith("不准确：")
    assert "100万" not in said.text.replace("1000万", "")
    assert not unsupported_figures(said.text, [finding.quote])


def test_a_claim_is_held_against_each_line_of_what_was_found() -> None:
    finding = make_finding("算力服务券按50%补助,最高20万元。\n- 单位应当在汉注册。")
    said = premise(ask("听说算力服务券最高50万元,对吗", "算力服务券"), [finding])
    assert said is not None
    assert said.text == "不准确：算力服务券按50%补助,最高20万元。"
    assert said.findings[0].quote == "算力服务券按50%补助,最高20万元。"


def test_findings_that_judge_differently_give_no_verdict() -> None:
    findings = [make_finding("中试平台最高1000万元。"), make_finding("中试平台最高500万元。")]
    assert premise(ask("中试平台最高1000万对吗", "中试平台"), findings) is None


def test_reports_and_other_places_confirm_nothing() -> None:
    formal = make_finding("公共服务平台最高500万元。")
    others = [
        make_finding("公共服务平台最高1000万元", text_kind=TextKind.NEWS),
        make_finding("公共服务平台最高1000万元。", region="深圳市"),
    ]
    said = premise(ask("公共服务平台最高1000万对吗", "公共服务平台"), [formal, *others])
    assert said is not None
    assert said.text.startswith("不准确")


def test_no_verdict_for_what_is_not_sure_or_beside_the_point() -> None:
    question = ask("算力服务券最高20万元对吗", "算力服务券")
    assert premise(question, []) is None
    assert premise(question, [make_finding(VOUCHER, certainty=0.3)]) is None
    assert premise(question, [make_finding("集群最高20万元。")]) is None


def test_what_is_to_be_calculated_is_no_claim() -> None:
    question = ask("算力服务券30万能补20万对吗", "算力服务券", asked=Asked.CALCULATION)
    assert premise(question, [make_finding(VOUCHER)]) is None


@pytest.mark.parametrize(
    ("question", "clause", "said"),
    [
        ("OPC认定后会不会被取消?", "年度复核不合格的取消资格。", Verdict.YES),
        ("已获财政资金的场景还能申请吗", "已获财政资金建设的场景项目不予支持。", Verdict.NO),
        ("事业单位能不能申请", "申报单位须为独立法人企业或事业单位。", Verdict.YES),
        ("出过重大安全事故还能申请吗", "近三年无重大安全事故,正常经营。", Verdict.NO),
        ("没有出过重大安全事故能申请吗", "近三年无重大安全事故。", None),
        ("全职12个人，还能认定吗", "全职从业人员不少于1人、不超过10人。", Verdict.NO),
        ("全职8个人，还能认定吗", "全职从业人员不少于1人、不超过10人。", None),
        ("我们公司3个人，能申请吗", "专家组不少于5人。", None),
        ("公司注册了6年，能申请吗", "注册成立不满5年。", Verdict.NO),
        ("AI投入占比20%，能认定吗", "AI投入占比须达到30%及以上。", Verdict.NO),
        ("算力能补60%吗", "算力费用最高按50%补贴。", None),
        ("需要交纸质材料吗", "线上申报,不交纸质材料。", Verdict.NO),
        ("需要提交承诺书吗", "须提交承诺书。", Verdict.YES),
        ("算力费用能计入投入吗", "投入按三年计算但不含算力费用。", Verdict.NO),
        ("是不是不能申请了吗", "逾期不予受理。", None),
        ("是10人还是20人", "不超过10人。", None),
        ("全职12个人行不行", "全职从业人员不少于1人、不超过10人。", Verdict.NO),
        ("对人数有要求吗,全职12个人行不行", "全职从业人员不少于1人、不超过10人。", None),
        ("研发费用给不给补,能不能叠加", "研发费用补贴不得与其他政策叠加。", None),
        ("社会组织可以申请算力券吗", "社会组织不得申请算力券。", Verdict.NO),
        ("会计费用能算进算力券吗", "会计费用不得计入算力券。", Verdict.NO),
        ("大学生能不能不交押金申请算力券", "申请算力券不得收取押金。", None),
        ("贷款期限3年可以吗", "贷款期限不得超过5年。", None),
        ("贷款期限3年可以吗", "贷款期限不可以超过5年。", None),
        ("3000平方米的场地面积可以吗", "场地面积不得低于1000平方米。", None),
        ("算力券补多少", "不予支持。", None),
    ],
)
def test_polarity(question: str, clause: str, said: Verdict | None) -> None:
    assert verdict(question, clause) is said


def test_a_yes_no_question_is_answered_in_its_own_words() -> None:
    finding = make_finding("不合格的取消资格。", title="OPC企业认定办法")
    said = premise(
        ask("OPC认定后会不会被取消", "opc", "认定", "取消", asked=Asked.YES_NO), [finding]
    )
    assert said is not None
    assert said.text == "会。不合格的取消资格。"


def test_a_question_that_names_no_programme_gets_no_verdict() -> None:
    finding = make_finding("线上申报,不交纸质材料。", title="OPC社区认定通知")
    assert premise(ask("需要交纸质材料吗", "纸质材料", asked=Asked.YES_NO), [finding]) is None


def test_what_papers_are_needed_is_no_question_of_yes_or_no() -> None:
    finding = make_finding("需要提交营业执照。", title="OPC社区认定通知")
    question = ask("OPC社区认定需要提交什么材料", "opc社区认定", asked=Asked.PROCEDURE)
    assert premise(question, [finding]) is None


PLATFORM = make_finding(
    "AI公共服务平台按实际建设投入30%支持,最高500万元。", title="若干措施", certainty=0.9
)


def granted(text: str) -> str:
    question = ask(text, "公共服务平台", asked=Asked.PROCEDURE)
    said = premise(question, [PLATFORM])
    return said.text if said else ""


def test_a_cap_that_is_taken_for_granted_is_corrected() -> None:
    told = granted("公共服务平台最高1亿元支持怎么申请？")
    assert told == "不准确：AI公共服务平台按实际建设投入30%支持,最高500万元。"


@pytest.mark.parametrize(
    "text",
    [
        "公共服务平台最高500万元支持怎么申请？",
        "投入1亿元建公共服务平台怎么申请？",
        "公共服务平台怎么申请，最高有1亿元吗",
    ],
)
def test_what_is_right_or_the_askers_own_is_not(text: str) -> None:
    assert granted(text) == ""


def test_a_later_beginning_is_said() -> None:
    finding = make_finding("自2025年3月19日起施行。", title="若干措施", published=date(2025, 2, 12))
    said = premise(ask("措施3月10日就生效了吗", "施行"), [finding])
    assert said is not None
    assert said.text.startswith("没有。")


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("OPC认定全职12个人行不行", "不能。"),
        ("OPC认定全职12个人能申请吗", "不能。"),
        ("OPC认定要交纸质材料吗", "不需要。"),
    ],
)
def test_the_short_answer_is_in_the_verb_of_the_question(text: str, opening: str) -> None:
    clause = "OPC认定线上申报,不交纸质材料。" if "材料" in text else "OPC全职从业人员不超过10人。"
    said = premise(ask(text, "OPC认定", asked=Asked.YES_NO), [make_finding(clause, title="OPC")])
    assert said is not None
    assert said.text.startswith(opening)
