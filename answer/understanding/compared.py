"""Two things that a question sets against each other: “模型工具和创新产品哪个给钱多”."""

from __future__ import annotations

import re

from answer.understanding.lexicon import tokens
from answer.understanding.rows import JOINTS, last_clause

_MORE = re.compile(
    "(?:哪一?[个种类家项档]|谁)(?:能|可以)?(?P<ask>[^,，。;；?？]{0,8}?)得?更?[多高大长低短](?!少)"
)
_DIFFERENCE = re.compile(
    "(?:有没有|有)?(?:什么|啥|何|哪些)?(?:不同|不一样|区别|差别)|(?:差|相差)多少"
)
# “硕士和博士相比”, “这两类人到底”
_FILLERS = re.compile(
    "(?:相?比(?:较|起来|之下)?|之间|到底|究竟|二者|[这那]?[两三](?:者|[类种个项档家][\u4e00-\u9fff]{0,2}))$"
)
# What is told by a number.
_MEASURED = re.compile("补[贴助]|奖[励金]|资助|额度|上限|金额|资金|比例|利率|期限|规模|人数|钱$")


def compared(text: str) -> tuple[str, str, str] | None:
    """What stands before the two things, the things, and what is asked of each; None if none are.

    “对年限的要求有什么不同” behind them is what is asked, else it is what both have in common.
    """
    if match := _MORE.search(text):
        context, things = last_things(text[: match.start()])
        asks = match["ask"] and is_row(things)
        return (context, things, f"{match['ask']}多少") if asks else None
    match = _DIFFERENCE.search(text)
    if match is None:
        return None
    context, things = last_things(text[: match.start()])
    if is_row(things):
        # “算力券和语料券有什么区别” asks for nothing that each could be asked for.
        return (context, things, _asking(things)) if "的" in things else None
    ask = things
    context, things = last_things(context)
    return (context, things, f"{ask}{_asking(ask)}") if ask and is_row(things) else None


def last_things(text: str) -> tuple[str, str]:
    """What stands before the last clause of a text, and the clause without 这两类 and the like."""
    context, clause = last_clause(text)
    while (shorter := _FILLERS.sub("", clause)) != clause:
        clause = shorter
    return context, clause.strip()


def is_row(words: str) -> bool:
    """Whether several things are named in a row: “模型工具和创新产品”."""
    return any(one.word in JOINTS for one in tokens(words))


def _asking(words: str) -> str:
    return "是多少" if _MEASURED.search(words) else "是什么"
