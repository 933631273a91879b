"""What becomes of the part above a cap: the clause says no more than where support ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.calculation.caps import is_cap
from answer.figures import parse_figures
from answer.finding import Finding, Sentence
from answer.understanding import Question
from answer.wording import inner_quotes

_ASKS = re.compile("(?:超过|超出|超|多出|多)(?:了)?.{0,10}(?:部分|那块)|超(?:过|出)上限")
_GIVEN = re.compile("(?:超过|超出).{0,12}(?:再|另|按|给予|补|奖)")


def beyond_cap(question: Question, findings: Sequence[Finding]) -> Sentence | None:
    """The leading finding as the answer to “超过20万的部分呢”; None where that is not asked.

    Only if the clause has a cap and gives nothing for what lies above one.
    """
    if not findings or question.is_english or not _ASKS.search(question.text):
        return None
    quote = findings[0].quote
    if _GIVEN.search(quote) or not any(is_cap(quote, one) for one in parse_figures(quote)):
        return None
    text = f"条款只写到上限，没有写对超出部分的补助：{inner_quotes(quote)}。"
    return Sentence(text=text, findings=(findings[0],))
