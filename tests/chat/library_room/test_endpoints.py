"""Every event of the room, called through Gradio's own queue without the page."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.routing import BaseRoute, Route

from chat.library.fetching import PageFetcher
from tests.chat.library.library_service import RENT
from tests.chat.library_room.library_page import LibrarySite

PUBLIC = {"greet", "look", "open", "questions"}
STAFF = {
    "edit", "amend", "withdraw", "restore",
    "intake", "settle", "tidy", "stage", "fetch", "pick", "save", "discard",
}  # fmt: skip
DATA = {"document": "loan", "version": "", "token": "x", "address": "ftp://x", "name": "x.md"}


def handlers(site: LibrarySite) -> dict[str, int]:
    """The number of every event whose handler is of this room, by the handler's name."""
    return {
        function.fn.__name__: number
        for number, function in site.blocks.fns.items()
        if function.fn is not None and function.fn.__module__.startswith("chat.library_room")
    }


def call(site: LibrarySite, number: int, cookie: str = "", **data: str) -> Mapping[str, Any]:
    """What the queue says at last of an event."""
    session = secrets.token_hex(8)
    headers = {"Cookie": cookie} if cookie else {}
    inputs = len(site.blocks.fns[number].inputs)
    with httpx.Client(base_url=site.address, headers=headers, trust_env=False) as client:
        event = {
            "data": [None] * inputs,
            "event_data": DATA | data,
            "fn_index": number,
            "session_hash": session,
            "trigger_id": None,
        }
        client.post("gradio_api/queue/join", json=event).raise_for_status()
        with client.stream("GET", f"gradio_api/queue/data?session_hash={session}") as told:
            for line in told.iter_lines():
                message = json.loads(line.removeprefix("data:")) if line else {}
                if message.get("msg") == "process_completed":
                    return dict(message)
    raise AssertionError("the event never ended")


def test_every_event_is_public_or_guarded(site: LibrarySite) -> None:
    found = handlers(site)
    assert set(found) == PUBLIC | STAFF
    guarded = {one.__name__ for one in site.door.guarded if "library_room" in one.__module__}
    assert guarded == STAFF


def test_nothing_for_staff_is_done_without_a_session(site: LibrarySite) -> None:
    before = site.room.service.revision()
    site.desk.sessions.end(site.token)
    for name, number in handlers(site).items():
        if name in PUBLIC:
            continue
        for cookie in ("", site.cookie, "policy-desk=guessed"):
            ended = call(site, number, cookie)
            assert not ended["success"], name
            assert "请先登录" in ended["output"]["error"], name
    assert site.room.service.revision() == before


def test_with_a_session_the_same_events_work(site: LibrarySite) -> None:
    site.room.service._fetch = PageFetcher()
    for name, number in handlers(site).items():
        assert call(site, number, site.cookie)["success"], name


def test_nothing_withdrawn_is_told_to_the_public(site: LibrarySite) -> None:
    site.room.service.withdraw("loan", site.room.version("loan"), site.actor)
    for name in PUBLIC - {"greet"}:
        output = json.dumps(call(site, handlers(site)[name])["output"], ensure_ascii=False)
        assert "贷款贴息" not in output, name


def test_no_file_but_an_upload_is_read(site: LibrarySite, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text(RENT, "utf-8")
    for path in (str(secret), "/etc/passwd", "", "\0"):
        ended = call(site, handlers(site)["stage"], site.cookie, path=path)
        output = json.dumps(ended["output"], ensure_ascii=False)
        # Gradio refuses paths outside its folder too, before the room sees them.
        assert "上传已过期" in output or not ended["success"]
        assert "场地补贴" not in output
    assert secret.exists()


def posts(routes: Iterable[BaseRoute]) -> Iterator[str]:
    """Every address that takes a POST, with something in the place of its parameters."""
    for one in routes:
        if isinstance(one, Route) and "POST" in (one.methods or ()):
            yield re.sub(r"\{[^}]*\}", "x", one.path)
        elif (router := getattr(one, "original_router", None)) is not None:  # FastAPI's
            yield from posts(router.routes)


@pytest.mark.parametrize("kind", ["multipart/form-data", "Multipart/Form-Data", "multipart/mixed"])
def test_no_address_takes_files_from_anybody_but_staff(site: LibrarySite, kind: str) -> None:
    addresses = sorted({*posts(site.blocks.app.routes)})
    assert {"/gradio_api/upload", "/gradio_api/process_recording"} < set(addresses)
    disposition = b'Content-Disposition: form-data; name="video"; filename="a"'
    body = b"--b\r\n" + disposition + b"\r\n\r\nx\r\n--b--\r\n"
    with httpx.Client(base_url=site.address, trust_env=False) as client:
        for cookie in ("", "policy-desk=guessed"):
            headers = {"content-type": f"{kind}; boundary=b", "cookie": cookie}
            for address in addresses:
                response = client.post(address, content=body, headers=headers)
                assert response.status_code == 401, (address, response.text)


def test_files_of_staff_are_taken_up_to_the_limit(site: LibrarySite) -> None:
    address = f"{site.address}gradio_api/upload"
    for size, status in ((2**20, 200), (2**20 + 1, 413)):
        files = {"files": ("a.txt", bytes(size))}
        sent = httpx.post(address, files=files, headers={"Cookie": site.cookie}, trust_env=False)
        assert sent.status_code == status
