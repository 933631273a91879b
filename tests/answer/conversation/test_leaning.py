"""What is asked inside a conversation: of the documents spoken of, or of something new."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from answer.conversation.leaning import in_conversation, may_lean
from answer.conversation.turns import Turn, is_elsewhere, spoken_of, spoken_turns
from answer.understanding import Question, understand
from answer.understanding.follow_up import TURNS
from records import (
    Answer,
    AnswerStatus,
    Citation,
    Relation,
    RelationKind,
    TextKind,
    Validity,
)
from tests.small_storage import make_document

TODAY = date(2026, 6, 1)
SUPPORT = "揭榜挂帅项目按市级实际补贴资金的20%配套。"
NUMBER = "联系电话84468510。"
NEARBY, RULE, OTHER = (frozenset({one}) for one in ("district", "rule", "other"))


def answer(quote: str, document: str = "district", sure: float = 0.9, title: str = "") -> Answer:
    """An answer that is one quote; the quote is the whole of its document from the start on."""
    cited = Citation(
        number=1,
        document_id=document,
        title=title or "东山区技术攻关补贴政策",
        quote=quote,
        start=0,
        end=len(quote),
        text_kind=TextKind.FULL,
        validity=Validity.IN_FORCE,
    )
    return Answer(
        question="问",
        status=AnswerStatus.ANSWERED,
        text=f"{quote} [1]",
        citations=(cited,),
        confidence=sure,
    )


def refused(sure: float = 0.1) -> Answer:
    return Answer(question="问", status=AnswerStatus.NO_ANSWER, text="没有", confidence=sure)


BEFORE = Turn(understand("揭榜挂帅区里给多少配套"), answer(SUPPORT), "按市级的20%配套。")


def asking(
    answers: Mapping[tuple[str, frozenset[str]], Answer],
) -> Callable[[str, frozenset[str]], Answer]:
    """Answers by what is asked and of which documents; refuses anything else."""
    return lambda text, documents: answers.get((text, documents), refused())


def follow(text: str) -> Question:
    return understand(text, history=["揭榜挂帅区里给多少配套", "20%"], today=TODAY)


def test_the_number_is_that_of_the_document_spoken_of() -> None:
    question = understand("想问细一点，打哪个号码？")
    alone = answer("咨询电话65692130(市科技创新局)", "other", title="重点研发计划")
    assert may_lean(question, alone)
    here = answer(NUMBER)
    found = in_conversation(
        alone, question, BEFORE, [NEARBY], asking({(question.text, NEARBY): here})
    )
    assert found.text == here.text


def test_it_is_asked_with_the_matter_of_the_turn_before() -> None:
    question = understand("钱没到手能先报不")
    joined = "揭榜挂帅钱没到手能先报不"
    here = answer("须已获上级资助。", sure=0.6)
    found = in_conversation(refused(), question, BEFORE, [NEARBY], asking({(joined, NEARBY): here}))
    assert found.text == here.text


def test_its_own_words_answer_where_the_matter_before_is_in_the_way() -> None:
    question = understand("打哪个号码")
    bare, joined = answer(NUMBER, sure=0.9), answer("每年一次。", sure=0.4)
    ways = {(question.text, NEARBY): bare, (f"揭榜挂帅{question.text}", NEARBY): joined}
    found = in_conversation(refused(), question, BEFORE, [NEARBY], asking(ways))
    assert found.text == bare.text


def test_a_thing_of_its_own_is_not_told_by_what_was_spoken_of() -> None:
    question = understand("担保上限多少")
    alone = answer("单户担保上限提高到3000万元。", "other", sure=0.85, title="行动方案")
    joined = f"揭榜挂帅{question.text}"
    grant = asking({(joined, NEARBY): answer("优秀的给30万元后补贴。", sure=0.95)})
    assert may_lean(question, alone)
    assert in_conversation(alone, question, BEFORE, [NEARBY], grant) == alone
    here = asking({(joined, NEARBY): answer("项目担保上限500万元。", sure=0.95)})
    assert (
        in_conversation(alone, question, BEFORE, [NEARBY], here).text == "项目担保上限500万元。 [1]"
    )


@pytest.mark.parametrize(("sure", "is_given"), [(0.95, True), (0.85, False)])
def test_a_sure_answer_to_its_words_is_given_where_nothing_spoken_of_answers(
    sure: float, is_given: bool
) -> None:
    question = understand("同一个项目能拿两份钱不")
    alone = answer("同一项目就高不重复。", "other", sure=sure, title="管理办法")
    found = in_conversation(alone, question, BEFORE, [NEARBY], asking({}))
    assert (found == alone) is is_given


def test_two_questions_at_once_are_not_given_up_for_one() -> None:
    alone = answer("申领材料为算力服务合同。", "other", sure=0.8, title="管理办法")
    both = understand("申领算力服务券,交哪些材料?日志要我们出吗")
    assert both.parts
    assert not may_lean(both, alone)
    assert may_lean(understand("申领算力服务券交哪些材料"), alone)


def test_a_thing_is_named_in_other_words_too() -> None:
    question = understand("骗补会怎么样")
    alone = answer("弄虚作假骗取资金的追回款项。", "other", sure=0.9, title="管理办法")
    before = asking(
        {(f"揭榜挂帅{question.text}", NEARBY): answer("单次不超过100万元。", sure=0.95)}
    )
    assert in_conversation(alone, question, BEFORE, [NEARBY], before) == alone


def test_what_is_demanded_is_not_given() -> None:
    question = understand("优秀的给多少钱")
    demand = answer("上年度研发投入不低于60万元。", sure=0.95)
    ways = asking({(f"揭榜挂帅{question.text}", NEARBY): demand})
    assert in_conversation(refused(), question, BEFORE, [NEARBY], ways) == refused()


def test_thanks_and_long_ago_are_not_spoken_of() -> None:
    history = ["算力券补多少", "50%", "谢谢", "不客气", "最多几年"]
    assert spoken_turns(history, lambda text: text == "谢谢") == ["算力券补多少", "50%", "最多几年"]
    assert len(spoken_turns(["问", "答"] * 600, lambda _: False)) == 2 * TURNS
    assert spoken_turns([], lambda _: False) == []


@pytest.mark.parametrize(("sure", "is_given"), [(0.85, True), (0.7, False)])
def test_a_document_beside_must_answer_more_surely(sure: float, is_given: bool) -> None:
    question = understand("到期了能接着贷吗")
    beside = answer("到期可申请无还本续贷。", "rule", sure=sure)
    wider = NEARBY | RULE
    ways = {(f"揭榜挂帅{question.text}", wider): beside}
    found = in_conversation(refused(), question, BEFORE, [NEARBY, wider], asking(ways))
    assert (found.text == beside.text) == is_given


def test_what_others_say_on_something_else_is_no_answer() -> None:
    question = understand("那个比例会不会给高一点")
    alone = answer("优秀等次比例不超过参评单位的10%。", "other", sure=0.8, title="孵化器办法")
    found = in_conversation(alone, question, BEFORE, [NEARBY], asking({}))
    assert found.status is AnswerStatus.NO_ANSWER


def test_a_question_that_names_its_own_matter_is_answered_as_ever() -> None:
    question = understand("知识价值信用贷款最高能贷多少")
    alone = answer("知识价值信用贷款最高1000万元。", "other", sure=0.95, title="实施细则")
    assert not may_lean(question, alone)


@pytest.mark.parametrize(
    ("text", "alone", "here"),
    [
        # Of something else in its words, and of the document spoken of.
        (
            "租算力花的能往里加不",
            answer("每年设立算力服务券,支持租用算力。", "other", sure=0.7, title="若干措施"),
            answer("项目投入不含算力服务费用。", sure=0.85),
        ),
        ("一年放多少出来", answer("有效期2年。", sure=0.85), answer("每年最高1亿元。", sure=0.95)),
    ],
)
def test_an_answer_to_its_words_gives_way_only_to_a_surer_one(
    text: str, alone: Answer, here: Answer
) -> None:
    question = understand(text)
    assert may_lean(question, alone)
    surer = asking({(f"揭榜挂帅{text}", NEARBY): here})
    assert in_conversation(alone, question, BEFORE, [NEARBY], surer).text == here.text
    less = asking({(f"揭榜挂帅{text}", NEARBY): replace(here, confidence=0.75)})
    assert in_conversation(alone, question, BEFORE, [NEARBY], less) == alone
    as_sure = asking({(f"揭榜挂帅{text}", NEARBY): replace(here, confidence=alone.confidence)})
    assert in_conversation(alone, question, BEFORE, [NEARBY], as_sure) == alone


def test_what_was_just_said_is_not_said_again() -> None:
    question = understand("评上就一劳永逸了吗")
    turn = Turn(BEFORE.question, answer(SUPPORT), SUPPORT)
    again = asking({(f"揭榜挂帅{question.text}", NEARBY): answer(SUPPORT)})
    assert in_conversation(refused(), question, turn, [NEARBY], again) == refused()
    # A figure of it that was not said is new.
    question = understand("按几成给")
    turn = replace(turn, said="会给")
    again = asking({(f"揭榜挂帅{question.text}", NEARBY): answer(SUPPORT)})
    assert in_conversation(refused(), question, turn, [NEARBY], again).text == f"{SUPPORT} [1]"


def test_a_completed_question_is_asked_bare_only_if_it_says_what_it_wants() -> None:
    number = follow("电话多少")
    assert number.is_follow_up
    ways = {(number.text, NEARBY): answer(NUMBER)}
    assert in_conversation(refused(), number, BEFORE, [NEARBY], asking(ways)).text.startswith(
        NUMBER
    )
    other = follow("那创新产品项目呢")
    assert other.is_follow_up
    ways = {(other.text, NEARBY): answer("创新产品项目面向企业。")}
    assert in_conversation(refused(), other, BEFORE, [NEARBY], asking(ways)) == refused()


def test_what_was_refused_unread_stays_refused() -> None:
    assert not may_lean(understand("帮我做一套假合同"), refused(0.0))
    assert may_lean(understand("评上就一劳永逸了吗"), refused())


def test_a_conversation_is_about_what_was_cited_and_what_belongs_to_it() -> None:
    documents = [
        make_document(id="district", title="东山区技术攻关补贴政策", text="一"),
        make_document(
            id="rule",
            title="细则",
            text="二",
            relations=(Relation(RelationKind.REFINES, "district"),),
        ),
        make_document(id="titled", title="揭榜挂帅工作办法", text="三"),
        make_document(id="other", title="算力办法", text="四"),
    ]
    cited, wider = spoken_of(BEFORE, documents)
    assert cited == NEARBY
    assert wider == NEARBY | RULE | {"titled"}
    assert spoken_of(Turn(BEFORE.question, refused(), ""), documents) == ()
    assert spoken_of(BEFORE, [documents[0], documents[3]]) == (NEARBY,)


def test_a_place_that_was_not_spoken_of_is_elsewhere() -> None:
    documents = [make_document(id="district", title="措施", text="一", region="武昌区")]
    assert is_elsewhere("汉阳打哪个电话", NEARBY, documents)
    assert not is_elsewhere("武昌打哪个电话", NEARBY, documents)
    assert not is_elsewhere("打哪个电话", NEARBY, documents)
