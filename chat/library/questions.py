"""“Questions this answers”: made of a document's clauses, kept if the service does answer so."""

from __future__ import annotations

import re
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Protocol

from answer.figures import FigureKind, Modality, parse_figures
from ingest.clauses import Clause, outline
from records import Answer, AnswerStatus, Document

MOST_QUESTIONS = 5
# Each takes a search and a reading, some 0.3 s.
MOST_TRIED = 12
MOST_KEPT = 2000
_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
_SUBJECT = re.compile(
    r"(?:对|给予|支持|鼓励)?([\u4e00-\u9fffA-Za-z0-9]{3,14}?)"
    r"(?:按|给予|最高|不超过|不低于|补助|补贴|奖励|为|应当|须|期限)"
)
_TOPIC = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“”、·]{2,20}")
_EVERYWHERE = frozenset({"", "全国"})
# Headings that say nothing without the document's title, and what is asked under them.
_OF_ANY_DOCUMENT = {
    "对象": "支持哪些对象？",
    "支持对象": "支持哪些对象？",
    "适用对象": "适用于哪些对象？",
    "范围": "适用于什么范围？",
    "适用范围": "适用于什么范围？",
    "目标": "的目标是什么？",
    "总体目标": "的目标是什么？",
    "条件": "要求什么条件？",
    "申报条件": "要求什么条件？",
    "材料": "要交哪些材料？",
    "申报材料": "要交哪些材料？",
    "流程": "的办理流程是什么？",
    "申报流程": "的办理流程是什么？",
    "方式": "怎么申报？",
    "申报方式": "怎么申报？",
    "入口": "在哪里申报？",
    "截止": "什么时候截止申报？",
    "申报时间": "什么时候申报？",
    "效力": "从什么时候开始施行？",
    "依据": "依据什么制定？",
}
# What is asked of the first figure that is of one of these kinds.
_ASKED = {
    FigureKind.AMOUNT: "的金额是多少？",
    FigureKind.RATE: "按多少比例补助？",
    FigureKind.PERIOD: "的期限是多久？",
    FigureKind.PHONE: "的联系电话是多少？",
}
_MOST = "最高多少？"
_PLAIN = "有哪些规定？"
# A shorter heading is no name of a matter.
_SHORTEST_TOPIC = 3


class Answering(Protocol):
    """Answers a question from the documents."""

    def answer(self, question: str) -> Answer:
        """The answer. Raises ValueError for a blank question."""
        ...


class Questions:
    """Finds the questions of documents, once for each content. Safe between threads.

    All who ask for the same share one search: what one has waited for, whether to the end or not,
    nobody waits for again.
    """

    def __init__(self, answering: Answering, revision: Callable[[], object]) -> None:
        """`revision` changes with anything that answers depend on: searches begin anew then."""
        self._answering = answering
        self._revision = revision
        self._known_of: object = None
        self._searches: OrderedDict[str, _Search] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, document: Document, content_hash: str) -> tuple[str, ...]:
        """At most five questions, each of which was answered with this document cited first."""
        return [*self.found(document, content_hash)][-1]

    def found(self, document: Document, content_hash: str) -> Iterator[tuple[str, ...]]:
        """All that were found so far, whenever it is one more, and at last all of them.

        Takes seconds in all the first time.
        """
        yield from self._search(document, content_hash).steps()

    def _search(self, document: Document, content_hash: str) -> _Search:
        revision = self._revision()
        with self._lock:
            if revision != self._known_of:
                self._searches.clear()
                self._known_of = revision
            if content_hash not in self._searches:
                tried = islice(candidates(document), MOST_TRIED)
                self._searches[content_hash] = _Search(
                    tried, lambda question: self._cites(question, document.id)
                )
                while len(self._searches) > MOST_KEPT:
                    self._searches.popitem(last=False)
            return self._searches[content_hash]

    def _cites(self, question: str, document_id: str) -> bool:
        answer = self._answering.answer(question)
        if answer.status is not AnswerStatus.ANSWERED or not answer.citations:
            return False
        return answer.citations[0].document_id == document_id


class _Search:
    """The questions found so far. Whoever wants one more tries what is left, one at a time."""

    def __init__(self, tried: Iterable[str], is_answered: Callable[[str], bool]) -> None:
        self._left = deque(tried)
        self._is_answered = is_answered
        self._found: tuple[str, ...] = ()
        self._lock = threading.Lock()

    def steps(self) -> Iterator[tuple[str, ...]]:
        seen, is_over = 0, False
        while not is_over:
            found, is_over = self._more_than(seen)
            yield found
            seen = len(found)

    def _more_than(self, seen: int) -> tuple[tuple[str, ...], bool]:
        """More questions than have been seen, if there are more, and whether these are all."""
        with self._lock:
            while len(self._found) <= seen and not self._is_over():
                # What raises stays to be tried by the next.
                if self._is_answered(self._left[0]):
                    self._found = (*self._found, self._left[0])
                self._left.popleft()
            return self._found, self._is_over()

    def _is_over(self) -> bool:
        return not self._left or len(self._found) == MOST_QUESTIONS


def candidates(document: Document) -> Iterator[str]:
    """Questions that the headings and figures of a document suggest, each once, in its order."""
    place = "" if document.region in _EVERYWHERE else document.region
    seen = set[str]()
    for clause in outline(document.text, document.title).clauses:
        topic = _topic(document, clause)
        if not topic:
            continue
        if topic in _OF_ANY_DOCUMENT:
            question = f"《{document.title}》{_OF_ANY_DOCUMENT[topic]}"
        elif len(topic) < _SHORTEST_TOPIC:
            question = f"《{document.title}》对{topic}有哪些规定？"
        else:
            where = "" if topic.startswith(place) else place
            question = f"{where}{topic}{_tail(document.text[clause.text_start : clause.end])}"
        if question not in seen:
            seen.add(question)
            yield question
    if document.valid_until is not None:
        yield f"《{document.title}》有效期到什么时候？"


def _topic(document: Document, clause: Clause) -> str:
    """What a clause is about: its heading, else what its first words name."""
    heading = _BRACKETS.sub("", clause.heading).strip(" #*：:。")
    if _TOPIC.fullmatch(heading):
        return heading
    match = _SUBJECT.match(document.text, clause.content, clause.end)
    return match[1] if match else ""


def _tail(text: str) -> str:
    for figure in parse_figures(text):
        if figure.kind is FigureKind.AMOUNT and figure.modality is Modality.AT_MOST:
            return _MOST
        if figure.kind in _ASKED:
            return _ASKED[figure.kind]
    return _PLAIN
