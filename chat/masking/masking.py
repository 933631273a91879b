"""Finds telephone, identity-card and bank-card numbers and e-mail addresses, and masks them.

The libraries at hand find what looks like a number somewhere in the world; here the formats are
few and fixed, and years, amounts and document numbers must stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from chat.masking.check_digits import is_identity_number, passes_luhn
from ingest.encoding import clean

IDENTITY, BANK, MOBILE, LANDLINE, EMAIL = (
    "[身份证号]", "[银行卡号]", "[手机号]", "[电话号码]", "[电子邮箱]",
)  # fmt: skip
# What people put between the digits of a number, and what nobody sees.
_GAP = "[ \\-‐-―−~()\u200b-\u200d\u2060\ufeff\xa0]{0,2}"
# An amount goes on with a decimal part or a unit (but 元旦 is a day).
_NO_AMOUNT = "(?![.][0-9]{1,2}(?![0-9]))(?! ?(?:元(?!旦)|万|亿|%|人民币|美元))"
_ALONE = "(?<![0-9])"
# Without the 0 that is dialled before it.
_AREA = "(?:10|2[0-9]|[3-9][0-9]{2})"
# “2025-0319 …” is a date.
_NO_YEAR_BEFORE = "(?<![^0-9][0-9]{4}[-/])(?<!^[0-9]{4}[-/])"
_COUNTRY = f"(?:(?:\\+|00)?86{_GAP})?"


def _digits(count: str) -> str:
    return f"(?:{_GAP}[0-9]){{{count}}}"


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of personal data: its form, what it must fulfil besides, and what is put instead."""

    pattern: re.Pattern[str]
    instead: str
    holds: Callable[[str], bool]


def _is_identity(found: str) -> bool:
    return is_identity_number(_bare(found))


def _is_card(found: str) -> bool:
    """Cards are written in one piece or in groups of four, or six and the rest.

    Years side by side look alike, but no card begins as they do.
    """
    sizes = [len(group) for group in _groups(found)]
    grouped = found[0] in "3456" and (all(size == 4 for size in sizes[:-1]) or sizes[0] == 6)
    return (len(sizes) == 1 or grouped) and passes_luhn(_bare(found))


def _is_mobile(found: str) -> bool:
    """In groups of three and more, or digit by digit; “1998 2003 100” is a row of numbers."""
    groups = _groups(re.sub(f"^{_COUNTRY}(?=1)", "", found))
    digit_by_digit = all(len(group) == 1 for group in groups)
    year_first = len(groups) > 2 and [len(group) for group in groups[:2]] == [4, 4]
    return digit_by_digit or (
        all(len(group) >= 3 for group in groups) and not (year_first and groups[0][:2] == "19")
    )


def _always(_: str) -> bool:
    return True


def _bare(found: str) -> str:
    return re.sub("[^0-9X]", "", found.upper())


def _groups(found: str) -> list[str]:
    return [group for group in re.split("[^0-9]+", found) if group]


_KINDS = (
    _Kind(re.compile(r"[A-Za-z0-9._%+-]+ ?@ ?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"), EMAIL, _always),
    _Kind(
        re.compile(f"{_ALONE}[1-8]{_digits('16')}{_GAP}[0-9Xx](?![0-9]){_NO_AMOUNT}"),
        IDENTITY,
        _is_identity,
    ),
    _Kind(re.compile(f"{_ALONE}[1-9]{_digits('15,18')}(?![0-9]){_NO_AMOUNT}"), BANK, _is_card),
    _Kind(re.compile(f"{_ALONE}[1-8]{_digits('14')}(?![0-9]){_NO_AMOUNT}"), IDENTITY, _is_identity),
    _Kind(
        re.compile(f"{_ALONE}{_COUNTRY}1{_GAP}[3-9]{_digits('9')}(?![0-9]){_NO_AMOUNT}"),
        MOBILE,
        _is_mobile,
    ),
    _Kind(
        # 010 and 02x have eight digits behind them, other areas seven or eight.
        re.compile(
            f"{_ALONE}{_NO_YEAR_BEFORE}(?:{_COUNTRY}(?:0{_AREA}|\\(0{_AREA}\\))"
            f"|(?:\\+|00)86{_GAP}{_AREA})"
            f"{_GAP}[2-8]{_digits('6,7')}(?![0-9]){_NO_AMOUNT}"
        ),
        LANDLINE,
        _always,
    ),
    _Kind(
        # Without an area code it is one only where it is called one.
        re.compile(
            f"(?:电话|座机|手机|致电|传真|打给)(?:号码?)?(?:[是为:, ]|我的){{0,3}}"
            f"(?P<number>[2-8]{_digits('6,7')})(?![0-9]){_NO_AMOUNT}"
        ),
        LANDLINE,
        _always,
    ),
    _Kind(
        # A further one of the same place.
        re.compile(
            f"{re.escape(LANDLINE)}[、,/;或和 ]{{1,2}}"
            f"(?P<number>[2-8]{_digits('6,7')})(?![0-9]){_NO_AMOUNT}"
        ),
        LANDLINE,
        _always,
    ),
)


def mask(text: str) -> str:
    """`text` with a word in brackets for each piece of personal data, and fit to be stored.

    Masked are mobile numbers, landline numbers with an area code (or called a telephone number),
    identity-card numbers of 18 (with their check digit) and 15 digits, bank-card numbers of 16 to
    19 digits (with theirs), and e-mail addresses, in digits of any width and with blanks, hyphens
    or invisible characters between them. Years, dates, amounts, document numbers, postal codes and
    short numbers such as 12345 stay. Control characters and lone surrogates, which a database does
    not take, are dropped. Masking a masked text changes nothing.
    """
    masked = clean(text)
    for kind in _KINDS:
        masked = _masked(masked, kind)
    return masked


def _masked(text: str, kind: _Kind) -> str:
    parts, at = [], 0
    for start, end in _found(_half_width(text), kind):
        parts += [text[at:start], kind.instead]
        at = end
    return "".join([*parts, text[at:]])


def _found(plain: str, kind: _Kind) -> Iterator[tuple[int, int]]:
    at = 0
    while (match := kind.pattern.search(plain, at)) is not None:
        if kind.holds(match.group()):
            yield match.span("number" if kind.pattern.groups else 0)
            at = match.end()
        else:
            at = match.start() + 1


def _half_width(text: str) -> str:
    """The text in half width, character for character, so that places stay."""
    return "".join(map(_half, text))


def _half(char: str) -> str:
    if char < "\x7f":
        return char
    if (digit := unicodedata.decimal(char, None)) is not None:
        return str(digit)
    plain = unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 else char
