"""A claim as the question it raises: a reader looks for answers, not for confirmation."""

from __future__ import annotations

import re

from answer.figures import FigureKind, parse_figures
from answer.understanding.stated import HEARSAY, TAG, is_claimed

_ASKING = {
    FigureKind.AMOUNT: "多少",
    FigureKind.RATE: "多少",
    FigureKind.DATE: "什么时候",
}
# What people add to a grant, and what a clause never says.
_ADDED = re.compile(
    "直接|人人都?|都能|一律|白送|无条件|肯定|一定|自动|现金|每一?[个家](?=[^年月天])"
)
_YES_NO = re.compile("(?:了)?(?:吗|么|嘛|不|没有?)?$")
_SPOKEN_GIVEN = re.compile("^发(?:放)?的?(?=吧|吗|$)")
_JOINT = re.compile("^(?:那么?|所以|但是?|可是)")
_DEPARTMENT = re.compile(
    "(?:[省市区])?(?:[\u4e00-\u9fff]{1,6}?)(?:局|委员会|管委会|发改委|网信办|金融办)(?=[发给管负出审认定来的])"
)


def neutral(text: str) -> str:
    """The claim in `text` (plain) with 多少, 什么时候 or 哪个部门 where it states a value.

    “听说武汉给每个OPC直接发100万现金,对吗?” asks what “武汉给OPC发多少?” asks. A claim that states
    no such value comes back without its frame only.
    """
    bare = TAG.sub("", HEARSAY.sub("", text)).strip(" ,，?？。!！")
    last = re.split("[,，]", bare)[-1]
    bare = last if any(map(is_claimed, parse_figures(last))) else bare
    claimed = [figure for figure in parse_figures(bare) if is_claimed(figure)]
    for figure in reversed(claimed):
        bare = f"{bare[: figure.start]}{_ASKING[figure.kind]}{bare[figure.end :]}"
    if not claimed:
        bare = _with_department_asked(bare)
    bare = _JOINT.sub("", _YES_NO.sub("", _ADDED.sub("", bare))).strip(" ,，")
    return f"{bare}?" if bare else text


def _with_department_asked(text: str) -> str:
    for match in _DEPARTMENT.finditer(text):
        if by := re.search("[是由归找](?=[省市区]?[^是由归找]*$)", text[: match.end()]):
            # As clauses put it: “是市科创局发的” asks “由哪个部门发放”.
            said = _SPOKEN_GIVEN.sub("发放", text[match.end() :])
            return f"{text[: by.start()]}{by[0].replace('是', '由')}哪个部门{said}"
    return text
