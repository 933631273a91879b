"""What statements are about, and how far two of them, or a question and one, share it."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from itertools import pairwise

from answer.figures import parse_figures
from answer.finding import Finding
from answer.understanding import Question
from answer.understanding.same_words import in_common_words
from index.terms import terms

# As large a share of its pairs of letters makes a text a repetition.
REPEATED = 0.65
# As many telling words of a question in a title make it the title's matter.
SHARED = 2
_NEGATION = re.compile("[不未无非禁没]")
# Words that every support policy uses: sharing them says nothing about the matter.
_GENERIC = re.compile(
    "最高|不超过|不低于|不少于|累计|给予|支持|补贴|补助|奖励|资助|扶持|资金|每年|企业|公司|单位|项目|"
    "按照|标准|政策|措施|若干|有关|相关|符合|条件|责任|武汉市?|我市|本市|进行|开展|实施|建设|以上|以下"
)
# A figure with its unit is what statements may differ in, not what they are about.
_FIGURE = re.compile(r"[0-9０-９.,%％]+\s*(?:[万亿千百]*元?|[年月日号]|[个家人名项]|EFLOPS)?")


def matter(text: str) -> frozenset[str]:
    """The telling words of a text: character bigrams and Latin words without figures."""
    return frozenset(
        term
        for run in _GENERIC.sub(" ", _FIGURE.sub(" ", in_common_words(text))).split()
        for term in terms(run)
        if len(term) > 1
    )


def pairs_of(text: str) -> list[str]:
    """Every two characters of a text that stand side by side, in order."""
    return ["".join(pair) for pair in pairwise(text)]


def told(finding: Finding) -> str:
    """The statement with the headings and the title that say what it is about."""
    return f"{finding.document.title} {finding.clause} {finding.quote}"


def coverage(question: Question, finding: Finding) -> float:
    """The share of the question's telling words that a finding and its headings name, 0..1.

    1 if the question has none, since then nothing tells findings apart.
    """
    wanted = matter(" ".join(question.content))
    if not wanted:
        return 1.0
    return len(wanted & matter(told(finding))) / len(wanted)


def names_matter(question: Question, title: str) -> bool:
    """Whether a title names what the question is about."""
    return len(matter(" ".join(question.content)) & matter(title)) >= SHARED


def likeness(first: str, second: str) -> float:
    """How much of the matter of the shorter text the other one shares, 0..1."""
    a, b = matter(first), matter(second)
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller else 0.0


def only_repeats(question: str, words: str) -> bool:
    """Whether `words` tell nothing that `question` does not say itself.

    “出台了多项扶持政策” to “出台了哪些扶持政策”. Figures, and a “not” of their own, tell something.
    """
    asked, told = (unicodedata.normalize("NFKC", one).casefold() for one in (question, words))
    pairs = pairs_of("".join(one for one in told if one.isalnum()))
    letters = "".join(one for one in asked if one.isalnum())
    if not pairs or sum(pair in letters for pair in pairs) < REPEATED * len(pairs):
        return False
    adds_not = _NEGATION.search(told) is not None and _NEGATION.search(asked) is None
    return not adds_not and not parse_figures(told)


def shared_name(first: str, second: str) -> str:
    """The longest run of telling characters that stands in both texts: “公共服务平台”."""
    a, b = (_GENERIC.sub(" ", _FIGURE.sub(" ", text)) for text in (first, second))
    found = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    runs = [run for block in found for run in a[block.a : block.a + block.size].split()]
    return max((run.strip("，。,;；、(（)）“”-：:") for run in runs), key=len, default="")
