"""ASGI middleware that takes no more of a request's body than the page itself ever sends."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from chat.access.middleware import brings_files, refusal

# The page sends a whole talk back with each question: some 20 KB for a long answer.
MOST_BYTES = 8 * 2**20
_TOO_LARGE = "请求过大 (the request is too large)"


class BodyLimit:
    """Answers 413 to a larger body: it would be held in memory before anybody looks at it.

    Files are let through: only staff may send them, and Gradio limits their size.
    """

    def __init__(self, app: ASGIApp, most_bytes: int = MOST_BYTES) -> None:
        """Wrap `app`."""
        self._app = app
        self._most = most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse what it announces to be, or turns out to be, too large."""
        if scope["type"] != "http" or brings_files(scope):
            await self._app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "")
        if announced.isdecimal() and int(announced) > self._most:
            await refusal(413, _TOO_LARGE)(scope, receive, send)
            return
        await self._app(scope, self._counted(receive), send)

    def _counted(self, receive: Receive) -> Receive:
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self._most:
                # Whoever reads the body lets it pass, and Starlette makes a response of it.
                raise HTTPException(413, _TOO_LARGE)
            return message

        return counted
