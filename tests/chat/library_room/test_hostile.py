"""A document that is out to do harm is plain text in every view of the room."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from chat.library.fetching import PageFetcher
from tests.chat.library_room.conftest import OpenLibrary
from tests.chat.library_room.library_page import LibrarySite
from tests.chat.library_room.test_intake import save, upload

SCRIPT = "<script>window.pwned=1</script>"
IMAGE = '"><img src=x onerror=window.pwned=2>'
LINK = "[点这里](javascript:window.pwned=3)"
REVERSED = "\u202e反\u202c"
TEMPLATE = "${window.pwned=4} {{window.pwned}} `"
TITLE = f"办法{SCRIPT}{IMAGE}{LINK}{REVERSED}"
SHOWN_TITLE = TITLE.replace("\u202e", "[U+202E]").replace("\u202c", "[U+202C]")
TEXT = (
    f"# {TITLE}\n\n第一条 {SCRIPT} 每年补贴{TEMPLATE}300元。\n\n"
    f"第二条 {IMAGE}{LINK}\n\n第三条 {REVERSED}<svg onload=window.pwned=5>\n"
)
FILE_NAME = f"<img src=x onerror=window.pwned=6> {REVERSED}.md"
REGION = f"江城{IMAGE}"


def hold_no_markup(page: Page) -> None:
    room = page.locator("#library-room")
    assert room.locator("script, img, svg, iframe, b").count() == 0
    assert page.locator("#library-room a[href^='javascript']").count() == 0
    assert "\u202e" not in room.inner_html()
    assert page.evaluate("window.pwned") is None


def field(page: Page, name: str) -> Locator:
    return page.locator(f"#library-staged [name={name}]")


def test_a_hostile_document_is_text_everywhere(
    open_library: OpenLibrary, site: LibrarySite
) -> None:
    page = open_library()
    upload(page, (FILE_NAME, TEXT.encode()), (f"{IMAGE}.doc", b"x"))
    expect(page.locator(".file-failed")).to_contain_text(f"{IMAGE}.doc")
    expect(page.locator(".form-file")).to_have_text(
        FILE_NAME.replace("\u202e", "[U+202E]").replace("\u202c", "[U+202C]")
    )
    expect(field(page, "title")).to_have_value(SHOWN_TITLE)
    hold_no_markup(page)

    for name, value in (
        ("url", "javascript:window.pwned=7"),
        ("region", REGION),
        ("issuing_body", SCRIPT),
        ("doc_number", IMAGE),
        ("date_notes", LINK),
        ("id", "hostile"),
    ):
        field(page, name).fill(value)
    save(page)
    expect(page.locator(".field-problem")).to_have_count(1)
    expect(page.locator(".field-url .field-problem")).to_be_visible()
    hold_no_markup(page)
    field(page, "url").fill('https://x.gov.cn/"onmouseover=window.pwned=8')
    save(page)
    expect(page.locator(".file-document")).to_contain_text(SHOWN_TITLE)
    expect(page.locator(".file-document .badge")).to_have_text("已保存")
    hold_no_markup(page)
    assert site.room.beside.stored("hostile").title == TITLE

    page.locator("#library-uploads [data-action=back]").click()
    row = page.locator("tr", has_text="hostile").or_(page.locator("tr", has_text=SHOWN_TITLE))
    expect(row).to_contain_text(REGION)
    expect(row).to_contain_text(SCRIPT)
    expect(page.get_by_label("地区", exact=True)).to_contain_text(REGION)
    hold_no_markup(page)
    page.get_by_label("地区", exact=True).select_option(REGION)
    expect(page.locator(".document-title")).to_have_text([SHOWN_TITLE])

    row.get_by_role("button").click()
    expect(page.locator(".reader-title")).to_have_text(SHOWN_TITLE)
    lines = "\n".join(page.locator(".line").all_text_contents())
    for said in (SCRIPT, IMAGE, LINK, TEMPLATE, "[U+202E]反[U+202C]<svg onload=window.pwned=5>"):
        assert said in lines
    expect(page.locator(".facts")).to_contain_text(LINK)
    expect(page.locator(".questions")).to_have_attribute("aria-busy", "false")
    page.locator("#library-document a, .reader-actions a").first.hover()
    page.get_by_role("button", name="撤下", exact=True).click()
    expect(page.locator(".confirm")).to_contain_text(SHOWN_TITLE)
    page.get_by_role("button", name="取消").click()
    page.get_by_role("button", name="修改信息").click()
    expect(page.locator("#library-form .form-heading")).to_contain_text(SHOWN_TITLE)
    hold_no_markup(page)
    page.locator("#library-form [name=doc_number]").fill("1号")
    page.get_by_role("button", name="保存修改").click()
    expect(page.locator(".facts")).to_contain_text("1号")
    # What was left alone is kept to the letter, although it was shown otherwise.
    assert site.room.beside.stored("hostile").title == TITLE
    page.get_by_role("button", name="替换为新版本").click()
    expect(page.locator("#library-uploads .notice")).to_contain_text(SHOWN_TITLE)
    hold_no_markup(page)


def test_a_hostile_address_is_shown_as_text(open_library: OpenLibrary, site: LibrarySite) -> None:
    site.room.service._fetch = PageFetcher()
    page = open_library()
    page.get_by_role("button", name="上传文件").click()
    page.get_by_label("网页地址").fill(f"javascript:{IMAGE}")
    page.get_by_role("button", name="按网址添加").click()
    expect(page.locator(".file-failed")).to_contain_text(IMAGE)
    hold_no_markup(page)
