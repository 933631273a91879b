"""The answer as hotline staff read it to a caller: a few spoken sentences and their source."""

from __future__ import annotations

from collections.abc import Sequence

from answer.finding import Sentence
from answer.understanding import Question
from answer.wording.spoken import speak
from answer.wording.standing import VALIDITY_WORDS
from answer.wording.tables import is_row
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
    question: Question, sentences: Sequence[Sentence], citations: Sequence[Citation]
) -> str:
    """The first sentences spoken, then where they come from, then one caveat where one is due."""
    english = question.is_english
    said = [_ended(speak(_words(one), english=english), english) for one in sentences]
    said = [one for one in said if one]
    told = said[:MOST_SENTENCES]
    if len(said) > MOST_SENTENCES:
        told.append(_REST[english])
    told += [_sources(citations, english), _caveat(citations, english)]
    return (" " if english else "").join(filter(None, told))


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


def _sources(citations: Sequence[Citation], english: bool) -> str:
    documents = list({citation.document_id: citation for citation in citations}.values())
    if not documents:
        return ""
    named = [_source(one, english) for one in documents[:MOST_SOURCES]]
    others = _AND_OTHERS[english] if len(documents) > MOST_SOURCES else ""
    if english:
        return f"According to {'; '.join(named)}{others}."
    return f"依据{'；'.join(named)}{others}。"


def _source(citation: Citation, english: bool) -> str:
    title = speak(citation.title)
    if citation.text_kind is TextKind.NEWS:
        return f"the news report {title}" if english else f"新闻报道{title}"
    if citation.validity is Validity.UNKNOWN:
        return title
    return f"{title}{', ' if english else '，'}{VALIDITY_WORDS[citation.validity][english]}"


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
