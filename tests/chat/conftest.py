"""A running chat page on a fake backend, browser pages that may only talk to it, and databases."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Dialog,
    Page,
    Playwright,
    Route,
    expect,
    sync_playwright,
)

from chat.answer_text import answer_pieces
from chat.database import Database, open_database
from tests.chat.fake_backend import FakeBackend
from tests.chat.fake_feedback import FakeFeedbackBackend
from tests.chat.postgresql import Server, running_server

CHROMIUM = "/usr/bin/chromium"
CHROMIUM_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
]
# Longer than any step takes; only a broken page waits so long.
PATIENCE_SECONDS = 20


class GatedPieces:
    """Streams answers freely, or while held piece by piece as the test lets them through."""

    def __init__(self) -> None:
        self._held = False
        self._permits = threading.Semaphore(0)

    def __call__(self, text: str) -> Iterator[str]:
        for piece in answer_pieces(text):
            if self._held:
                self._permits.acquire(timeout=PATIENCE_SECONDS)
            yield piece

    def hold(self) -> None:
        self._permits = threading.Semaphore(0)
        self._held = True

    def let_one_through(self) -> None:
        self._permits.release()

    def release(self) -> None:
        self._held = False
        self._permits.release(1000)


@dataclass
class Site:
    """The page as it is served."""

    address: str
    backend: FakeFeedbackBackend
    pieces: GatedPieces


@dataclass
class Watched:
    """What must not happen on a page, as far as it happened."""

    outside_requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def served() -> Iterator[Site]:
    from chat.page import build_page, launch_options

    backend, pieces = FakeFeedbackBackend(), GatedPieces()
    blocks = build_page(backend, pieces=pieces)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    _, address, _ = blocks.launch(
        server_name="127.0.0.1", server_port=port, prevent_thread_lock=True, **launch_options()
    )
    yield Site(address, backend, pieces)
    blocks.close()


@pytest.fixture
def site(served: Site) -> Iterator[Site]:
    """The site with a fresh set of documents and nothing held."""
    served.backend.documents = FakeBackend().documents
    served.backend.asked.clear()
    served.backend.rated.clear()
    served.backend.forgetful = False
    yield served
    served.pieces.release()


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        expect.set_options(timeout=PATIENCE_SECONDS * 1000)
        yield running


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    running = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
    yield running
    running.close()


@pytest.fixture
def open_page(browser: Browser, site: Site) -> Iterator[OpenPage]:
    """Opens the site in a context of its own. After the test: nothing left this machine, nothing
    that a document says ran, and the browser reported no error."""
    watched = Watched()
    pages: list[Page] = []

    def guard(route: Route) -> None:
        if urlsplit(route.request.url).hostname == "127.0.0.1":
            route.continue_()
        else:
            watched.outside_requests.append(route.request.url)
            route.abort()

    def note_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            watched.errors.append(message.text)

    def note_dialog(dialog: Dialog) -> None:
        watched.dialogs.append(dialog.message)
        dialog.dismiss()

    def open_(
        width: int = 1280,
        height: int = 800,
        locale: str = "zh-CN",
        color_scheme: str = "light",
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            locale=locale,
            color_scheme="dark" if color_scheme == "dark" else "light",
            has_touch=width <= 768,
            permissions=["clipboard-read", "clipboard-write"],
        )
        context.set_default_timeout(PATIENCE_SECONDS * 1000)
        context.route("**/*", guard)
        page = context.new_page()
        page.on("dialog", note_dialog)
        page.on("pageerror", lambda error: watched.errors.append(str(error)))
        page.on("console", note_console)
        page.goto(site.address)
        page.locator(".welcome").wait_for()
        pages.append(page)
        return page

    yield open_
    ran = [page.evaluate("window.pwned") for page in pages]
    for page in pages:
        page.context.close()
    assert ran == [None] * len(pages)
    assert watched == Watched()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A private PostgreSQL server."""
    with running_server() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database: one test on SQLite, one on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/desk/desk.sqlite"
    server: Server = request.getfixturevalue("postgresql")
    return server.fresh_database()


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """An open, empty desk database of either kind."""
    opened = open_database(database_url)
    yield opened
    opened.close()
