"""Who asks what a word means is told what defines it."""

from __future__ import annotations

import re

from answer.finding import Finding
from answer.matter import matter
from answer.understanding import Question

# How sure a statement is at least that says of the word what it is.
DEFINES = 0.7
_ASKS = re.compile("定义|界定|什么叫|啥叫|(?:什么|啥)意思|(?:是|指的?是?)(?:什么|啥)$")
_IS = re.compile('^[“"]?(?P<word>[^,，。;；:：]{2,14}?)[”"]?(?:,|，)?(?:是指?|指|系(?!统))')
_WORD = re.compile("定义|界定|官方|文件|规定|国家|材料|引用|怎么|如何|意思|到底")


def of_definition(question: Question, findings: list[Finding]) -> list[Finding]:
    """What defines the word alone, where its meaning is asked for and found; else all findings."""
    text = question.in_full.rstrip("?？ ")
    if not _ASKS.search(text):
        return findings
    wanted = matter(_WORD.sub(" ", " ".join(question.content)))
    defining = [one.at_least(DEFINES) for one in findings if _defines(one, wanted)]
    return defining or findings


def _defines(finding: Finding, wanted: frozenset[str]) -> bool:
    said = _IS.match(finding.quote.strip("- "))
    word = matter(said["word"]) if said else frozenset[str]()
    return bool(word) and word <= wanted
