from __future__ import annotations

import pytest

from answer.evidence.support import Support
from answer.understanding import understand


def even(_: str) -> float:
    return 1.0


def test_full_support_for_the_words_themselves() -> None:
    assert Support(understand("算力服务券"), even).of("发放算力服务券") == 1.0


def test_each_character_of_a_common_bigram_counts() -> None:
    # 服务 and 务券 cover 服, 务 and 券: three of the five characters of 数据服务券.
    assert Support(understand("数据服务券"), even).of("服务券") == pytest.approx(0.6)


def test_bigrams_across_words_do_no_harm() -> None:
    # Without the bigram 力中, which is in no text, both words are still covered whole.
    assert Support(understand("算力中试"), even).of("中试平台买算力") == 1.0


def test_texts_support_together() -> None:
    support = Support(understand("武昌区 智能体"), even)
    assert support.of("智能体产品最高500万元") == pytest.approx(0.5)
    assert support.of("智能体产品最高500万元", "武昌区若干措施") == 1.0


def test_rare_words_weigh_more() -> None:
    def rarity(term: str) -> float:
        return {"武汉": 0.0}.get(term, 3.0)

    support = Support(understand("武汉 高考"), rarity)
    assert support.of("武汉市人工智能措施") == 0.0
    assert support.of("高考") == 1.0


def test_a_question_without_content_is_supported_by_nothing() -> None:
    assert Support(understand("多少?"), even).of("多少都可以") == 0.0


def test_two_words_for_one_thing_are_one() -> None:
    assert Support(understand("算力券"), even).of("每年设立算力服务券") == pytest.approx(1.0)


def test_a_place_that_documents_are_from_need_not_stand_in_their_text() -> None:
    question = understand("武昌区中试平台")
    assert Support(question, even).of("中试平台") < 1.0
    assert Support(question, even, ("武昌区",)).of("中试平台") == pytest.approx(1.0)
