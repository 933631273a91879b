"""Which amounts of a statement bound what is given."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.figures import Figure, FigureKind, Modality
from answer.figures.demands import is_demand

# What may surround a cap that holds for the rule itself; anything else names a special case.
_PLAIN_CAP = re.compile(
    "最高|最多|不超过|不得|超过|累计|合计|总计|总额|每年|年度|单个|单家|单户|同一|每家|每个|每项|每|企业|"
    "单位|主体|项目|机构|区|给予?|牵头|申报|一?次性|奖励?|补贴|补助|支持|资助|资金|扶持|封顶|上限|经|评审|"
    "且|并|可|为|达|的|按|额度?|金额|申领|[,，、()（）\\s]"
)
_TOTAL = re.compile("^[^，,。；;]{0,8}(?:券|基金|专项|资金池|资金[，,])|^[^，,]{0,2}规模")


def is_cap(quote: str, figure: Figure) -> bool:
    """Whether an amount is the most that is given, not a condition or the size of a programme."""
    return (
        figure.kind is FigureKind.AMOUNT
        and figure.modality is Modality.AT_MOST
        and figure.upper is None
        and not is_demand(quote, figure)
        and not _TOTAL.match(quote[figure.end : figure.end + 12])
    )


def caps_among(quote: str, start: int, figures: Sequence[Figure]) -> tuple[Figure, ...] | None:
    """The caps among `figures` that hold for the rule itself; None if that cannot be told.

    A first cap that names a special case (特别重大项目最高1亿元) leaves the rule's own unsaid.
    """
    found: list[Figure] = []
    behind = start
    for figure in figures:
        if is_cap(quote, figure):
            if _PLAIN_CAP.sub("", quote[behind : figure.start]):
                return tuple(found) if found else None
            found.append(figure)
        behind = figure.end
    return tuple(found)
