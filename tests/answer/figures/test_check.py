"""The release check: a sentence with a figure that its passages do not state never passes."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.figures import parse_figures, unsupported_figures

CORPUS = Path(__file__).parents[3] / "corpus"
LINES = [
    line
    for path in sorted([*CORPUS.glob("*.md"), *CORPUS.glob("*.txt")])
    for line in path.read_text(encoding="utf-8").rpartition("\n---\n")[2].splitlines()
    if any(character.isdigit() for figure in parse_figures(line) for character in figure.text)
]
VOUCHER = (
    "每年设立总额不低于1000万元的算力服务券,重点支持中小企业购买算力服务。"
    "企业使用算力服务费用按50%补助,最高20万元,补助期限不超过三年;责任单位市经信局。"
)
SENTENCES = [
    VOUCHER,
    "单个项目最高给予2000万元资金支持",
    "算力费用另按每年50%补助,最长三年,累计最高500万元。",
    "单家每年最高120万元,最长3年。",
    "研发投入占营收15%及以上的企业,按年研发投入不超过10%补助,最高200万元。",
    "2026年8月24日17:30前完成线上申报,逾期不纳入。",
    "全职从业人员总数不少于1人、不超过10人。",
    "享2年且每月不超过2000元免租,第3年按不高于市场租金70%缴纳。",
    "到2025年底智算规模超50EFLOPS,核心产业营收超3900亿元,规上核心企业超700家。",
    "每家5万—100万元。",
    "网上申报时间为3月25日至4月14日(2026年度),无需纸质材料。",
    "建设659个中小企业服务站、2498名企业服务专员,咨询电话65692130。",
    "自2025年3月19日起施行,有效期2年,文号为武政规〔2025〕3号。",
    "省市1:1设立风险补偿资金,推进“10+2”工作体系。",
]


def missing(sentence: str, *passages: str) -> list[str]:
    return [figure.text for figure in unsupported_figures(sentence, passages)]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_quoted_sentence_is_supported(sentence: str) -> None:
    assert missing(sentence, "前文。" + sentence + "后文。") == []


@pytest.mark.parametrize(
    ("sentence", "passage", "unsupported"),
    [
        ("最高500万元。", "最高300万元。", ["500万元"]),
        ("按50%补助,最高20万元[1]。", VOUCHER, []),
        ("最高补贴二十万元。", VOUCHER, []),
        ("每年最高20万元。", VOUCHER, ["20万元"]),
        ("每家企业20万元。", VOUCHER, ["20万元"]),
        ("补助20万元。", VOUCHER, ["20万元"]),
        ("最高20万美元。", VOUCHER, ["20万美元"]),
        ("期限为36个月以内。", VOUCHER, []),
        ("50% of fees, up to RMB 200,000, for no more than three years.", VOUCHER, []),
        ("50% of fees, up to RMB 300,000, for at least three years.", VOUCHER, [
            "RMB 300,000",
            "three years",
        ]),
        ("最高20万元,由科创局受理。", "由科创局受理。", ["20万元"]),
        ("算力券最高20万元。", "", ["20万元"]),
        ("申报4月14日截止。", "申报时间为3月25日至4月14日。", []),
        ("申报自4月14日起。", "申报时间为3月25日至4月14日。", ["4月14日"]),
        ("最高100万元。", "每家5万—100万元。", []),
        ("奖励100万元。", "每家5万—100万元。", ["100万元"]),
        ("人数为1—10人。", "不少于1人、不超过10人。", []),
        ("人数为1—20人。", "不少于1人、不超过10人。", ["1—20人"]),
        ("2025年3月施行。", "自2025年3月19日起施行。", []),
        ("3月19日施行。", "自2025年3月19日起施行。", []),
        ("2025年3月19日施行。", "2025年3月施行。", ["2025年3月19日"]),
        ("2025年3月19日到期。", "自2025年3月19日起施行。", ["2025年3月19日"]),
        ("根据武政规〔2025〕3号,最高20万元。", "最高20万元。", ["武政规〔2025〕3号"]),
        ("约100名。", "100名。", ["100名"]),
        ("没有数字的句子。", "", []),
    ],
)  # fmt: skip
def test_what_a_passage_supports(sentence: str, passage: str, unsupported: list[str]) -> None:
    assert missing(sentence, passage) == unsupported


def test_no_figure_vouches_for_two() -> None:
    both = "模型累计最高1000万元,平台最高1000万元。"
    assert missing(both, both) == []
    assert missing(both, both.replace("平台最高1000", "平台最高8000")) == ["1000万元"]
    assert missing("3月25日起申报,4月14日截止。", "申报时间为3月25日至4月14日。") == []
    assert missing("最高1000万元,累计最高1000万元。", both) == []


def test_each_figure_may_stand_in_another_passage() -> None:
    assert missing("按50%补助,最高20万元。", "按50%补助。", "最高20万元。") == []
    assert missing("人数为1—10人。", "不少于1人。", "不超过10人。") == ["1—10人"]


@pytest.mark.parametrize("cut", ["。", "[。;]", "[。;,]"])
def test_every_part_of_the_corpus_is_supported_by_its_line(cut: str) -> None:
    parts = [(part, line) for line in LINES for part in re.split(f"(?<={cut})", line)]
    assert [(part, missing(part, line)) for part, line in parts if missing(part, line)] == []


@given(st.data())
def test_a_changed_digit_is_caught(data: st.DataObject) -> None:
    sentence = data.draw(st.sampled_from(SENTENCES) | st.sampled_from(LINES))
    places = [
        position
        for figure in parse_figures(sentence)
        for position in range(figure.start, figure.end)
        if sentence[position].isdigit()
    ]
    place = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from("0123456789").filter(lambda d: d != sentence[place]))
    assert missing(sentence, sentence[:place] + digit + sentence[place + 1 :])


def changes(words: list[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """Each sentence with each one place where a word can be exchanged for another."""
    return [
        (sentence, sentence[: match.start()] + new + sentence[match.end() :], f"{old}→{new}")
        for sentence in SENTENCES
        for old, new in words
        for match in re.finditer(old, sentence)
    ]


UNITS = changes([
    ("万元", "亿元"),
    ("万元", "元"),
    ("元", "美元"),
    ("元(?!的)", "%"),
    ("%", "元"),
    ("%", "个百分点"),
    ("(?<=[23三])年(?!3)", "个月"),
    ("家(?=。)", "次"),
    ("人(?=。)", "年"),
    ("EFLOPS", "PFLOPS"),
    ("个(?=中小)", "次"),
    ("号(?=。)", "年"),
    ("三年", "两年"),
])  # fmt: skip
BOUNDS = changes([
    ("最高", "不低于"),
    ("最高", ""),
    ("最高", "超过"),
    ("不低于", "最高"),
    ("不超过", "不少于"),
    ("不超过", "超过"),
    ("不少于", "不超过"),
    ("(?<!不)超(?=[0-9])", "不足"),
    ("及以上", "及以下"),
    ("不高于", "不低于"),
    ("最长", "至少"),
    ("累计", "每年"),
    ("(?<=家)每年", "每月"),
    ("每月", "累计"),
    ("前(?=完成)", "起"),
    ("自(?=2025)", "至"),
])  # fmt: skip


@pytest.mark.parametrize(("sentence", "passage", "change"), UNITS + BOUNDS)
def test_a_changed_unit_or_bound_is_caught(sentence: str, passage: str, change: str) -> None:
    if change.startswith("自"):
        passage = passage.replace("起施行", "施行")
    assert missing(sentence, passage), change
