"""Whether a text holds the kind of thing that a question asks for."""

from __future__ import annotations

import re

from answer.figures import FigureKind, parse_figures
from answer.understanding import Asked, Question

FIGURES: dict[Asked, frozenset[FigureKind]] = {
    Asked.AMOUNT: frozenset({FigureKind.AMOUNT, FigureKind.RATE}),
    Asked.RATE: frozenset({FigureKind.RATE}),
    Asked.CALCULATION: frozenset({FigureKind.AMOUNT, FigureKind.RATE}),
    Asked.DATE: frozenset({FigureKind.DATE, FigureKind.TIME, FigureKind.PERIOD}),
    Asked.PHONE: frozenset({FigureKind.PHONE}),
    Asked.COUNT: frozenset({FigureKind.COUNT, FigureKind.QUANTITY, FigureKind.PERIOD}),
}
_WORDS: dict[Asked, re.Pattern[str]] = {
    Asked.DEPARTMENT: re.compile("责任单位|负责|受理|牵头|主管|局|委|专班|中心"),
    Asked.PROCEDURE: re.compile(
        "申报|申请|申领|提交|材料|免申|流程|受理|审核|评审|公示|拨付|结算|线上"
    ),
    Asked.CONDITION: re.compile(
        "须|应当|应为|不超过|不少于|不低于|符合|条件|具有|具备|依法|以上|对象"
    ),
}

# A date, a rate or a number of somebody must be given as one; “每月举办” tells how often, not when.
_DAY = re.compile("几[号日月]|哪一?[天日月年]|哪个月")
_OFTEN = re.compile("每[个一两半]?(?:年|月|周|季|日|天)|定期|期间|结束[前后後]")
_PERSONS = re.compile("(?:多少|几)个?(?P<of>[家户人名位])")
_OF_PERSONS = {"家": "[家户]", "户": "[家户]"}
_PERSON = "[人名位]"
_NUMBER = "[0-9〇零一二两三四五六七八九十百千万亿多余馀]个?"
# A text that says there is none, or that it does not say, answers.
_NONE = re.compile("未|没有|不含|另行|无[需须偿]|不(?:收|设|限)")
_FREE = re.compile("免[费租征收]")


def lacks_figure(question: Question, told: str) -> bool:
    """Whether a figure is asked for and `told` neither gives such a one nor says there is none."""
    asked, text = question.asked, question.standalone or question.text
    if asked not in FIGURES or _NONE.search(told):
        return False
    if asked in (Asked.AMOUNT, Asked.RATE) and _FREE.search(told):
        return False
    if persons := _PERSONS.search(text):
        unit = _OF_PERSONS.get(persons["of"], _PERSON)
        return re.search(f"{_NUMBER}{unit}", told) is None
    if holds_kind(asked, told):
        return False
    if asked is Asked.DATE and _DAY.search(text) is None and _OFTEN.search(told):
        return False
    return asked in (Asked.RATE, Asked.DATE) or not parse_figures(told)


def holds_kind(asked: Asked, text: str) -> bool:
    """Whether `text` holds what `asked` wants; False for kinds that no words betray."""
    if asked in _WORDS:
        return bool(_WORDS[asked].search(text))
    wanted = FIGURES.get(asked)
    return wanted is not None and any(figure.kind in wanted for figure in parse_figures(text))
