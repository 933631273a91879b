"""The rules of reckoning in a statement: a rate or a grant for each thing, and its cap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from answer.calculation.caps import caps_among, is_cap
from answer.figures import Figure, FigureKind, Modality, parse_figures

_SEGMENT = re.compile("[；;。\n]")
_BOUND = frozenset({Modality.AT_LEAST, Modality.MORE_THAN, Modality.LESS_THAN})
# Rates that are no share of support: conditions, taxes, interest, losses, goals.
_OTHER_RATE = re.compile(
    "占比?[^按]{0,12}$|比重|亏损|不良率?|税|增长|增速|普及|利用率|上架|门槛|损失|利率|持股|股权|"
    "完成率|达到?$|突破$|贴息|预警|逾期|出资|配置|中标|权重|合格|不超过参评"
)
_OTHER_RATE_BEHIND = re.compile(
    "[^，,；;。]{0,6}(?:税|贴息|利率|股权|亏损|应纳税|职工|员工|出资)|以[上下]|及以"
)
_SUPPORT = re.compile("按|给予|补|奖|支持|资助|配套|兑付|返还|抵|减|免|最高|缴|提[高升][到至为]")
_REACH = 14
_PAID = re.compile("[^，,；;。]{0,4}(?:缴|收取|计收|支付租金|交租)")
_RAISED = re.compile("(?:提高|提升|增加|上浮|放宽|上调)(?:到|至|为)$")
_EITHER = re.compile(" ?(?:或者?|、|/|和) ?")
_EACH_NOUN = re.compile(
    "每(?:一)?(?:个|家|名|项|台|套|人|户|位|件|篇|款|处|场)?(?P<noun>[\u4e00-\u9fff]{0,10})"
)
_BUDGET = re.compile("安排|设立|发放|总额|预算|规模")
# Who must have been chosen before the rule holds; 另按 carries on from a sentence about them.
_CHOSEN = re.compile("入选|获评|获批|中标|揭榜|备案|评为|优胜|叠加|另[外行]?按|再按")
_NAMES_CHOSEN = re.compile("[^，,。；;]{0,16}")
# Classes of receivers that a rule is for alone.
_CLASS = re.compile(
    "OPC|一人公司|初创|大学生|博士|硕士|瞪羚|独角兽|专精特新|高新技术企业|链主|规上|小微|个人|高校"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rate, or an amount for each thing, with what bounds the result.

    `lead` are the words in front of it that name who gets it and what it applies to; `bounds` are
    amounts in them that the asker's must meet (总投入超1亿元的); `caps` bind the result. With
    `condition` it holds only for those whom these words name (初创企业). `paid` rates are
    of what is to be paid, not of what is given. `noun` is what an amount is given for;
    `is_limited` tells that the support ends after some years.
    """

    factor: Figure
    lead: str
    bounds: tuple[Figure, ...] = ()
    caps: tuple[Figure, ...] = ()
    condition: str = ""
    noun: str = ""
    paid: bool = False
    is_limited: bool = False

    @property
    def chosen(self) -> str:
        """The words that make the rule one for the chosen (“入选模型…”), "" if it has none."""
        match = _CHOSEN.search(self.lead)
        if match is None:
            return ""
        # 另按 does not say itself whom it is for.
        if match.group()[0] in "另再":
            return match.group()
        named = _NAMES_CHOSEN.match(self.lead, match.end())
        return match.group() + (named.group() if named else "")

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes of receivers that the words in front name (OPC, 初创)."""
        return tuple(_CLASS.findall(self.lead))


def rules_in(quote: str) -> list[Rule]:
    """The rules that a statement gives without doubt, in order."""
    figures = parse_figures(quote)
    rules: list[Rule] = []
    for start, end in _segments(quote):
        within = [one for one in figures if start <= one.start < end]
        found = list(_of_segment(quote, start, end, within))
        if not found and rules and not rules[-1].caps:
            # “按50%补助；最高20万元”: the cap in a part of its own.
            rules[-1] = replace(rules[-1], caps=caps_among(quote, start, within) or ())
        rules += [_with_base(rule, rules) for rule in found]
    return _without_doubtful(rules)


def _with_base(rule: Rule, before: Sequence[Rule]) -> Rule:
    """`rule` with the words of the first tier, which a further one leaves out."""
    if before and rule.bounds and before[0].bounds:
        return replace(rule, lead=f"{before[0].lead},{rule.lead}")
    return rule


def lone_cap(quote: str) -> Figure | None:
    """The one cap on money that a statement without any rate names, or None."""
    figures = parse_figures(quote)
    if rules_in(quote) or any(one.kind is FigureKind.RATE for one in figures):
        return None
    amounts = [one for one in figures if one.kind is FigureKind.AMOUNT]
    if len(amounts) != 1 or not is_cap(quote, amounts[0]):
        return None
    return amounts[0]


def _segments(quote: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SEGMENT.finditer(quote):
        yield start, match.start()
        start = match.end()
    yield start, len(quote)


def _of_segment(quote: str, start: int, end: int, figures: Sequence[Figure]) -> Iterator[Rule]:
    factors = [one for one in figures if _is_factor(quote, start, one)]
    behind = start
    base: Rule | None = None
    for position, factor in enumerate(factors):
        until = factors[position + 1].start if position + 1 < len(factors) else end
        lead = quote[behind : factor.start]
        inside = [one for one in figures if behind <= one.start < factor.start]
        after = [one for one in figures if factor.end <= one.start < until]
        caps = caps_among(quote, factor.end, after)
        if caps is None:
            behind = until
            continue
        if not caps and position == 0:
            caps = tuple(one for one in inside if is_cap(quote, one))
        rule = Rule(
            factor=factor,
            lead=lead.strip("，, "),
            bounds=tuple(one for one in inside if _is_bound(quote, one)),
            caps=caps,
            noun=_noun(lead) if factor.kind is FigureKind.AMOUNT else "",
            is_limited=any(_is_term(one) for one in figures if one.start > factor.end),
            paid=bool(_PAID.match(quote[factor.end : factor.end + 8])),
        )
        if base and _RAISED.search(lead):
            words = _RAISED.sub("", lead).strip("，, ")
            rate = replace(factor, modality=base.factor.modality)
            caps = rule.caps or base.caps
            rule = replace(rule, factor=rate, lead=base.lead, condition=words, caps=caps)
        else:
            base = rule
        yield rule
        behind = max((one.end for one in after if one in caps), default=factor.end)


def _is_factor(quote: str, start: int, figure: Figure) -> bool:
    if figure.upper is not None or figure.cumulative:
        return False
    lead = quote[max(start, figure.start - _REACH) : figure.start]
    trail = quote[figure.end : figure.end + _REACH]
    if figure.kind is FigureKind.RATE:
        usable = figure.unit == "%" and figure.modality in (Modality.EXACT, Modality.AT_MOST)
        other = _OTHER_RATE.search(lead) or _OTHER_RATE_BEHIND.match(trail)
        return usable and not other and bool(_SUPPORT.search(lead) or _SUPPORT.search(trail[:6]))
    if figure.kind is not FigureKind.AMOUNT or figure.modality is not Modality.EXACT:
        return False
    things = set(figure.per) - {"年", "月", "次", "笔"}
    # 单个项目50万元 is what one project gets, not what each of several does.
    said = "每" in lead or "/" in trail[:2] or "每" in trail[:2]
    return bool(things) and said and not _BUDGET.search(lead + trail[:4])


def _is_term(figure: Figure) -> bool:
    return figure.kind is FigureKind.PERIOD and figure.modality is Modality.AT_MOST


def _is_bound(quote: str, figure: Figure) -> bool:
    if figure.kind is not FigureKind.AMOUNT or figure.per:
        return False
    if figure.upper is not None or figure.modality in _BOUND:
        return True
    return figure.modality is Modality.AT_MOST and not is_cap(quote, figure)


def _noun(lead: str) -> str:
    matches = list(_EACH_NOUN.finditer(lead))
    return matches[-1]["noun"] if matches else ""


def _without_doubtful(rules: Sequence[Rule]) -> list[Rule]:
    """`rules` without those that offer several rates for one thing (30%或20%分档)."""
    doubtful = set()
    for position in range(len(rules) - 1):
        if _EITHER.fullmatch(rules[position + 1].lead or "、"):
            doubtful |= {position, position + 1}
    return [rule for position, rule in enumerate(rules) if position not in doubtful]


def things(rule: Rule) -> tuple[str, ...]:
    """What an amount is given for, without the time it is given over."""
    return tuple(name for name in rule.factor.per if name not in ("年", "月"))
