import json
import random
from pathlib import Path

import pytest

from train.examples import Example, hold_out, read_squad
from train.negatives import SHORTEST_REST, unanswerable, without_their_answer


def squad(path: Path, context: str, answer: str, start: int) -> Path:
    entry = {"id": "q1", "question": "誰?", "answers": [{"text": answer, "answer_start": start}]}
    path.write_text(
        json.dumps(
            {"data": [{"title": "題", "paragraphs": [{"context": context, "qas": [entry]}]}]}
        )
    )
    return path


def test_traditional_script_becomes_simplified_with_its_answer(tmp_path: Path) -> None:
    (example,) = read_squad(
        squad(tmp_path / "a.json", "開創者是漢斯。", "漢斯", 4), traditional=True
    )
    assert example.question == "谁?"
    assert example.context == "开创者是汉斯。"
    assert example.answer == "汉斯"


def test_an_answer_that_is_not_at_its_offset_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"a\.json.*q1.*漢斯"):
        read_squad(squad(tmp_path / "a.json", "開創者是漢斯。", "漢斯", 3))


def test_a_text_is_either_trained_on_or_held_out() -> None:
    examples = [Example("?", "文", group=str(at // 2)) for at in range(10)]
    trained, held = hold_out(examples, 2)
    assert {one.group for one in held} == {"3", "4"}
    assert not {one.group for one in trained} & {one.group for one in held}
    assert len(trained) + len(held) == 10


def test_unanswerable_pairs_never_hold_the_answer() -> None:
    texts = ["武汉市补贴十万元给企业", "武汉市补贴五万元给企业", "武汉市补贴十万元给学校"]
    examples = [Example("武汉市补贴企业多少", text, 5, 8, group=text) for text in texts]
    made = unanswerable(examples, 1.0, random.Random(1))
    assert made
    for pair in made:
        assert not pair.answerable
        assert not (pair.group == texts[0] and "十万元" in pair.context)


def test_a_text_loses_the_sentences_of_its_answer_only() -> None:
    before, after = "前" * SHORTEST_REST + "。", "后文。"
    context = f"{before}对企业补贴十万元。{after}"
    example = Example("补贴多少", context, context.index("十"), context.index("十") + 3)
    (made,) = without_their_answer([example], 1.0, random.Random(1))
    assert made.context == before + after
    assert not made.answerable


def test_an_answer_that_stands_elsewhere_too_makes_no_pair() -> None:
    context = "补贴十万元。" + "前" * SHORTEST_REST + "。再补贴十万元。"
    assert not without_their_answer([Example("多少", context, 2, 5)], 1.0, random.Random(1))
