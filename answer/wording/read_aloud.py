"""The answer as hotline staff read it to a caller: a few spoken sentences and their source."""

from __future__ import annotations

from collections.abc import Sequence

from answer.finding import Finding, Sentence
from answer.understanding import Question
from answer.wording.marks import without_markers
from answer.wording.spoken import speak
from answer.wording.standing import VALIDITY_WORDS
from answer.wording.tables import is_row, is_table_frame
from records import Citation, TextKind, Validity

MOST_SENTENCES = 3
MOST_SOURCES = 2
_REST = ("其余见书面答复。", "The rest stands in the written answer.")
_AND_OTHERS = ("等文件", " and others")
_LAPSED = frozenset({Validity.EXPIRED, Validity.DRAFT})
_ASK_FIRST = ("请先向主管部门核实", "Please check with the department in charge first")
_OFFICIAL = ("以官方原文为准", "The official text prevails")
_PUBLISHED = ("以正式发布的文件为准", "The published policy prevails")
_ENDINGS = tuple("。！？!?.")


def read_aloud(
    question: Question,
    sentences: Sequence[Sentence],
    citations: Sequence[Citation],
    caveats: Sequence[str],
) -> str:
    """The caveats and the first sentences spoken, then where they come from, then a caveat on that.

    `caveats` come first: a sum of another place must not be heard as one of home.
    """
    english = question.is_english
    before = [_ended(speak(one, english=english), english) for one in caveats]
    said = [_ended(speak(_words(one), english=english), english) for one in sentences]
    said = [one for one in said if one]
    told = said[:MOST_SENTENCES]
    if len(said) > MOST_SENTENCES:
        told.append(_REST[english])
    told += [_sources(sentences, english), _caveat(citations, english)]
    return (" " if english else "").join(filter(None, [*before, *told]))


def read_as_written(text: str) -> str:
    """An answer's text without markers and tables' frames, for what cannot be put otherwise."""
    lines = [line for line in without_markers(text).splitlines() if not is_table_frame(line)]
    return "\n".join("，".join(filter(None, map(str.strip, line.split("|")))) for line in lines)


def spoken_text(question: Question, text: str) -> str:
    """A refusal, or a question given back, made fit to be spoken."""
    english = question.is_english
    lines = [speak(line, english=english) for line in text.splitlines() if line.strip()]
    return (" " if english else "").join(_ended(line, english) for line in lines)


def _words(sentence: Sentence) -> str:
    if not is_row(sentence):
        return sentence.text
    return f"{sentence.cells[0]}：{'，'.join(filter(None, sentence.cells[1:]))}"


def _ended(text: str, english: bool) -> str:
    if not text or text.endswith(_ENDINGS):
        return text
    return f"{text}{'.' if english else '。'}"


def _sources(sentences: Sequence[Sentence], english: bool) -> str:
    findings = [finding for sentence in sentences for finding in sentence.findings]
    named = list(dict.fromkeys(_source(finding, english) for finding in findings))
    if not named:
        return ""
    others = _AND_OTHERS[english] if len(named) > MOST_SOURCES else ""
    told = named[:MOST_SOURCES]
    if english:
        return f"According to {'; '.join(told)}{others}."
    return f"依据{'；'.join(told)}{others}。"


def _source(finding: Finding, english: bool) -> str:
    """The document and its standing; of a news report who wrote it, as headlines make promises."""
    document = finding.document
    if document.text_kind is TextKind.NEWS:
        body = speak(document.issuing_body)
        return (
            f"a news report{body and f' of {body}'}"
            if english
            else f"{body + '的' if body else '新闻'}报道"
        )
    title = speak(document.title)
    if finding.validity is Validity.UNKNOWN:
        return title
    return f"{title}{', ' if english else '，'}{VALIDITY_WORDS[finding.validity][english]}"


def _caveat(citations: Sequence[Citation], english: bool) -> str:
    kinds = {citation.text_kind for citation in citations}
    parts = []
    if any(citation.validity in _LAPSED for citation in citations):
        parts.append(_ASK_FIRST[english])
    if TextKind.NEWS in kinds:
        parts.append(_PUBLISHED[english])
    elif TextKind.DIGEST in kinds:
        parts.append(_OFFICIAL[english])
    if not parts:
        return ""
    if english:
        return f"{'; '.join([parts[0], *(part[0].lower() + part[1:] for part in parts[1:])])}."
    return f"{'，'.join(parts)}。"
