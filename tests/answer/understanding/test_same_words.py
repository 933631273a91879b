"""Two words for one thing: compared, searched and read in either form."""

from __future__ import annotations

from answer.understanding.same_words import in_common_words, in_words_of, other_wording


def test_both_forms_compare_alike() -> None:
    assert in_common_words("算力服务券") == in_common_words("算力券")


def test_the_other_wording_swaps_every_such_word() -> None:
    assert other_wording("人工智能企业的算力券") == "ai企业的算力服务券"
    assert other_wording("人才公寓") == ""


def test_letters_inside_a_word_are_no_word() -> None:
    assert other_wording("MAIL系统") == ""


def test_the_question_is_put_in_the_words_of_the_text() -> None:
    assert in_words_of("每年设立算力服务券。", "算力券补多少") == "算力服务券补多少"
    assert in_words_of("每年发放算力券。", "算力券补多少") == "算力券补多少"
    assert in_words_of("与此无关。", "算力券补多少") == "算力券补多少"


def test_renting_computing_power_is_using_computing_services() -> None:
    assert other_wording("公司租算力能报销多少") == "公司使用算力服务能报销多少"
    assert in_words_of("算力费用最高按60%补贴", "租算力补多少") == "算力费用补多少"
