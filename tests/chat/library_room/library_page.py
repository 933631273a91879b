"""A page with the library's room alone, on a real library."""

from __future__ import annotations

import functools
import inspect
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar, cast

import gradio as gr

from chat.accounts import Role, Staff
from chat.library_room import LibraryRoom, library_style
from chat.page import launch_options
from tests.chat.library.library_service import Room

COOKIE = "staff=yes"
REFUSED = "please sign in"
Handler = TypeVar("Handler", bound=Callable[..., Any])


@dataclass
class CookieAccess:
    """Staff is whoever has the cookie, while the session lasts."""

    lasts: bool = True
    guarded: list[str] = field(default_factory=list)

    def signed_in(self, request: gr.Request) -> Staff | None:
        if not self.lasts or COOKIE not in request.headers.get("cookie", ""):
            return None
        return Staff(1, "wang", Role.STAFF, datetime(2026, 1, 1, tzinfo=UTC))

    def staff_only(self, handler: Handler) -> Handler:
        self.guarded.append(handler.__name__)

        def check(arguments: tuple[Any, ...]) -> None:
            (request,) = (one for one in arguments if isinstance(one, gr.Request))
            if self.signed_in(request) is None:
                raise gr.Error(REFUSED, print_exception=False)

        @functools.wraps(handler)
        def steps(*arguments: Any) -> Iterator[Any]:
            check(arguments)
            yield from handler(*arguments)

        @functools.wraps(handler)
        def call(*arguments: Any) -> Any:
            check(arguments)
            return handler(*arguments)

        return cast(Handler, steps if inspect.isgeneratorfunction(handler) else call)


@dataclass
class LibrarySite:
    """The page as it is served."""

    address: str
    blocks: gr.Blocks
    room: Room
    access: CookieAccess


@contextmanager
def served(room: Room) -> Iterator[LibrarySite]:
    """Serve the room's page until the block ends."""
    access = CookieAccess()
    with gr.Blocks(analytics_enabled=False, fill_width=True, fill_height=True) as blocks:
        LibraryRoom(room.service, access).connect(blocks)
    options = dict(launch_options())
    options["head"] += f"\n<style>\n{library_style()}\n</style>"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    _, address, _ = blocks.launch(
        server_name="127.0.0.1", server_port=port, prevent_thread_lock=True, **options
    )
    try:
        yield LibrarySite(address, blocks, room, access)
    finally:
        blocks.close()
