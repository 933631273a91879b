"""The clause of the place that is asked about which says the same thing as a sure one elsewhere.

Districts word their rules each in their own way: who asks in the words of the city's clause, what
is paid for 算力服务费用, asks for the district's “算力费用最高按60%补贴” too. That shares few words
with the question; it is known by its likeness to the clause that answers elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from answer.asked_for.wanted import FIGURES, holds_kind
from answer.evidence.certainty import THRESHOLD
from answer.finding import Finding
from answer.places.levels import Level, asks_for_districts, level_of
from answer.understanding import Asked, Question
from index.embedding import Vectors

# How many of the clauses elsewhere that would answer by themselves are looked at.
MOST_SURE = 3
# How many clauses of the place are looked at.
MOST_CLAUSES = 8
# How much nearer to the sure clause the counterpart lies than the place's other clauses do on
# average, as a share of the way from there to the same words. On our development questions
# counterparts came to .65 and more, clauses on other things to .45 and less.
NEARER = 0.55


def with_counterparts(
    question: Question,
    findings: Sequence[Finding],
    embed: Callable[[str], Vectors],
    home: str,
) -> list[Finding]:
    """`findings` with counterparts at the question's places as sure as what they are like.

    Where no place is named and the first finding is another place's, `home` is meant. `embed`
    gives a text's vector of length 1. The order stays.
    """
    raised: dict[int, Finding] = {}
    for place in question.places or _home_instead(question, findings, home):
        here = [one for one in findings if level_of(one.document.region, place) is Level.SAME]
        sure = [
            one
            for one in findings
            if one.confidence >= THRESHOLD
            and level_of(one.document.region, place) is not Level.SAME
            and holds_kind(_kind(question), one.answer)
        ]
        if here and here[0].confidence < THRESHOLD:
            raised |= _counterparts(question, here[:MOST_CLAUSES], sure[:MOST_SURE], embed)
    return [raised.get(id(one), one) for one in findings]


def _home_instead(question: Question, findings: Sequence[Finding], home: str) -> Sequence[str]:
    """Home alone if the question names no place and a district or another city would answer."""
    if not home or not findings or question.documents or asks_for_districts(question):
        return ()
    level = level_of(findings[0].document.region, home)
    return (home,) if level > Level.ABOVE else ()


def _counterparts(
    question: Question,
    here: Sequence[Finding],
    sure: Sequence[Finding],
    embed: Callable[[str], Vectors],
) -> dict[int, Finding]:
    """Each clause `here` that is a counterpart, as sure as its model, by the clause's identity."""
    if len(here) < 2 or not sure:
        return {}
    ours = [embed(one.quote) for one in here]
    found: dict[int, Finding] = {}
    for model in sure:
        theirs = embed(model.answer)
        near = [float(theirs @ one) for one in ours]
        best = max(range(len(near)), key=near.__getitem__)
        others = (sum(near) - near[best]) / (len(near) - 1)
        share = (near[best] - others) / max(1.0 - others, 1e-9)
        if share >= NEARER and holds_kind(_kind(question), here[best].quote):
            clause = found.get(id(here[best]), here[best])
            found[id(here[best])] = clause.as_sure_as(model)
    return found


def _kind(question: Question) -> Asked:
    """What a counterpart must hold: what is asked, or sums where no kind of figure is."""
    return question.asked if question.asked in FIGURES else Asked.AMOUNT
