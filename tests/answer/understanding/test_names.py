from __future__ import annotations

import pytest

from answer.understanding import Knowledge
from answer.understanding.names import clause_reference, departments, named_documents
from tests.answer.understanding.corpus_sample import knowledge

KNOWN = knowledge()


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("武政规〔2025〕3号是什么文件", ("ai10",)),
        ("武政规2025年3号什么时候到期", ("ai10",)),
        ("看看武政规[2025]3号第三条", ("ai10",)),
        ("武新管(2025)3号", ("software",)),
        ("江城基金字〔2025〕63号", ("roadshow",)),
        ("人工智能10条什么时候施行", ("ai10",)),
        ("武汉“人工智能10条”从哪天开始施行", ("ai10",)),
        ("AI十条第六条", ("ai10",)),
        ("10条的算力券和OPC算力券", ("ai10",)),
        ("光谷软件十四条有哪些支持", ("software",)),
        ("软件十四条的算力支持", ("software",)),
        ("武汉AI那十条到哪天就失效了", ("ai10",)),
        ("路演直通车多久办一次", ("roadshow",)),
        ("促进人工智能产业发展若干政策措施有效期", ("ai10",)),
        ("《武汉市促进人工智能产业发展若干政策措施》", ("ai10",)),
        ("《促进人工智能产业发展的若干政策措施》", ("ai10",)),
    ],
)
def test_documents_by_any_name(text: str, ids: tuple[str, ...]) -> None:
    named = named_documents(text, KNOWN)
    assert (named.ids, named.unknown) == (ids, ())


@pytest.mark.parametrize(
    "text",
    [
        "列出10条措施",
        "有10条吗",
        "第10条讲什么",
        "人工智能产业补贴",
        "我们在武汉2025年3号楼",
        "2025年3月10日",
        "《行动方案》是什么",
        "软件补贴",
    ],
)
def test_nothing_is_named_by_accident(text: str) -> None:
    named = named_documents(text, KNOWN)
    assert (named.ids, named.unknown) == ((), ())


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("请问武政规〔2031〕9号有什么补贴", "武政规〔2031〕9号"),
        ("根据武政办2024年77号", "武政办〔2024〕77号"),
        ("《武汉市低空经济发展条例》补多少", "《武汉市低空经济发展条例》"),
    ],
)
def test_documents_that_are_not_there(text: str, unknown: str) -> None:
    named = named_documents(text, KNOWN)
    assert (named.ids, named.unknown) == ((), (unknown,))


def test_an_alias_of_a_document_that_is_not_stored_names_nothing() -> None:
    assert named_documents("人工智能10条", Knowledge()).ids == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [("第三条是啥", 3), ("第6条", 6), ("第二十一条", 21), ("第三条件", None), ("三条措施", None)],
)
def test_clause_references(text: str, number: int | None) -> None:
    assert clause_reference(text) == number


def test_departments_have_one_name_each() -> None:
    assert departments("归武汉市经济和信息化局还是科创局管") == ("市经信局", "市科技创新局")
    assert departments("经信局") == departments("市经信委")
    assert departments("公安局") == ()
