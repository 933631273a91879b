"""Whether words cut out of a statement say by themselves what they say in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.figures import Figure, FigureKind, parse_figures, same_meaning, same_value
from answer.wording.borders import clause_around, is_balanced, member_around

DATES = frozenset({FigureKind.DATE, FigureKind.TIME})
_NEGATION = re.compile("不(?!断|仅|同)|未|无[需须]|没有|除|禁止|尚")
_FAMILIES = {
    FigureKind.RATE: FigureKind.AMOUNT,
    FigureKind.TIME: FigureKind.DATE,
    FigureKind.QUANTITY: FigureKind.COUNT,
    FigureKind.NUMBER: FigureKind.COUNT,
}
_BARE_LETTERS = 3
# “由市经信局遴选的第三方机构发放”: the body alone would stand for the one it chose.
_BODY = re.compile("(?:局|委|办|部|厅|中心|政府|院|会|机构|单位|公司|组|行|所|处|站|科|署|校)$")
_OF_ANOTHER = re.compile(
    "[^,，。;；]{0,20}(?:委托|授权|指定|遴选|认定|选定|推荐|下属|所属|直属|组建)[^,，。;；]{0,12}"
    "(?:机构|单位|中心|公司|平台|网点|企业|银行|部门|[局处所])|[\u4e00-\u9fff]{0,6}的[\u4e00-\u9fff]"
)


def stands_alone(quote: str, start: int, end: int) -> bool:
    """Whether `quote[start:end]` says by itself what it says in its place."""
    words = quote[start:end]
    if not is_balanced(words) or (_BODY.search(words) and _OF_ANOTHER.match(quote, end)):
        return False
    every = figures_in(quote)
    here = [one for one in every if one.start < end and one.end > start]
    if any(one.start < start or one.end > end for one in here):
        return False
    alone = figures_in(words)
    if len(alone) != len(here) or not all(map(_same, here, alone)):
        return False
    left, right = member_around(quote, start, end)
    beside = [one for one in every if left <= one.start < right and one not in here]
    if _is_bare(words, alone) and any(_family(a) == _family(b) for a in beside for b in here):
        return False
    left, _ = clause_around(quote, start, end)
    return not _NEGATION.search(quote[left:start])


def _is_bare(words: str, figures: Sequence[Figure]) -> bool:
    """Whether the words are figures and little else, so that nothing tells whose they are."""
    letters = sum(character.isalpha() for character in words)
    return letters - sum(sum(map(str.isalpha, one.text)) for one in figures) <= _BARE_LETTERS


def _family(figure: Figure) -> FigureKind:
    """What kinds could be taken for one another."""
    return _FAMILIES.get(figure.kind, figure.kind)


def _same(inside: Figure, alone: Figure) -> bool:
    if inside.kind in DATES:
        return same_value(inside, alone)
    return same_meaning(inside, alone)


def figures_in(text: str) -> list[Figure]:
    """The figures of `text` by their places in it."""
    # In quotation marks: a number at the very start of a text may be read as a list's.
    return [
        replace(one, start=one.start - 1, end=one.end - 1) for one in parse_figures(f"“{text}”")
    ]
