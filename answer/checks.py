"""The last look at an answer before it leaves: nothing in it may lack its evidence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum

from answer.calculation import equations, worked_faults
from answer.figures import unsupported_figures, unsupported_labels
from answer.misquoted import misquoted
from answer.understanding.english import is_english
from answer.wording import is_table_frame, read_as_written, speak
from records import Answer, AnswerStatus, Citation, Document

_MARKER = re.compile(r"\[(\d+)\]")
_QUOTATION = re.compile("“([^“”]*)”")
_SENTENCE_END = re.compile(r"(?<=[。！？!?；;])|(?<=\.)(?<!No\.) +(?=[A-Z0-9])|\n")
# A quotation of fewer characters is a name (“汉数宜算”, “10+2”) rather than a document's words.
_SHORT = 12
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


class Fault(Enum):
    """What is wrong with a line: that it holds something else than the passages it cites."""

    FIGURES = "figures"
    LABELS = "labels"
    QUOTATION = "quotation"
    MISQUOTED = "misquoted"
    WORKED = "worked"
    OTHER = "other"


class UnsupportedAnswer(RuntimeError):
    """An answer says something that its citations do not hold.

    `line` is where, `words` are what of it, as far as that can be told; a misquotation is named
    without blanks and quotation marks.
    """

    def __init__(
        self, told: str, fault: Fault = Fault.OTHER, line: str = "", words: Sequence[str] = ()
    ) -> None:
        super().__init__(told)
        self.fault = fault
        self.line = line
        self.words = tuple(words)


class UnsupportedSpeech(UnsupportedAnswer):
    """The written answer holds, and what is to be read aloud of it does not."""


def check_answer(answer: Answer, documents: Mapping[str, Document]) -> None:
    """Raise UnsupportedAnswer, naming sentence and fault, unless every promise holds.

    Checked are: markers and citations match one to one and run from 1 in order of appearance;
    every quote is the very text at its offsets; every line but a table's frame carries a marker;
    what stands in quotation marks stands so in a passage cited on that line, and nothing repeats
    such a passage but for a few characters; every figure of a line stands, with the same value,
    unit and modality, in such a passage, or is worked out from one and the question, as it was
    asked or understood, in which case the sum is done again. The spoken form and the ticket hold no
    figure that the citations and the worked lines do not; a spoken form that does is
    UnsupportedSpeech. One that is the written
    answer, word for word, holds with it.
    """
    if answer.status is not AnswerStatus.ANSWERED:
        return
    _check_markers(answer)
    _check_quotes(answer, documents)
    cited = {citation.number: citation for citation in answer.citations}
    worked = []
    for line in answer.text.splitlines():
        if is_table_frame(line):
            continue
        here = [cited[int(number)] for number in _MARKER.findall(line)]
        if not here:
            raise UnsupportedAnswer(f"no citation on the line {line!r}")
        plain = _MARKER.sub("", line)
        if _check_line(plain, here, f"{answer.question} {answer.understood}"):
            worked.append(plain)
    _check_ticket(answer, worked)
    if answer.read_aloud != read_as_written(answer.text):
        _check_spoken(answer, worked)


def _check_markers(answer: Answer) -> None:
    seen = list(dict.fromkeys(int(number) for number in _MARKER.findall(answer.text)))
    numbers = [citation.number for citation in answer.citations]
    if seen != numbers or numbers != list(range(1, len(numbers) + 1)):
        raise UnsupportedAnswer(f"markers {seen} and citations {numbers} do not match")


def _check_quotes(answer: Answer, documents: Mapping[str, Document]) -> None:
    for citation in answer.citations:
        text = documents[citation.document_id].text
        if text[citation.start : citation.end] != citation.quote:
            raise UnsupportedAnswer(
                f"quote {citation.number} is not the text of {citation.document_id} at "
                f"[{citation.start}, {citation.end})"
            )


def _check_line(line: str, here: Sequence[Citation], question: str) -> bool:
    """Whether the line is worked out. Raises UnsupportedAnswer where it does not hold."""
    sources = sources_of(here)
    quotes = [one.quote for one in here]
    rest = _without_quotations(line, quotes, sources)
    if not equations(rest):
        _check_stated(line, sources, line)
        known = [_letters(source) for source in sources]
        for part in line.split("|"):
            if wrong := misquoted(_letters(part), known):
                raise UnsupportedAnswer(
                    f"{wrong} of {line!r} stand otherwise in its citations",
                    Fault.MISQUOTED, line, wrong,
                )  # fmt: skip
        return False
    if faults := worked_faults(rest, quotes, question):
        told = f"the worked line {line!r} does not hold: {'; '.join(faults)}"
        raise UnsupportedAnswer(told, Fault.WORKED, line)
    return True


def _without_quotations(line: str, quotes: Sequence[str], sources: Sequence[str]) -> str:
    """The line without what it quotes. Raises UnsupportedAnswer for words that stand nowhere."""
    known = [_letters(source) for source in sources]
    whole = [_letters(quote) for quote in quotes]
    rest = line
    for match in _QUOTATION.finditer(line):
        words = _letters(match[1])
        if len(words) >= _SHORT and not any(words in source for source in known):
            raise UnsupportedAnswer(
                f"“{match[1]}” stands in no passage cited on its line",
                Fault.QUOTATION, line, (match[1],),
            )  # fmt: skip
        if any(words in quote for quote in whole):
            rest = rest.replace(match.group(), "“”")
    return rest


def _letters(text: str) -> str:
    """The text without blanks and quotation marks, its signs in one width."""
    return re.sub('[\\s“”"]', "", unicodedata.normalize("NFKC", text))


def sources_of(citations: Iterable[Citation]) -> list[str]:
    """What a line may draw its figures from: quotes, titles and numbers, terms of validity."""
    sources = []
    for one in citations:
        # In marks as on the line: a number at the start of a text is read otherwise.
        sources += [f"“{one.quote}”", f"《{one.title}》", one.doc_number, one.clause, one.region]
        if day := one.valid_until:
            sources.append(f"有效期至{day.year}年{day.month}月{day.day}日")
    return sources


def _check_stated(text: str, sources: Sequence[str], line: str) -> None:
    missing = [figure.text for figure in unsupported_figures(text, sources)]
    labels = unsupported_labels(text, sources) if not missing else []
    for words, fault in ((missing, Fault.FIGURES), (labels, Fault.LABELS)):
        if words:
            told = f"{fault.value} {words} of the line {line!r} stand in none of its citations"
            raise UnsupportedAnswer(told, fault, line, words)


def _check_spoken(answer: Answer, worked: Sequence[str]) -> None:
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
            _check_stated(sentence, sources, spoken)
        except UnsupportedAnswer as fault:
            raise UnsupportedSpeech(*fault.args) from fault
    for sentence in filter(None, _SENTENCE_END.split(_ON_ORIGIN.sub("", spoken))):
        words = _telling(sentence)
        if _NUMERAL.search(words) and not any(words in line for line in lines):
            raise UnsupportedSpeech(f"{sentence!r} stands on no line of the answer")


def _check_ticket(answer: Answer, worked: Sequence[str]) -> None:
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
        _check_stated(text, sources, line)


def _lines_of(answer: Answer) -> list[str]:
    return _MARKER.sub("", answer.text).splitlines()


def _telling(text: str) -> str:
    """The text without the punctuation in which its forms differ; signs of figures stay."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(one for one in plain if one.isalnum() or one in _SIGNS).strip(".-")
