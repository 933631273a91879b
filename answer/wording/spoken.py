"""Written text as it is spoken: no brackets and markers, and signs in words."""

from __future__ import annotations

import re
from decimal import Decimal

from answer.figures import Figure, FigureKind, parse_figures
from answer.figures.numerals import write_numeral
from answer.wording.marks import without_markers

_DASHES = re.compile(r"\s*[-‐‑‒–—―−~〜∼～]+\s*|至")
_LABEL = re.compile(r"〔([^〔〕\d]{1,12})〕")
_SIGNS = (
    ("≤", "不超过"),
    ("≥", "不低于"),
    ("＜", "低于"),
    ("<", "低于"),
    ("＞", "超过"),
    (">", "超过"),
    ("×", "乘以"),
    ("−", "减"),
    ("＝", "等于"),
    ("=", "等于"),
    ("＋", "加"),
    ("+", "加"),
    ("&", "和"),
    ("㎡", "平方米"),
    ("|", "，"),
    ("｜", "，"),
)
_PERCENT = re.compile("[%％]")
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
# Nothing is listed for whoever only listens.
_ON_SCREEN = "，见下方所列"
# Readers know how to say these, and changed they could no longer be checked.
_AS_WRITTEN = frozenset({FigureKind.PHONE, FigureKind.DOC_NUMBER, FigureKind.RATIO})
_INCLUSIVE = re.compile("[（(]含(?:本数)?[）)](?=以[上下])")
_NUMERALS = "零一二三四五六七八九十百千万亿两0-9"
# Without its mark “武宜襄·十”三大算力圈 would read 十三.
_NUMERAL_AFTER_MARK = re.compile(f"(?<=[{_NUMERALS}])[”’」』》](?=[{_NUMERALS}])")
_DROPPED = re.compile("[“”‘’\"'《》〈〉「」『』*#`_]")
_BRACKETS = re.compile(r"[（(\[［【〔{｛）)\]］】〕}｝]")
_LONG_DASH = re.compile("—{1,2}|[–-]{1,2}(?=[^A-Za-z0-9])")
_TRIAL = re.compile("[（(](试行|暂行)[）)]")
_PAUSES = re.compile("[，、；\\s]*([。！？!?：])|[，\\s]*([、；])[，；\\s]*|，[，\\s]*")
_FULL_WIDTH = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_HALF_WIDTH = re.compile(r"[,;?!](?!\d)|(?<!\d)[,;?!]|:(?![\d/])|(?<!\d):(?!/)")
_CHINESE = re.compile("[\u3400-\u9fff]")
# A reference sign of the document itself, as quotes show it: “脚注［1］”.
_REFERENCE_SIGN = re.compile(r"[\[［]\d+[\]］]")
_ENGLISH_SIGNS = (
    ("≤", "at most "),
    ("≥", "at least "),
    ("×", " times "),
    ("−", " minus "),
    ("=", " is "),
    ("%", " percent"),
)


def speak(text: str, *, english: bool = False) -> str:
    """`text` as one would say it: “50%” becomes “百分之五十”, “1—10人” becomes “1到10人”.

    Every figure keeps its value and modality; document numbers and ratios stay as written. Words
    in brackets stay, set off by commas. English is spoken as English only without any Chinese.
    """
    text = _REFERENCE_SIGN.sub("", without_markers(text)).replace(_ON_SCREEN, "")
    if english and not _CHINESE.search(text):
        return _tidy_english(text)
    return _in_chinese(text)


def _in_chinese(text: str) -> str:
    text = _NUMERAL_AFTER_MARK.sub("，", _INCLUSIVE.sub("", text))
    text = _TRIAL.sub(r"\1", _LABEL.sub(r"\1：", " ".join(text.split())))
    parts: list[str] = []
    position = 0
    for figure in parse_figures(text):
        parts.append(_between(text[position : figure.start], bool(parts)))
        parts.append(_spoken_figure(figure))
        position = figure.end
    parts.append(_between(text[position:], bool(parts)))
    return _tidied("".join(parts))


def _between(text: str, behind_figure: bool) -> str:
    """The words between two figures, without signs."""
    if behind_figure and re.match(r"[/／]\s*[^\W\d]", text):
        text = "每" + text[1:].lstrip()
    for sign, words in _SIGNS:
        text = text.replace(sign, words)
    text = _DROPPED.sub("", text)
    text = _BRACKETS.sub("，", text)
    text = re.sub("[/／]", "、", text)
    return _LONG_DASH.sub("，", text)


def _spoken_figure(figure: Figure) -> str:
    if figure.kind in _AS_WRITTEN:
        return figure.text
    if figure.kind is FigureKind.RATE and figure.unit == "%" and _PERCENT.search(figure.text):
        ends = [end for end in (figure.value, figure.upper) if isinstance(end, Decimal)]
        return "到".join(_percentage(end) for end in ends)
    text = figure.text
    if figure.kind is FigureKind.TIME:
        return re.sub(r"(\d{1,2})[:：](\d{2})", _clock, text)
    if dated := _ISO_DATE.fullmatch(text):
        year, month, day = map(int, dated.groups())
        return f"{year}年{month}月{day}日"
    if figure.upper is not None:
        text = _DASHES.sub("到", text)
    return re.sub(r"(?<=\d)[,，](?=\d{3})", "", text)


def _percentage(value: Decimal) -> str:
    whole, _, fraction = f"{value:f}".partition(".")
    digits = "".join("零一二三四五六七八九"[int(digit)] for digit in fraction)
    return f"百分之{write_numeral(int(whole))}" + (f"点{digits}" if digits else "")


def _clock(match: re.Match[str]) -> str:
    hour, minute = int(match[1]), int(match[2])
    return f"{hour}点{minute}分" if minute else f"{hour}点"


def _tidied(text: str) -> str:
    """With Chinese marks, and without the doubled pauses that brackets at a border leave."""
    text = _HALF_WIDTH.sub(lambda match: _FULL_WIDTH[match[0]], text)
    text = _PAUSES.sub(lambda match: match[1] or match[2] or "，", text)
    return text.strip("，、； ")


def _tidy_english(text: str) -> str:
    for sign, words in _ENGLISH_SIGNS:
        text = text.replace(sign, words)
    text = _BRACKETS.sub(" , ", _DROPPED.sub("", text))
    text = re.sub(r"\s*(?<!\d),[\s,]*([.;:]|$)", r"\1", " ".join(text.split()))
    return re.sub(r"\s*,(?:[\s,]+|$)", ", ", text).strip(", ")
