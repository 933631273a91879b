"""Asks back when a question fits many things at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from answer.asked_for.wanted import holds_kind
from answer.clause_numbers import without_number
from answer.places.levels import level_of
from answer.standing.rank import rank_of
from answer.understanding import Asked, Question
from records import NOT_IN_FORCE, Document, Hit, Validity

MOST_CHOICES = 6
# Finds the clauses that grant something; see `choices`.
LOOK_UP = "按 补助 最高 万元 支持"
# Labels that are this alike, on a scale of 0..100, are one choice: 算力服务券, 算力券.
ALIKE = 70
_LONGEST_LABEL = 14
# What programmes are called; headings of the parts of any document (对象, 流程, 附则) are not.
_PROGRAMME = re.compile(
    "券|贷|平台|模型|场景|数据(?:集|产品|要素)|社区|住宿|租房|购房|住房|资助|采购|专项|中心|集群|园区|"
    "试点|揭榜|人才|创业|孵化|备案|智能体|算力(?!规模|总)|配套|并购|技改|整机|服务包|机器人|工厂|大赛"
)
_NO_PROGRAMME = re.compile(
    "规模|目标|总额|条件|对象|材料|流程|存疑|统计|比例|申报|办法|口径|通道|原则|负责|投入"
)
_ENDS_SENTENCE = re.compile("[，。；：,;:！？!?]")

_OPENING = re.compile("^(?:请问|那|想问一?下?|我想问|你好|您好)[，,]?")
_HEARSAY = re.compile("(?:我?(?:听说|据说)|(?:有人|网上|别人)说)过?[，,]?")


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a question that is given back: `label` names the thing, `question` asks of it."""

    label: str
    question: str


def choices(
    question: Question,
    hits: Sequence[Hit],
    document_of: Callable[[str], Document],
    validity_of: Callable[[Document], Validity],
    home: str,
) -> list[Choice]:
    """The question asked again of each programme that the hits speak of, `MOST_CHOICES` at most.

    A programme is a clause that grants money or a share of it under a heading that names it. Those
    of documents in force and of the home region come first, formal texts before rules, lapsed ones
    last; within that the order of the hits. Labels that are nearly equal are one choice. Pass
    plenty of hits, found with `LOOK_UP` beside the question: a vague question finds little itself.
    """
    found: list[tuple[tuple[bool, int, int], Choice]] = []
    for hit in hits:
        document = document_of(hit.passage.document_id)
        label = label_of(hit, document, home)
        if not label or label in question.text or not holds_kind(Asked.AMOUNT, hit.passage.text):
            continue
        lapsed = validity_of(document) in NOT_IN_FORCE
        level = level_of(document.region, home) if home else 0
        order = (lapsed, int(level), int(rank_of(document)))
        found.append((order, Choice(label, _asked_of(question, label))))
    found.sort(key=lambda entry: entry[0])
    distinct: list[Choice] = []
    for _, choice in found:
        if all(not _alike(choice.label, other.label) for other in distinct):
            distinct.append(choice)
    return distinct[:MOST_CHOICES]


def label_of(hit: Hit, document: Document, home: str) -> str:
    """The name of the programme that a hit's clause is headed by; empty if it names none.

    That of another region than the home region begins with the region's name.
    """
    for heading in reversed(hit.passage.clause):
        label = without_number(heading)
        if not _PROGRAMME.search(label) or _NO_PROGRAMME.search(label):
            continue
        if len(label) > _LONGEST_LABEL or _ENDS_SENTENCE.search(label) or label == document.title:
            continue
        elsewhere = home and document.region and document.region != home
        return f"{document.region}{label}" if elsewhere else label
    return ""


def clarification_text(question: Question) -> str:
    """The words with which a question is given back."""
    if question.is_english:
        return "This fits several things. Which one do you mean?"
    return "这个问题对应多项政策，各项的规定不同。请问您要问的是哪一项？"


def _asked_of(question: Question, label: str) -> str:
    text = question.text.strip()
    if question.is_english:
        return f"{label}: {text}"
    bare = _OPENING.sub("", text)
    heard = _HEARSAY.match(bare)
    said = heard.group() if heard else ""
    return f"{said}{label}{bare[len(said) :]}"


def _alike(first: str, second: str) -> bool:
    return fuzz.ratio(first, second) >= ALIKE or first in second or second in first
