"""Digits that are no figures: clause numbers, citation markers, addresses, product names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from answer.figures.units import CURRENCY_CODE, UNITS, unit_at

BLANK = "\uffff"
_ORDER = "[零一二三四五六七八九十百0-9]+"
_CLAUSE = "条|章|节|款|项|编|部分|目|点|页|行"
_MARKERS = re.compile(
    "|".join(
        (
            r"https?://[^\s\u4e00-\u9fff,。;)]+|www\.[\w.\-/]+|[\w.+\-]+@[\w\-]+\.[\w.\-]+",
            # [1], [1][2], [1-3]
            r"\[[0-9]{1,3}(?: ?[,、\-] ?[0-9]{1,3})*\]",
            # 第六条, 第十二、十三条, 第三至第五条, 第(二)项
            rf"第\(?{_ORDER}\)?(?:(?:[、至到和及]|-)第?{_ORDER})*(?:{_CLAUSE})",
            # 第一, 第三方
            rf"第{_ORDER}(?!季度)",
            # (一), (一(二)), (三(一)2(3)), (5⑤), (第十二、十三条)
            rf"\((?:[第①-⑳、()]|{_CLAUSE}|[零一二三四五六七八九十]|(?<![0-9])[0-9]{{1,2}}(?![0-9]))+\)",
            # (条件要求1)
            r"(?<=[\u4e00-\u9fff])[0-9]{1,2}(?=\))",
            # 1. 2、 3) at the head of a line or of a member of a list
            r"(?m:^)[ #>*\-]*[0-9]{1,3}(?:\.[0-9]{1,2})*[.、)](?![0-9])",
            r"(?<=[;:。])(?<![0-9]:) ?[0-9]{1,2}[.、)](?![0-9])",
            r"(?i:\b(?:article|section|clause|item|chapter|annex|paragraph|no\.) ?[0-9]+"
            r"(?![0-9%,.]))",
        )
    )
)
_TOKEN = re.compile(r"[A-Za-z0-9]+(?:[-_.+/&'][A-Za-z0-9]+)*")
_LATIN_UNITS = "|".join(unit.latin for unit in UNITS if unit.latin)
_MEASURE = re.compile(
    rf"(?i:(?:{CURRENCY_CODE}|US|HK)?[0-9.]+(?:(?:{_LATIN_UNITS})?-[0-9.]+)?-?"
    rf"(?:mn|bn|w|thousand|million|billion|trillion|{_LATIN_UNITS})?)"
    rf"|(?:{CURRENCY_CODE}|US|HK)[0-9.]+[kKmM]|[0-9.]+[EP]"
)
_THOUSANDS = re.compile(r"[0-9.]+[kKmM]")
_CURRENCY = re.compile(rf"(?:{CURRENCY_CODE}|[$¥€£]) ?$")
CURRENCY_BEHIND = re.compile(rf" ?(?:{CURRENCY_CODE}|yuan)\b")
_WORD_THEN_DIGITS = re.compile(r"[A-Za-z][A-Za-z\-]*[A-Za-z](?=[0-9]+(?:\.[0-9]+)?$)")


def blank_names(text: str) -> str:
    """`text` (plain) with everything that only looks like a figure replaced by `BLANK`.

    Names are tokens of letters and digits (5G, H100, DeepSeek-R1, SRv6); a measure written as one
    token (20km, RMB200) stays, and so does a number that a unit follows (AI10条).
    """
    text = blank(text, [match.span() for match in _MARKERS.finditer(text)])
    return blank(text, list(_names(text)))


def blank(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """`text` with the characters in `spans` replaced by `BLANK`."""
    if not spans:
        return text
    characters = list(text)
    for start, end in spans:
        characters[start:end] = BLANK * (end - start)
    return "".join(characters)


def _names(text: str) -> Iterator[tuple[int, int]]:
    for token in _TOKEN.finditer(text):
        word = token.group()
        mixed = any(c.isalpha() for c in word) and any(c.isdigit() for c in word)
        if not mixed or _MEASURE.fullmatch(word) or _is_money(text, token):
            continue
        counted = _WORD_THEN_DIGITS.match(word)
        if counted and _is_counted(text, token.end()):
            yield token.start(), token.start() + counted.end()
        else:
            yield token.span()


def _is_money(text: str, token: re.Match[str]) -> bool:
    """Whether a token such as “3m” is an amount: only beside a currency."""
    beside = _CURRENCY.search(text, 0, token.start()) or CURRENCY_BEHIND.match(text, token.end())
    return bool(_THOUSANDS.fullmatch(token.group()) and beside)


def _is_counted(text: str, position: int) -> bool:
    """Whether a unit or a multiplier follows a number that ends at `position`."""
    return unit_at(text, position) is not None or text[position : position + 1] in tuple("万亿%")
