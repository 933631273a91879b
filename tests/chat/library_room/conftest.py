"""The library's room in a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from chat.access import COOKIE
from tests.chat.conftest import PATIENCE_SECONDS
from tests.chat.library.library_service import open_room
from tests.chat.library_room.library_page import LibrarySite, served
from tests.library_storage import LibraryStorage
from tests.small_storage import SmallStorage

OpenLibrary = Callable[..., Page]
_DEFAULT_PATIENCE_MS = 5000


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """Reading a file takes a while on a busy machine."""
    expect.set_options(timeout=2 * PATIENCE_SECONDS * 1000)
    yield
    expect.set_options(timeout=_DEFAULT_PATIENCE_MS)


@pytest.fixture
def site(tiny_storage: SmallStorage) -> Iterator[LibrarySite]:
    """The page on the tiny storage with an empty library."""
    room = open_room(LibraryStorage(tiny_storage))
    with served(room) as running:
        yield running
    room.service.close()
    room.answering.close()


@pytest.fixture
def open_library(browser: Browser, site: LibrarySite) -> Iterator[OpenLibrary]:
    """Opens the site as staff or as anybody. After the test: nothing that a document says ran, and
    the browser reported no error."""
    errors: list[str] = []
    pages: list[Page] = []

    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    def open_(
        width: int = 1280, height: int = 800, *, staff: bool = True, locale: str = "zh-CN"
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            locale=locale,
            permissions=["clipboard-read", "clipboard-write"],
        )
        context.set_default_timeout(2 * PATIENCE_SECONDS * 1000)
        if staff:
            context.add_cookies([{"name": COOKIE, "value": site.token, "url": site.address}])
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("dialog", lambda dialog: errors.append(dialog.message))
        page.goto(site.address)
        page.locator("#library-tab-button").click()
        page.locator(".library-count").wait_for()
        pages.append(page)
        return page

    yield open_
    ran = [page.evaluate("window.pwned") for page in pages]
    for page in pages:
        page.context.close()
    assert ran == [None] * len(pages)
    assert errors == []
