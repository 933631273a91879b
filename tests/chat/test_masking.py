from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chat.masking import mask
from chat.masking.check_digits import is_identity_number, passes_luhn

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")


def digits(size: int) -> st.SearchStrategy[str]:
    return st.integers(0, 10**size - 1).map(lambda number: f"{number:0{size}}")


# What stands around a number in a question.
BEFORE = st.sampled_from(
    ["", "我的号码是", "（", "：", "tel:", "\n", "第一条 ", "2026年3月5日，", "1、"]
)
AFTER = st.sampled_from(
    ["", "，请回电", "）", "\n", " 谢谢", "。补贴20万元", "；2026年3月", "元旦后"]
)


def separated(number: str, gap: str, groups: tuple[int, ...]) -> str:
    parts, at = [], 0
    for size in groups:
        parts.append(number[at : at + size])
        at += size
    return gap.join(part for part in [*parts, number[at:]] if part)


@st.composite
def mobiles(draw: st.DrawFn) -> str:
    number = "1" + draw(st.sampled_from("3456789")) + draw(digits(9))
    groups = draw(st.sampled_from([(), (3, 4), (3, 8), (3, 3), (7,), (1,) * 10]))
    return draw(st.sampled_from(["", "+86 ", "86-", "0086"])) + separated(
        number, draw(st.sampled_from([" ", "-", "－", "　", "\u200b", " - "[:2]])), groups
    )


@st.composite
def landlines(draw: st.DrawFn) -> str:
    area = draw(st.sampled_from(["010", "027", "021", "0712", "0999"]))
    size = 7 if len(area) == 3 else draw(st.sampled_from([6, 7]))
    local = draw(st.sampled_from("2345678")) + draw(digits(size))
    gap = draw(st.sampled_from(["-", " ", "", "－"]))
    local = separated(local, gap, draw(st.sampled_from([(), (4,)])))
    return draw(st.sampled_from([f"{area}{gap}{local}", f"({area}){local}", f"（{area}）{local}"]))


@st.composite
def identity_numbers(draw: st.DrawFn) -> str:
    day = draw(
        st.dates(
            min_value=date(1930, 1, 1),
            max_value=date(2020, 1, 1),
        )
    )
    serial = draw(digits(3))
    place = draw(st.sampled_from(["420106", "110105", "659001"]))
    if draw(st.booleans()) and day.year < 2000:
        return f"{place}{day:%y%m%d}{serial}"
    first = f"{place}{day:%Y%m%d}{serial}"
    check = "10X98765432"[sum(int(a) * b for a, b in zip(first, WEIGHTS, strict=True)) % 11]
    number = first + draw(st.sampled_from([check, check.lower()]))
    return separated(number, draw(st.sampled_from([" ", "-", ""])), (6, 8))


@st.composite
def bank_cards(draw: st.DrawFn) -> str:
    size = draw(st.integers(15, 18))
    first = "62" + draw(digits(size - 2))
    number = next(first + last for last in "0123456789" if passes_luhn(first + last))
    return separated(number, draw(st.sampled_from([" ", "-", ""])), (4, 4, 4, 4))


@st.composite
def addresses(draw: st.DrawFn) -> str:
    name = draw(st.sampled_from(["li", "a.b-c", "wang_8", "x1", "13800138000"]))
    return name + draw(st.sampled_from(["@qq.com", "@wuhan.gov.cn", "＠163.com"]))


@given(
    st.one_of(mobiles(), landlines(), identity_numbers(), bank_cards(), addresses()),
    BEFORE,
    AFTER,
    st.booleans(),
)
@settings(max_examples=600)
def test_personal_data_is_gone_and_the_rest_stays(
    number: str, before: str, after: str, wide: bool
) -> None:
    written = number.translate(FULL_WIDTH) if wide else number
    masked = mask(before + written + after)
    assert re.fullmatch(re.escape(before) + r"\[[^\[\]0-9]+\]" + re.escape(after), masked), masked


@st.composite
def harmless(draw: st.DrawFn) -> str:
    year, month, day = (
        draw(st.integers(1990, 2040)),
        draw(st.integers(1, 12)),
        draw(st.integers(1, 28)),
    )
    number = draw(st.integers(1, 999_999_999))
    return draw(
        st.sampled_from(
            [
                f"武政规〔{year}〕{number % 1000}号",
                f"鄂科技发资[{year}]{number % 100}号",
                f"{year}年{month}月{day}日",
                f"{year}-{month:02}-{day:02}",
                f"{year}{month:02}{day:02}",
                f"{year}/{month}/{day}",
                f"{year}—{year + 5}年",
                f"{year} {year + 1} {year + 2} {year + 3}",
                f"{number}元",
                f"{number:,}.50元",
                f"{number % 10000}万元",
                f"1{number:010}元",
                f"{number % 100}%",
                f"{number % 100}.{number % 97}%",
                "12345",
                "请拨打027-12345热线",
                "热线12345转2",
                f"邮编{430000 + number % 1000}",
                f"第{number % 100}条第{number % 7}款",
                f"10+2+{number % 9}",
                f"{number % 24}:00—{number % 24}:30",
            ]
        )
    )


@given(
    st.lists(harmless(), min_size=1, max_size=4), st.sampled_from(["，", "；", "、", "\n", "至"])
)
@settings(max_examples=600)
def test_what_is_no_personal_data_stays(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    assert mask(text) == text


@given(st.text())
def test_masking_twice_changes_nothing_and_a_database_takes_it(text: str) -> None:
    masked = mask(text)
    assert mask(masked) == masked
    assert "\0" not in masked
    masked.encode("utf-8")


@given(st.text(alphabet="0123456789０１８ -－.,()Xx@a元年号〔〕\u200b", max_size=60))
@settings(max_examples=500)
def test_rows_of_digits_and_signs_do_no_harm(text: str) -> None:
    masked = mask(text)
    assert mask(masked) == masked
    outside = re.sub(r"\[[^\]]+\]", "", masked)
    assert not re.search(
        r"(?<!\d)1[3-9]\d{9}(?!\d|\.\d|\s?元)", unicodedata.normalize("NFKC", outside)
    )


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("张三13800138000，李四13900139000", "张三[手机号]，李四[手机号]"),
        ("13800138000,027-65692191", "[手机号],[电话号码]"),
        ("13800138000/027-65692191", "[手机号]/[电话号码]"),
        ("1.13800138000\n2.13900139000", "1.[手机号]\n2.[手机号]"),
        ("13800138000元旦前回我", "[手机号]元旦前回我"),
        ("电话65692191", "电话[电话号码]"),
        ("电话：027-65692191、65692192", "电话：[电话号码]、[电话号码]"),
        ("身份证11010519491231002X，卡6222021234567890128", "身份证[身份证号]，卡[银行卡号]"),
    ],
)
def test_as_people_write_it(text: str, masked: str) -> None:
    assert mask(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "110105194912310021",  # the check digit is X
        "110105194913310023",  # no such month
        "6222021234567890120",  # the check digit is 8
        "统一社会信用代码91420100MA4KWUXX5G",
        "http://www.wh.gov.cn/t20250319_2554321.html",
    ],
)
def test_a_row_of_digits_is_not_enough(text: str) -> None:
    assert mask(text) == text


def test_published_examples_pass_their_check() -> None:
    assert is_identity_number("11010519491231002X")  # GB 11643
    assert not is_identity_number("110105194912310021")
    assert passes_luhn("4111111111111111")
    assert not passes_luhn("4111111111111112")


def test_the_corpus_keeps_its_figures_and_loses_contacts_only() -> None:
    """Nothing of the real documents is taken for a card or an identity number."""
    for path in sorted(Path("corpus").glob("*.md")):
        masked = mask(path.read_text("utf-8"))
        assert "[身份证号]" not in masked, path
        assert "[银行卡号]" not in masked, path
