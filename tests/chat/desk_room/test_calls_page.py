"""A call with more than one question: what was asked before in it is understood, and only that."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from chat.journal import Channel
from records import Answer
from tests.chat.conftest import PATIENCE_SECONDS
from tests.chat.desk_room.conftest import ADMIN, DeskSite, open_desk_page, records

FIRST = "算力服务券最高补多少？"
FOLLOW_UP = "最多几年？"
UNDERSTOOD = "算力服务券最多几年"


def type_on(page: Page, question: str) -> None:
    """Type as staff do, over whatever is selected, and wait for the answer."""
    page.locator("#call-question").press_sequentially(question)
    expect(page.locator(".call-answer")).to_have_attribute("data-asked", question)


def finish(page: Page, question: str) -> None:
    type_on(page, question)
    page.locator("#call-question").press("Enter")
    expect(page.locator("#call-question")).to_have_value("")


def test_a_follow_up_is_understood_from_the_question_before(
    desk_page: Page, desk_site: DeskSite
) -> None:
    page = desk_page
    finish(page, FIRST)
    expect(page.locator(".call-turns li")).to_have_text([FIRST])
    expect(page.locator(".aloud-text")).to_contain_text("20万元")  # it can still be read aloud
    type_on(page, FOLLOW_UP)
    expect(page.locator(".call-understood")).to_have_text(f"已理解为：{UNDERSTOOD}")
    page.keyboard.press("Alt+c")
    expect(page.locator("[data-kind=ticket]")).to_have_text("已复制")
    follow_up, first = records(desk_site, 2)
    assert (first.question, follow_up.question) == (FIRST, FOLLOW_UP)
    assert follow_up.understood == UNDERSTOOD
    assert follow_up.conversation == first.conversation
    assert {first.channel, follow_up.channel} == {Channel.DESK}


def test_a_follow_up_is_approved_as_it_was_understood(desk_page: Page, desk_site: DeskSite) -> None:
    page = desk_page
    finish(page, FIRST)
    type_on(page, FOLLOW_UP)
    page.get_by_role("button", name="批准此答复").click()
    page.locator(".review-mark").wait_for()
    (approved,) = desk_site.desk.approvals.all()
    assert approved.questions == (UNDERSTOOD,)


@pytest.mark.parametrize("emptied_by", ["typing over", "deleting"])
def test_a_question_that_was_written_down_is_finished_by_the_next(
    desk_page: Page, emptied_by: str
) -> None:
    page = desk_page
    type_on(page, FIRST)
    page.keyboard.press("Alt+c")  # used, and so written down
    page.locator("#call-question").press("Control+a")
    if emptied_by == "deleting":
        page.keyboard.press("Backspace")
    type_on(page, FOLLOW_UP)
    expect(page.locator(".call-understood")).to_contain_text(UNDERSTOOD)


def test_what_is_copied_is_written_down_before_the_clipboard_answers(desk_page: Page) -> None:
    page = desk_page
    page.evaluate("() => { navigator.clipboard.writeText = () => new Promise(() => {}) }")
    type_on(page, FIRST)
    page.keyboard.press("Alt+c")
    page.locator("#call-question").press("Control+a")
    page.keyboard.press("Backspace")
    type_on(page, FOLLOW_UP)
    expect(page.locator(".call-understood")).to_contain_text(UNDERSTOOD)


def test_a_copy_that_fails_is_said_to_have_failed(desk_page: Page) -> None:
    page = desk_page
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'));"
        " document.execCommand = () => false; }"
    )
    type_on(page, FIRST)
    page.keyboard.press("Alt+c")
    expect(page.locator("[data-kind=ticket]")).to_have_text("没能复制")


def test_a_draft_is_no_question_of_the_call(desk_page: Page, desk_site: DeskSite) -> None:
    page = desk_page
    type_on(page, "人才住房租房补贴多少")
    page.locator("#call-question").press("Control+a")
    type_on(page, FOLLOW_UP)
    expect(page.locator(".call-understood")).to_have_count(0)
    expect(page.locator(".call-turns li")).to_have_count(0)
    assert desk_site.desk.journal.newest() == []


def test_a_new_call_knows_nothing_of_the_one_before(desk_page: Page, desk_site: DeskSite) -> None:
    page = desk_page
    finish(page, FIRST)
    page.keyboard.press("Alt+n")
    expect(page.locator(".call-turns")).to_be_hidden()
    expect(page.locator(".desk-hint")).to_be_visible()
    type_on(page, FOLLOW_UP)
    expect(page.locator(".call-understood")).to_have_count(0)
    page.locator("#call-question").press("Enter")
    page.keyboard.press("Alt+n")
    finish(page, FIRST)  # the same words from another caller are another question
    expect(page.locator(".call-turns li")).to_have_count(1)
    newest, follow_up, first = records(desk_site, 3)
    assert follow_up.understood == ""
    assert len({newest.conversation, follow_up.conversation, first.conversation}) == 3


def test_another_desk_knows_nothing_of_this_call(
    desk_page: Page, desk_site: DeskSite, browser: Browser
) -> None:
    finish(desk_page, FIRST)
    for name in (ADMIN, "wang"):
        other = open_desk_page(browser, desk_site, name)
        type_on(other, FOLLOW_UP)
        expect(other.locator(".call-understood")).to_have_count(0)
        other.context.close()
    type_on(desk_page, FOLLOW_UP)
    expect(desk_page.locator(".call-understood")).to_contain_text(UNDERSTOOD)


def test_what_was_typed_while_an_answer_was_coming_is_answered_last(
    desk_page: Page, desk_site: DeskSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, answering = desk_page, desk_site.desk.answering
    answer, go_on, asked = answering.answer, threading.Event(), list[str]()

    def held(question: str, **given: Any) -> Answer:
        asked.append(question)
        assert go_on.wait(PATIENCE_SECONDS)
        return answer(question, **given)

    monkeypatch.setattr(answering, "answer", held)
    box = page.locator("#call-question")
    with page.expect_request("**/queue/join*"):
        box.press_sequentially("算力")
    for length in range(3, len(FIRST) + 1):
        box.fill(FIRST[:length])
        box.dispatch_event("change")
    go_on.set()
    expect(page.locator(".call-answer")).to_have_attribute("data-asked", FIRST)
    expect(page.locator("#desk-answer")).not_to_have_attribute("aria-busy", "true")
    assert asked[-1] == FIRST
    assert len(asked) < 4  # most of what was half typed was never looked for


def test_a_failure_does_not_keep_the_next_question_from_being_asked(
    desk_page: Page, desk_site: DeskSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(question: str, **_: Any) -> Answer:
        raise RuntimeError(question)

    with monkeypatch.context() as patched:
        patched.setattr(desk_site.desk.answering, "answer", broken)
        desk_page.locator("#call-question").press_sequentially(FIRST)
        expect(desk_page.locator(".desk-hint")).to_contain_text("暂时无法回答")
    desk_page.locator("#call-question").press("Backspace")
    expect(desk_page.locator(".call-answer")).to_have_attribute("data-asked", FIRST[:-1])


def test_a_choice_is_taken_in_the_same_call(desk_page: Page, desk_site: DeskSite) -> None:
    page = desk_page
    finish(page, FIRST)
    page.evaluate(
        "document.dispatchEvent(new CustomEvent('desk:ask', {detail: {question: '最多几年？'}}))"
    )
    expect(page.locator(".call-understood")).to_contain_text(UNDERSTOOD)
    expect(page.locator("#call-question")).to_have_value(FOLLOW_UP)
    assert [one.question for one in records(desk_site, 1)] == [FIRST]
