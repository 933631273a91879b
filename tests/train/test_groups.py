import random
from dataclasses import replace

from train.examples import Example
from train.groups import Pool, drawn

PARTS = ("算力按50%补贴。", "模型最高奖励100万元。", "场地免租三年。", "数据产品补20万元。")


def example(place: str, answer: str) -> Example:
    context = "".join(f"{place}的企业{part}" + "办理时请带材料并如实填报。" * 2 for part in PARTS)
    start = context.index(answer)
    return Example(
        f"{place}{answer[:2]}补多少", context, start, start + len(answer), place, group=place
    )


EXAMPLES = [example(place, part) for place in ("武昌区", "汉阳区", "江岸区") for part in PARTS]


def test_only_the_first_text_of_a_group_answers() -> None:
    pool = Pool(EXAMPLES, random.Random(1), sizes=(50,))
    for _ in EXAMPLES:
        group = pool.draw(3)
        first, *others = group.examples
        assert group.answerable
        assert first.answer in PARTS
        assert others
        assert len(others) <= 2
        assert all(first.answer not in one.context and not one.answerable for one in others)
        assert all(one.question == first.question for one in others)


def test_every_example_comes_once_a_round() -> None:
    pool = Pool(EXAMPLES, random.Random(1), sizes=(50,))
    questions = [pool.draw(2).examples[0].question for _ in EXAMPLES]
    assert sorted(questions) == sorted(one.question for one in EXAMPLES)


def test_a_question_without_its_place_is_not_set_against_texts_of_other_places() -> None:
    pool = Pool(EXAMPLES, random.Random(1), places=("武昌区", "汉阳区", "江岸区"), sizes=(50,))
    groups = [pool.draw(3) for _ in range(60)]
    without = [one for one in groups if "区" not in one.examples[0].question]
    assert 20 < len(without) < 50
    assert all(len({one.group for one in group.examples}) == 1 for group in without)
    assert any(
        len({one.heading for one in group.examples}) > 1 for group in groups if group not in without
    )


def test_a_question_without_an_answer_has_no_text_that_answers() -> None:
    nothing = [Example("停车费多少", one.context, heading=one.heading) for one in EXAMPLES]
    group = Pool(nothing, random.Random(1), sizes=(50,)).draw(3)
    assert not group.answerable
    assert not any(one.answerable for one in group.examples)


def test_what_tempts_comes_first_and_the_question_keeps_its_place() -> None:
    tempting = [
        replace(one, question="武昌区的场地租金多少", start=0, end=0, tempting="场地免租三年。")
        for one in EXAMPLES[::4]
    ]
    pool = Pool(tempting, random.Random(1), places=("武昌区",), sizes=(50,))
    for _ in range(20):
        group = pool.draw(3)
        assert len(group.examples) == 3
        assert not any(one.answerable for one in group.examples)
        assert "场地免租三年。" in group.examples[0].context
        assert len(group.examples[0].context) < len(EXAMPLES[0].context)
        assert {one.question for one in group.examples} == {"武昌区的场地租金多少"}


def test_pools_are_drawn_by_their_shares() -> None:
    generator = random.Random(1)
    pools = [(Pool(EXAMPLES[at : at + 4], generator, sizes=(50,)), at + 1.0) for at in (0, 8)]
    groups = drawn(pools, 2, generator)
    headings = [next(groups).examples[0].heading for _ in range(200)]
    assert 5 < headings.count("武昌区") < 40
