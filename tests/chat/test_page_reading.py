"""How an answer reads: on a phone, with a screen reader, with the keyboard alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.chat import fake_backend as fake
from tests.chat.conftest import OpenPage, Site
from tests.chat.page_steps import (
    DESKTOP,
    PHONE,
    answer_words,
    ask,
    both_sizes,
    marked_words,
    plain,
    send,
)

WORKED = "20万元（80万元×50%=40万元，超过上限20万元，按上限计），以审核为准 [1]。"


def test_a_table_on_a_phone_is_a_card_for_each_row(open_page: OpenPage) -> None:
    page = open_page(**PHONE)
    ask(page, fake.LAID_OUT)
    cells = page.locator(".answer-text tbody tr").first.locator("th, td")
    boxes = [box for cell in cells.all() if (box := cell.bounding_box())]
    assert len(boxes) == 3
    assert len({box["x"] for box in boxes}) == 1
    assert boxes[0]["y"] < boxes[1]["y"] < boxes[2]["y"]
    assert [cell.get_attribute("data-column") for cell in cells.all()] == [None, "规定", "有效性"]
    expect(page.get_by_role("rowheader", name="武汉市")).to_be_visible()
    expect(page.get_by_role("cell").nth(1)).to_have_text("现行有效")


@both_sizes
def test_a_calculation_stands_apart(
    open_page: OpenPage, size: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = replace(fake.ANSWERS[fake.THREE_CITATIONS], text=f"{WORKED}\n{fake.SUBSIDY_QUOTE}[2]")
    monkeypatch.setitem(fake.ANSWERS, fake.THREE_CITATIONS, answer)
    page = open_page(**size)
    ask(page, fake.THREE_CITATIONS)
    worked = page.get_by_role("group", name="测算")
    expect(worked.locator("p")).to_have_text(WORKED)
    expect(worked).not_to_contain_text(fake.SUBSIDY_QUOTE)


def test_an_answer_is_read_out_once_and_whole(open_page: OpenPage, site: Site) -> None:
    page = open_page()
    heard = page.locator(".read-out")
    site.pieces.hold()
    send(page, fake.THREE_CITATIONS)
    expect(heard).to_have_text("正在查找依据……")
    site.pieces.let_one_through()
    expect(page.locator(".answer-text")).to_contain_text(fake.MEASURES.title)
    expect(heard).to_have_text("正在查找依据……")
    site.pieces.release()
    expect(heard).to_contain_text(fake.NEWS_QUOTE)
    expect(heard).to_contain_text("请以官方原文为准")
    assert heard.evaluate("(line) => line.getAttribute('role')") == "status"
    assert answer_words(page) == plain(fake.ANSWERS[fake.THREE_CITATIONS])


def focused(page: Page) -> str:
    return str(
        page.evaluate(
            "document.activeElement.dataset.action"
            " ?? document.activeElement.closest('[id]')?.id ?? ''"
        )
    )


@pytest.mark.parametrize("size", [DESKTOP], ids=["desktop"])
def test_tab_goes_from_the_header_through_the_answer_to_the_box(
    open_page: OpenPage, size: dict[str, int]
) -> None:
    page = open_page(**size)
    ask(page, fake.LONG)
    page.get_by_role("button", name="历史对话").focus()
    order = []
    for _ in range(10):
        order.append(focused(page))
        page.keyboard.press("Tab")
    assert order[:2] == ["history", "reset"]
    assert order.index("open") < order.index("copy") < order.index("share") < order.index("thumb")
    expect(page.locator("#question textarea")).to_be_attached()
    assert "question" in [*order, focused(page)]


def test_earlier_answers_do_not_move_while_one_streams(open_page: OpenPage, site: Site) -> None:
    page = open_page()
    ask(page, fake.LAID_OUT)
    site.pieces.hold()
    send(page, fake.THREE_CITATIONS)
    expect(page.locator(".turn")).to_have_count(2)
    fixed = page.locator(".turn").last.locator(".question-text")
    before = fixed.bounding_box(), page.locator("#composer").bounding_box()
    text = page.locator(".turn").last.locator(".answer-text")
    for _ in range(3):
        shown = answer_words(page)
        site.pieces.let_one_through()
        expect(text).to_be_attached()
        expect(text).not_to_have_text(shown)
        assert (fixed.bounding_box(), page.locator("#composer").bounding_box()) == before
    site.pieces.release()
    expect(page.locator(".turn").last).to_have_attribute("aria-busy", "false")
    assert (fixed.bounding_box(), page.locator("#composer").bounding_box()) == before


def test_of_citations_pressed_in_a_row_the_last_one_is_shown(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, fake.THREE_CITATIONS)
    page.evaluate("document.querySelectorAll('.turn .marker').forEach((one) => one.click())")
    expect(page.locator("#evidence")).to_have_attribute("aria-busy", "false")
    assert marked_words(page) == fake.NEWS_QUOTE
