"""Whether a row of digits is a number of its kind, by its check digits and dates."""

from __future__ import annotations

from datetime import date

# GB 11643: a weight for each of the first 17 digits, and the check digit for each remainder.
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
# GB/T 2260: the first two digits name the province.
_PROVINCES = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 "
    "71 81 82 83".split()
)


def is_identity_number(number: str) -> bool:
    """Whether it is a resident identity number: 18 characters with its check digit, or 15 digits.

    Province and date of birth must be possible.
    """
    if number[:2] not in _PROVINCES:
        return False
    if len(number) == 18:
        return _is_day(number[6:14]) and number[17] == _check_digit(number)
    return len(number) == 15 and _is_day("19" + number[6:12])


def passes_luhn(number: str) -> bool:
    """Whether the last digit is the check digit of the others (ISO/IEC 7812-1)."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        doubled = int(digit) * (1 + place % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0


def _check_digit(number: str) -> str:
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECK_DIGITS[total % 11]


def _is_day(digits: str) -> bool:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year >= 1900
    except ValueError:
        return False
