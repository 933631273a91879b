"""Words of one sort that take each other's place in a question: 硕士 and 博士, clause 3 and 4."""

from __future__ import annotations

import re

from answer.understanding.data_files import table
from answer.understanding.knowledge import Knowledge
from answer.understanding.lexicon import policy_words, tokens

_CLAUSE = re.compile("第[0-9一二三四五六七八九十百]+条")


def contrast(bare: str, text: str) -> str:
    """The word of `text` that the question puts another of its sort in the place of; or empty."""
    word = contrasting(bare)
    if _CLAUSE.fullmatch(word) and (clause := _CLAUSE.search(text)):
        return clause.group()
    for group in table("follow_up")["contrasts"]:
        if word in group:
            for other in sorted(group, key=len, reverse=True):
                if other != word and other in text:
                    return str(other)
    return ""


def contrasting(bare: str) -> str:
    """The word that is put in the place of another."""
    return re.sub("的$", "", bare.strip(" ,，")).removeprefix("是").strip()


def is_known(words: str, knowledge: Knowledge) -> bool:
    """Whether this is a matter that policies deal with, rather than a part or a kind of one."""
    if any(words in group for group in table("follow_up")["contrasts"]):
        return False
    lower = words.lower()
    if any(lower in title for title in knowledge.titles):
        return True
    found = [token.word for token in tokens(words)]
    return words in policy_words() or (
        bool(found) and found[-1] in policy_words() and len(words) > 2
    )
