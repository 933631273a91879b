"""ASGI middleware that turns requests away before Gradio sees them."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from chat.access.door import Door
from chat.access.routes import SESSION, SIGN_IN, SIGN_OUT

_SAFE = {"GET", "HEAD", "OPTIONS"}
# What signing in itself needs, and what Gradio asks of its own server when it starts.
_FREE = {SIGN_IN, SIGN_OUT, SESSION, "/gradio_api/startup-events"}


class SameOrigin:
    """Only pages of this very origin may change anything (OWASP, “CSRF Prevention”).

    Browsers say so in `Sec-Fetch-Site`, or over plain http in `Origin` alone. Programs that are no
    browsers send neither, and carry nobody's cookie.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 403."""
        if scope["type"] == "http" and scope["method"] not in _SAFE:
            headers = Headers(scope=scope)
            if not _is_own(headers):
                await refusal(403, "不接受来自其他网站的请求 (cross-site request)")(
                    scope, receive, send
                )
                return
        await self._app(scope, receive, send)


class StaffUploads:
    """Only staff may put files on the server: Gradio takes them from anybody.

    Several of its addresses read the files of a form, and do so before they look at anything else.
    The page itself sends forms to none but the one for uploads.
    """

    def __init__(self, app: ASGIApp, door: Door) -> None:
        """Wrap `app`; `door` knows who is signed in."""
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 401."""
        if brings_files(scope) and not await _is_staff(self._door, scope):
            await refusal(401, "请先登录 (please sign in)")(scope, receive, send)
            return
        await self._app(scope, receive, send)


class SignInFirst:
    """The whole page is for staff: everybody else gets the page to sign in, and nothing more."""

    def __init__(self, app: ASGIApp, door: Door, page: Callable[[str | None], str]) -> None:
        """Wrap `app`. `page` makes the page to sign in, for an `Accept-Language` header."""
        self._app = app
        self._door = door
        self._page = page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer with the page to sign in or 401."""
        if await self._may_pass(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await self._turn_away(scope)(scope, receive, send)

    async def _may_pass(self, scope: Scope) -> bool:
        if scope["type"] not in {"http", "websocket"}:
            return True
        return _path(scope) in _FREE or await _is_staff(self._door, scope)

    def _turn_away(self, scope: Scope) -> Response:
        if scope["method"] in {"GET", "HEAD"} and _path(scope) == "/":
            language = Headers(scope=scope).get("accept-language")
            return HTMLResponse(self._page(language), headers={"Cache-Control": "no-store"})
        return refusal(401, "请先登录 (please sign in)")


async def _is_staff(door: Door, scope: Scope) -> bool:
    cookie = Headers(scope=scope).get("cookie")
    return await run_in_threadpool(door.staff_of, cookie) is not None


def brings_files(scope: Scope) -> bool:
    """Whether a request sends a form with files, or sends to the address that takes them."""
    if scope["type"] != "http" or scope["method"] in _SAFE:
        return False
    kind = Headers(scope=scope).get("content-type", "").strip().lower()
    return kind.startswith("multipart/") or _path(scope).rstrip("/").endswith("/gradio_api/upload")


def _path(scope: Scope) -> str:
    path: str = scope["path"]
    return path


def _is_own(headers: Headers) -> bool:
    if (site := headers.get("sec-fetch-site")) is not None:
        return site in {"same-origin", "none"}
    if (origin := headers.get("origin")) is None:
        return True
    hosts = {headers.get("host"), headers.get("x-forwarded-host")}
    return urlsplit(origin).netloc in hosts


def refusal(status: int, message: str) -> JSONResponse:
    """The response that turns a request away."""
    return JSONResponse({"message": message}, status_code=status)
