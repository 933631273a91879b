"""The numbers that Word counts by itself: “第一条”, “（一）”, “1.” are not in the text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HAN_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_CHINESE = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "ideographDigital",
    }
)


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    number_format: str
    pattern: str


@dataclass
class Numbering:
    """Counts through a document's numbered paragraphs, in the order they are asked for."""

    levels: dict[str, dict[int, _Level]]
    abstract_of: dict[str, str]
    _counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    @classmethod
    def of(cls, root: etree._Element | None) -> Numbering:
        """Read a `w:numbering` element; without one, nothing is numbered."""
        if root is None:
            return cls({}, {})
        abstract = {
            _attribute(entry, "abstractNumId"): _levels(entry)
            for entry in root.iter(f"{_W}abstractNum")
        }
        levels: dict[str, dict[int, _Level]] = {}
        abstract_of: dict[str, str] = {}
        for entry in root.iter(f"{_W}num"):
            number_id = _attribute(entry, "numId")
            target = _child_value(entry, "abstractNumId")
            overrides = _overrides(entry, abstract.get(target, {}))
            levels[number_id] = {**abstract.get(target, {}), **overrides}
            # Lists of one definition go on counting together unless one restarts.
            abstract_of[number_id] = number_id if overrides else target
        return cls(levels, abstract_of)

    def label(self, number_id: str, level: int) -> str:
        """Count one paragraph and return its label (“第三条”, “-” for bullets, or nothing)."""
        levels = self.levels.get(number_id, {})
        if level not in levels:
            return ""
        counts = self._counts[self.abstract_of[number_id]]
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        if levels[level].number_format == "bullet":
            return "-"
        text = levels[level].pattern
        for place, of in levels.items():
            if (mark := f"%{place + 1}") in text:
                text = text.replace(mark, in_format(counts.get(place, of.start), of.number_format))
        return text.strip()


def in_format(number: int, number_format: str) -> str:
    """Return a count as Word shows it: `decimal`, `chineseCounting`, `upperRoman` …"""
    if number_format in _CHINESE:
        return _chinese(number)
    if number_format in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if number_format == "upperLetter" else letter
    if number_format in {"lowerRoman", "upperRoman"}:
        return _roman(number) if number_format == "upperRoman" else _roman(number).lower()
    if number_format.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(ord("①") + number - 1)
    if number_format == "ideographTraditional" and 1 <= number <= 10:
        return _STEMS[number - 1]
    if number_format == "decimalZero":
        return f"{number:02d}"
    return "" if number_format == "none" else str(number)


def _levels(entry: etree._Element) -> dict[int, _Level]:
    return {int(_attribute(level, "ilvl")): _level(level) for level in entry.findall(f"{_W}lvl")}


def _level(entry: etree._Element) -> _Level:
    return _Level(
        int(_child_value(entry, "start") or 1),
        _child_value(entry, "numFmt") or "decimal",
        _child_value(entry, "lvlText"),
    )


def _overrides(entry: etree._Element, inherited: dict[int, _Level]) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for override in entry.findall(f"{_W}lvlOverride"):
        place = int(_attribute(override, "ilvl"))
        own = override.find(f"{_W}lvl")
        base = _level(own) if own is not None else inherited.get(place)
        if base is None:
            continue
        start = _child_value(override, "startOverride")
        found[place] = _Level(int(start or base.start), base.number_format, base.pattern)
    return found


def _attribute(entry: etree._Element, name: str) -> str:
    return str(entry.get(f"{_W}{name}") or "")


def _child_value(entry: etree._Element, name: str) -> str:
    child = entry.find(f"{_W}{name}")
    return _attribute(child, "val") if child is not None else ""


def _chinese(number: int) -> str:
    """Return 1..9999 in Chinese: 十, 十二, 一百零三."""
    if number < 10:
        return _HAN_DIGITS[number]
    text, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if zero and text else "") + _HAN_DIGITS[digit] + name
        zero = bool(text) and not digit
    return text.removeprefix("一") if 10 <= number < 20 else text


def _roman(number: int) -> str:
    text = ""
    for value, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    ):
        text += sign * (number // value)
        number %= value
    return text
