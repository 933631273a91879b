"""The whole page as one Gradio app: header, rooms, head and looks."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

import gradio as gr
from markupsafe import escape
from starlette.middleware import Middleware
from starlette.routing import Route

from chat import render
from chat.access import BodyLimit, Door, SameOrigin, SignInFirst, StaffUploads, sign_in_routes
from chat.answer_text import Pieces, answer_pieces
from chat.backend import Backend
from chat.checked_blocks import CheckedBlocks
from chat.desk import Desk
from chat.desk_room import DeskRoom, sign_in_page, staff_routes
from chat.desk_room.strings import CHINESE as DESK_CHINESE
from chat.desk_room.strings import DeskStrings, request_strings
from chat.room import ChatRoom, scripted_html
from chat.security import SecurityHeaders
from chat.strings import CHINESE
from chat.theme import page_theme

_FOLDER = Path(__file__).parent


class Room(Protocol):
    """A room in a tab of the page. It is laid out where it is made."""

    def connect(self, blocks: gr.Blocks, header: gr.HTML) -> None:
        """Connect the events. Called once, after everything is laid out."""
        ...


MakeRoom = Callable[[Door], Room]
"""Makes a room in the Gradio context it is called in. The door tells who is signed in."""


def build_page(
    backend: Backend,
    desk: Desk | None = None,
    library: MakeRoom | None = None,
    *,
    pieces: Pieces = answer_pieces,
) -> gr.Blocks:
    """The app, ready for `launch(**launch_options(desk))`. `pieces`: how answers stream in.

    Each room that is given gets a tab; without any there are no tabs, only the public chat.
    """
    _skip_event_statistics()
    door = Door(desk.sessions if desk else None)
    blocks = CheckedBlocks(
        title=CHINESE.page_title, analytics_enabled=False, fill_width=True, fill_height=True
    )
    with blocks:
        header = scripted_html("header.js", elem_id="site-header", value=render.header(CHINESE))
        for room in _rooms(blocks, backend, desk, library, door, pieces):
            room.connect(blocks, header)
    return blocks


def _rooms(
    blocks: gr.Blocks,
    backend: Backend,
    desk: Desk | None,
    library: MakeRoom | None,
    door: Door,
    pieces: Pieces,
) -> list[Room]:
    if desk is None and library is None:
        return [ChatRoom(backend, pieces=pieces)]
    makers: dict[str, Callable[[], Room]] = {"chat": lambda: ChatRoom(backend, pieces=pieces)}
    if library is not None:
        makers["library"] = lambda: library(door)
    if desk is not None:
        makers["desk"] = lambda: DeskRoom(desk, door)
    scripted_html("rooms.js", elem_id="rooms-script")
    tabs, rooms = list[gr.Tab](), list[Room]()
    with gr.Tabs(elem_id="rooms"):
        for name, make in makers.items():
            with gr.Tab(_tab_label(DESK_CHINESE, name), id=name, elem_id=f"{name}-tab") as tab:
                rooms.append(make())
            tabs.append(tab)
    _speak(blocks, tabs, list(makers))
    return rooms


def _speak(blocks: gr.Blocks, tabs: list[gr.Tab], names: list[str]) -> None:
    """The tabs say what they are in the browser's language."""

    def tab_labels(request: gr.Request) -> Any:
        s = request_strings(request)
        labels = [gr.Tab(label=_tab_label(s, name)) for name in names]
        return labels if len(labels) > 1 else labels[0]

    blocks.load(tab_labels, None, tabs, show_progress="hidden", api_visibility="private")


def _tab_label(s: DeskStrings, name: str) -> str:
    label: str = getattr(s, f"{name}_tab")
    return label


def launch_options(desk: Desk | None = None, *, most_megabytes: int = 50) -> Mapping[str, Any]:
    """What `gr.Blocks.launch` needs for this page: looks, safety, and no network but our own.

    `desk` is the one of `build_page`: it brings the addresses for signing in and for files. Of an
    upload that is larger than `most_megabytes` (MiB) no more than that is written.
    """
    return {
        "theme": page_theme(),
        "head": _head(),
        "footer_links": [],
        "quiet": True,
        "share": False,
        "inline": False,
        "ssr_mode": False,
        "mcp_server": False,
        "pwa": False,
        "run_history": False,
        "enable_monitoring": False,
        "max_file_size": most_megabytes * 2**20,
        "app_kwargs": {"middleware": _middleware(desk), "routes": _routes(desk)},
    }


def _middleware(desk: Desk | None) -> list[Middleware]:
    door = Door(desk.sessions if desk else None)
    found = [
        Middleware(SecurityHeaders),
        Middleware(SameOrigin),
        Middleware(StaffUploads, door=door),
        Middleware(BodyLimit),
    ]
    if desk is not None and desk.public_needs_sign_in:
        found.append(Middleware(SignInFirst, door=door, page=sign_in_page))
    return found


def _routes(desk: Desk | None) -> list[Route]:
    if desk is None:
        return []
    return [*sign_in_routes(desk.sign_in, desk.sessions), *staff_routes(desk)]


def _skip_event_statistics() -> None:
    """Gradio sums up all past events with pandas after each one; this page shows no such figures.

    Both variables are read when `gr.Blocks` is made.
    """
    os.environ.setdefault("GRADIO_ANALYTICS_MAX_EVENTS", "1")
    os.environ.setdefault("GRADIO_ANALYTICS_CACHE_FREQUENCY", "1000000000")


def _head() -> str:
    # In the head rather than through Gradio's `css`, which rewrites selectors and loses new ones.
    icon = quote((_FOLDER / "favicon.svg").read_text(encoding="utf-8").strip())
    sheets = [_FOLDER / "page.css", *sorted(_FOLDER.glob("*_room/*.css"))]
    style = "\n".join(one.read_text(encoding="utf-8") for one in sheets)
    return "\n".join(
        (
            f'<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,{icon}">',
            f'<meta name="description" content="{escape(CHINESE.empty_promise)}">',
            '<meta name="color-scheme" content="light dark">',
            f"<style>\n{style}\n</style>",
        )
    )
