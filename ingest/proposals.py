"""What a document says about itself in its first and last lines, where it is unmistakable."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

_HEAD_LINES = 20
_TITLE_LINES = 8
_FOOT_LINES = 15
_TITLE_LENGTH = 100
_OPENING_LENGTH = 40

_DOC_NUMBER = (
    r"([\u4e00-\u9fff]{1,14})\s*[〔\[［【（(]\s*((?:19|20)\d\d)\s*[〕\]］】）)]\s*第?(\d{1,5})\s*号"
)
_NUMBER_LINE = re.compile(
    rf"(?:(?:发文字号|发文号|文\s*号)\s*[:：]\s*)?[（(【]?\s*{_DOC_NUMBER}\s*[）)】]?"
)
_NUMBER_LABEL = re.compile(rf"(?:发文字号|发文号|文\s*号)\s*[:：]\s*{_DOC_NUMBER}")
_ISSUER = re.compile(
    r"[\u4e00-\u9fff（）()·、\s]{2,60}(政府|办公厅|办公室|委员会|管委会|常委会|局|厅|部|院|中心"
    r"|银行|党委|市委|省委|区委|县委|专班|领导小组|协会|公司)"
)
_ISSUER_LABEL = re.compile(
    r"(?:发布机构|发文机关|发文单位|发布单位)\s*[:：]\s*([^\s:：]{2,40}(?<!网)(?<!网站))(?=\s|$)"
)
_DATE_LABEL = re.compile(
    r"(?:发布日期|发布时间|发文日期|印发日期|成文日期)\s*[:：]\s*"
    r"((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})"
)
_DIGIT_DATE = re.compile(r"((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_HAN_DATE = re.compile(
    r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
_HAN_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {
    "○": 0,
    "零": 0,
}
_CLAUSE = re.compile(
    r"[（(]?[一二三四五六七八九十\d]+[)）、.．]|第[一二三四五六七八九十百\d]+[章节条]"
)
_HEADING = re.compile(r"#{1,6}\s+(.+?)\s*#*")
_LABEL = re.compile(r"[\u4e00-\u9fff\s]{2,8}[:：]")
_TITLE_TAIL = re.compile(
    r".{0,14}的?(通知|公告|意见|办法|方案|措施|决定|批复|函|细则|规定|报告|指南)([（(].{1,12}[)）])?"
)
_BYLINE = re.compile(
    r"\S{0,14}(记者|通讯员|实习生)[\s:：]*[\u4e00-\u9fff]{2,4}([\s、,，]+[\u4e00-\u9fff]{2,4})*"
)
_DATELINE = re.compile(r"[报网社台]\S{0,6}[讯电]\s*[（(]\S{0,12}记者|[（(](本报|本台)?记者\s")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who issued a document and when, as it says at its end (落款)."""

    issuing_body: str = ""
    published: date | None = None


def propose_title(text: str) -> str:
    """Return the first Markdown heading of level 1, else the first line that reads as a title.

    Returns nothing when the text begins with running text.
    """
    lines = _filled_lines(text)
    for line in lines[:_HEAD_LINES]:
        if (match := _HEADING.fullmatch(line)) and not line.startswith("##"):
            return match[1].strip("*_ ")
    for place, line in enumerate(lines[:_TITLE_LINES]):
        if (match := _HEADING.fullmatch(line)) is not None:
            return match[1].strip("*_ ")
        if _is_before_title(line):
            continue
        if len(line) > _TITLE_LENGTH or re.search("[。；;]", line) or _CLAUSE.match(line):
            return ""
        return _whole_title(line, lines[place + 1 :])
    return ""


def opening(text: str) -> str:
    """Return the first clause of a text, to tell it from others where it has no title at all."""
    first = re.split("[。！？!?；;]", _filled_lines(text)[0])[0] if text.strip() else ""
    return first if len(first) <= _OPENING_LENGTH else first[:_OPENING_LENGTH] + "…"


def propose_doc_number(text: str) -> str:
    """Return the 文号 that stands on a line of its own, or after its label, near the top.

    Numbers inside sentences are those of other documents. The brackets come back as 〔〕.
    Two different numbers are no proof of either: nothing is returned.
    """
    found = set()
    for line in _filled_lines(text)[:_HEAD_LINES]:
        if match := _NUMBER_LINE.fullmatch(line) or _NUMBER_LABEL.search(line):
            found.add(f"{match[1]}〔{match[2]}〕{match[3]}号")
    return found.pop() if len(found) == 1 else ""


def propose_signature(text: str) -> Signature:
    """Return issuing body and date where the document is signed, or what its head labels say.

    A signature is a line that is a body's name followed by a line that is a date, once in the
    document, at its end or just before its attachments.
    """
    lines = _filled_lines(text)
    head = "\n".join(lines[:_HEAD_LINES])
    body = _ISSUER_LABEL.search(head)
    dated = _DATE_LABEL.search(head)
    signed = _signed(lines)
    return Signature(
        body[1] if body else signed.issuing_body,
        _date_of(*dated.groups()) if dated else signed.published,
    )


def is_news(text: str) -> bool:
    """Whether the first lines carry a reporter's byline or dateline."""
    lines = _filled_lines(text)
    if any(len(line) <= 40 and _BYLINE.fullmatch(line) for line in lines[:_TITLE_LINES]):
        return True
    return bool(_DATELINE.search("\n".join(lines)[:300]))


def parse_chinese_date(text: str) -> date | None:
    """Return the date that `text` is, in digits or in Chinese numerals (二〇二五年二月三日)."""
    if match := _DIGIT_DATE.fullmatch(text):
        return _date_of(*match.groups())
    if match := _HAN_DATE.fullmatch(text):
        year = "".join(str(_HAN_DIGITS[digit]) for digit in match[1])
        return _date_of(year, str(_han_number(match[2])), str(_han_number(match[3])))
    return None


def _filled_lines(text: str) -> list[str]:
    return [stripped for line in text.split("\n") if (stripped := line.strip(" \t\u3000\u00a0"))]


def _is_before_title(line: str) -> bool:
    """Red headings, numbers, labels and dates that stand above a title."""
    return bool(
        _NUMBER_LINE.fullmatch(line)
        or _LABEL.match(line)
        or parse_chinese_date(line)
        or re.fullmatch(r"[\d\s★]+|特急|加急|急件|[\u4e00-\u9fff（）()\s]{4,40}文件", line)
        or re.match(r"索\s*引\s*号", line)
    )


def _whole_title(line: str, below: list[str]) -> str:
    """Join a title that is broken after the body's name or before “的通知”."""
    if below and _ISSUER.fullmatch(line) and below[0].startswith("关于"):
        line, below = line + below[0], below[1:]
    unfinished = "关于" in line and not _TITLE_TAIL.search(line)
    if below and unfinished and len(below[0]) <= 40 and _TITLE_TAIL.fullmatch(below[0][-17:]):
        line += below[0]
    return line


def _signed(lines: list[str]) -> Signature:
    found: list[Signature] = []
    for place, (above, line) in enumerate(pairwise(lines)):
        published = parse_chinese_date(line)
        if published is None or not _ISSUER.fullmatch(above) or not _is_end(lines, place + 2):
            continue
        bodies = [above]
        for earlier in reversed(lines[:place]):
            if not _ISSUER.fullmatch(earlier):
                break
            bodies.insert(0, earlier)
        found.append(Signature("、".join(re.sub(r"\s+", "", body) for body in bodies), published))
    return found[0] if len(found) == 1 else Signature()


def _is_end(lines: list[str], place: int) -> bool:
    rest = lines[place:]
    return len(rest) < _FOOT_LINES or any(line.startswith("附件") for line in rest[:4])


def _han_number(text: str) -> int:
    tens, found, ones = text.rpartition("十")
    if not found:
        return _HAN_DIGITS[text[0]]
    return (_HAN_DIGITS[tens] if tens else 1) * 10 + (_HAN_DIGITS[ones] if ones else 0)


def _date_of(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
