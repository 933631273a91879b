"""What several places or documents give, side by side, and by how much they differ."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from answer.asked_for.cap_for_one import asks_for_cap_of_one, caps_one
from answer.calculation.caps import is_cap
from answer.comparing.combination import asks_to_combine, combination, programme_asked
from answer.comparing.differences import differences
from answer.figures import FigureKind, parse_figures
from answer.finding import Finding, Sentence, Shape
from answer.places.levels import Level, level_of
from answer.understanding import Asked, Question
from answer.understanding.places import are_of_one_city
from answer.wording import VALIDITY_WORDS, inner_quotes
from answer.wording.plain import ABOUT_AS_SURE
from records import TextKind

_BOTH = 2
# A row less sure than this is of another matter where one is surer than that.
LEAST_COMPARED, SURE_OF_ONE = 0.1, 0.4
_ABOUT_MONEY = re.compile("补|奖|拿|给|额|钱|优惠|划算|力度|多少|[更高多]的?$|how much|more|higher")
_ADDING_UP = re.compile("叠加|就高|不重复|不得重复|重复享受|配套|同时享受")


def compare_places(
    question: Question, findings: Sequence[Finding], rules: Callable[[], Sequence[Finding]]
) -> list[Sentence]:
    """The places that a question compares side by side; empty if nothing is found of one of them.

    Where the question is whether both may be drawn, what rules on that comes first; by how
    much they differ is not told, nor what each gives where no programme is named.
    """
    if question.asked is not Asked.COMPARISON or len(question.places) < 2:
        return []
    told, missing = compare(question, _by_place(question, findings))
    sure = [one.findings[0].certainty for one in told if one.shape is Shape.ROW]
    if missing or (min(sure) < LEAST_COMPARED and max(sure) > SURE_OF_ONE):
        # What one place gives for something else is not set against what the other gives.
        return []
    if asks_to_combine(question) and (ruled := combination(question, findings, rules())):
        rows = [one for one in told if one.shape is Shape.ROW]
        return [*ruled, *rows] if programme_asked(question) else ruled
    return told


def _by_place(question: Question, findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    return {
        place: [one for one in findings if level_of(one.document.region, place) is Level.SAME]
        for place in question.places
    }


def compare(
    question: Question, by_subject: Mapping[str, Sequence[Finding]]
) -> tuple[list[Sentence], list[str]]:
    """The rows of a comparison with the lines below it, and the subjects of which nothing is said.

    `by_subject` gives the findings of each place or document, best first. Every subject with a
    finding gets one row: subject, rule, standing. Where two subjects have one comparable cap each,
    a worked line states the difference; a clause among the findings on adding up (叠加,
    就高不重复) follows as it stands. Amounts of different subjects are never added up.
    """
    found = {
        subject: _what_each_gets_first(question, findings)
        for subject, findings in by_subject.items()
        if findings
    }
    missing = [subject for subject in by_subject if subject not in found]
    sentences = [_row(question, subject, findings[0]) for subject, findings in found.items()]
    sentences += differences(question, {name: some[0] for name, some in found.items()})
    if _overlap(found):
        sentences += _on_adding_up(found)
    return sentences, missing


def _what_each_gets_first(question: Question, findings: Sequence[Finding]) -> Sequence[Finding]:
    """`findings`, one with a rate or a cap first where money is compared and it is about as sure.

    “每年设立总额不低于1000万元的算力服务券” tells what there is, not what a company gets of it.
    """
    if not _ABOUT_MONEY.search(question.text):
        return findings
    near = [one for one in findings if one.certainty >= findings[0].certainty - ABOUT_AS_SURE]
    wanted = (caps_one, _is_given) if asks_for_cap_of_one(question) else (_is_given,)
    meant = (one for is_meant in wanted for one in near if is_meant(one.quote))
    lead = next(meant, findings[0])
    return [lead, *(one for one in findings if one is not lead)]


def _is_given(quote: str) -> bool:
    return any(one.kind is FigureKind.RATE or is_cap(quote, one) for one in parse_figures(quote))


def _row(question: Question, subject: str, finding: Finding) -> Sentence:
    cells = (subject, inner_quotes(finding.quote), _standing(finding, english=question.is_english))
    return Sentence(text="", findings=(finding,), shape=Shape.ROW, cells=cells)


def _standing(finding: Finding, *, english: bool) -> str:
    """“现行有效，有效期至2027年3月18日”; a news report is named as one."""
    words = [VALIDITY_WORDS[finding.validity][english]]
    day = finding.document.valid_until
    if day is not None:
        until = f"{day:%Y-%m-%d}" if english else f"{day.year}年{day.month}月{day.day}日"
        words.append(f"valid until {until}" if english else f"有效期至{until}")
    if finding.document.text_kind is TextKind.NEWS:
        words.append("news report" if english else "新闻报道")
    return (", " if english else "，").join(words)


def _overlap(found: Mapping[str, Sequence[Finding]]) -> bool:
    """Whether two of the subjects are of one city, or one lies in the other.

    What Hangzhou lets its companies add up is nothing to who compares it with Wuhan.
    """
    regions = [findings[0].document.region for findings in found.values()]
    return any(
        level_of(*pair) is not Level.ELSEWHERE or are_of_one_city(*pair)
        for pair in combinations(regions, 2)
    )


def _on_adding_up(found: Mapping[str, Sequence[Finding]]) -> list[Sentence]:
    """What the further findings say of adding up, as it stands; the rows say the rest."""
    lines: list[Sentence] = []
    for findings in found.values():
        for one in findings[1:]:
            is_rule = one.document.text_kind is not TextKind.NEWS and _ADDING_UP.search(one.quote)
            if is_rule and len(lines) < _BOTH:
                lines.append(Sentence(text=inner_quotes(one.quote), findings=(one,)))
    return lines
