"""Evidence hit@k by its definition, and judgements by gold label."""

from __future__ import annotations

from eval.metrics.relevance import holds, is_relevant, judge_documents, judge_evidence, run_of
from eval.question import Evidence, Question
from records import Passage


def passage(document_id: str, text: str, start: int = 0) -> Passage:
    return Passage(document_id=document_id, title="", start=start, end=start + len(text), text=text)


def test_the_first_twenty_characters_of_a_quote_decide_blanks_aside() -> None:
    quote = "一二三四五 六七八九十\n甲乙丙丁戊己庚辛壬癸然后还有别的"
    held = passage("d", "前面一二三四五六七八 九十甲乙丙丁戊己庚辛壬癸后面")
    cut = passage("d", "一二三四五六七八九十甲乙丙丁戊己庚辛壬")
    assert holds(held, Evidence("d", quote))
    assert not holds(cut, Evidence("d", quote))
    assert not holds(held, Evidence("e", quote))


def test_without_a_quote_the_document_is_enough() -> None:
    assert holds(passage("d", "任何文字"), Evidence("d"))


def question(*evidence: Evidence) -> Question:
    return Question(id="q", text="?", answers=("x",), evidence=evidence)


def test_a_passage_takes_the_name_of_each_new_span_that_it_holds() -> None:
    asked = question(Evidence("d", "甲"), Evidence("d", "乙"))
    both, again, other = passage("d", "甲乙", 0), passage("d", "乙", 9), passage("e", "丙", 0)
    judged = judge_evidence(asked, [other, both, again])
    assert judged.gold == ("d#甲", "d#乙")
    assert judged.ranking == ("e:0-1", "d#甲", "d#乙", "d:9-10")


def test_documents_rank_by_their_best_passage() -> None:
    found = [passage("a", "x"), passage("b", "y"), passage("a", "z", 5)]
    judged = judge_documents(question(Evidence("b", "没有出现")), found)
    assert judged.ranking == ("a", "b")
    assert judged.gold == ("b",)


def test_scores_fall_with_the_rank_and_names_hold_no_blanks() -> None:
    found = [passage("my file", "x"), passage("b", "y")]
    run = run_of({"q": judge_documents(question(Evidence("b")), found)})
    assert run == {"q": {"my_file": 1.0, "b": 0.5}}


def test_relevant_is_any_evidence() -> None:
    asked = question(Evidence("d", "甲"), Evidence("e", "乙"))
    assert is_relevant(passage("e", "乙"), asked)
    assert not is_relevant(passage("e", "甲"), asked)
