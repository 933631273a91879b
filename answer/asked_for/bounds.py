"""Who asks for the least is not told the most, nor the other way round."""

from __future__ import annotations

import re
from decimal import Decimal

from answer.asked_for.wanted import says_none
from answer.figures import FigureKind, Modality, parse_figures
from answer.understanding import Question

_HOW_MUCH = "[^,，。;；]{0,8}(?:多少|几)"
_LEAST = re.compile(
    f"(?:最少|至少|起步|起[投贷码]|下限|最低){_HOW_MUCH}|最低(?:要求|标准|门槛|限额)"
)
_MOST = re.compile(f"(?:最[多高]|封顶|上限(?![提调放可])|顶格|顶多){_HOW_MUCH}")
# “上架率低于50%的不再规划”, “10万元以下免反担保”, “提高到50%以上” tell where a rule begins.
_BEGINS = re.compile("以[下上内]|(?<!不)低于|不足|未达|提高到|放宽")
_UPPER = frozenset({Modality.AT_MOST, Modality.LESS_THAN})
_LOWER = frozenset({Modality.AT_LEAST, Modality.MORE_THAN})
_BOUND = frozenset({FigureKind.AMOUNT, FigureKind.RATE, FigureKind.COUNT, FigureKind.QUANTITY})


def is_other_bound(question: Question, told: str) -> bool:
    """Whether the least is asked for and every figure of `told` is a cap, or the most and a floor.

    “单次最少投多少” is not told by “不超过100万元”.
    """
    text = question.in_full
    least, most = _LEAST.search(text) is not None, _MOST.search(text) is not None
    if least is most or question.is_english or says_none(question.asked, told):
        return False
    wrong = _UPPER if least else _LOWER
    if _BEGINS.search(told):
        return False
    # What the asker says himself, “按50%支持的封顶多少”, is not what he asks for.
    known = {(one.kind, one.value) for one in parse_figures(text)} if most else set()
    figures = [
        one
        for one in parse_figures(told)
        if one.kind in _BOUND and isinstance(one.value, Decimal) and one.upper is None
        if (one.kind, one.value) not in known
    ]
    sums = [one for one in figures if one.kind is FigureKind.AMOUNT]
    # Who asks for the least sum is not told a share of something under a cap.
    figures = sums if least and sums else figures
    return bool(figures) and all(one.modality in wrong for one in figures)
