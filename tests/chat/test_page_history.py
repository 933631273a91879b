"""Conversations that the browser keeps."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect

from tests.chat import fake_backend as fake
from tests.chat.conftest import OpenPage, Site
from tests.chat.page_steps import ask, both_sizes, marked_words, open_citation, send

KEY = "policy-answers.conversations"


def open_history(page: Page) -> None:
    page.get_by_role("button", name="历史对话").click()
    expect(page.locator("dialog.history")).to_be_visible()


def begin_anew(page: Page) -> None:
    page.get_by_role("button", name="新对话").click()
    expect(page.locator(".welcome")).to_be_visible()


def reload(page: Page) -> None:
    page.reload()
    page.locator(".welcome").wait_for()


@both_sizes
def test_a_conversation_is_reopened_after_a_reload_and_goes_on(
    open_page: OpenPage, site: Site, size: dict[str, int]
) -> None:
    page = open_page(**size)
    ask(page, fake.THREE_CITATIONS)
    ask(page, fake.NO_ANSWER)
    shown = page.locator(".turn").first.inner_text()
    begin_anew(page)
    ask(page, fake.CLARIFY)
    reload(page)
    open_history(page)
    expect(page.locator(".history-title")).to_have_text([fake.CLARIFY, fake.THREE_CITATIONS])
    page.locator(".history-open").nth(1).click()
    expect(page.locator("dialog.history")).to_be_hidden()
    expect(page.locator(".turn")).to_have_count(2)
    assert page.locator(".turn").first.inner_text() == shown
    page.locator(".turn").first.locator(".marker").first.click()
    expect(page.locator("#evidence")).to_have_attribute("aria-busy", "false")
    assert marked_words(page) == fake.SUBSIDY_QUOTE
    page.keyboard.press("Escape")

    ask(page, fake.LONG)
    expect(page.locator(".turn")).to_have_count(3)
    assert site.backend.histories[-1][:3] == (
        fake.THREE_CITATIONS,
        fake.ANSWERS[fake.THREE_CITATIONS].text,
        fake.NO_ANSWER,
    )
    open_history(page)
    expect(page.locator(".history-title")).to_have_text([fake.THREE_CITATIONS, fake.CLARIFY])


def test_only_the_opened_conversation_is_sent(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, fake.CLARIFY)
    begin_anew(page)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.post_data or ""))
    ask(page, fake.LONG)
    open_history(page)
    page.locator(".history-open", has_text=fake.LONG).click()
    expect(page.locator("dialog.history")).to_be_hidden()
    ask(page, fake.NO_ANSWER)
    # Requests are JSON, in which Chinese may be written out or escaped.
    everything = "".join(sent)
    assert fake.LONG in everything
    assert fake.CLARIFY not in everything
    assert json.dumps(fake.CLARIFY)[1:-1] not in everything


def test_conversations_are_deleted_one_by_one_and_all_at_once(open_page: OpenPage) -> None:
    page = open_page()
    for question in (fake.LONG, fake.CLARIFY, fake.NO_ANSWER):
        ask(page, question)
        begin_anew(page)
    ask(page, fake.HOSTILE)
    open_history(page)
    page.get_by_role("button", name=f"删除对话：{fake.CLARIFY}").click()
    expect(page.locator(".history-title")).to_have_text([fake.HOSTILE, fake.NO_ANSWER, fake.LONG])
    # The open one: what is on the page goes with it.
    page.get_by_role("button", name=f"删除对话：{fake.HOSTILE}").click()
    expect(page.locator(".welcome")).to_be_attached()
    page.get_by_role("button", name="全部删除").click()
    expect(page.locator(".history-title")).to_have_count(2)
    page.get_by_role("button", name="确定全部删除？").click()
    expect(page.locator(".history-empty")).to_be_visible()
    expect(page.get_by_role("button", name="全部删除")).to_be_hidden()
    assert page.evaluate(f"localStorage.getItem('{KEY}')") == "[]"
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="历史对话")).to_be_focused()


def test_escape_closes_the_list_and_leaves_the_evidence_open(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, fake.LONG)
    open_citation(page, 1)
    open_history(page)
    page.keyboard.press("Escape")
    expect(page.locator("dialog.history")).to_be_hidden()
    expect(page.locator("#evidence")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#evidence")).to_be_hidden()


def test_opening_another_conversation_ends_the_answer_that_is_coming(
    open_page: OpenPage, site: Site
) -> None:
    page = open_page()
    ask(page, fake.CLARIFY)
    begin_anew(page)
    site.pieces.hold()
    send(page, fake.THREE_CITATIONS)
    site.pieces.let_one_through()
    expect(page.locator(".answer-text")).to_contain_text(fake.MEASURES.title)
    open_history(page)
    page.locator(".history-open").click()
    expect(page.locator(".question-text")).to_contain_text(fake.CLARIFY)
    site.pieces.release()
    ask(page, fake.LONG)
    expect(page.locator(".turn")).to_have_count(2)
    page.wait_for_function(
        """([key, questions]) => JSON.stringify(JSON.parse(localStorage.getItem(key))
          .map((one) => one.turns.map((turn) => turn.question))) === JSON.stringify(questions)""",
        arg=[KEY, [[fake.CLARIFY, fake.LONG]]],
    )


def test_a_reopened_hostile_conversation_is_plain_text(open_page: OpenPage) -> None:
    page = open_page()
    question = "<img src=x onerror=window.pwned=20>\u202e<script>window.pwned=21</script>"
    ask(page, fake.HOSTILE)
    begin_anew(page)
    send(page, question)
    expect(page.locator(".turn")).to_have_attribute("aria-busy", "false")
    # What lies in the browser's store may have been written by anything.
    page.evaluate(
        """(key) => {
          const kept = JSON.parse(localStorage.getItem(key));
          const hostile = kept.find((one) => one.turns[0].answer.citations.length);
          hostile.title = '<img src=x onerror=window.pwned=22>\\u202e';
          hostile.turns[0].answer.text += '<script>window.pwned=23</script>';
          hostile.turns[0].answer.citations[0].url = 'javascript:window.pwned=24';
          localStorage.setItem(key, JSON.stringify(kept));
        }""",
        KEY,
    )
    reload(page)
    open_history(page)
    expect(page.locator(".history-title").nth(1)).to_have_text(
        "<img src=x onerror=window.pwned=22>[U+202E]"
    )
    assert page.locator("dialog img, dialog script").count() == 0
    page.locator(".history-open").nth(1).click()
    expect(page.locator(".answer-text")).to_contain_text("<script>window.pwned=23</script>")
    assert page.locator("#conversation").locator("script, img, iframe, a").count() == 0
    open_history(page)
    page.locator(".history-open").first.click()
    shown = question.replace("\u202e", "[U+202E]")
    expect(page.locator(".question-text")).to_have_text(f"您的问题：{shown}")
    assert "\u202e" not in page.locator("body").inner_text()


def test_a_damaged_conversation_is_told_and_can_be_deleted(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, fake.LONG)
    page.evaluate(
        """(key) => {
          const kept = JSON.parse(localStorage.getItem(key));
          kept[0].turns[0].answer.status = 'no such status';
          localStorage.setItem(key, JSON.stringify([...kept, {id: 7}, null]));
        }""",
        KEY,
    )
    reload(page)
    open_history(page)
    expect(page.locator(".history-title")).to_have_count(1)
    page.locator(".history-open").click()
    expect(page.locator(".hint")).to_contain_text("记录已损坏")
    open_history(page)
    page.get_by_role("button", name=f"删除对话：{fake.LONG}").click()
    expect(page.locator(".history-empty")).to_be_visible()


def test_a_full_store_loses_the_oldest_and_keeps_the_newest(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, fake.LONG)
    begin_anew(page)
    page.evaluate(
        """(key) => {
          const [one] = JSON.parse(localStorage.getItem(key));
          const many = Array.from({ length: 50 }, (_, number) => (
            { ...one, id: `kept-${number}`, title: `旧对话${number}`, updated: number }));
          localStorage.setItem(key, JSON.stringify(many));
        }""",
        KEY,
    )
    ask(page, fake.CLARIFY)
    page.wait_for_function(
        "([key, title]) => JSON.parse(localStorage.getItem(key))[0].title === title",
        arg=[KEY, fake.CLARIFY],
    )
    kept = page.evaluate(f"JSON.parse(localStorage.getItem('{KEY}'))")
    assert len(kept) == 50
    assert kept[0]["title"] == fake.CLARIFY
    assert "旧对话0" not in [one["title"] for one in kept]
