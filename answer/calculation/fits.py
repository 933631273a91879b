"""Whether a rule is about the asker's figure."""

from __future__ import annotations

import re

from answer.asked_for.topics import TELLING, shared, topics
from answer.calculation.own import Own
from answer.calculation.rules import Rule, things
from answer.figures import FigureKind
from answer.figures.scope import EACH

_ASKS_RATE = re.compile("(?:最高|一般|原则上|再|按|不超过|的)+$")
_LAST_PART = re.compile("[^按，,；;]*$")
_PEOPLE = frozenset({"人", "名", "位"})
_NAMED_BY = 2  # telling pairs of characters that the question and the words of a rule share
_NOUN = 4  # characters of what follows 每个 that name the thing


def applies(rule: Rule, own: Own, asked: str, headings: str) -> bool:
    """Whether `rule` is one for `own`, a figure of the question `asked`.

    The words in front of a rate say what it is a share of; the words around the figure must name
    the same. Where the rule only says 合同金额 or 项目投入, its other words and `headings` decide.
    """
    if rule.factor.kind is FigureKind.AMOUNT:
        return _counts(rule, own, asked, headings)
    if own.figure.kind is not FigureKind.AMOUNT:
        return False
    base = topics(base_words(rule.lead))
    if own.received or "grant" in base:
        return own.received and "grant" in base
    mine = topics(own.around) - {"grant"}
    named = mine or topics(asked) - {"grant"}
    about = f"{rule.lead} {headings}"
    rest = base or topics(about)
    if (base or mine or (named and rest)) and not named & rest:
        return False
    # 研发 or 投入 alone are spent under many programmes: the question must name this one.
    return bool(named & rest & TELLING) or shared(asked, about) >= _NAMED_BY


def base_words(lead: str) -> str:
    """What a rate is a share of, from the words in front of it: “按项目总投入” → “项目总投入”."""
    match = _LAST_PART.search(_ASKS_RATE.sub("", lead))
    return match.group() if match else ""


def is_open(rule: Rule, asked: str, headings: str) -> bool:
    """Whether the rule is for all, or the question names the chosen whom it is for (入选模型)."""
    return not rule.chosen or shared(f"{rule.chosen} {headings}", asked) > 0


def unnamed_classes(rule: Rule, asked: str) -> tuple[str, ...]:
    """The classes of receivers that the rule is for and the question does not name (OPC, 初创)."""
    return tuple(name for name in dict.fromkeys(rule.classes) if name.lower() not in asked.lower())


def _counts(rule: Rule, own: Own, asked: str, headings: str) -> bool:
    """Whether `own` is a number of the things that the rule gives an amount for."""
    given_for = things(rule)
    unit = "人" if own.figure.unit in _PEOPLE else own.figure.unit
    if own.figure.kind is FigureKind.AMOUNT or len(given_for) != 1:
        return False
    about = f"{rule.lead} {headings}"
    if given_for[0] != EACH:
        same_matter = bool(topics(asked) & topics(about)) or shared(asked, about) > 0
        return unit == given_for[0] and same_matter
    noun = rule.noun[:_NOUN]
    if own.figure.kind is not FigureKind.COUNT or unit == "人" or len(noun) < 2:
        return False
    named = any(noun[at : at + 2] in own.around for at in range(len(noun) - 1))
    return named and shared(asked, about) > 0
