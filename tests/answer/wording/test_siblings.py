"""Clauses beside the best one that give the same kind of figure for another case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answer.finding import Finding
from answer.understanding import Asked
from answer.wording import plain_sentences
from answer.wording.siblings import siblings
from tests.answer.wording.making import ask, find

PRODUCTS = replace(find("创新产品项目单个支持30万元。"), clause="支持额度(五(二))")
TOOLS = replace(
    find(
        "模型工具项目单个支持50万元。",
        before="# 措施\n\n- 创新产品项目单个支持30万元。\n- ",
        certainty=0.8,
    ),
    clause="支持额度(五(一))",
)


def test_who_names_neither_case_is_told_both() -> None:
    sentences = plain_sentences(ask("专项给多少钱", Asked.AMOUNT), [PRODUCTS, TOOLS])
    assert [one.findings for one in sentences] == [(PRODUCTS,), (TOOLS,)]


def test_words_of_the_title_name_no_case_and_who_names_both_is_told_both() -> None:
    titled = [
        replace(one, document=replace(one.document, title="OPC创新专项"))
        for one in (PRODUCTS, TOOLS)
    ]
    for question in ("OPC创新专项给多少钱", "创新产品项目和模型工具项目各给多少钱"):
        assert siblings(ask(question, Asked.AMOUNT), titled[0], titled) == titled[1:]


@pytest.mark.parametrize("question", ["创新产品项目给多少钱", "模型工具项目给多少钱"])
def test_who_names_one_case_is_told_that_one(question: str) -> None:
    assert siblings(ask(question, Asked.AMOUNT), PRODUCTS, [PRODUCTS, TOOLS]) == []


def test_who_asks_no_sum_is_told_the_best_alone() -> None:
    assert siblings(ask("专项找谁", Asked.DEPARTMENT), PRODUCTS, [PRODUCTS, TOOLS]) == []


@pytest.mark.parametrize(
    "other",
    [
        replace(TOOLS, clause="经费管理(六)"),
        replace(TOOLS, certainty=0.6),
        replace(TOOLS, document=replace(TOOLS.document, id="another")),
        find("同样支持30万元。", before="# 别处\n\n- "),
        find("模型工具项目公开遴选。", before="# 别处\n\n- "),
    ],
    ids=["another heading", "much less sure", "another document", "same sum", "no sum"],
)
def test_what_is_no_other_case_stays_out(other: Finding) -> None:
    assert siblings(ask("专项给多少钱", Asked.AMOUNT), PRODUCTS, [PRODUCTS, other]) == []
