"""Uploads outlast the page, not the session, and nobody else ever sees them."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from chat.access import COOKIE
from chat.library_room.intake import FileRow, Intake, Item
from chat.library_room.intakes import SWEEP_SECONDS, Intakes
from tests.chat.library.library_service import RENT
from tests.chat.library_room.conftest import OpenLibrary
from tests.chat.library_room.library_page import NAME, PASSWORD, LibrarySite, load_anew
from tests.chat.library_room.test_intake import save, upload
from tests.library_storage import NEWER


def load_intake_anew(page: Page) -> None:
    load_anew(page)
    page.get_by_role("button", name="上传文件").click()
    expect(page.locator(".drop")).to_be_visible()


def test_a_page_loaded_anew_shows_its_uploads_again(
    open_library: OpenLibrary, site: LibrarySite
) -> None:
    page = open_library()
    upload(page, ("场地.md", RENT.encode()), ("旧.doc", b"x"))
    expect(page.locator(".file-document")).to_have_count(1)
    expect(page.locator(".file-failed")).to_have_count(1)
    page.locator("#library-staged [name=region]").fill("江城市")
    load_intake_anew(page)
    expect(page.locator(".file-document")).to_contain_text("场地补贴办法")
    expect(page.locator(".file-failed")).to_contain_text("旧.doc")
    expect(page.locator("#library-staged [name=region]")).to_have_value("江城市")
    save(page)
    expect(page.locator(".file-document .badge")).to_have_text("已保存")
    assert site.room.beside.stored("场地").region == "江城市"


def test_what_is_done_can_be_cleared_and_what_is_not_stays(open_library: OpenLibrary) -> None:
    page = open_library()
    upload(page, ("场地.md", RENT.encode()), ("旧.doc", b"x"), ("新.md", NEWER.encode()))
    expect(page.locator(".file-document")).to_have_count(2)
    save(page)
    expect(page.locator(".file-document .badge").first).to_have_text("已保存")
    page.get_by_role("button", name="清除已处理完的").click()
    expect(page.locator(".file")).to_have_count(1)
    expect(page.locator(".file-name")).to_have_text("新.md")
    expect(page.get_by_role("button", name="清除已处理完的")).to_have_count(0)
    page.get_by_role("button", name="不保存").click()
    expect(page.locator(".file")).to_have_count(0)


def test_another_session_of_the_same_person_sees_nothing_of_it(
    open_library: OpenLibrary, site: LibrarySite
) -> None:
    page = open_library()
    upload(page, ("场地.md", RENT.encode()))
    expect(page.locator(".file-document")).to_have_count(1)
    other = site.desk.sign_in.sign_in(NAME, PASSWORD, "127.0.0.1")
    page.context.add_cookies([{"name": COOKIE, "value": other, "url": site.address}])
    load_intake_anew(page)
    expect(page.locator(".file-list").first).to_be_attached()
    assert page.locator(".file").count() == 0
    # The other one still has it.
    page.context.add_cookies([{"name": COOKIE, "value": site.token, "url": site.address}])
    load_intake_anew(page)
    expect(page.locator(".file-document")).to_have_count(1)


def test_two_pages_of_a_session_show_the_same_uploads(
    open_library: OpenLibrary, site: LibrarySite
) -> None:
    first, second = open_library(), open_library()
    second.get_by_role("button", name="算力服务券办法").click()
    second.get_by_role("button", name="替换为新版本").click()
    expect(second.locator("#library-uploads .notice")).to_be_visible()
    upload(first, ("场地.md", RENT.encode()))
    expect(first.locator(".file-document")).to_have_count(1)
    # What one page is about to replace is nothing to the other.
    expect(first.locator("#library-staged [name=replacing]")).to_have_count(0)
    second.get_by_role("button", name="不替换，作为新文件").click()
    expect(second.locator(".file-document")).to_have_count(1)


def test_uploads_of_an_ended_session_are_dropped(site: LibrarySite) -> None:
    room, lasting, now = site.room, {"first", "second"}, [0.0]
    intakes = Intakes(lasting.__contains__, room.service.discard, lambda: now[0])
    for token in ("first", "second"):
        staged = room.stage()
        intakes.of(token).add(FileRow("场地.md", items=[Item(staged, staged.metadata)]))
    kept, dropped = intakes.of("first").rows, intakes.of("second").rows
    lasting.remove("second")
    now[0] = SWEEP_SECONDS
    assert intakes.of("first").rows == kept
    assert intakes.of("second").rows == ()
    assert room.service.staged(kept[0].items[0].token)
    held = room.service._staging._held
    assert dropped[0].items[0].token not in held
    assert len(held) == 1


def test_a_file_is_dropped_once_and_not_its_like() -> None:
    intake, first, second = Intake(), FileRow("场地.md"), FileRow("场地.md")
    intake.add(first)
    intake.add(second)
    for _ in range(2):
        intake.drop(second)
    (left,) = intake.rows
    assert left is first
