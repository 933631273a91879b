"""Signing in and out over plain HTTP: Gradio's events cannot set a cookie."""

from __future__ import annotations

import json
from collections.abc import Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from chat.access.door import COOKIE, session_token
from chat.accounts import LockedOut, Sessions, SignIn, SignInError
from chat.language import Language, language_of
from records import Message

SIGN_IN = "/staff/sign-in"
SIGN_OUT = "/staff/sign-out"
SESSION = "/staff/session"
# A name and a password; more is no attempt to sign in.
_MOST_BYTES = 4096


def sign_in_routes(sign_in: SignIn, sessions: Sessions) -> list[Route]:
    """`POST` of `{"name", "password"}` begins a session, `POST` to sign out ends it.

    The cookie lasts as long as the browser is open, and the session in the database as long as
    the settings say. It is HttpOnly, SameSite=Strict, and Secure where the page came by https.
    `GET /staff/session` answers 204 while the session lasts and 401 after.
    """

    async def enter(request: Request) -> Response:
        given = await _credentials(request)
        if given is None:
            return _refused(request, Message("请求格式不对", "Malformed request"), 400)
        address = request.client.host if request.client else ""
        try:
            token = await run_in_threadpool(sign_in.sign_in, *given, address)
        except SignInError as error:
            return _refused(request, error.message, 429 if isinstance(error, LockedOut) else 401)
        response = Response(status_code=204)
        response.set_cookie(
            COOKIE, token, httponly=True, samesite="strict", secure=_is_secure(request), path="/"
        )
        return response

    async def leave(request: Request) -> Response:
        await run_in_threadpool(sessions.end, session_token(request.headers.get("cookie")))
        response = Response(status_code=204)
        response.delete_cookie(
            COOKIE, httponly=True, samesite="strict", secure=_is_secure(request), path="/"
        )
        return response

    async def session(request: Request) -> Response:
        token = session_token(request.headers.get("cookie"))
        staff = await run_in_threadpool(sessions.staff, token)
        return Response(status_code=204 if staff else 401)

    return [
        Route(SIGN_IN, enter, methods=["POST"]),
        Route(SIGN_OUT, leave, methods=["POST"]),
        Route(SESSION, session, methods=["GET"]),
    ]


async def _credentials(request: Request) -> tuple[str, str] | None:
    """Name and password of a JSON body, None for anything else.

    A form on another site can post no JSON.
    """
    if request.headers.get("content-type", "").split(";")[0].strip() != "application/json":
        return None
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _MOST_BYTES:
            return None
    try:
        given = json.loads(body)
    except ValueError:
        return None
    if not isinstance(given, Mapping):
        return None
    name, password = given.get("name"), given.get("password")
    return (name, password) if isinstance(name, str) and isinstance(password, str) else None


def _refused(request: Request, message: Message, status: int) -> JSONResponse:
    """Why, in the language of the browser."""
    english = language_of(request) is Language.ENGLISH
    return JSONResponse({"message": message.en if english else message.zh}, status_code=status)


def _is_secure(request: Request) -> bool:
    """Whether the browser came by https, a proxy in front of us included."""
    return "https" in (request.url.scheme, request.headers.get("x-forwarded-proto", ""))
