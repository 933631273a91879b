"""Of several things named side by side each is told of."""

from __future__ import annotations

from answer.understanding import Asked
from answer.wording import plain_sentences
from answer.wording.each_named import also_named
from records import TextKind
from tests.answer.findings import ask, make_finding

COMMUNITY = make_finding("生态社区最高500万元。", region="湖北省")
PILOT = make_finding("单个中试平台最高800万元。", region="湖北省", certainty=0.7)
CITY = make_finding("中试平台最高1000万元。", region="武汉市", certainty=0.8)
BOTH = ("中试平台", "生态社区")


def test_the_further_thing_is_told_from_the_same_region() -> None:
    question = ask("中试平台和生态社区，各最高多少", *BOTH, asked=Asked.AMOUNT)
    told = plain_sentences(question, [COMMUNITY, CITY, PILOT])
    assert [one.findings for one in told] == [(COMMUNITY,), (PILOT,)]


def test_nothing_is_added_where_one_thing_is_asked_or_the_best_names_all() -> None:
    one = ask("生态社区和中试平台最高多少", *BOTH, asked=Asked.AMOUNT)
    assert also_named(one, COMMUNITY, [COMMUNITY, PILOT]) == []
    each = ask("中试平台和生态社区，各最高多少", *BOTH, asked=Asked.AMOUNT)
    together = make_finding("中试平台、生态社区最高500万元。", region="湖北省")
    assert also_named(each, together, [together, PILOT]) == []


def test_what_gives_no_figure_or_is_unsure_is_left_out() -> None:
    each = ask("中试平台和生态社区，各最高多少", *BOTH, asked=Asked.AMOUNT)
    no_figure = make_finding("鼓励建设中试平台。", region="湖北省")
    unsure = make_finding("中试平台最高800万元。", region="湖北省", certainty=0.3)
    assert also_named(each, COMMUNITY, [no_figure, unsure]) == []


def test_a_report_or_what_only_shares_a_syllable_is_left_out() -> None:
    each = ask("数据产品和生态社区，各最高多少", "数据产品", "生态社区", asked=Asked.AMOUNT)
    report = make_finding("数据产品最高200万元。", region="湖北省", text_kind=TextKind.NEWS)
    other = make_finding("数据集最高200万元。", region="湖北省")
    assert also_named(each, COMMUNITY, [report, other]) == []
