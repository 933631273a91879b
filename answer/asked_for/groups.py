"""Groups of people whom a rule must name to hold for them: family, foreigners, pensioners …

“免费住宿能带家属吗” is not answered by whom the stay is for.
"""

from __future__ import annotations

from answer.asked_for.rulings import leaves_unruled, rulings
from answer.understanding import Question

# How people name a group, and what a clause that rules on it says.
_GROUPS = rulings(
    (
        (
            "家属|(?<![国几一多每两三0-9])家人(?![工形才均])|家里人|配偶|爱人|老婆|老公|子女|孩子|小孩|父母",
            "家属|家人|家庭成员|全家|配偶|子女|随迁|直系|父母",
        ),
        # A university abroad says nothing of who comes from abroad.
        (
            "外国人|外国?籍|老外|外国公民",
            "外籍|外国|(?:境外|海外)(?!高校|院校|大学)|国籍|全球|不限国",
        ),
        ("港澳台|香港人|台湾人|澳门人", "港澳|台湾|香港|澳门|境外|海外"),
        ("退休|返聘", "退休|返聘|年龄|岁"),
        ("残疾|残障", "残疾|残障"),
        ("退伍|退役|转业|复员", "退伍|退役|军人|转业"),
        ("劳务派遣|派遣工|外包(?:员工|人员)", "派遣|外包|社保|劳动合同|全职|在职"),
    )
)


def is_of_another_group(question: Question, told: str) -> bool:
    """Whether it is asked about such a group and `told`, with its headings, does not name it."""
    return leaves_unruled(_GROUPS, question.in_full, told)
