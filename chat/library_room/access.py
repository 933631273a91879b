"""To whom the room speaks."""

from __future__ import annotations

import gradio as gr

from chat.access import Door
from chat.audit import Actor
from chat.language import language_of
from chat.library_room.render import Voice


def voice_of(door: Door, request: gr.Request) -> Voice:
    """In which language, and to whom, a request is answered."""
    language = language_of(request)
    return Voice(language, door.signed_in(request) is not None)


def actor_of(door: Door, request: gr.Request) -> Actor:
    """Whom a change is noted with. Raises NotSignedIn if the session has just ended."""
    return door.existing(request).actor
