"""Bans, waivers and permissions of a text that the passages it cites do not give."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.matter import matter
from answer.premises.polarity import ALLOWS, BOUND, FORBIDS, REQUIRES, WAIVES

# So much of what a part of the text is about must stand in a part of a passage to be held
# against it, and so many terms.
LEAST_SHARED, FEWEST_SHARED = 0.6, 2

_PART = re.compile("[，,。;；:：!！?？\n]")
# “不得超过” is a cap, “不能确定” no ban.
_NO_BAN = re.compile(f"不(?:得|能|可以?)(?:{BOUND}|确定|确认|查|代替)|不[可能]?(?:抗力|动产)")
# What a passage may say instead of “not”, and the losing of a right, which a text may call a ban.
_RESTRICTS = re.compile(
    "严禁|只能|仅限|仅可|限于|不重复|就高|作废|过期|逾期|不在|取消|追回|无效|除外|必须|不超过|不高于"
)
_FREE = re.compile("不限|均可|免|自愿|即享")
_MAY = re.compile("可以|允许|(?<![智功性职可不才节产])能(?![源力级耗效量够])|能够")
# “注册地不在武汉的不能申报” says nothing against those who are there.
_OTHERWISE = re.compile("不在|不是|不符|未|非|没有|无(?![需须])")
_STANCE_WORDS = re.compile(
    f"{FORBIDS.pattern}|{WAIVES.pattern}|{ALLOWS.pattern}|{REQUIRES.pattern}|能|可"
)


def contradicted(line: str, passages: Sequence[str]) -> list[str]:
    """The parts of `line` whose ban, waiver or permission the passages contradict or lack.

    A ban (不得, 不能) or a waiver (无需, 免) must be one of a passage; a permission or a duty must
    not be forbidden or waived by the part of a passage that is about the same.
    """
    text = "\n".join(passages)
    return [part for part in _PART.split(line) if _is_contradicted(part, passages, text)]


def _is_contradicted(part: str, passages: Sequence[str], text: str) -> bool:
    said = _NO_BAN.sub("", part)
    # “不能。” opens a verdict, and “需要转为…的” says whom something is for.
    if not matter(_STANCE_WORDS.sub(" ", said)) or part.rstrip(" []0123456789").endswith("的"):
        return False
    if FORBIDS.search(said):
        return not (FORBIDS.search(_NO_BAN.sub("", text)) or _RESTRICTS.search(text))
    if WAIVES.search(said):
        return not (WAIVES.search(text) or _FREE.search(text))
    related = [
        one
        for passage in passages
        for one in _PART.split(passage)
        if _same(part, one) and not _OTHERWISE.search(FORBIDS.sub("", one))
    ]
    if _MAY.search(said):
        return any(FORBIDS.search(_NO_BAN.sub("", one)) for one in related)
    return bool(REQUIRES.search(said)) and any(WAIVES.search(one) for one in related)


def _same(said: str, part: str) -> bool:
    """Whether the part of a passage is about what is said."""
    wanted = matter(_STANCE_WORDS.sub(" ", said))
    shared = wanted & matter(_STANCE_WORDS.sub(" ", part))
    return len(shared) >= max(FEWEST_SHARED, LEAST_SHARED * len(wanted))
