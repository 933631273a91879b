"""A running page with a hotline desk on a small real storage, and browser pages on it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from unittest.mock import patch

import gradio as gr
import pytest
from playwright.sync_api import Browser, Page, expect
from pydantic import SecretStr

from answer.service import Service
from chat.accounts import Accounts, Role
from chat.desk import Desk, open_desk
from chat.journal import Asking, Record
from index.search import Searcher
from records import Answer
from tests.chat.conftest import PATIENCE_SECONDS
from tests.small_storage import SmallStorage, TinyEmbedder

NAME, PASSWORD = "wang", "a long password"
ADMIN = "li"


class Alike(TinyEmbedder):
    """Takes all questions for alike, so that their words alone tell them apart."""

    def embed_query(self, text: str):  # type: ignore[no-untyped-def]
        return super().embed_query("同一个")


@dataclass
class DeskSite:
    """The page as it is served, and what is behind it."""

    address: str
    blocks: gr.Blocks
    desk: Desk
    storage: SmallStorage
    written: threading.Condition
    """Notified of every record that was written to the journal."""


def serve(storage: SmallStorage, **changes: object) -> Iterator[DeskSite]:
    """The page on the storage, with an account of each role."""
    from chat.page import build_page, launch_options
    from chat.recorded import RecordedBackend

    address = f"sqlite:///{storage.folder.parent}/desk.sqlite"
    service = Service(Searcher(storage.open(), Alike()))
    settings = storage.settings(database_url=SecretStr(address), **changes)
    desk = open_desk(settings, service)
    written, write = threading.Condition(), desk.journal.write

    def noted(asking: Asking, answer: Answer | None, latency_ms: float) -> int:
        record_id = write(asking, answer, latency_ms)
        with written:
            written.notify_all()
        return record_id

    Accounts(desk.database).add(NAME, PASSWORD)
    Accounts(desk.database).add(ADMIN, PASSWORD, Role.ADMIN)
    blocks = build_page(RecordedBackend(desk), desk)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    _, address, _ = blocks.launch(
        server_name="127.0.0.1", server_port=port, prevent_thread_lock=True, **launch_options(desk)
    )
    with patch.object(desk.journal, "write", noted):
        yield DeskSite(address, blocks, desk, storage, written)
    blocks.close()
    desk.close()
    service.close()


@pytest.fixture
def desk_site(tiny_storage: SmallStorage) -> Iterator[DeskSite]:
    yield from serve(tiny_storage)


@pytest.fixture
def closed_site(tiny_storage: SmallStorage) -> Iterator[DeskSite]:
    """A site that is for staff only."""
    yield from serve(tiny_storage, public_needs_sign_in=True)


@pytest.fixture
def desk_page(browser: Browser, desk_site: DeskSite) -> Iterator[Page]:
    """The desk, signed in. After the test: the browser reported no error."""
    errors: list[str] = []
    page = open_desk_page(browser, desk_site, errors=errors)
    yield page
    ran = page.evaluate("window.pwned")
    page.context.close()
    assert errors == []
    assert ran is None


def open_desk_page(
    browser: Browser,
    site: DeskSite,
    name: str = NAME,
    *,
    locale: str = "zh-CN",
    errors: list[str] | None = None,
) -> Page:
    """The desk in a browser of its own, signed in; what the page throws is put into `errors`."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800},
        locale=locale,
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.set_default_timeout(PATIENCE_SECONDS * 1000)
    expect.set_options(timeout=PATIENCE_SECONDS * 1000)
    page = context.new_page()
    thrown = errors if errors is not None else []
    page.on("pageerror", lambda error: thrown.append(str(error)))
    page.goto(site.address)
    sign_in(page, name)
    return page


def records(site: DeskSite, count: int) -> list[Record]:
    """The records, newest first, once there are so many: the page does not show them."""
    journal = site.desk.journal
    with site.written:
        site.written.wait_for(lambda: len(journal.newest()) >= count, PATIENCE_SECONDS)
    found = journal.newest()
    assert len(found) == count
    return found


def sign_in(page: Page, name: str = NAME, password: str = PASSWORD) -> None:
    page.get_by_role("tab", name="坐席台").click()
    page.get_by_label("账号").fill(name)
    page.get_by_label("密码").fill(password)
    page.get_by_role("button", name="登录").click()
    page.locator("#call-question").wait_for()
