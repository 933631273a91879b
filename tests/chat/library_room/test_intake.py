"""Bringing documents in: upload, check, save, replace."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

from chat.library.errors import RefusedAddress
from chat.library.staged import Upload
from records import Message
from tests.chat.library.library_service import RENT
from tests.chat.library.test_real import BIKES, SOLAR, pdf_file, word_file
from tests.chat.library_room.conftest import OpenLibrary
from tests.chat.library_room.library_page import LibrarySite
from tests.library_storage import NEWER


def upload(page: Page, *files: tuple[str, bytes]) -> None:
    if page.locator("#library-intake").is_hidden():
        page.get_by_role("button", name="上传文件").click()
    payloads = [
        FilePayload(name=name, mimeType="application/octet-stream", buffer=content)
        for name, content in files
    ]
    page.locator("[data-files]").set_input_files(payloads)


def save(page: Page) -> None:
    page.get_by_role("button", name="保存到文件库").click()


def test_a_pdf_and_a_word_file_from_upload_to_the_table_and_out_again(
    open_library: OpenLibrary, site: LibrarySite
) -> None:
    page = open_library()
    upload(page, ("光伏.pdf", pdf_file()), ("自行车.docx", word_file()))
    expect(page.locator(".file-document")).to_have_count(2)
    form = page.locator("#library-staged")
    expect(form.locator(".form-file")).to_have_text("光伏.pdf")
    expect(form.locator(".preview-list")).to_contain_text(SOLAR)
    form.locator("[name=title]").fill("屋顶光伏补贴办法")
    form.get_by_label("地区", exact=True).fill("江城市")
    form.get_by_label("类型", exact=True).select_option(label="办法")
    form.get_by_label("发布日期").fill("2026-04-01")
    save(page)
    expect(form.locator(".form-file")).to_have_text("自行车.docx")
    expect(form.locator("[name=title]")).to_have_value("江城市公共自行车管理规定")
    expect(form.locator("[name=region]")).to_have_value("")
    expect(form.locator(".preview-list")).to_contain_text(BIKES)
    save(page)
    expect(form.locator("form")).to_have_count(0)
    expect(page.locator(".file-document .badge")).to_have_text(["已保存", "已保存"])

    page.locator("#library-uploads").get_by_role("button", name="返回列表").click()
    row = page.locator("tr", has_text="屋顶光伏补贴办法")
    expect(row).to_contain_text("江城市")
    expect(row).to_contain_text("2026-04-01")
    expect(page.locator(".library-count")).to_have_text("共 5 份文件")
    answered = site.room.answering.answer("屋顶光伏单个项目最高补贴多少？")
    assert "60万元" in answered.text

    row.get_by_role("button").click()
    expect(page.locator(".document-text")).to_contain_text(SOLAR)
    page.get_by_role("button", name="撤下", exact=True).click()
    page.get_by_role("button", name="撤下《屋顶光伏补贴办法》").click()
    expect(page.locator(".reader-badges")).to_contain_text("已撤下")
    assert "60万元" not in site.room.answering.answer("屋顶光伏单个项目最高补贴多少？").text
    page.locator("#library-heading").get_by_role("button", name="返回列表").click()
    expect(row).to_have_count(0)
    entries = site.room.audit.entries
    assert [entry.action for entry in entries] == ["add", "add", "withdraw"]
    assert {entry.actor for entry in entries} == {site.actor}


def test_every_file_has_its_own_problem_in_plain_words(open_library: OpenLibrary) -> None:
    page = open_library()
    upload(
        page,
        ("旧.doc", b"x"),
        ("坏.pdf", b"%PDF-1.7 nothing"),
        ("大.txt", bytes(2**20 + 1)),
        ("场地.md", RENT.encode()),
    )
    expect(page.locator(".file-document")).to_have_count(1)
    broken = page.locator(".file-failed", has_text="坏.pdf").locator(".problem")
    assert not re.search("PDFium|[Ff]ormat|data", broken.inner_text())
    for name, said in (("旧.doc", ".docx"), ("坏.pdf", "损坏"), ("大.txt", "超过上限 1 MB")):
        expect(page.locator(".file-failed", has_text=name)).to_contain_text(said)
    expect(page.locator("#library-staged [name=doc_number]")).to_have_value("江政规〔2026〕8号")


def test_files_can_be_dropped(open_library: OpenLibrary) -> None:
    page = open_library()
    page.get_by_role("button", name="上传文件").click()
    dropped = page.evaluate_handle(
        """(text) => {
          const data = new DataTransfer();
          data.items.add(new File([text], "场地.md"));
          return data;
        }""",
        RENT,
    )
    page.locator(".drop").dispatch_event("drop", {"dataTransfer": dropped})
    expect(page.locator(".file-document")).to_contain_text("场地补贴办法")


def test_a_refused_form_names_the_fields_and_keeps_what_was_typed(
    open_library: OpenLibrary, site: LibrarySite
) -> None:
    page = open_library()
    upload(page, ("场地.md", RENT.encode()), ("新.md", NEWER.encode()))
    expect(page.locator(".file-document")).to_have_count(2)
    form = page.locator("#library-staged")
    form.locator("[name=title]").fill("")
    form.locator("[name=valid_until]").fill("2026年13月1日")
    form.locator("[name=region]").fill("江城市")
    save(page)
    expect(form.get_by_role("alert")).to_contain_text("请改正：标题、有效期至")
    expect(form.locator("[name=title]")).to_have_attribute("aria-invalid", "true")
    expect(form.locator("[name=valid_until]")).to_have_value("2026年13月1日")
    # Another document and back: nothing is lost, and nothing gets into the other's form.
    page.locator(".file-document").nth(1).get_by_role("button").click()
    expect(form.locator(".form-file")).to_have_text("新.md")
    expect(form.locator("[name=region]")).to_have_value("")
    page.locator(".file-document").nth(0).get_by_role("button").click()
    expect(form.locator("[name=region]")).to_have_value("江城市")
    form.locator("[name=title]").fill("场地补贴办法（试行）")
    form.locator("[name=valid_until]").fill("2028年12月31日")
    save(page)
    expect(page.locator(".file-document").first).to_contain_text("已保存")
    saved = site.room.beside.stored("场地")
    assert (saved.title, saved.region, str(saved.valid_until)) == (
        "场地补贴办法（试行）",
        "江城市",
        "2028-12-31",
    )
    assert saved.doc_number == "江政规〔2026〕8号"


def test_a_newer_version_takes_the_place_of_the_old_one(
    open_library: OpenLibrary, site: LibrarySite
) -> None:
    page = open_library()
    page.get_by_role("button", name="算力服务券办法").click()
    page.get_by_role("button", name="替换为新版本").click()
    expect(page.locator("#library-uploads .notice")).to_contain_text("将替换《算力服务券办法》")
    upload(page, ("算力券.md", NEWER.encode()))
    form = page.locator("#library-staged")
    expect(form.get_by_label("保存为")).to_have_value("voucher")
    expect(form.locator(".field-id")).to_be_hidden()
    # What the newer text does not say is proposed as it was.
    expect(form.locator("[name=region]")).to_have_value("武汉市")
    expect(form.locator("[name=kind]")).to_have_value("measure")
    form.locator("[name=doc_number]").fill("武政〔2026〕2号")
    form.get_by_label("保存为").select_option("")
    expect(form.locator("[name=region]")).to_have_value("")
    expect(form.locator(".field-id")).to_be_visible()
    form.get_by_label("保存为").select_option("voucher")
    expect(form.locator("[name=region]")).to_have_value("武汉市")
    expect(form.locator("[name=doc_number]")).to_have_value("武政〔2026〕2号")
    form.locator("[name=title]").fill("算力服务券办法（修订）")
    save(page)
    page.get_by_role("button", name="《算力服务券办法（修订）》").click()
    expect(page.locator(".version")).to_have_count(2)
    expect(page.locator(".document-text")).to_contain_text("最高30万元")
    assert "30万元" in site.room.answering.answer("算力服务券最高补助多少？").text


def test_a_copy_of_what_is_there_cannot_be_saved(
    open_library: OpenLibrary, site: LibrarySite
) -> None:
    page = open_library()
    upload(page, ("副本.txt", site.room.beside.stored("loan").text.encode()))
    expect(page.locator("#library-staged .notice")).to_contain_text("“loan”")
    expect(page.get_by_role("button", name="保存到文件库")).to_be_disabled()
    page.get_by_role("button", name="不保存").click()
    expect(page.locator(".file-document")).to_have_count(0)


def test_a_page_is_added_by_its_address(open_library: OpenLibrary, site: LibrarySite) -> None:
    def fetch(address: str) -> Upload:
        if "10.0.0.1" in address:
            raise RefusedAddress(Message("只能读取公网地址", "public addresses only"))
        return Upload("page.md", RENT.encode(), address)

    site.room.service._fetch = fetch
    page = open_library()
    page.get_by_role("button", name="上传文件").click()
    address = page.get_by_label("网页地址")
    address.fill("http://10.0.0.1/")
    address.press("Enter")
    expect(page.locator(".file-failed")).to_contain_text("只能读取公网地址")
    address.fill("https://x.gov.cn/a")
    page.get_by_role("button", name="按网址添加").click()
    expect(page.locator("#library-staged [name=url]")).to_have_value("https://x.gov.cn/a")


def test_uploads_are_gone_from_the_disk_once_they_are_read(
    open_library: OpenLibrary, site: LibrarySite
) -> None:
    page = open_library()
    with page.expect_response("**/upload*") as uploaded:
        upload(page, ("场地.md", RENT.encode()))
    (path,) = uploaded.value.json()
    expect(page.locator(".file-document")).to_have_count(1)
    assert not Path(path).exists()
