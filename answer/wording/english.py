"""An English lead for a Chinese statement, made of its figures and of words with one meaning.

Nothing is translated freely: figures are written from their parsed values, and beside them stand
only nouns of the glossary below. What cannot be said so is left to the Chinese quote.
"""

from __future__ import annotations

import re
from dataclasses import replace

from answer.figures import (
    Figure,
    FigureKind,
    format_figure,
    parse_figures,
    unsupported_figures,
)
from answer.finding import Finding
from answer.understanding import Asked, Question
from answer.wording.english_names import english_names

# What a rate is taken of, as policies word it. Longer ones first, so that no part hides a whole.
_BASES = (
    ("算力服务费", "computing service fees"),
    ("算力费", "computing fees"),
    ("模型采购费用", "model purchase costs"),
    ("研发成本", "R&D costs"),
    ("研发投入", "R&D spending"),
    ("研发费用", "R&D costs"),
    ("项目总投入", "total project investment"),
    ("项目投入", "project investment"),
    ("建设投入", "construction investment"),
    ("设备投入", "equipment investment"),
    ("设备投资", "equipment investment"),
    ("合同额", "the contract value"),
    ("合同金额", "the contract value"),
    ("采购额", "the purchase value"),
    ("服务金额", "the service value"),
    ("市场租金", "the market rent"),
    ("实际利率", "the actual interest rate"),
    ("本金损失", "losses of principal"),
    ("结算费用", "the fees settled"),
)
_BASE = re.compile("|".join(sorted((chinese for chinese, _ in _BASES), key=len, reverse=True)))
_IN_ENGLISH = dict(_BASES)
_STOPS = re.compile("[。；;]")
_CAP = re.compile(" ?(?:每年|年度|累计|单个|每家|单家|合计|总额)*(?:最高|最多|不超过|上限|封顶)")
_CHINESE = re.compile("[\u3400-\u9fff]")
# What a period lasts, rather than what it reaches back to (毕业6年内).
_LASTING = re.compile("(?:期限?|最长|时间)[^，,。；;、]{0,4}$")
_TOLD = frozenset(
    {
        FigureKind.AMOUNT,
        FigureKind.RATE,
        FigureKind.DATE,
        FigureKind.TIME,
        FigureKind.PERIOD,
        FigureKind.QUANTITY,
        FigureKind.PHONE,
        FigureKind.COUNT,
    }
)
_TIMES = frozenset({FigureKind.DATE, FigureKind.TIME, FigureKind.PERIOD})


def english_words(question: Question, finding: Finding) -> str:
    """“50% of computing fees, up to RMB 200,000” for the statement of a finding.

    All figures in order of those of its parts (set off by semicolons) that answer, each in the
    modality it has there, or the names that answer (places, departments). "" if there are none or
    one has no exact English form: a term left out misleads.
    """
    if names := english_names(finding.answer):
        return names
    text = f"“{_answering_parts(finding)}”"
    figures = [one for one in parse_figures(text) if one.kind in _TOLD]
    if question.asked is Asked.LIST and _TIMES.issuperset(one.kind for one in figures):
        # “Which cities” is not answered by a day.
        return ""
    told = []
    begin = 0
    for figure in figures:
        words = _figure_words(figure, text[begin : figure.start])
        if not words:
            return ""
        told.append(words)
        begin = figure.end
    words = ", ".join(told)
    return "" if unsupported_figures(words, [text]) else _capital(words)


def _answering_parts(finding: Finding) -> str:
    """The parts of the statement that the words which answer run through, with their cap."""
    quote, parts, begin = finding.quote, list[str](), 0
    start, end = finding.answer_start - finding.start, finding.answer_end - finding.start
    for stop in [*(match.end() for match in _STOPS.finditer(quote)), len(quote)]:
        part = quote[begin:stop]
        # “按50%补助；最高20万元”: a cap by itself is that of what stands before it.
        if (begin < end and stop > start) or (parts and _CAP.match(part)):
            parts.append(part)
        begin = stop
    return "".join(parts)


def _figure_words(figure: Figure, lead: str) -> str:
    """The figure with what it is a share of; "" for a count, whose noun English would need."""
    words = format_figure(figure, "en")
    by_itself = format_figure(replace(figure, per=(), cumulative=False), "en")
    nameless = figure.kind is FigureKind.COUNT and not by_itself.split()[-1].isalpha()
    if _CHINESE.search(words) or nameless:
        return ""
    if figure.kind is FigureKind.PERIOD and _LASTING.search(lead):
        return f"for {words}"
    if figure.kind is FigureKind.RATE and figure.unit == "%":
        bases = _BASE.findall(_STOPS.split(lead)[-1])
        return f"{words} of {_IN_ENGLISH[bases[-1]]}" if bases else words
    return words


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
