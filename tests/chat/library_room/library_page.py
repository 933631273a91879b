"""The whole page on a real library and a real desk, as `app.py` puts it together."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import gradio as gr
from playwright.sync_api import Page
from pydantic import SecretStr

from chat.access import COOKIE, Door
from chat.accounts import Accounts
from chat.audit import Actor
from chat.desk import Desk, open_desk
from chat.library_room import LibraryRoom
from chat.page import build_page, launch_options
from chat.recorded import RecordedBackend
from tests.chat.library.library_service import Room

NAME, PASSWORD = "wang", "a password for tests"


def load_anew(page: Page) -> None:
    """Reload the page and go to the library, as somebody does who presses F5."""
    # What Gradio says of the requests that are broken off by that is no error of the page.
    page.evaluate("console.error = () => {}")
    page.reload()
    page.locator("#library-tab-button").click()
    page.locator(".library-count").wait_for()


@dataclass
class LibrarySite:
    """The page as it is served, and the cookie of somebody who is signed in."""

    address: str
    blocks: gr.Blocks
    room: Room
    desk: Desk
    door: Door
    token: str

    @property
    def actor(self) -> Actor:
        """Who is signed in."""
        return Actor(NAME, "staff")

    @property
    def cookie(self) -> str:
        return f"{COOKIE}={self.token}"


@contextmanager
def served(room: Room) -> Iterator[LibrarySite]:
    """Serve the page until the block ends."""
    storage = room.beside.storage
    database = SecretStr(f"sqlite:///{storage.folder.with_name('desk.sqlite')}")
    desk = open_desk(storage.settings(database_url=database), room.answering)
    Accounts(desk.database).add(NAME, PASSWORD)
    doors: list[Door] = []

    def library(door: Door) -> LibraryRoom:
        doors.append(door)
        return LibraryRoom(room.service, door, most_megabytes=1)

    blocks = build_page(RecordedBackend(desk), desk, library)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    _, address, _ = blocks.launch(
        server_name="127.0.0.1",
        server_port=port,
        prevent_thread_lock=True,
        **launch_options(desk, most_megabytes=1),
    )
    token = desk.sign_in.sign_in(NAME, PASSWORD, "127.0.0.1")
    try:
        yield LibrarySite(address, blocks, room, desk, doors[0], token)
    finally:
        blocks.close()
        desk.close()
