"""Works a rule out on an asker's figure: the product, and what the caps leave of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from answer.calculation.own import Own
from answer.calculation.rules import Rule
from answer.figures import Figure, FigureKind, Modality
from answer.figures.numbers import exact


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule gives on a figure, all amounts in 元.

    `result` is what may be received: `product`, or `cap` where that is less. Its modality is
    AT_MOST where the rate is only an upper bound.
    """

    own: Figure
    factor: Figure
    product: Figure
    result: Figure
    cap: Figure | None = None

    @property
    def value(self) -> Decimal:
        """What may be received, in the result's unit."""
        return _decimal(self.result)

    @property
    def is_capped(self) -> bool:
        """Whether the product exceeds the cap."""
        return self.cap is not None and _decimal(self.product) > _decimal(self.cap)


def work_out(rule: Rule, own: Own) -> Outcome | None:
    """The outcome of `rule` on `own`, or None where the rule does not say what comes out.

    That is so for figures that miss its bounds, for amounts of several years or of one month under
    a cap for one year, and for things that are no money under a rate.
    """
    if not _is_met(rule, own) or _is_of_other_time(rule, own):
        return None
    value = product(own.figure, rule.factor)
    if value is None:
        return None
    made = replace(
        rule.factor,
        kind=FigureKind.AMOUNT,
        unit=own.figure.unit if rule.factor.kind is FigureKind.RATE else rule.factor.unit,
        value=value,
        modality=Modality.EXACT,
        per=tuple(name for name in rule.factor.per if name in ("年", "月")),
    )
    cap = min(rule.caps, key=_decimal, default=None)
    if cap is not None and cap.unit != made.unit:
        return None
    left = value if cap is None else min(value, _decimal(cap))
    result = replace(made, value=left, modality=rule.factor.modality, per=())
    return Outcome(own=own.figure, factor=rule.factor, product=made, result=result, cap=cap)


def product(own: Figure, factor: Figure) -> Decimal | None:
    """Exactly what `factor`, a rate in % or an amount for each thing, makes of `own`."""
    if not isinstance(own.value, Decimal) or not isinstance(factor.value, Decimal):
        return None
    if factor.kind is FigureKind.RATE:
        if own.kind is not FigureKind.AMOUNT or factor.unit != "%":
            return None
        return exact(own.value * factor.value / 100)
    if factor.kind is FigureKind.AMOUNT and own.kind is not FigureKind.AMOUNT:
        return exact(own.value * factor.value)
    return None


def _is_met(rule: Rule, own: Own) -> bool:
    value = _decimal(own.figure)
    for bound in rule.bounds:
        limit = _decimal(bound)
        if bound.upper is not None:
            met = isinstance(bound.upper, Decimal) and limit <= value <= bound.upper
        elif bound.modality is Modality.MORE_THAN:
            met = value > limit
        elif bound.modality is Modality.AT_LEAST:
            met = value >= limit
        elif bound.modality is Modality.LESS_THAN:
            met = value < limit
        else:
            met = value <= limit
        if not met:
            return False
    return True


def _is_of_other_time(rule: Rule, own: Own) -> bool:
    yearly = any("年" in cap.per and not cap.cumulative for cap in rule.caps)
    # Of a cap beside a term (最高20万元,不超过三年) nothing says whether it is for each year.
    unsaid = rule.is_limited and any(not cap.cumulative for cap in rule.caps)
    each_year = "年" in rule.factor.per
    if own.several_years and (yearly or unsaid or each_year or "当年" in rule.lead):
        return True
    return (each_year and not own.one_year) or (own.monthly and bool(rule.caps))


def _decimal(figure: Figure) -> Decimal:
    assert isinstance(figure.value, Decimal)
    return figure.value
