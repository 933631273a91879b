"""What is said of the place that an answer holds for."""

from __future__ import annotations

from collections.abc import Sequence

from answer.understanding import Question
from answer.wording.english_names import english_place

NATION = "全国"


def nothing_note(question: Question) -> str:
    """That nothing of the places named was found."""
    if question.is_english:
        names = ", ".join(english_place(place) for place in question.places)
        return f"The documents hold no rule of {names} on this."
    return f"文件库中没有找到{'、'.join(question.places)}的相关规定。"


def level_note(question: Question, region: str, *, is_above: bool) -> str:
    """That the answer is a rule of a region above the place, or of one below it only."""
    if is_above:
        if question.is_english:
            names = ", ".join(english_place(one) for one in question.places)
            return f"This is a rule of {_english(region)}; {names} may have rules of its own."
        above = "国家" if region == NATION else region
        return f"以下为{above}的规定；{'、'.join(question.places)}另有规定的，以其规定为准。"
    if question.is_english:
        return f"This is a rule of {_english(region)} only."
    return f"以下仅为{region}的规定，不一定适用于整个{'、'.join(question.places)}。"


def from_note(question: Question, region: str, lacking: str) -> str:
    """Where the answer comes from, and that it need not hold in `lacking`, if given."""
    if question.is_english:
        return f"This comes from documents of {_english(region)}" + (
            f"; it need not hold in {_english(lacking)}." if lacking else "."
        )
    return f"以下出自{region}的文件" + (f"，不一定适用于{lacking}。" if lacking else "。")


def districts_note(question: Question, districts: Sequence[str]) -> str:
    """That districts have documents of their own on this; empty without any."""
    if not districts:
        return ""
    if question.is_english:
        names = ", ".join(_english(one) for one in districts)
        return f"{names} may have rules of their own; name the district to ask about them."
    return f"{'、'.join(districts)}另有区级文件涉及此事项，可注明所在区再查询。"


def _english(region: str) -> str:
    return "the state" if region == NATION else english_place(region)
