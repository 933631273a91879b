"""English leads, made of figures and names."""

from __future__ import annotations

import pytest

from answer.figures import unsupported_figures
from answer.understanding import understand
from answer.wording.english import english_words
from tests.answer.wording.making import find


@pytest.mark.parametrize(
    ("quote", "answer", "english"),
    [
        (
            "按研发成本30%补助,最高500万元。",
            "",
            "30% of R&D costs, up to RMB 5 million",
        ),
        (
            "自2026年3月18日起施行,有效期至2028年12月31日。",
            "",
            "From March 18, 2026, until December 31, 2028",
        ),
        ("全职人员不少于1人、不超过10人。", "", "At least 1 person, up to 10 people"),
        (
            "责任单位市经信局。",
            "市经信局",
            "Municipal Bureau of Economy and Information Technology",
        ),
        ("在武昌区、江夏区等区试点。", "武昌区、江夏区等区", "Wuchang District, Jiangxia District"),
        # A count without a noun; what has no exact form; what has neither figure nor known name.
        ("建设六个研发基地。", "六个", ""),
        ("提出4个方面和19个场景。", "", ""),
        ("每年挖掘不少于100个场景。", "", ""),
        ("毕业6年内的,每次不超过15天。", "", "Up to 6 years, up to 15 days per time"),
        (
            "贷款最长3年,单笔最高1000万元。",
            "",
            "For up to 3 years, up to RMB 10 million per transaction",
        ),
        ("8月上旬发放,最高20万元。", "", ""),
        ("由牵头单位负责。", "牵头单位", ""),
        ("按50%补助；最高20万元。", "按50%补助", "50%, up to RMB 200,000"),
        # What another part of the statement gives is for something else.
        (
            "牵头的最高支持6000万元;重大专项最高4000万元。",
            "最高支持6000万元",
            "Up to RMB 60 million",
        ),
        ("牵头的最高支持6000万元;重大专项最高4000万元。", "最高4000万元", "Up to RMB 40 million"),
    ],
)
def test_english_words(quote: str, answer: str, english: str) -> None:
    words = english_words(understand("How much?"), find(quote, answer))
    assert words == english
    assert not unsupported_figures(words, [f"“{quote}”"])
