"""Checks a worked line again: its sums, and that rate, cap and result are those of the clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from answer.calculation.outcome import Outcome, product, work_out
from answer.calculation.own import own_figures
from answer.calculation.rules import rules_in
from answer.figures import Figure, FigureKind, parse_figures, same_value, supports

_TIMES, _MINUS = "×", "−"
_CAPPED = ("按上限计", "so the cap applies")
_WITHIN = ("未超过", "within the cap")
_NO_CAP = ("没有写明上限", "name no cap")


@dataclass(frozen=True, slots=True)
class Equation:
    """`left sign right = result`, as it stands in a line; `sign` is × or −."""

    left: Figure
    sign: str
    right: Figure
    result: Figure


def equations(line: str) -> list[Equation]:
    """The products and differences that a line states."""
    return list(_equations(line, parse_figures(line)))


def _equations(line: str, figures: Sequence[Figure]) -> Iterator[Equation]:
    for left, right, result in zip(figures, figures[1:], figures[2:], strict=False):
        sign = line[left.end : right.start].strip()
        if sign in (_TIMES, _MINUS) and line[right.end : result.start].strip() == "=":
            yield Equation(left, sign, right, result)


def worked_faults(line: str, quotes: Sequence[str], question: str) -> list[str]:
    """What is wrong with a worked line, in words; empty if it holds.

    Each product must be one of a figure of `question` and a rate, or amount for each thing, of one
    of the `quotes`, the amount in front of it what the cap of that clause leaves, and the words on
    the cap true. Each difference must be one of two figures of the quotes. All other figures must
    stand in the quotes or in the question.
    """
    figures = parse_figures(line)
    found = list(_equations(line, figures))
    used = [id(one) for sum_ in found for one in (sum_.left, sum_.right, sum_.result)]
    rest = [one for one in figures if id(one) not in used]
    faults: list[str] = []
    for equation in found:
        if equation.sign == _MINUS:
            faults += _faults_of_difference(equation, rest, quotes)
        else:
            faults += _faults_of_product(equation, line, rest, quotes, question)
    results = [one.result for one in found]
    sources = [one for quote in quotes for one in parse_figures(f"“{quote}”")]
    sources += [rule.factor for quote in quotes for rule in rules_in(quote)]
    asked = [own.figure for own in own_figures(question)]
    for figure in rest:
        if not (
            any(supports(source, figure) for source in (*sources, *asked))
            or any(same_value(result, figure) for result in results)
            or (figure.kind is FigureKind.AMOUNT and _is_result(figure, found, quotes, question))
        ):
            faults.append(f"{figure.text} stands neither in the quotes nor in the question")
    return faults


def _faults_of_difference(
    equation: Equation, rest: Sequence[Figure], quotes: Sequence[str]
) -> Iterator[str]:
    left, right, result = equation.left, equation.right, equation.result
    stated = [one for quote in quotes for one in parse_figures(f"“{quote}”")]
    for figure in (left, right):
        if not any(one.upper is None and same_value(one, figure) for one in stated):
            yield f"{figure.text} stands in no quote"
    values = [one.value for one in (left, right, result) if isinstance(one.value, Decimal)]
    alike = left.kind is right.kind and left.unit == right.unit
    if len(values) < 3 or not alike or values[0] - values[1] != values[2]:
        yield f"{left.text}−{right.text} is not {result.text}"
    elif not _measures_difference(left, result):
        yield f"{result.text} is of another unit than {left.text}"
    heads = [one for one in rest if one.start < left.start]
    if not heads or not same_value(heads[-1], result):
        yield f"the line does not begin with {result.text}"


def _measures_difference(figure: Figure, result: Figure) -> bool:
    """Whether `result` has the figure's unit; rates differ by percentage points."""
    if figure.unit == "%":
        return result.unit == "百分点"
    return result.kind is figure.kind and result.unit == figure.unit


def _faults_of_product(
    equation: Equation, line: str, rest: Sequence[Figure], quotes: Sequence[str], question: str
) -> Iterator[str]:
    left, right, result = equation.left, equation.right, equation.result
    value = product(left, right)
    if value is None or value != result.value or result.kind is not FigureKind.AMOUNT:
        yield f"{left.text}×{right.text} is not {result.text}"
        return
    outcomes = list(_outcomes(equation, quotes, question))
    if not outcomes:
        yield f"no quote gives {right.text} on {left.text} of the question"
        return
    heads = [one for one in rest if one.kind is FigureKind.AMOUNT and one.start < left.start]
    fitting = [one for one in outcomes if heads and _is_same(heads[-1], one.result)]
    if not fitting:
        yield f"{left.text}×{right.text} does not come to what the line begins with"
    elif not any(_words_hold(line, one) for one in fitting):
        yield f"what the line says of the cap does not hold for {result.text}"


def _outcomes(equation: Equation, quotes: Sequence[str], question: str) -> Iterator[Outcome]:
    for quote in quotes:
        for rule in rules_in(quote):
            if not same_value(rule.factor, equation.right):
                continue
            for own in own_figures(question):
                outcome = work_out(rule, own) if _is_own(own.figure, equation.left) else None
                if outcome:
                    yield outcome


def _is_own(own: Figure, stated: Figure) -> bool:
    return same_value(own, stated) and own.unit == stated.unit


def _is_result(
    figure: Figure, found: Sequence[Equation], quotes: Sequence[str], question: str
) -> bool:
    return any(
        _is_same(figure, outcome.result)
        for equation in found
        if equation.sign == _TIMES
        for outcome in _outcomes(equation, quotes, question)
    )


def _is_same(stated: Figure, result: Figure) -> bool:
    return same_value(stated, result) and stated.modality is result.modality


def _words_hold(line: str, outcome: Outcome) -> bool:
    """Whether the line says what the cap does, and names it."""
    says_capped, says_within, says_none = (
        any(word in line for word in words) for words in (_CAPPED, _WITHIN, _NO_CAP)
    )
    cap = outcome.cap
    if cap is None:
        return not says_capped and not says_within
    named = any(supports(cap, one) for one in parse_figures(line) if one.kind is cap.kind)
    return (
        named
        and not says_none
        and says_capped == outcome.is_capped
        and says_within != outcome.is_capped
    )
