"""Terms of the full-text index."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.terms import terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("算力服务券", ["算力", "力服", "服务", "务券"]),
        ("AI算力券", ["ai", "算力", "力券"]),
        ("按50%补助,最高20万元", ["按", "50", "补助", "最高", "20", "万元"]),
        ("１０００万元", ["1000", "万元"]),
        ("ＡＩ＋制造", ["ai", "制造"]),
        ("3.5亿元", ["3.5", "亿元"]),
        ("武政规〔2025〕3号", ["武政", "政规", "2025", "3", "号"]),
        ("Computing Voucher", ["computing", "voucher"]),
        ("券", ["券"]),
        ("算力,算力", ["算力", "算力"]),
        ("下划_线", ["下划", "线"]),
        ("，。！ \n", []),
        ("", []),
    ],
)
def test_terms(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


@given(st.text())
def test_no_term_holds_a_blank_so_that_the_index_keeps_terms_apart(text: str) -> None:
    assert all(term and not any(c.isspace() for c in term) for term in terms(text))


@given(st.text(alphabet="算力服务券资金", min_size=2, max_size=12), st.text("算力金", max_size=5))
def test_terms_of_a_part_are_terms_of_the_whole(part: str, around: str) -> None:
    assert set(terms(part)) <= set(terms(around + part + around))
