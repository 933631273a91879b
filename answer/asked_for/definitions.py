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
# “什么样的算‘特别重大项目’”: what counts as one.
_COUNTS_AS = re.compile(
    '(?:什么样|怎样|啥样|怎么样|如何|怎么)的?[^,，。;；“"]{0,4}?(?:才?[能]?算得?上?|算是|认定为)(?:是|作)?'
    '[“"]?(?P<word>[^,，。;；“”"?？]{3,14})'
)
_SAYS_WHAT = re.compile(
    "是|指|为|即|须|应|需|要求|包括|符合|具[备有]|达到|不低于|不少于|不超过|以[上内下]|条件|[:：]"
)


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


def lacks_definition(question: Question, told: str) -> bool:
    """Whether it is asked what counts as a thing and `told` names it without saying that.

    “特别重大项目最高1亿元” does not tell which project is one.
    """
    found = _COUNTS_AS.search(question.in_full)
    if found is None or question.is_english or found["word"] not in told:
        return False
    saying = [part for part in re.split("[,，。;；、]", told) if found["word"] in part]
    return not any(_SAYS_WHAT.search(part) for part in saying)
