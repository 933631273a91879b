"""Text to be read aloud, and whole answers read aloud."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.figures import parse_figures, same_meaning
from answer.finding import Sentence, Shape
from answer.understanding import Asked
from answer.wording import plain_sentences, speak, spoken_text, word
from records import TextKind, Validity
from tests.answer.wording.making import ask, find

TODAY = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("按50%补助 [1]", "按百分之五十补助"),
        ("占12.5%、20%—30%", "占百分之十二点五、百分之二十到百分之三十"),
        ("最高20万元", "最高20万元"),
        ("试行期至2026-08-26", "试行期至2026年8月26日"),
        ("武汉市有内容相近的文件，见下方所列。", "武汉市有内容相近的文件。"),
        ("总数1—10人", "总数1到10人"),
        ("补5万—100万元", "补5万到100万元"),
        ("人数≤10人,金额≥5万元", "人数不超过10人，金额不低于5万元"),
        ("达到25EFLOPS", "达到25EFLOPS"),
        ("电话027-85320188", "电话027-85320188"),
        ("24日17:30前", "24日17点30分前"),
        ("每月2000元/平方米", "每月2000元每平方米"),
        ("营业执照(事业单位为法人证书)、合同", "营业执照，事业单位为法人证书、合同"),
        ("“人工智能+”《办法(试行)》;见[2]。", "人工智能加办法试行；见。"),
        ("项目遴选—路演—签约", "项目遴选，路演，签约"),
        ("〔征求意见稿〕最高5万元", "征求意见稿：最高5万元"),
        ("“武宜襄·十”三大算力圈", "武宜襄·十，三大算力圈"),
        ("累计50万元(含)以下", "累计50万元以下"),
        ("废止江科规〔2023〕2号", "废止江科规〔2023〕2号"),
    ],
)
def test_signs_are_spoken(written: str, spoken: str) -> None:
    assert speak(written) == spoken


PARTS = st.sampled_from(
    ["按50%补助", "最高20万元", "每年累计不超过500万元", "1—10人", "(含人工)", "“专项”", "为期三年"]
)


@given(st.lists(PARTS, min_size=1, max_size=5))
def test_spoken_figures_mean_the_same(parts: list[str]) -> None:
    written = ",".join(parts)
    spoken = speak(written)
    pairs = zip(parse_figures(written), parse_figures(spoken), strict=True)
    assert all(same_meaning(*pair) for pair in pairs)
    assert not set(spoken) & set("()（）[]“”%—")


def test_english_signs_are_spoken() -> None:
    assert speak("Up to 60%, up to RMB 500,000 (expired)", english=True) == (
        "Up to 60 percent, up to RMB 500,000, expired"
    )


def test_an_answer_is_followed_by_its_source_and_caveat() -> None:
    finding = find("算力按50%补助,最高20万元。", text_kind=TextKind.DIGEST)
    question = ask(asked=Asked.AMOUNT)
    assert word(question, plain_sentences(question, [finding]), TODAY, []).read_aloud == (
        "算力按百分之五十补助，最高20万元。"
        "依据江城市促进人工智能若干措施试行，现行有效。以官方原文为准。"
    )


def test_what_has_expired_is_said() -> None:
    finding = find("算力按50%补助。", validity=Validity.EXPIRED)
    spoken = word(ask(), plain_sentences(ask(), [finding]), TODAY, []).read_aloud
    assert "该文件已过期" in spoken
    assert spoken.endswith("请先向主管部门核实。")


def test_a_headline_is_not_read_as_a_source() -> None:
    finding = find(
        "由华中数控打造。",
        "华中数控",
        title="单个项目最高给予2000万元资金支持",
        issuing_body="江城日报",
        text_kind=TextKind.NEWS,
    )
    spoken = word(ask(), plain_sentences(ask(), [finding]), TODAY, []).read_aloud
    assert spoken == "华中数控。依据江城日报的报道。以正式发布的文件为准。"


def test_a_long_list_is_cut_and_says_so() -> None:
    finding = find("甲乙丙丁。")
    items = [Sentence(text=t, findings=(finding,), shape=Shape.ITEM) for t in "甲乙丙丁"]
    spoken = word(ask(), items, TODAY, []).read_aloud
    assert spoken.startswith("甲。乙。丙。其余见书面答复。")


def test_rows_are_spoken_place_first() -> None:
    row = Sentence(
        text="",
        findings=(find("最高5万元。"),),
        shape=Shape.ROW,
        cells=("东区", "最高5万元", "现行有效"),
    )
    assert word(ask(), [row], TODAY, []).read_aloud.startswith("东区：最高5万元，现行有效。")


def test_a_refusal_is_spoken() -> None:
    text = "文件库中没有找到依据。\n最接近的文件：《甲办法(试行)》"
    assert spoken_text(ask(), text) == "文件库中没有找到依据。最接近的文件：甲办法试行。"


def test_what_must_be_heard_first_is_read_out_first() -> None:
    finding = find("算力按50%补助。")
    caveat = "以下出自江岸区的文件，不一定适用于武汉市。"
    worded = word(ask(), plain_sentences(ask(), [finding]), TODAY, [caveat])
    assert worded.read_aloud.startswith(f"{caveat}算力")
    assert f"提示：{caveat}" in worded.ticket
