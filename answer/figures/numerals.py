"""Chinese numerals, read and written: 二十万, 一亿零三百, 三点五, 二〇二五."""

from __future__ import annotations

from decimal import Decimal

DIGITS = {
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4,
    "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
}  # fmt: skip
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
LIMIT = 10**16


def read_numeral(numeral: str) -> Decimal | None:
    """The value of a Chinese numeral, or None if `numeral` is not one.

    Reads positional numerals (三百零五, 两千万, 百亿 as 100 × 10⁸, 三万五 as 35,000), strings of
    digits (二零二五) and decimals (三点五, 一点二亿).
    """
    whole, point, rest = numeral.partition("点")
    if point:
        return _read_decimal(whole, rest)
    if len(whole) > 1 and all(character in DIGITS for character in whole):
        return _read_digits(whole)
    value = _read_positional(whole)
    return None if value is None else Decimal(value)


def _read_digits(digits: str) -> Decimal | None:
    # Two or three digits in a row (三四, 三五) mean “three or four”, which is no value.
    if len(digits) < 4 and "零" not in digits and "〇" not in digits:
        return None
    return Decimal("".join(str(DIGITS[digit]) for digit in digits))


def _read_decimal(whole: str, rest: str) -> Decimal | None:
    places = rest.rstrip("十百千万亿")
    value = _read_positional(whole)
    if value is None or not places or any(place not in DIGITS for place in places):
        return None
    scale = 1
    for character in rest[len(places) :]:
        scale *= SMALL.get(character) or LARGE[character]
    return Decimal(f"{value}." + "".join(str(DIGITS[place]) for place in places)) * scale


def _read_positional(numeral: str) -> int | None:
    """`numeral` read digit by digit with its places; None where the places do not fall."""
    if not numeral:
        return None
    for name in ("亿", "万"):
        head, found, tail = numeral.rpartition(name)
        if not found:
            continue
        left = _read_positional(head) if head else 1
        right = _read_tail(tail, LARGE[name])
        return None if left is None or right is None else left * LARGE[name] + right
    return _read_section(numeral)


def _read_tail(tail: str, scale: int) -> int | None:
    """What follows 万 or 亿: nothing, a number below it, or a digit of the next place (三万五)."""
    if not tail:
        return 0
    if len(tail) == 1 and tail in DIGITS and tail not in "零〇":
        return DIGITS[tail] * scale // 10
    right = _read_positional(tail)
    return right if right is not None and right < scale else None


def _read_section(numeral: str) -> int | None:
    """A number below 10,000: 十五, 三百零五, 两千三, 千 (taken as 1,000)."""
    total, place, digit, before = 0, 10_000, None, ""
    for character in numeral:
        if character in SMALL:
            scale = SMALL[character]
            if scale >= place or before in SMALL:
                return None
            total, place, digit = total + (1 if digit is None else digit) * scale, scale, None
        elif character not in DIGITS or digit:
            return None
        else:
            digit = DIGITS[character]
        before = character
    if digit is None:
        return total
    skipped = "零" in numeral or "〇" in numeral
    return total + digit * (place // 10 if 10 < place < 10_000 and not skipped else 1)


def write_numeral(number: int) -> str:
    """`number` in Chinese numerals: 20 → 二十, 10_500 → 一万零五百.

    Raises ValueError if `number` is below 0 or not below 10¹⁶.
    """
    if not 0 <= number < LIMIT:
        raise ValueError(f"cannot write {number} in Chinese numerals: expected 0 to {LIMIT - 1}")
    if number == 0:
        return "零"
    text = _write(number)
    return text.removeprefix("一") if text.startswith("一十") else text


def _write(number: int) -> str:
    for scale, name in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= scale:
            head, tail = divmod(number, scale)
            gap = "零" if tail and tail < scale // 10 else ""
            return _write(head) + name + (gap + _write(tail) if tail else "")
    return "零一二三四五六七八九"[number]
