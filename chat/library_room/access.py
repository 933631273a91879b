"""What the room asks about who is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

import gradio as gr

from chat.accounts import Staff
from chat.language import preferred_language
from chat.library_room.render import Voice

Handler = TypeVar("Handler", bound=Callable[..., Any])


class Access(Protocol):
    """Knows the sessions, and refuses staff's events without one."""

    def signed_in(self, request: gr.Request) -> Staff | None:
        """Whose session the request is of; None without one that lasts."""
        ...

    def staff_only(self, handler: Handler) -> Handler:
        """The handler that raises an error for whoever is not signed in."""
        ...


def voice_of(access: Access, request: gr.Request) -> Voice:
    """In which language, and to whom, a request is answered."""
    language = preferred_language(request.headers.get("accept-language"))
    return Voice(language, access.signed_in(request) is not None)


def role_of(access: Access, request: gr.Request) -> str:
    """The role that a change is noted with. Raises PermissionError if the session just ended."""
    staff = access.signed_in(request)
    if staff is None:
        raise PermissionError("the session ended before the change")
    return staff.role.value
