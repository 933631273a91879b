"""Whether a text holds the kind of thing that a question asks for."""

from __future__ import annotations

import re

from answer.figures import FigureKind, parse_figures
from answer.understanding import Asked

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


def holds_kind(asked: Asked, text: str) -> bool:
    """Whether `text` holds what `asked` wants; False for kinds that no words betray."""
    if asked in _WORDS:
        return bool(_WORDS[asked].search(text))
    wanted = FIGURES.get(asked)
    return wanted is not None and any(figure.kind in wanted for figure in parse_figures(text))
