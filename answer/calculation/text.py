"""A calculation in words: the result first, then how it comes about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from answer.calculation.outcome import Outcome
from answer.calculation.rules import Rule
from answer.figures import Figure, FigureKind, Modality, format_figure


def worked_text(outcome: Outcome, rule: Rule, *, english: bool, unnamed: Sequence[str]) -> str:
    """The line that gives `outcome`.

    “20万元（80万元×50%=40万元，超过上限20万元，按上限计），以审核为准”; in English likewise. A rate
    that is itself an upper bound is named as one, and a missing cap is said; so are the `unnamed`
    receivers, whom the rule is for and the question does not name.
    """
    if english:
        whom = f"; the clause is for {', '.join(unnamed)}" if unnamed else ""
        return f"{_english(outcome, rule)}{whom}; subject to review"
    whom = f"该条适用于{'、'.join(unnamed)}，" if unnamed else ""
    return f"{_chinese(outcome, rule)}，{whom}以审核为准"


def missing_rate_text(cap: Figure, *, english: bool) -> str:
    """The line that says why nothing can be worked out: the clause has a cap and no rate."""
    if english:
        return (
            f"The clause names a cap ({format_figure(cap, 'en')}) but no rate or formula, so the "
            "amount cannot be worked out from the spending"
        )
    return f"条款只写明{_cap(cap)}，没有写明比例或计算办法，不能据此算出具体金额，以审核为准"


def _chinese(outcome: Outcome, rule: Rule) -> str:
    steps = [f"{_bare(outcome.own)}×{_bare(outcome.factor)}={_bare(outcome.product)}"]
    if outcome.factor.modality is Modality.AT_MOST:
        steps.append(f"比例最高{_bare(outcome.factor)}")
    if outcome.cap is None:
        steps.append("" if rule.paid else "所引文句没有写明上限")
    elif outcome.is_capped:
        steps += [f"超过{_cap(outcome.cap)}", "按上限计"]
    else:
        steps.append(f"未超过{_cap(outcome.cap)}")
    bound = "最多" if outcome.result.modality is Modality.AT_MOST else ""
    start = bound + ("缴纳" if rule.paid else "") + _bare(outcome.result)
    every = "".join(f"每{name}" for name in outcome.product.per)
    return f"{every}{start}（{'，'.join(filter(None, steps))}）"


def _english(outcome: Outcome, rule: Rule) -> str:
    steps = [
        f"{_bare(outcome.own, 'en')} × {_bare(outcome.factor, 'en')} = "
        f"{_bare(outcome.product, 'en')}"
    ]
    if outcome.factor.modality is Modality.AT_MOST:
        steps.append(f"the rate is up to {_bare(outcome.factor, 'en')}")
    if outcome.cap is None:
        steps.append("" if rule.paid else "the words quoted name no cap")
    elif outcome.is_capped:
        steps += [f"above the cap of {_cap(outcome.cap, 'en')}", "so the cap applies"]
    else:
        steps.append(f"within the cap of {_cap(outcome.cap, 'en')}")
    bound = "up to " if outcome.result.modality is Modality.AT_MOST else ""
    start = ("to be paid: " if rule.paid else "") + bound + _bare(outcome.result, "en")
    every = "".join(f" per {'year' if name == '年' else 'month'}" for name in outcome.product.per)
    return f"{start}{every} ({'; '.join(filter(None, steps))})"


def _cap(cap: Figure, language: str = "zh") -> str:
    """“每年上限50万元”, “累计上限500万元”; in English the value and what it is counted by."""
    if language == "en":
        return (
            _bare(cap, "en")
            + (" in total" if cap.cumulative else "")
            + (" per year" if "年" in cap.per else "")
        )
    time = "".join(f"每{name}" for name in cap.per if name in ("年", "月", "次"))
    return f"{time}{'累计' if cap.cumulative else ''}上限{_bare(cap)}"


def _bare(figure: Figure, language: str = "zh") -> str:
    """The figure's value and unit alone."""
    plain = replace(figure, modality=Modality.EXACT, cumulative=False, per=(), upper=None)
    if language == "en" and figure.kind is not FigureKind.COUNT:
        return format_figure(plain, "en")
    return format_figure(plain)
