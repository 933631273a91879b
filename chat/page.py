"""The whole page as one Gradio app: header, rooms, head and looks."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import gradio as gr
from markupsafe import escape
from starlette.middleware import Middleware

from chat import render
from chat.answer_text import Pieces, answer_pieces
from chat.backend import Backend
from chat.room import ChatRoom, scripted_html
from chat.security import SecurityHeaders
from chat.strings import CHINESE
from chat.theme import page_theme

_FOLDER = Path(__file__).parent


def build_page(backend: Backend, *, pieces: Pieces = answer_pieces) -> gr.Blocks:
    """The app, ready for `launch(**launch_options())`. `pieces`: how answers stream in."""
    _skip_event_statistics()
    blocks = gr.Blocks(
        title=CHINESE.page_title, analytics_enabled=False, fill_width=True, fill_height=True
    )
    with blocks:
        header = scripted_html("header.js", elem_id="site-header", value=render.header(CHINESE))
        room = ChatRoom(backend, pieces=pieces)
        room.connect(blocks, header)
    return blocks


def launch_options() -> Mapping[str, Any]:
    """What `gr.Blocks.launch` needs for this page: looks, safety, and no network but our own."""
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
        "app_kwargs": {"middleware": [Middleware(SecurityHeaders)]},
    }


def _skip_event_statistics() -> None:
    """Gradio sums up all past events with pandas after each one; this page shows no such figures.

    Both variables are read when `gr.Blocks` is made.
    """
    os.environ.setdefault("GRADIO_ANALYTICS_MAX_EVENTS", "1")
    os.environ.setdefault("GRADIO_ANALYTICS_CACHE_FREQUENCY", "1000000000")


def _head() -> str:
    # In the head rather than through Gradio's `css`, which rewrites selectors and loses new ones.
    icon = quote((_FOLDER / "favicon.svg").read_text(encoding="utf-8").strip())
    style = (_FOLDER / "page.css").read_text(encoding="utf-8")
    return "\n".join(
        (
            f'<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,{icon}">',
            f'<meta name="description" content="{escape(CHINESE.empty_promise)}">',
            '<meta name="color-scheme" content="light dark">',
            f"<style>\n{style}\n</style>",
        )
    )
