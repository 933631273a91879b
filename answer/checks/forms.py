"""The last look at the other forms of an answer: what is read aloud, and the ticket."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from answer.checks.faults import UnsupportedAnswer, UnsupportedSpeech
from answer.checks.sources import check_stated, sources_of
from answer.understanding.english import is_english
from answer.wording import speak
from records import Answer

_MARKER = re.compile(r"\[(\d+)\]")
_SENTENCE_END = re.compile(r"(?<=[。！？!?；;])|(?<=\.)(?<!No\.) +(?=[A-Z0-9])|\n")
# The ticket's lines that say what was asked, where the text stands, and when it was looked at.
_NO_STATEMENT = re.compile(
    "(?:问题|理解为|网址[0-9]*|查询日期|人工审核|"
    "Question|Understood as|Address[0-9]*|Looked up on)[：:]"
)
_SIGNS = frozenset(".%‰-/")
# The ticket's lines about the sources, in words of their own.
_ON_SOURCES = re.compile("(?:依据|提示|Source|Note)[0-9]*[：:]")
# The spoken sentence that says where the answer comes from.
_ON_ORIGIN = re.compile(r"依据[^。\n]*。|According to .*?\.(?= |$)")
_ANY_QUOTATION = re.compile("“[^”]*”")
_NUMERAL = re.compile("[0-9零一二三四五六七八九十百千]")
_TICKET_LABEL = re.compile("^(?:答复|依据|原文|提示|Answer|Source|Original text|Note)[0-9]*[：:]")


def check_spoken(answer: Answer, worked: Sequence[str]) -> None:
    """What is read aloud holds only figures that stand so, in such words, on a line of the answer.

    Where it comes from is told by titles, which need only hold the figures. Words of the notes may
    hold a numeral, but no figure (“不一定适用”).
    """
    spoken, english = answer.read_aloud, is_english(answer.question)
    sources = [*sources_of(answer.citations), *worked]
    written = _lines_of(answer)
    if english:
        # Around a Chinese quotation the English words are spoken by themselves.
        written += [_ANY_QUOTATION.sub("", line) for line in written]
    lines = [_telling(speak(line, english=english)) for line in (*written, *answer.notes)]
    for sentence in filter(None, _SENTENCE_END.split(spoken)):
        try:
            check_stated(sentence, sources, spoken)
        except UnsupportedAnswer as fault:
            raise UnsupportedSpeech(*fault.args) from fault
    for sentence in filter(None, _SENTENCE_END.split(_ON_ORIGIN.sub("", spoken))):
        words = _telling(sentence)
        if _NUMERAL.search(words) and not any(words in line for line in lines):
            raise UnsupportedSpeech(f"{sentence!r} stands on no line of the answer")


def check_ticket(answer: Answer, worked: Sequence[str]) -> None:
    """What the ticket says stands so on a line of the answer or in a quote, both looked at before.

    Its lines on the sources are in words of their own and need only hold their figures.
    """
    sources = [*sources_of(answer.citations), *worked]
    known = [_telling(text) for text in (*_lines_of(answer), *sources)]
    for line in answer.ticket.splitlines():
        text = _TICKET_LABEL.sub("", _MARKER.sub("", line))
        if _NO_STATEMENT.match(line) or any(_telling(text) in one for one in known):
            continue
        if not _ON_SOURCES.match(line):
            raise UnsupportedAnswer(f"{text!r} of the ticket stands on no line of the answer")
        for citation in answer.citations:
            # A heading such as “22. 对捐赠物资有何优惠” is read otherwise inside a line. It goes
            # where it stands by itself: one like “1” is part of a date in a title too.
            for comma in ("，", ", "):
                text = text.replace(f"{comma}{citation.clause}{comma}", comma)
        check_stated(text, sources, line)


def _lines_of(answer: Answer) -> list[str]:
    return _MARKER.sub("", answer.text).splitlines()


def _telling(text: str) -> str:
    """The text without the punctuation in which its forms differ; signs of figures stay."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(one for one in plain if one.isalnum() or one in _SIGNS).strip(".-")
