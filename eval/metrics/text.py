"""How close an answer's wording is to a gold answer: exact match, F1 and ROUGE-L on characters.

Exact match and F1 follow the evaluation script of CMRC 2018 (Cui et al., “A Span-Extraction
Dataset for Chinese Machine Reading Comprehension”, EMNLP 2019): a text is cut into Chinese
characters and Latin words, punctuation is dropped, and F1 is taken over the longest run of
tokens that both share. Latin text is cut by a regular expression where the script calls
nltk.word_tokenize, which needs a model of its own; for numbers and plain words both agree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from rapidfuzz.distance import LCSseq

# The script's list of punctuation: these characters are dropped, all others count.
PUNCTUATION = frozenset("-:_*^/\\~`+=，。：？！“”；’《》…·、「」（）－～『』")
# A Chinese character; a number with its separators; a Latin word; any other sign.
TOKENS = re.compile(r"[\u4e00-\u9fa5]|\d+(?:[.,]\d+)+|[^\W\u4e00-\u9fa5]+|[^\w\s]")
MARKERS = re.compile(r"\s*\[\d+\]")


def without_markers(answer: str) -> str:
    """An answer without its citation markers: `…[1]。` becomes `…。`."""
    return MARKERS.sub("", answer).strip()


def tokens(text: str) -> list[str]:
    """Chinese characters, Latin words and numbers, lower case, without punctuation."""
    kept = "".join(sign for sign in text.lower().strip() if sign not in PUNCTUATION)
    return TOKENS.findall(kept)


def exact_match(answers: Sequence[str], given: str) -> float:
    """1.0 if the given answer is one of the gold answers, punctuation aside."""
    return float(any(_letters(answer) == _letters(given) for answer in answers))


def char_f1(answers: Sequence[str], given: str) -> float:
    """The best F1 with a gold answer, over the longest common run of tokens. 0..1."""
    return _best(_span_f1, answers, given)


def rouge_l(answers: Sequence[str], given: str) -> float:
    """The best ROUGE-L F1 with a gold answer on characters, blanks aside. 0..1.

    Lin, “ROUGE: A Package for Automatic Evaluation of Summaries”, 2004, with equal weight for
    precision and recall. Unlike in `char_f1`, the common characters need not be adjacent.
    """
    return _best(_rouge_l, answers, given)


def _best(measure: Callable[[str, str], float], answers: Sequence[str], given: str) -> float:
    return max((measure(answer, given) for answer in answers), default=0.0)


def _letters(text: str) -> str:
    return "".join(sign for sign in text.lower().strip() if sign not in PUNCTUATION)


def _span_f1(gold: str, given: str) -> float:
    left, right = tokens(gold), tokens(given)
    match = SequenceMatcher(None, left, right, autojunk=False).find_longest_match()
    return _f1(match.size, len(left), len(right))


def _rouge_l(gold: str, given: str) -> float:
    left, right = "".join(gold.lower().split()), "".join(given.lower().split())
    return _f1(LCSseq.similarity(left, right), len(left), len(right))


def _f1(common: int, gold: int, given: int) -> float:
    if not common:
        return 0.0
    precision, recall = common / given, common / gold
    return 2 * precision * recall / (precision + recall)
