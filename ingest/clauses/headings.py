"""Which words are a heading: of a numbered clause, or on a line of their own in a news text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .lines import Line
from .markers import MARKDOWN, Marker
from .rows import is_row

_LONGEST_LINE = 40
_LONGEST_PHRASE = 20
_SHORTEST_PARAGRAPH = 40
_STOPS = "。！？!?；;：:，,、…"
_NAMED = frozenset({"编", "分编", "篇", "部分", "章", "节", "条", "款"})

# A phrase that opens the clause's text: “（一）支持对象。在汉注册……”, “1.申报时间：……”.
_PHRASE = re.compile(r"[^\s。，,；;：:！？!?]{2,20}(?=[。：:])")
# Questions and answers: “三、如何申领算力券？答：……”.
_QUESTION = re.compile(r"[^。；;！!？?\n]{4,60}[？?]")
# In a text that has lost its line breaks a blank ends the heading.
_LOST_LINE = re.compile(
    r"[^\s。；;：:！？!?]{4,40}(?<=[\u4e00-\u9fff”》）])(?=\s+[\u4e00-\u9fff“《（\d])"
)
_TITLE_IN_BRACKETS = re.compile(r"[【（(]\s*(?P<words>[^【】（）()\n]{2,20}?)\s*[】）)]")
# A sentence, not a heading, though short: “本办法自发布之日起施行。”
_SENTENCE = re.compile(
    r"[本自对请各凡经由在为按如若从该]|其(?!他)|根据|不得|应当|可以|每[年月个家]|未经|鼓励和|企业应"
)
# The opening of a list, not its heading: “具备下列条件之一的：”.
_OPENING = re.compile(r"下列|如下|以下|包括|之一|的$")
_NOT_A_HEADING = re.compile(
    r"(?:本报|本刊|新华社|通讯员|记者|实习生|作者|编辑|责编|责任编辑|编审|校对|单位[：:]|来源|图源|摄影|图/|文/|图片"
    r"|[-*+•·●○■□◆◇▪▶►※★☆√✓–|>]|[\d\s:：/.-]+$)"
    r"|.*\d{4}年\d{1,2}月\d{1,2}日.{0,20}$"
    r"|.*(?:摄[)）]?|来源.{0,20}[)）]|供图[)）]?|资料图[)）]?)$"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_PAIRS = (("《", "》"), ("（", "）"), ("(", ")"), ("“", "”"))
_EMPHASIS = "*_ \t"


def clause_heading(text: str, marker: Marker, line_end: int, end: int, *, parent: bool) -> str:
    """Return the heading words of a numbered clause, "" if it has none.

    `line_end` is where the line of the number ends, `end` where the next clause begins; `parent`
    tells that the next clause lies inside this one.
    """
    line = text[marker.content : line_end].strip(_EMPHASIS)
    if marker.style in MARKDOWN:
        return line.rstrip("#").strip(_EMPHASIS)
    if marker.style == "bracket":
        return ""
    if marker.style == "question":
        return text[marker.start : line_end].strip() if len(line) <= _LONGEST_LINE else ""
    more = parent or bool(text[line_end:end].strip())
    if marker.style in _NAMED:
        titled = _TITLE_IN_BRACKETS.match(line)
        if titled is not None:
            return titled["words"]
    if marker.style == "annex" and text[marker.content : marker.content + 1].isdecimal():
        return ""
    if is_short_line(line) and (more or marker.style in ("annex", "章", "节", "编", "部分")):
        return line
    return _phrase(marker, line, more=more)


def _phrase(marker: Marker, line: str, *, more: bool) -> str:
    """Return the short phrase that opens a clause and says what it is about, or ""."""
    question = None if marker.style in _NAMED else _QUESTION.match(line)
    if question is not None:
        return question.group() if more or len(line) > question.end() else ""
    if _SENTENCE.match(line):
        return ""
    lost = _LOST_LINE.match(line)
    # A blank also stands between two names, so what follows must look like a text.
    if lost is not None and len(line) - lost.end() >= 15 and _balanced(lost.group()):
        return lost.group()
    found = None if marker.style in _NAMED else _PHRASE.match(line)
    if found is None or not (more or line[found.end() + 1 :].strip()):
        return ""
    words = found.group().strip(_EMPHASIS)
    return words if _balanced(words) and not _OPENING.search(words) else ""


def _balanced(words: str) -> bool:
    """Tell whether every book title, bracket and quotation that opens in `words` closes in it."""
    return all(words.count(first) == words.count(last) for first, last in _PAIRS)


def is_short_line(line: str) -> bool:
    """Tell whether a line looks like a heading: short, no stop at its end, none inside."""
    return (
        0 < len(line) <= _LONGEST_LINE
        and line[-1] not in _STOPS
        and not any(stop in line for stop in "。；;！？")
    )


def heading_lines(
    text: str, found: Sequence[Line], marks: Sequence[Marker], *, inside: bool = False
) -> list[Line]:
    """Return the unnumbered headings: short lines between paragraphs, as news texts have them.

    A heading follows a finished paragraph and is followed by a longer one, a numbered list or a
    table. In a whole document the lines before the first paragraph are the title and the byline,
    never headings; a text from `inside` a document may begin with a heading.
    """
    marked = {marker.start: marker.value for marker in marks}
    headings: list[Line] = []
    paragraph_seen = inside
    for at, line in enumerate(found[:-1]):
        words = text[line.start : line.end].strip(_EMPHASIS)
        if len(words) > _SHORTEST_PARAGRAPH and words[-1] in "。！？!?”）)：:":
            paragraph_seen = True
            continue
        if not paragraph_seen or line.start in marked or not _is_heading(words):
            continue
        following = found[at + 1]
        opens_list = len(words) <= _LONGEST_PHRASE and (
            marked.get(following.start) == 1 or is_row(text[following.start : following.end])
        )
        if (opens_list or _is_paragraph(text, following, len(words))) and (
            not at or _finished(text, found[at - 1])
        ):
            headings.append(line)
    return headings


def _is_heading(words: str) -> bool:
    """Tell whether the words of a line could be a heading, whatever stands around it."""
    return (
        len(words) >= 4
        and is_short_line(words)
        and _NOT_A_HEADING.match(words) is None
        and len(_HAN.findall(words)) >= 3
    )


def _is_paragraph(text: str, line: Line, longer_than: int) -> bool:
    """Tell whether a line is running text."""
    length = line.end - line.start
    return length >= max(_SHORTEST_PARAGRAPH, longer_than + 10) and any(
        stop in text[line.start : line.end] for stop in "。！？!?；;"
    )


def _finished(text: str, line: Line) -> bool:
    """Tell whether the line before ends a paragraph, or is a caption or a byline itself."""
    words = text[line.start : line.end]
    return words[-1] in "。！？!?”）)…；;：:" or _NOT_A_HEADING.match(words) is not None
