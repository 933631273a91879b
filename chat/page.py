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
from chat.access import Door, SameOrigin, SignInFirst, StaffUploads, sign_in_routes
from chat.answer_text import Pieces, answer_pieces
from chat.backend import Backend
from chat.desk import Desk
from chat.desk_room import DeskRoom, sign_in_page, staff_routes
from chat.desk_room.strings import CHINESE as DESK_CHINESE
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
    blocks = gr.Blocks(
        title=CHINESE.page_title, analytics_enabled=False, fill_width=True, fill_height=True
    )
    with blocks:
        header = scripted_html("header.js", elem_id="site-header", value=render.header(CHINESE))
        for room in _rooms(backend, desk, library, door, pieces):
            room.connect(blocks, header)
    return blocks


def _rooms(
    backend: Backend, desk: Desk | None, library: MakeRoom | None, door: Door, pieces: Pieces
) -> list[Room]:
    if desk is None and library is None:
        return [ChatRoom(backend, pieces=pieces)]
    s, rooms = DESK_CHINESE, list[Room]()
    # What a tab holds is always on the page, so that scripts find it and typed words stay.
    with gr.Tabs(elem_id="rooms"):
        with gr.Tab(s.chat_tab, id="chat", elem_id="chat-tab", render_children=True):
            rooms.append(ChatRoom(backend, pieces=pieces))
        if library is not None:
            with gr.Tab(s.library_tab, id="library", elem_id="library-tab", render_children=True):
                rooms.append(library(door))
        if desk is not None:
            with gr.Tab(s.desk_tab, id="desk", elem_id="desk-tab", render_children=True):
                rooms.append(DeskRoom(desk, door))
    return rooms


def launch_options(desk: Desk | None = None) -> Mapping[str, Any]:
    """What `gr.Blocks.launch` needs for this page: looks, safety, and no network but our own.

    `desk` is the one of `build_page`: it brings the addresses for signing in and for files.
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
        "app_kwargs": {"middleware": _middleware(desk), "routes": _routes(desk)},
    }


def _middleware(desk: Desk | None) -> list[Middleware]:
    door = Door(desk.sessions if desk else None)
    found = [
        Middleware(SecurityHeaders),
        Middleware(SameOrigin),
        Middleware(StaffUploads, door=door),
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
