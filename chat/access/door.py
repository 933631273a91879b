"""Tells who is signed in, and lets nobody else use what is for staff."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator
from http.cookies import CookieError, SimpleCookie
from typing import Any, TypeVar, cast

import gradio as gr

from chat.accounts import Sessions, Staff

COOKIE = "policy-desk"

Handler = TypeVar("Handler", bound=Callable[..., Any])


class NotSignedIn(gr.Error):
    """Something for staff was asked for without a session."""

    def __init__(self) -> None:
        super().__init__(
            "请先登录；登录可能已过期，请刷新页面后重新登录 "
            "(please sign in: the session may have expired)",
            title="未登录 / Not signed in",
            print_exception=False,
        )


class Door:
    """Knows the sessions. Without any, as on a page without a desk, nobody is signed in."""

    def __init__(self, sessions: Sessions | None = None) -> None:
        self._sessions = sessions
        self._guarded: list[Callable[..., Any]] = []

    @property
    def guarded(self) -> tuple[Callable[..., Any], ...]:
        """The staff's handlers so far, as they are connected to events."""
        return tuple(self._guarded)

    def signed_in(self, request: gr.Request) -> Staff | None:
        """Whose session the request's cookie names; None without one that lasts."""
        return self.staff_of(request.headers.get("cookie"))

    def existing(self, request: gr.Request) -> Staff:
        """Whose session it is. Raises NotSignedIn."""
        staff = self.signed_in(request)
        if staff is None:
            raise NotSignedIn
        return staff

    def staff_of(self, cookie_header: str | None) -> Staff | None:
        """The same for the `Cookie` header of any request."""
        token = session_token(cookie_header)
        return self._sessions.staff(token) if self._sessions and token else None

    def token(self, request: gr.Request) -> str:
        """The token of the session that lasts. Raises NotSignedIn."""
        self.existing(request)
        return session_token(request.headers.get("cookie"))

    def lasts(self, token: str) -> bool:
        """Whether the session of a token has not ended."""
        return self._sessions is not None and self._sessions.staff(token) is not None

    def staff_only(self, handler: Handler) -> Handler:
        """The handler of an event, a function or a generator, that refuses without a session.

        It needs a parameter `request: gr.Request`. It raises NotSignedIn then, whichever way it is
        called: by the page, or through Gradio's API. All such handlers are kept in `guarded`.
        """
        if "request" not in inspect.signature(handler).parameters:
            raise TypeError(f"{handler!r} is to be for staff only, but takes no request")

        def check(arguments: tuple[Any, ...]) -> None:
            request = next((one for one in arguments if isinstance(one, gr.Request)), None)
            if request is None or self.signed_in(request) is None:
                raise NotSignedIn

        guarded: Callable[..., Any]
        if inspect.isgeneratorfunction(handler):

            @functools.wraps(handler)
            def steps(*arguments: Any) -> Iterator[Any]:
                check(arguments)
                yield from handler(*arguments)

            guarded = steps
        else:

            @functools.wraps(handler)
            def call(*arguments: Any) -> Any:
                check(arguments)
                return handler(*arguments)

            guarded = call
        self._guarded.append(guarded)
        return cast(Handler, guarded)


def session_token(cookie_header: str | None) -> str:
    """The token in a `Cookie` header, "" if there is none."""
    cookies: SimpleCookie = SimpleCookie()
    try:
        cookies.load(cookie_header or "")
    except CookieError:
        return ""
    return cookies[COOKIE].value if COOKIE in cookies else ""
