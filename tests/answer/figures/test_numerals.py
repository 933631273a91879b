"""Chinese numerals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.figures.numerals import read_numeral, write_numeral


@given(st.integers(0, 10**12))
def test_reading_undoes_writing(number: int) -> None:
    assert read_numeral(write_numeral(number)) == number


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "零"),
        (10, "十"),
        (15, "十五"),
        (105, "一百零五"),
        (110, "一百一十"),
        (2_000, "二千"),
        (10_500, "一万零五百"),
        (200_000, "二十万"),
        (100_000_500, "一亿零五百"),
        (10**12, "一万亿"),
    ],
)
def test_numbers_are_written_as_people_write_them(number: int, written: str) -> None:
    assert write_numeral(number) == written


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("两千万", "20000000"),
        ("百亿", "10000000000"),
        ("三万五", "35000"),
        ("一百二", "120"),
        ("两千零二十五", "2025"),
        ("二零二五", "2025"),
        ("三点五", "3.5"),
        ("一点二亿", "120000000"),
    ],
)
def test_spoken_forms_are_read(numeral: str, value: str) -> None:
    assert read_numeral(numeral) == Decimal(value)


@pytest.mark.parametrize(
    "numeral", ["", "三四", "三五", "十百千万", "四五十", "一一", "点五", "三点"]
)
def test_what_is_no_numeral_has_no_value(numeral: str) -> None:
    assert read_numeral(numeral) is None


@pytest.mark.parametrize("number", [-1, 10**16])
def test_numbers_out_of_range_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        write_numeral(number)
