"""The table and the open document, as anybody uses them."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.chat.library.library_service import RENT, STAFF, form
from tests.chat.library_room.conftest import OpenLibrary
from tests.chat.library_room.library_page import LibrarySite, load_anew
from tests.library_storage import NEWER

PHONE = {"width": 390, "height": 844}


def titles(page: Page) -> list[str]:
    return page.locator(".document-title").all_inner_texts()


def open_document(page: Page, title: str) -> None:
    page.get_by_role("button", name=title, exact=True).click()
    expect(page.locator(".reader-title")).to_have_text(title)


def test_search_finds_by_the_words_of_the_title(open_library: OpenLibrary) -> None:
    page = open_library(staff=False)
    expect(page.locator(".library-count")).to_have_text("共 3 份文件")
    assert titles(page) == ["人才住房通知", "贷款贴息细则", "算力服务券办法"]
    page.get_by_label("搜索文件").fill("贴息")
    expect(page.locator(".library-count")).to_have_text("1 份符合条件，共 3 份")
    assert titles(page) == ["贷款贴息细则"]
    page.get_by_label("搜索文件").fill("没有这个")
    expect(page.locator(".nothing")).to_have_text("没有符合条件的文件。")
    page.get_by_role("button", name="清除条件").click()
    expect(page.locator(".document-title")).to_have_count(3)
    expect(page.get_by_label("搜索文件")).to_be_focused()


def test_search_finds_by_the_words_of_the_text_after_those_of_the_title(
    open_library: OpenLibrary, site: LibrarySite
) -> None:
    text = RENT.replace("补贴期限", "参照人才住房，补贴期限")
    site.room.service.save(site.room.stage(text).token, form(published="2026-05-30"), STAFF)
    page = open_library(staff=False)
    page.get_by_label("搜索文件").fill("人才住房")
    expect(page.locator(".document-title")).to_have_text(["人才住房通知", "场地补贴办法"])
    expect(page.locator(".in-text")).to_have_text(["正文提到“人才住房”"])
    page.get_by_label("搜索文件").fill("场地 人才")
    expect(page.locator(".document-title")).to_have_text(["场地补贴办法"])


_TYPE = """async (field) => {
  for (const words of ["贴息", "算力", "人才"]) {
    field.value = words;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
    await new Promise((done) => setTimeout(done));
    await new Promise((done) => setTimeout(done));
  }
}"""


def test_of_searches_in_a_row_the_last_one_is_shown(open_library: OpenLibrary) -> None:
    page = open_library(staff=False)
    page.get_by_label("搜索文件").evaluate(_TYPE)
    expect(page.locator(".document-title")).to_have_text(["人才住房通知"])


def test_of_documents_opened_in_a_row_the_last_one_is_shown(open_library: OpenLibrary) -> None:
    page = open_library(staff=False)
    page.evaluate("document.querySelectorAll('.document-title').forEach((one) => one.click())")
    expect(page.locator(".reader-title")).to_have_text("算力服务券办法")
    expect(page.locator(".document-text")).to_contain_text("最高20万元")


def test_filters_narrow_each_other(open_library: OpenLibrary) -> None:
    page = open_library(staff=False)
    page.get_by_label("地区", exact=True).select_option("汉阳区")
    expect(page.locator(".document-title")).to_have_count(2)
    page.get_by_label("类型", exact=True).select_option(label="办法")
    expect(page.locator(".document-title")).to_have_text(["贷款贴息细则"])
    page.get_by_label("有效性", exact=True).select_option(label="有效期起止未注明")
    expect(page.locator(".document-title")).to_have_count(0)
    page.get_by_label("类型", exact=True).select_option("")
    expect(page.locator(".document-title")).to_have_text(["人才住房通知"])


def test_headers_sort_by_mouse_and_by_keyboard(open_library: OpenLibrary) -> None:
    page = open_library(staff=False)
    header = page.get_by_role("columnheader", name="标题")
    header.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(header).to_have_attribute("aria-sort", "ascending")
    assert titles(page) == ["贷款贴息细则", "人才住房通知", "算力服务券办法"]
    page.keyboard.press("Enter")
    expect(header).to_have_attribute("aria-sort", "descending")
    assert titles(page) == ["算力服务券办法", "人才住房通知", "贷款贴息细则"]
    page.get_by_role("button", name="段落").click()
    expect(page.get_by_role("columnheader", name="段落")).to_have_attribute(
        "aria-sort", "descending"
    )
    assert titles(page)[-1] == "贷款贴息细则"


def test_a_document_opens_with_its_outline_and_returns_to_its_row(
    open_library: OpenLibrary,
) -> None:
    page = open_library(height=300, staff=False)
    title = page.get_by_role("button", name="算力服务券办法")
    title.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".reader-title")).to_have_text("算力服务券办法")
    expect(page.locator(".reader-title")).to_be_focused()
    expect(page.locator(".facts")).to_contain_text("2026-12-31")
    clause = page.get_by_role("button", name="第二条")
    clause.focus()
    page.keyboard.press("Enter")
    line = page.locator(".line-reached")
    expect(line).to_have_text("第二条 补助期限不超过三年。")
    expect(line).to_be_focused()
    expect(line).to_be_in_viewport()
    page.get_by_role("button", name="返回列表").click()
    expect(title).to_be_focused()


def test_a_question_that_the_document_answers_is_put_in_the_chat(
    open_library: OpenLibrary, site: LibrarySite
) -> None:
    (answered, *_) = [*site.room.service.questions("voucher")][-1]
    page = open_library(staff=False)
    open_document(page, "算力服务券办法")
    page.get_by_role("button", name=answered).click()
    box = page.locator("#question textarea")
    expect(box).to_be_visible()
    expect(box).to_have_value(answered)
    expect(box).to_be_focused()
    box.press("Enter")
    expect(page.locator(".answer-text")).to_be_visible()


def test_questions_come_without_moving_what_is_below(
    open_library: OpenLibrary, site: LibrarySite, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = tuple(f"第{n}个相当长的关于算力服务券补助期限和补助比例的问题？" for n in range(5))
    go_on = threading.Event()

    def slowly(document_id: str) -> Iterator[tuple[str, ...]]:
        if document_id != "voucher":
            yield ("住房补贴多少？",)
            return
        yield found[:1]
        go_on.wait(60)
        yield found

    monkeypatch.setattr(site.room.service, "questions", slowly)
    for size in ({}, PHONE):
        page = open_library(**size, staff=False)
        go_on.clear()
        open_document(page, "算力服务券办法")
        expect(page.locator(".question-chip")).to_have_count(1)
        text = page.locator(".reader-columns")
        before = text.bounding_box()
        go_on.set()
        expect(page.locator(".question-chip")).to_have_count(5)
        expect(page.locator(".questions")).to_have_attribute("aria-busy", "false")
        assert text.bounding_box() == before
        # Who goes on to another document does not wait for the questions of the first.
        go_on.clear()
        page.get_by_role("button", name="返回列表").first.click()
        open_document(page, "算力服务券办法")
        expect(page.locator(".question-chip")).to_have_count(1)
        page.get_by_role("button", name="返回列表").first.click()
        open_document(page, "人才住房通知")
        expect(page.locator(".question-chip")).to_have_text(["住房补贴多少？"])
        go_on.set()


def test_old_versions_are_listed_and_marked(open_library: OpenLibrary, site: LibrarySite) -> None:
    staged = site.room.stage(NEWER, "算力券.md")
    site.room.service.replace(
        "voucher",
        staged.token,
        form(title="算力服务券办法（修订）"),
        site.room.version("voucher"),
        STAFF,
    )
    page = open_library(staff=False)
    open_document(page, "算力服务券办法（修订）")
    versions = page.locator(".version")
    expect(versions).to_have_count(2)
    expect(versions.first).to_contain_text("现行版本")
    versions.nth(1).click()
    expect(page.locator(".reader-title")).to_have_text("算力服务券办法")
    expect(page.locator(".reader-badges")).to_contain_text("旧版本")
    expect(page.locator("#library-reader .notice")).to_contain_text("已被新版本替代")
    # Those of the version that was left may still come in; they are kept out of sight.
    expect(page.locator(".questions")).to_be_hidden()
    page.get_by_role("button", name="打开现行版本").click()
    expect(page.locator(".document-text")).to_contain_text("补助期限不超过五年")


def test_the_official_address_is_a_link(open_library: OpenLibrary, site: LibrarySite) -> None:
    url = "https://www.wuhan.gov.cn/a"
    site.room.service.save(site.room.stage().token, form(url=url), STAFF)
    page = open_library(staff=False)
    open_document(page, "场地补贴办法")
    link = page.locator("#library-reader a")
    expect(link).to_have_attribute("href", url)
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(link).to_have_text("查看官方原文 ↗")
    page.get_by_role("button", name="返回列表").first.click()
    open_document(page, "贷款贴息细则")
    expect(link).to_have_count(0)


def test_on_a_phone_rows_are_cards_and_can_be_sorted(open_library: OpenLibrary) -> None:
    page = open_library(**PHONE, staff=False)
    expect(page.locator(".documents thead")).to_be_hidden()
    page.get_by_label("排序", exact=True).select_option(label="排序 标题 ↑")
    expect(page.locator(".document-title").first).to_have_text("贷款贴息细则")
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    open_document(page, "贷款贴息细则")
    expect(page.locator(".outline details")).not_to_have_attribute("open", "")
    assert page.evaluate("document.querySelector('#library-reader').scrollWidth") <= PHONE["width"]


def test_nobody_but_staff_sees_controls_or_what_was_withdrawn(
    open_library: OpenLibrary, site: LibrarySite
) -> None:
    site.room.service.withdraw("loan", site.room.version("loan"), STAFF)
    page = open_library(staff=False)
    expect(page.locator(".library-count")).to_have_text("共 2 份文件")
    page.get_by_label("版本", exact=True).select_option("all")
    expect(page.locator(".document-title")).to_have_count(2)
    assert page.get_by_role("button", name="上传文件").count() == 0
    open_document(page, "人才住房通知")
    for name in ("修改信息", "替换为新版本", "撤下"):
        assert page.get_by_role("button", name=name).count() == 0
    assert page.locator("input[type=file]").count() == 0


def test_what_others_change_appears_by_itself(open_library: OpenLibrary, site: LibrarySite) -> None:
    page = open_library()
    site.room.service.save(site.room.stage().token, form(), STAFF)
    expect(page.get_by_role("button", name="场地补贴办法")).to_be_visible()
    expect(page.locator(".library-count")).to_have_text("共 4 份文件")


def test_an_idle_page_asks_every_second_whether_something_changed(
    open_library: OpenLibrary, site: LibrarySite
) -> None:
    page = open_library(staff=False)
    page.clock.install()
    load_anew(page)
    for _ in range(2):
        with page.expect_response("**/component_server/"):
            page.clock.run_for(1500)
    site.room.service.save(site.room.stage().token, form(), STAFF)
    page.clock.run_for(1500)
    expect(page.get_by_role("button", name="场地补贴办法")).to_be_visible()


def test_an_english_browser_gets_english(open_library: OpenLibrary) -> None:
    page = open_library(staff=True, locale="en-US")
    expect(page.locator(".library-count")).to_have_text("3 documents")
    open_document(page, "算力服务券办法")
    expect(page.get_by_role("button", name="Edit details")).to_be_visible()
    shown = page.locator(".library-title, .library-count, .reader-actions").all_text_contents()
    assert not any("\u4e00" <= sign <= "\u9fff" for sign in "".join(shown))
