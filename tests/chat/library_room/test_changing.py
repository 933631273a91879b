"""Editing, withdrawing and restoring, also when somebody else was faster."""

from __future__ import annotations

from dataclasses import replace

from playwright.sync_api import Page, expect

from records import DocumentState
from tests.chat.library.library_service import STAFF
from tests.chat.library_room.conftest import OpenLibrary
from tests.chat.library_room.library_page import LibrarySite


def open_document(page: Page, title: str) -> None:
    page.get_by_role("button", name=title, exact=True).click()
    expect(page.locator(".reader-title")).to_have_text(title)


def test_metadata_is_edited_and_seen_at_once(open_library: OpenLibrary, site: LibrarySite) -> None:
    page = open_library()
    open_document(page, "贷款贴息细则")
    page.get_by_role("button", name="修改信息").click()
    form = page.locator("#library-form")
    form.locator("[name=doc_number]").fill("阳政〔2026〕1号")
    form.locator("[name=text_kind]").select_option("digest")
    form.get_by_role("button", name="保存修改").click()
    expect(page.locator(".facts")).to_contain_text("阳政〔2026〕1号")
    expect(page.locator(".reader-badges")).to_contain_text("摘要")
    expect(form.locator("form")).to_have_count(0)
    page.get_by_role("button", name="返回列表").first.click()
    expect(page.locator("tr", has_text="贷款贴息细则")).to_contain_text("阳政〔2026〕1号")
    noted = site.room.audit.entries[-1]
    assert (noted.action, noted.subject, noted.actor) == ("edit", "loan", site.actor)


def test_a_stale_edit_names_both_versions_and_keeps_what_was_typed(
    open_library: OpenLibrary, site: LibrarySite
) -> None:
    page = open_library()
    open_document(page, "贷款贴息细则")
    page.get_by_role("button", name="修改信息").click()
    form = page.locator("#library-form")
    form.locator("[name=title]").fill("贷款贴息实施细则")
    seen = site.room.version("loan")
    now = replace(site.room.service.metadata("loan"), title="贴息细则", region="江夏区")
    site.room.service.edit("loan", now, seen, STAFF)
    form.get_by_role("button", name="保存修改").click()
    refusal = form.get_by_role("alert")
    expect(refusal).to_contain_text(f"版本 {seen}")
    expect(refusal).to_contain_text(f"版本 {site.room.version('loan')}")
    expect(refusal).to_contain_text("已有他人修改了它")
    expect(refusal).to_contain_text("下面已重新打开现在的版本")
    expect(form.locator("[name=title]")).to_have_value("贷款贴息实施细则")
    expect(form.locator(".field-title .field-now")).to_contain_text("贴息细则")
    expect(form.locator("[name=region]")).to_have_value("江夏区")
    assert site.room.beside.stored("loan").title == "贴息细则"
    form.get_by_role("button", name="保存修改").click()
    expect(page.locator(".reader-title")).to_have_text("贷款贴息实施细则")
    stored = site.room.beside.stored("loan")
    assert (stored.title, stored.region) == ("贷款贴息实施细则", "江夏区")


def test_after_a_stale_edit_one_can_look_at_what_is_there_now(
    open_library: OpenLibrary, site: LibrarySite
) -> None:
    page = open_library()
    open_document(page, "贷款贴息细则")
    page.get_by_role("button", name="修改信息").click()
    form = page.locator("#library-form")
    form.locator("[name=title]").fill("贷款贴息实施细则")
    now = replace(site.room.service.metadata("loan"), title="贴息细则")
    site.room.service.edit("loan", now, site.room.version("loan"), STAFF)
    form.get_by_role("button", name="保存修改").click()
    form.get_by_role("button", name="不要我填写的").click()
    expect(form.locator("[name=title]")).to_have_value("贴息细则")
    expect(form.get_by_role("alert")).to_have_count(0)
    assert site.room.beside.stored("loan").title == "贴息细则"


def test_an_ended_session_refuses_and_keeps_what_was_typed(
    open_library: OpenLibrary, site: LibrarySite
) -> None:
    page = open_library()
    open_document(page, "贷款贴息细则")
    page.get_by_role("button", name="修改信息").click()
    form = page.locator("#library-form")
    form.locator("[name=title]").fill("贷款贴息实施细则")
    site.desk.sessions.end(site.token)
    form.get_by_role("button", name="保存修改").click()
    expect(page.get_by_text("请先登录").first).to_be_visible()
    expect(form.locator("[name=title]")).to_have_value("贷款贴息实施细则")
    expect(form.get_by_role("button", name="保存修改")).to_be_enabled()
    assert site.room.beside.stored("loan").title == "贷款贴息细则"


def test_withdrawing_asks_first_and_can_be_undone(
    open_library: OpenLibrary, site: LibrarySite
) -> None:
    page = open_library()
    open_document(page, "人才住房通知")
    withdraw = page.get_by_role("button", name="撤下", exact=True)
    withdraw.click()
    expect(page.get_by_role("alertdialog")).to_contain_text("之后可以恢复")
    page.keyboard.press("Escape")
    expect(page.get_by_role("alertdialog")).to_be_hidden()
    expect(withdraw).to_be_focused()
    assert site.room.beside.stored("housing").state is DocumentState.CURRENT
    withdraw.click()
    page.get_by_role("button", name="撤下《人才住房通知》").click()
    expect(page.locator(".reader-badges")).to_contain_text("已撤下")
    assert site.room.beside.stored("housing").state is DocumentState.WITHDRAWN
    page.get_by_role("button", name="返回列表").first.click()
    expect(page.locator(".library-count")).to_have_text("共 2 份文件")
    page.get_by_label("版本", exact=True).select_option("withdrawn")
    open_document(page, "人才住房通知")
    page.get_by_role("button", name="恢复", exact=True).click()
    page.get_by_role("button", name="恢复《人才住房通知》").click()
    expect(page.get_by_role("button", name="撤下", exact=True)).to_be_visible()
    assert site.room.beside.stored("housing").state is DocumentState.CURRENT


def test_two_who_withdraw_at_once_are_both_told(
    open_library: OpenLibrary, site: LibrarySite
) -> None:
    page = open_library()
    open_document(page, "人才住房通知")
    site.room.service.withdraw("housing", site.room.version("housing"), STAFF)
    page.get_by_role("button", name="撤下", exact=True).click()
    page.get_by_role("button", name="撤下《人才住房通知》").click()
    expect(page.locator("#library-heading").get_by_role("alert")).to_contain_text(
        "已有他人修改了它"
    )
    expect(page.locator(".reader-badges")).to_contain_text("已撤下")
