"""Links that reopen a question, and thumbs."""

from __future__ import annotations

from urllib.parse import parse_qs, quote, urlsplit

from playwright.sync_api import Page, expect

from tests.chat import fake_backend as fake
from tests.chat.conftest import OpenPage, Site
from tests.chat.page_steps import ask, both_sizes


def copied_link(page: Page) -> str:
    page.locator(".turn").last.get_by_role("button", name="分享链接").click()
    expect(page.get_by_role("button", name="链接已复制")).to_be_visible()
    expect(page.locator(".read-out")).to_have_text("链接已复制")
    return str(page.evaluate("navigator.clipboard.readText()"))


def follow(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator(".turn")).to_have_attribute("aria-busy", "false")


def test_a_link_asks_the_same_question_with_its_filters(open_page: OpenPage, site: Site) -> None:
    page = open_page()
    page.locator("#region input").click()
    page.get_by_role("option", name="武昌区").click()
    page.get_by_label("只看现行有效").check()
    ask(page, fake.LONG)
    link = copied_link(page)
    assert link.startswith(site.address)

    other = open_page()
    follow(other, link)
    assert site.backend.asked == [(fake.LONG, "武昌区", True)] * 2
    expect(other.locator("#region input")).to_have_value("武昌区")
    expect(other.get_by_label("只看现行有效")).to_be_checked()
    expect(other.locator(".scope")).to_have_text("范围：武昌区 · 只看现行有效")
    expect(other.locator("#question textarea")).to_have_value("")
    # The question has left the address: loading the page again does not ask again.
    assert other.url.rstrip("?") == site.address
    other.reload()
    other.locator(".welcome").wait_for()
    assert len(site.backend.asked) == 2


def test_a_link_to_a_follow_up_asks_it_as_it_was_understood(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, fake.LAID_OUT)
    first = parse_qs(urlsplit(copied_link(page)).query)
    ask(page, fake.LAID_OUT)
    second = parse_qs(urlsplit(copied_link(page)).query)
    assert first == {"q": [fake.LAID_OUT]}
    assert second == {"q": [fake.ANSWERS[fake.LAID_OUT].understood]}


def test_a_hostile_link_is_plain_text(open_page: OpenPage, site: Site) -> None:
    page = open_page()
    question = '"><img src=x onerror=window.pwned=30>\u202e<script>window.pwned=31</script>${1+1}'
    region = "<img src=x onerror=window.pwned=32>"
    page.goto(f"{site.address}?q={quote(question)}&region={quote(region)}")
    shown = question.replace("\u202e", "[U+202E]")
    expect(page.locator(".hint")).to_contain_text(f"“{region}”目前没有文件")
    page.locator("#question textarea").press("Enter")
    expect(page.locator(".question-text")).to_have_text(f"您的问题：{shown}")
    assert page.locator("#conversation img, #composer img, #conversation script").count() == 0
    assert "\u202e" not in page.locator("body").inner_text()
    assert site.backend.asked == [(question, None, False)]


def test_a_question_whose_region_is_gone_waits_to_be_sent(open_page: OpenPage, site: Site) -> None:
    page = open_page()
    page.goto(f"{site.address}?q={quote(fake.LONG)}&region={quote('江夏区')}&in_force=1")
    expect(page.locator(".hint")).to_contain_text("链接中的地区“江夏区”目前没有文件")
    expect(page.locator("#question textarea")).to_have_value(fake.LONG)
    assert site.backend.asked == []
    page.locator("#question textarea").press("Enter")
    expect(page.locator(".turn")).to_have_attribute("aria-busy", "false")
    assert site.backend.asked == [(fake.LONG, None, True)]


def test_a_link_that_cannot_be_asked_is_told(open_page: OpenPage, site: Site) -> None:
    page = open_page()
    page.goto(f"{site.address}?q={quote('问' * 1001)}")
    expect(page.locator("#question textarea")).to_have_value("问" * 1001)
    expect(page.locator(".hint")).to_contain_text("超过了 1000 字的上限")
    page.goto(f"{site.address}?region={quote('江夏区')}")
    expect(page.locator(".welcome")).to_be_visible()
    assert site.backend.asked == []


def test_copying_works_without_a_clipboard(open_page: OpenPage) -> None:
    page = open_page()
    page.evaluate("Object.defineProperty(window, 'isSecureContext', { value: false })")
    ask(page, fake.LAID_OUT)
    page.get_by_role("button", name="复制工单用语").click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == fake.ANSWERS[fake.LAID_OUT].ticket
    page.evaluate("document.execCommand = () => false")
    page.get_by_role("button", name="分享链接").click()
    expect(page.locator(".toast")).to_have_text("浏览器不允许复制，请选中文字手动复制。")


def thumb(page: Page, name: str) -> None:
    page.locator(".turn").last.get_by_role("button", name=name, exact=True).click()


@both_sizes
def test_thumbs_are_handed_on_and_stay_pressed(
    open_page: OpenPage, site: Site, size: dict[str, int]
) -> None:
    page = open_page(**size)
    ask(page, fake.LONG)
    thumb(page, "有用")
    expect(page.locator(".toast")).to_have_text("感谢您的反馈。")
    up = page.locator(".turn").first.locator("[data-up=true]")
    expect(up).to_have_attribute("aria-pressed", "true")
    assert site.backend.rated == [(fake.LONG, True, "")]

    ask(page, fake.NO_ANSWER)
    expect(up).to_have_attribute("aria-pressed", "true")
    thumb(page, "没有用")
    dialog = page.get_by_role("dialog", name="这个回答哪里不合适？")
    dialog.get_by_label("内容不准确").check()
    dialog.get_by_label("补充说明").fill("应为<b>30%</b>")
    dialog.get_by_role("button", name="提交反馈").click()
    expect(dialog).to_be_hidden()
    down = page.locator(".turn").last.locator("[data-up=false]")
    expect(down).to_have_attribute("aria-pressed", "true")
    expect(down).to_be_focused()
    assert site.backend.rated[1:] == [(fake.NO_ANSWER, False, "内容不准确：应为<b>30%</b>")]

    page.reload()
    page.locator(".welcome").wait_for()
    page.get_by_role("button", name="历史对话").click()
    page.locator(".history-open").click()
    expect(down).to_have_attribute("aria-pressed", "true")
    expect(up).to_have_attribute("aria-pressed", "true")
    thumb(page, "有用")
    expect(down).to_have_attribute("aria-pressed", "false")
    assert site.backend.rated[-1] == (fake.NO_ANSWER, True, "")


def test_a_thumb_down_needs_no_reason_and_can_be_taken_back(
    open_page: OpenPage, site: Site
) -> None:
    page = open_page()
    ask(page, fake.LONG)
    thumb(page, "没有用")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.reasons")).to_be_hidden()
    assert site.backend.rated == []
    thumb(page, "没有用")
    page.get_by_role("button", name="提交反馈").click()
    expect(page.locator(".toast")).to_have_text("感谢您的反馈。")
    assert site.backend.rated == [(fake.LONG, False, "")]


def test_a_thumb_that_was_not_noted_is_told(open_page: OpenPage, site: Site) -> None:
    page = open_page()
    ask(page, fake.LONG)
    site.backend.forgetful = True
    thumb(page, "有用")
    expect(page.locator(".toast")).to_have_text("反馈没有提交成功，请再试一次。")
    expect(page.locator("[data-up=true]")).to_have_attribute("aria-pressed", "false")
