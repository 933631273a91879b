"""The check of a whole answer: markers, quotes, quotations, figures, and its other forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from answer.calculation import equations, worked_faults
from answer.checks.faults import Fault, UnsupportedAnswer
from answer.checks.forms import check_spoken, check_ticket
from answer.checks.misquoted import misquoted
from answer.checks.sources import check_stated, sources_of
from answer.wording import is_table_frame, read_as_written
from records import Answer, AnswerStatus, Citation, Document

_MARKER = re.compile(r"\[(\d+)\]")
_QUOTATION = re.compile("“([^“”]*)”")
# A quotation of fewer characters is a name (“汉数宜算”, “10+2”) rather than a document's words.
_SHORT = 12


def check_answer(answer: Answer, documents: Mapping[str, Document]) -> None:
    """Raise UnsupportedAnswer, naming sentence and fault, unless every promise holds.

    Checked are: markers and citations match one to one and run from 1 in order of appearance;
    every quote is the very text at its offsets; every line but a table's frame carries a marker;
    what stands in quotation marks stands so in a passage cited on that line, and nothing repeats
    such a passage but for a few characters; every figure of a line stands, with the same value,
    unit and modality, in such a passage, or is worked out from one and the question, as it was
    asked or understood, in which case the sum is done again. The spoken form and the ticket hold no
    figure that the citations and the worked lines do not; a spoken form that does is
    UnsupportedSpeech. One that is the written answer, word for word, holds with it.
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
    check_ticket(answer, worked)
    if answer.read_aloud != read_as_written(answer.text):
        check_spoken(answer, worked)


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
        check_stated(line, sources, line)
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
