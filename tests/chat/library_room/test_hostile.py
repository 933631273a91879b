"""A document that is out to do harm is plain text in every view of the room."""

from __future__ import annotations

from dataclasses import replace

import yaml
from playwright.sync_api import Locator, Page, expect

from chat.access import COOKIE
from chat.accounts import Accounts, Role
from chat.audit import AuditEntry
from chat.clock import utc_now
from chat.library.fetching import PageFetcher
from tests.chat.library.library_service import STAFF
from tests.chat.library_room.conftest import OpenLibrary
from tests.chat.library_room.library_page import PASSWORD, LibrarySite, load_anew
from tests.chat.library_room.test_intake import save, upload

SCRIPT = "<script>window.pwned=1</script>"
IMAGE = '"><img src=x onerror=window.pwned=2>'
LINK = "[点这里](javascript:window.pwned=3)"
REVERSED = "\u202e反\u202c"
TEMPLATE = "${window.pwned=4} {{window.pwned}} `"
TITLE = f"办法{SCRIPT}{IMAGE}{LINK}{REVERSED}"
SHOWN_TITLE = TITLE.replace("\u202e", "[U+202E]").replace("\u202c", "[U+202C]")
HEADING = f"第二章 {SCRIPT}{IMAGE}{REVERSED}"
TEXT = (
    f"# {TITLE}\n\n第一条 {SCRIPT} 每年补贴{TEMPLATE}300元。\n\n"
    f"## {HEADING}\n\n第二条 {IMAGE}{LINK}\n\n第三条 {REVERSED}<svg onload=window.pwned=5>\n"
)
FILE_NAME = f"<img src=x onerror=window.pwned=6> {REVERSED}.md"
REGION = f"江城{IMAGE}"


EVERYTHING = f"{SCRIPT}{IMAGE}{LINK}{REVERSED}"
# Of a file of the corpus, which no form has checked.
BY_HAND = {
    "id": f"坏-{EVERYTHING}",
    "title": f"坏标题{EVERYTHING}",
    "kind": f"坏类型{EVERYTHING}",
    "region": f"坏地区{EVERYTHING}",
    "issuing_body": f"坏机关{EVERYTHING}",
    "doc_number": f"坏文号{EVERYTHING}",
    "date_notes": f"坏日期{EVERYTHING}",
}


def shown(text: str) -> str:
    return text.replace("\u202e", "[U+202E]").replace("\u202c", "[U+202C]")


# Every word that is seen or read out. What an option or a button sends back is kept as it is.
SEEN = """room => [
  room.textContent,
  ...[...room.querySelectorAll("input")].map((one) => one.value),
  ...[...room.querySelectorAll("*")].flatMap((one) => [...one.attributes])
    .filter((one) => /^(title|alt|placeholder|label|aria-.*)$/.test(one.name))
    .map((one) => one.value),
].join("\\n")"""
HANDLERS = """room => [...room.querySelectorAll("*")].flatMap((one) => [...one.attributes])
  .map((one) => one.name).filter((one) => one.startsWith("on"))"""


def hold_no_markup(page: Page, place: str = "#library-room") -> None:
    room = page.locator(place)
    assert room.locator("script, img, svg, iframe, b").count() == 0
    assert room.locator("a[href^='javascript']").count() == 0
    assert room.evaluate(HANDLERS) == []
    assert not {"\u202e", "\u202c"} & set(room.evaluate(SEEN))
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
    preview = page.locator(".preview-list")
    for said in (SCRIPT, IMAGE, LINK, shown(HEADING)):
        expect(preview).to_contain_text(said)
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
    expect(page.locator(".outline")).to_contain_text(shown(HEADING))
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


def test_hostile_metadata_of_a_file_is_text_everywhere(
    open_library: OpenLibrary, site: LibrarySite
) -> None:
    front = yaml.safe_dump(BY_HAND, allow_unicode=True)
    beside = site.room.beside
    beside.storage.write("hostile.md", f"---\n{front}---\n第一条 {SCRIPT}仓储每年补贴300元。\n")
    beside.ingest()
    page = open_library()
    page.get_by_label("搜索文件").fill("仓储 <script>")
    row = page.locator("tbody tr")
    expect(row).to_have_count(1)
    for name in ("title", "kind", "region", "issuing_body", "doc_number"):
        expect(row).to_contain_text(shown(BY_HAND[name]))
    expect(page.locator(".in-text")).to_contain_text("仓储 <script>")
    for label, name in (("地区", "region"), ("类型", "kind")):
        expect(page.get_by_label(label, exact=True)).to_contain_text(shown(BY_HAND[name]))
        page.get_by_label(label, exact=True).select_option(BY_HAND[name])
        expect(row).to_have_count(1)
    hold_no_markup(page)

    row.locator(".document-title").click()
    expect(page.locator(".reader-title")).to_have_text(shown(BY_HAND["title"]))
    expect(page.locator(".reader-badges")).to_contain_text(shown(BY_HAND["kind"]))
    for name in ("id", "region", "issuing_body", "doc_number", "date_notes"):
        expect(page.locator(".facts")).to_contain_text(shown(BY_HAND[name]))
    hold_no_markup(page)

    # What is refused names the document, which is named so as to do harm.
    page.get_by_role("button", name="修改信息").click()
    form = page.locator("#library-form")
    for name in ("title", "region", "issuing_body", "doc_number", "date_notes"):
        expect(form.locator(f"[name={name}]")).to_have_value(shown(BY_HAND[name]))
    form.locator("[name=date_notes]").fill(f"日期说明{SCRIPT}")
    now = site.room.service.metadata(BY_HAND["id"])
    other = replace(now, date_notes=f"别人写的{EVERYTHING}")
    site.room.service.edit(BY_HAND["id"], other, site.room.version(BY_HAND["id"]), STAFF)
    form.get_by_role("button", name="保存修改").click()
    expect(form.get_by_role("alert")).to_contain_text(shown(BY_HAND["id"]))
    expect(form.locator(".field-now")).to_contain_text(shown(f"别人写的{EVERYTHING}"))
    hold_no_markup(page)
    form.get_by_role("button", name="取消").click()
    page.get_by_role("button", name="撤下", exact=True).click()
    page.locator("[data-action=withdraw]").click()
    told = page.locator("#library-heading").get_by_role("alert")
    expect(told).to_contain_text(shown(BY_HAND["id"]))
    hold_no_markup(page)


def test_hostile_changes_are_text_in_the_audit_list(
    open_library: OpenLibrary, site: LibrarySite
) -> None:
    entry = AuditEntry(
        at=utc_now(),
        action="edit",
        subject=BY_HAND["id"],
        actor=STAFF,
        detail=f"title: 旧 → {EVERYTHING}",
    )
    site.desk.audit.add(entry)
    Accounts(site.desk.database).add("li", PASSWORD, Role.ADMIN)
    token = site.desk.sign_in.sign_in("li", PASSWORD, "127.0.0.1")
    page = open_library()
    page.context.add_cookies([{"name": COOKIE, "value": token, "url": site.address}])
    load_anew(page)
    page.locator("#desk-tab-button").click()
    page.locator("[data-view=audit]").first.click()
    expect(page.locator(".audit")).to_contain_text(shown(BY_HAND["id"]))
    expect(page.locator(".audit")).to_contain_text(shown(EVERYTHING))
    hold_no_markup(page, ".view[data-view=audit]")
