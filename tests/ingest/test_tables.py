"""Every value stands beside the names of its row and column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.tables import Cell, Grid, expand_spans, grid_of, render_table


def spanned(*rows: list[tuple[str, int, int]]) -> Grid:
    return expand_spans([[(Cell(text), wide, deep) for text, wide, deep in row] for row in rows])


def lines(*rows: list[str]) -> list[str]:
    return render_table(grid_of(rows))


def test_a_row_repeats_the_names_of_its_columns() -> None:
    assert lines(
        ["类别", "比例", "上限"], ["研发", "30%", "500万元"], ["平台", "", "1000万元"]
    ) == [
        "类别：研发；比例：30%；上限：500万元",
        "类别：平台；上限：1000万元",
    ]


def test_an_empty_corner_means_row_names() -> None:
    assert lines(["", "2024年", "2025年"], ["产值", "1", "2"]) == ["产值 — 2024年：1；2025年：2"]


def test_a_title_row_comes_first_and_its_unit_goes_with_every_row() -> None:
    grid = spanned(
        [("补贴标准表", 3, 1)],
        [("单位：万元", 3, 1)],
        [("类别", 1, 1), ("比例", 1, 1), ("上限", 1, 1)],
        [("研发", 1, 1), ("30%", 1, 1), ("500", 1, 1)],
    )
    assert render_table(grid) == [
        "补贴标准表",
        "单位：万元",
        "类别：研发；比例：30%；上限：500（单位：万元）",
    ]


def test_a_header_of_two_merged_rows() -> None:
    grid = spanned(
        [("类别", 1, 2), ("标准", 2, 1), ("牵头单位", 1, 2)],
        [("比例", 1, 1), ("上限", 1, 1)],
        [("研发", 1, 1), ("30%", 1, 1), ("500万元", 1, 1), ("市科创局", 1, 1)],
    )
    assert render_table(grid) == [
        "类别：研发；标准/比例：30%；标准/上限：500万元；牵头单位：市科创局"
    ]


def test_years_under_a_merged_name_are_still_header() -> None:
    grid = spanned(
        [("指标", 1, 2), ("目标", 2, 1)],
        [("2025", 1, 1), ("2026", 1, 1)],
        [("算力", 1, 1), ("4500", 1, 1), ("6000", 1, 1)],
    )
    assert render_table(grid) == ["指标：算力；目标/2025：4500；目标/2026：6000"]


def test_a_merged_name_over_figures_is_the_whole_header() -> None:
    grid = spanned(
        [("类别", 1, 1), ("标准", 2, 1)],
        [("研发", 1, 1), ("30%", 1, 1), ("500万元", 1, 1)],
    )
    assert render_table(grid) == ["类别：研发；标准：30%；标准：500万元"]


def test_a_split_header_without_merged_cells() -> None:
    assert lines(
        ["项目", "标准", "", "备注"],
        ["", "比例", "上限", ""],
        ["研发", "30%", "500万元", "后补助"],
    ) == ["项目：研发；标准/比例：30%；标准/上限：500万元；备注：后补助"]


def test_a_row_name_merged_over_rows_is_repeated() -> None:
    grid = spanned(
        [("类别", 1, 1), ("档次", 1, 1), ("上限", 1, 1)],
        [("算力券", 1, 2), ("一档", 1, 1), ("20万元", 1, 1)],
        [("二档", 1, 1), ("10万元", 1, 1)],
    )
    assert render_table(grid) == [
        "类别：算力券；档次：一档；上限：20万元",
        "类别：算力券；档次：二档；上限：10万元",
    ]


def test_a_cell_merged_over_columns_names_them_all() -> None:
    grid = spanned(
        [("区", 1, 1), ("2024", 1, 1), ("2025", 1, 1)],
        [("武昌区", 1, 1), ("不补助", 2, 1)],
    )
    assert render_table(grid) == ["区：武昌区；2024、2025：不补助"]


def test_a_row_merged_all_over_is_a_line_of_its_own() -> None:
    grid = spanned(
        [("类别", 1, 1), ("上限", 1, 1)],
        [("研发", 1, 1), ("500万元", 1, 1)],
        [("注：以当年预算为限", 2, 1)],
    )
    assert render_table(grid) == ["类别：研发；上限：500万元", "注：以当年预算为限"]


def test_a_header_repeated_on_the_next_page_is_left_out() -> None:
    assert lines(["类别", "上限"], ["研发", "5"], ["类别", "上限"], ["平台", "6"]) == [
        "类别：研发；上限：5",
        "类别：平台；上限：6",
    ]


def test_forms_pair_names_with_values() -> None:
    name, number, body = (Cell(text, heading=True) for text in ("名称", "文号", "机关"))
    first = [(name, 1, 1), (Cell("办法"), 1, 1), (number, 1, 1), (Cell("武政规〔2025〕3号"), 1, 1)]
    grid = expand_spans([first, [(body, 1, 1), (Cell("市政府"), 3, 1)]])
    assert render_table(grid) == ["名称：办法；文号：武政规〔2025〕3号", "机关：市政府"]
    assert lines(["名称：", "办法"], ["机关：", "市政府"]) == ["名称：办法", "机关：市政府"]


@pytest.mark.parametrize(("rows", "expected"), [([], []), ([["", ""]], []), ([["独行"]], ["独行"])])
def test_tables_that_are_none(rows: list[list[str]], expected: list[str]) -> None:
    assert render_table(grid_of(rows)) == expected


def test_lines_inside_a_cell_become_one() -> None:
    assert lines(["条件", "上限"], ["一是注册\n二是纳税", "5"]) == [
        "条件：一是注册 二是纳税；上限：5"
    ]


@given(st.lists(st.lists(st.sampled_from(["", "甲", "乙", "30%", "12"]), max_size=4), max_size=5))
def test_no_value_is_ever_lost(rows: list[list[str]]) -> None:
    rendered = "\n".join(lines(["类别", "比例", "上限", "备注"], *rows))
    for row in rows:
        assert all(text in rendered for text in row)
