"""What a figure is: a value with its unit, its modality, and where it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class FigureKind(StrEnum):
    """What a figure measures."""

    AMOUNT = "amount"
    RATE = "rate"
    DATE = "date"
    TIME = "time"
    PERIOD = "period"
    COUNT = "count"
    QUANTITY = "quantity"
    ORDINAL = "ordinal"
    NUMBER = "number"
    RATIO = "ratio"
    PHONE = "phone"
    DOC_NUMBER = "doc_number"


class Modality(StrEnum):
    """How the value binds. On dates and times, `AT_LEAST` reads “from” and `AT_MOST` “until”."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date as far as the text gives it; what it leaves open is None.

    `part` names a stretch of the year or month that is no day: “底” (末, too), “初”, “上半年”,
    “下半年”, “一季度” … “四季度”, “上旬”, “中旬”, “下旬”.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""

    def parts(self) -> tuple[int | str | None, ...]:
        """Year, month, day and part, coarse to fine; an unnamed part is None."""
        return self.year, self.month, self.day, self.part or None


Value = Decimal | CalendarDate | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure: `source_text[start:end] == text`.

    `value` is exact. Amounts are in whole units of the currency (`unit` “元”, “美元” …), rates in
    the unit that is named (“%”, “百分点”, “倍” …: 50% has value 50), times in seconds since
    midnight, dates a `CalendarDate`; ratios (“1:1”), sums (“10+2”, of kind NUMBER), phone numbers
    (digits only) and document numbers are strings. `upper` is the other end of a range, whose
    lower end is `value`.

    `cumulative` marks 累计, 合计 and the like; `per` holds what the figure is counted by, sorted:
    “年”, “月”, “人”, “次”, “个” (each company, project or thing), “平方米” ….
    """

    start: int
    end: int
    text: str
    kind: FigureKind
    value: Value
    unit: str = ""
    upper: Value | None = None
    modality: Modality = Modality.EXACT
    cumulative: bool = False
    per: tuple[str, ...] = ()
