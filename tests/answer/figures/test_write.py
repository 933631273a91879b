"""What is written reads as the figure that it came from."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.figures import (
    CalendarDate,
    Figure,
    FigureKind,
    Modality,
    format_figure,
    parse_figures,
    same_meaning,
)
from answer.figures.scope import PER_NAMES
from answer.figures.units import UNITS

CURRENCIES = ("元", "美元", "港元", "欧元", "英镑", "日元")
MEASURES = sorted(
    {
        (unit.kind, unit.name)
        for unit in UNITS
        if unit.kind in (FigureKind.PERIOD, FigureKind.COUNT, FigureKind.QUANTITY)
    }
)
WHOLE = st.one_of(st.integers(1, 1000), st.integers(1, 10**13)).map(Decimal)
FRACTIONAL = st.decimals(Decimal("0.01"), 999, places=2).map(lambda d: d.normalize() + 0)
MODALITIES = st.sampled_from(Modality)
DAYS = st.dates().filter(lambda day: 1900 <= day.year < 2100)


def figure(kind: FigureKind, value: object, unit: str = "", **more: object) -> Figure:
    return Figure(start=0, end=1, text="x", kind=kind, value=value, unit=unit, **more)  # type: ignore[arg-type]


@st.composite
def measures(draw: st.DrawFn) -> Figure:
    """Amounts, rates, periods, counts and quantities, with bounds and scope."""
    kind, unit = draw(
        st.one_of(
            st.sampled_from([(FigureKind.AMOUNT, name) for name in CURRENCIES]),
            st.sampled_from([(FigureKind.RATE, name) for name in ("%", "百分点", "倍", "基点")]),
            st.sampled_from(MEASURES),
        )
    )
    numbers = {
        FigureKind.AMOUNT: st.one_of(WHOLE, FRACTIONAL),
        FigureKind.RATE: FRACTIONAL,
        FigureKind.PERIOD: st.integers(1, 999).map(Decimal),
        FigureKind.COUNT: WHOLE,
        FigureKind.QUANTITY: WHOLE,
    }[kind]
    value, other = draw(numbers), draw(st.none() | numbers)
    return figure(
        kind,
        value,
        unit,
        upper=other if other is not None and other > value else None,
        modality=draw(MODALITIES),
        cumulative=draw(st.booleans()),
        per=tuple(sorted(draw(st.sets(st.sampled_from([*PER_NAMES, "个"]), max_size=2)))),
    )


@st.composite
def dates(draw: st.DrawFn) -> Figure:
    """Years, months and days, open or as a stretch, with a direction."""
    first, second = sorted(draw(st.tuples(DAYS, DAYS).filter(lambda days: days[0] != days[1])))
    grain = draw(st.sampled_from(["year", "month", "day", "end"]))

    def cut(day: object) -> CalendarDate:
        year, month, number = day.year, day.month, day.day  # type: ignore[attr-defined]
        return {
            "year": CalendarDate(year),
            "month": CalendarDate(year, month),
            "day": CalendarDate(year, month, number),
            "end": CalendarDate(year, part="底"),
        }[grain]

    if draw(st.booleans()):
        return figure(FigureKind.DATE, cut(first), upper=cut(second))
    modality = draw(
        st.sampled_from([Modality.EXACT, Modality.AT_LEAST, Modality.AT_MOST, Modality.ABOUT])
    )
    return figure(FigureKind.DATE, cut(first), modality=modality)


CODES = st.one_of(
    st.builds(lambda n: figure(FigureKind.ORDINAL, Decimal(n), "年"), st.integers(1, 99)),
    st.builds(lambda n: figure(FigureKind.PHONE, f"027{n}"), st.integers(20_000_000, 89_999_999)),
    st.builds(lambda a, b: figure(FigureKind.RATIO, f"{a}:{b}"), *[st.integers(1, 9)] * 2),
    st.builds(
        lambda y, n: figure(FigureKind.DOC_NUMBER, f"武政规〔{y}〕{n}号"),
        st.integers(2000, 2099),
        st.integers(1, 999),
    ),
    st.builds(
        lambda minute: figure(FigureKind.TIME, Decimal(60 * minute), "时刻"), st.integers(0, 1439)
    ),
)


def read_back(text: str) -> Figure:
    figures = parse_figures(text)
    assert len(figures) == 1, (text, figures)
    return figures[0]


def said(figure: Figure) -> tuple[object, ...]:
    return (
        figure.kind, figure.value, figure.upper, figure.unit,
        figure.modality, figure.cumulative, figure.per,
    )  # fmt: skip


@given(st.one_of(measures(), dates(), CODES))
def test_chinese_reads_back_exactly(original: Figure) -> None:
    assert said(read_back(format_figure(original))) == said(original)


@given(st.one_of(measures().filter(lambda f: f.kind is not FigureKind.COUNT), dates(), CODES))
def test_english_reads_back_exactly(original: Figure) -> None:
    assert said(read_back(format_figure(original, "en"))) == said(original)


@given(measures().filter(lambda f: f.kind is FigureKind.COUNT))
def test_english_counts_read_back_before_a_noun(original: Figure) -> None:
    original = replace(original, cumulative=False, per=())
    text = format_figure(original, "en")
    noun = "" if text.endswith(("people", "person")) else " projects"
    assert same_meaning(read_back(text + noun), original)


@pytest.mark.parametrize(
    ("text", "chinese", "english"),
    [
        ("20万元", "20万元", "RMB 200,000"),
        ("1000万元", "1000万元", "RMB 10 million"),
        ("不超过15000万元", "最高1.5亿元", "up to RMB 150 million"),
        ("每年累计最高500万元", "每年累计最高500万元", "up to RMB 5 million in total per year"),
        ("单家不低于三成", "每个不低于30%", "at least 30% each"),
        ("百分之二十至三十", "20%—30%", "20% to 30%"),
        ("不超过三年", "最长3年", "up to 3 years"),
        ("0.5年", "半年", "0.5 years"),
        ("5个工作日内", "最长5个工作日", "up to 5 working days"),
        ("3日内", "最长3天", "up to 3 days"),
        ("300余款", "约300款", "about 300"),
        ("10名以上", "不少于10名", "at least 10 people"),
        ("5万—100万元", "5万—100万元", "RMB 50,000 to RMB 1 million"),
        ("5000—1万元", "5000元—1万元", "RMB 5,000 to RMB 10,000"),
        ("自2025-03-19起", "自2025年3月19日起", "from March 19, 2025"),
        ("到2025年底", "至2025年底", "until end of 2025"),
        ("3月25日—4月14日", "3月25日至4月14日", "March 25 to April 14"),
        ("千亿参数", "1000亿参数", "100 billion parameters"),
        ("三分之二", "三分之二", "三分之二"),
        ("五折", "5折", "5折"),
    ],
)
def test_figures_are_written_as_people_write_them(text: str, chinese: str, english: str) -> None:
    original = read_back(text)
    assert format_figure(original) == chinese
    assert format_figure(original, "en") == english
