from collections.abc import Sequence

import numpy as np

from index.reader import Reading
from index.reranking import CHARACTERS_READ, LEAST_READ, READER_WEIGHT, rerank
from records import Hit, Passage


def hit(name: str, score: float, text: str = "无关") -> Hit:
    return Hit(
        Passage(document_id=name, title=f"题{name}", start=0, end=len(text), text=text), score
    )


class WordReader:
    """Sure of texts that hold the question, of no other; keeps what it was shown."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str]] = []

    def read(self, question: str, texts: Sequence[tuple[str, str]]) -> list[Reading]:
        self.shown += texts
        return [self._read(question in text) for _, text in texts]

    def _read(self, found: bool) -> Reading:
        scores = np.array([20.0 if found else -20.0], np.float32)
        return Reading([(0, 2)], scores, scores, 0.0)


def test_the_passage_that_answers_comes_first() -> None:
    ordered = rerank("答案", [hit("a", 1.0), hit("b", 0.9, "答案在此")], WordReader())
    assert [one.hit.passage.document_id for one in ordered] == ["b", "a"]
    assert ordered[0].reading is not None


def test_a_sure_reading_does_not_make_up_for_everything() -> None:
    far = 1.0 + READER_WEIGHT + 0.1
    ordered = rerank("答案", [hit("a", far), hit("b", 1.0, "答案在此")], WordReader())
    assert [one.hit.passage.document_id for one in ordered] == ["a", "b"]


def test_only_the_first_passages_are_read_and_none_is_lost() -> None:
    reader = WordReader()
    hits = [hit(str(at), 1.0 - at / 100, "无" * (CHARACTERS_READ // 5)) for at in range(8)]
    ordered = rerank("答案", hits, reader)
    assert len(reader.shown) == 5
    assert {one.hit.passage.document_id for one in ordered} == {str(at) for at in range(8)}
    assert sum(one.reading is None for one in ordered) == 3


def test_however_long_some_passages_are_read() -> None:
    reader = WordReader()
    rerank("答案", [hit(str(at), 1.0, "无" * CHARACTERS_READ) for at in range(8)], reader)
    assert len(reader.shown) == LEAST_READ


def test_scores_fall_along_the_order() -> None:
    ordered = rerank("答案", [hit("a", 1.0), hit("b", 0.9, "答案"), hit("c", 0.8)], WordReader())
    scores = [one.hit.score for one in ordered]
    assert scores == sorted(scores, reverse=True)


def test_the_reader_sees_title_and_clause() -> None:
    reader = WordReader()
    passage = Passage(
        document_id="a", title="办法", start=0, end=2, text="正文", clause=("第二条",)
    )
    rerank("答案", [Hit(passage, 1.0)], reader)
    assert reader.shown == [("办法 第二条", "正文")]


def test_each_passage_is_asked_in_its_own_words() -> None:
    hits = [hit("a", 1.0), hit("b", 0.9, "旧词在此")]
    ordered = rerank(
        "新词", hits, WordReader(), lambda text, asked: "旧词" if "旧词" in text else asked
    )
    assert [one.hit.passage.document_id for one in ordered] == ["b", "a"]
