"""The table: search, filter, sort."""

from __future__ import annotations

from datetime import date

import pytest

from chat.library.entries import Column, Entry, View, entry_of, shown
from records import Document, DocumentState, TextKind, Validity
from tests.small_storage import make_document

DAY = date(2026, 6, 1)


def entry(document_id: str, **values: object) -> Entry:
    passages = values.pop("passages", 1)
    assert isinstance(passages, int)
    document: Document = make_document(id=document_id, **values)
    return entry_of(document, passages, document_id, DAY)


ENTRIES = [
    entry(
        "voucher",
        title="算力券办法",
        doc_number="武政规〔2025〕3号",
        region="武汉市",
        published=date(2025, 2, 1),
        valid_until=date(2025, 12, 31),
        passages=9,
    ),
    entry("housing", title="住房通知", region="汉阳区", kind="notice", published=date(2026, 1, 1)),
    entry("loan", title="贷款细则", region="汉阳区", text_kind=TextKind.NEWS, passages=10),
    entry("gone", title="旧办法", state=DocumentState.WITHDRAWN),
    entry("loan@1", title="贷款细则", state=DocumentState.SUPERSEDED, replaced_by="loan"),
]


def ids(**view: object) -> list[str]:
    return [one.id for one in shown(ENTRIES, View(**view))]  # type: ignore[arg-type]


def test_words_of_the_text_are_found_after_those_of_the_title() -> None:
    texts = {"办法": {"loan", "housing"}, "住房": {"voucher"}}

    def found(words: str) -> list[str]:
        view = View(words=words)
        return [one.id for one in shown(ENTRIES, view, lambda word: texts.get(word, ()))]

    assert found("办法") == ["voucher", "housing", "loan"]
    assert found("办法 住房") == ["housing", "voucher"]
    assert found("办法 贷款") == ["loan"]
    assert found("办法 没有") == []


def test_current_documents_newest_first_and_undated_last() -> None:
    assert ids() == ["housing", "voucher", "loan"]
    assert ids(descending=False) == ["voucher", "housing", "loan"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("算力", ["voucher"]),
        ("武政规[2025]3号", ["voucher"]),
        ("武政规（２０２５）", ["voucher"]),
        ("LOAN", ["loan"]),
        ("办法 算力", ["voucher"]),
        ("办法 贷款", []),
        ("  ", ["housing", "voucher", "loan"]),
        ("<script>", []),
    ],
)
def test_searching(words: str, found: list[str]) -> None:
    assert ids(words=words) == found


@pytest.mark.parametrize(
    ("view", "found"),
    [
        ({"region": "汉阳区"}, ["housing", "loan"]),
        ({"kind": "notice"}, ["housing"]),
        ({"validity": Validity.EXPIRED}, ["voucher"]),
        ({"text_kind": TextKind.NEWS}, ["loan"]),
        ({"states": (DocumentState.WITHDRAWN,)}, ["gone"]),
        ({"states": tuple(DocumentState), "words": "贷款"}, ["loan", "loan@1"]),
        ({"region": "汉阳区", "kind": "plan"}, []),
    ],
)
def test_filtering(view: dict[str, object], found: list[str]) -> None:
    assert ids(**view) == found


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (Column.TITLE, ["loan", "voucher", "housing"]),  # dàikuǎn, suànlì, zhùfáng
        (Column.PASSAGES, ["housing", "voucher", "loan"]),
        (Column.REGION, ["housing", "loan", "voucher"]),
        (Column.PUBLISHED, ["voucher", "housing", "loan"]),
    ],
)
def test_sorting(column: Column, order: list[str]) -> None:
    assert ids(sort=column, descending=False) == order


def test_every_column_can_be_sorted_by() -> None:
    for column in Column:
        assert len(ids(sort=column)) == 3


def test_an_old_version_has_expired() -> None:
    assert ENTRIES[-1].validity is Validity.EXPIRED
