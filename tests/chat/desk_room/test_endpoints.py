"""Everything on the page that is not for the public refuses without a session, API included.

The tests are made from the page's own list of endpoints: a new one is either named here as public,
or has to refuse.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from gradio.block_function import BlockFunction

from chat.access.body_limit import MOST_BYTES
from chat.accounts import Sessions
from tests.chat.conftest import PATIENCE_SECONDS
from tests.chat.desk_room.conftest import NAME, PASSWORD, DeskSite

PUBLIC = {
    "ChatRoom._ask",
    "ChatRoom._show_evidence",
    "ChatRoom._start_anew",
    "ChatRoom._greet",
    "ChatRoom._reopen",
    "ChatRoom._rate",
    "DeskRoom._enter",
    "_speak.<locals>.tab_labels",
}
STAFF_ROUTES = [
    ("GET", "/staff/unanswered.xlsx"),
    ("POST", "/staff/batch"),
    ("GET", "/staff/batch"),
    ("POST", "/staff/batch/stop"),
    ("GET", "/staff/batch/result"),
    ("GET", "/staff/session"),
    ("POST", "/gradio_api/upload"),
]


def guarded(site: DeskSite) -> list[BlockFunction]:
    return [one for one in site.blocks.fns.values() if one.fn and name_of(one) not in PUBLIC]


def name_of(function: BlockFunction) -> str:
    return str(getattr(function.fn, "__qualname__", function.name))


def outcome(client: httpx.Client, function: BlockFunction) -> dict[str, Any]:
    """What the queue says of a call, as the page makes it."""
    session = "s1"
    client.post(
        "/gradio_api/queue/join",
        json={
            "data": [None] * len(function.inputs),
            "event_data": {"view": "approved", "question": "算力服务券最高补多少？"},
            "fn_index": function._id,
            "session_hash": session,
        },
    ).raise_for_status()
    return last_message(client, f"/gradio_api/queue/data?session_hash={session}")


def last_message(client: httpx.Client, address: str) -> dict[str, Any]:
    with client.stream("GET", address) as stream:
        for line in stream.iter_lines():
            message: dict[str, Any] = json.loads(line[6:]) if line.startswith("data: ") else {}
            if message.get("msg") == "process_completed":
                return message
    raise AssertionError(f"{address} ended without an outcome")


@pytest.fixture
def client(desk_site: DeskSite) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=desk_site.address, timeout=60, trust_env=False) as opened:
        yield opened


def test_every_endpoint_for_staff_refuses_without_a_session(
    desk_site: DeskSite, client: httpx.Client
) -> None:
    functions = guarded(desk_site)
    assert len(functions) >= 8
    for function in functions:
        told = outcome(client, function)
        assert told["success"] is False, name_of(function)
        assert "请先登录" in told["output"]["error"], name_of(function)
    for cookie in ("policy-desk=nonsense", "policy-desk=", 'policy-desk="\\'):
        client.headers["cookie"] = cookie
        assert outcome(client, functions[0])["success"] is False


def test_the_other_ways_to_call_them_refuse_too(desk_site: DeskSite, client: httpx.Client) -> None:
    for function in guarded(desk_site):
        for path in (f"run/{function.api_name}", f"call/{function.api_name}"):
            body = {
                "data": [None] * len(function.inputs),
                "fn_index": function._id,
                "event_data": {"view": "queue"},
                "session_hash": "s2",
            }
            response = client.post(f"/gradio_api/{path}", json=body)
            if response.status_code == 200:
                event = response.json()["event_id"]
                told = client.get(f"/gradio_api/call/{function.api_name}/{event}").text
                assert "event: error" in told, (path, told)
                assert "event: complete" not in told
    assert desk_site.desk.journal.newest() == []
    assert desk_site.desk.approvals.all() == []


def test_no_call_may_fill_the_memory(client: httpx.Client) -> None:
    body = b'{"data": ["' + b"x" * MOST_BYTES
    for content in (body, iter([body])):
        response = client.post("/gradio_api/queue/join", content=content)
        assert response.status_code == 413


@pytest.mark.parametrize(("method", "path"), STAFF_ROUTES)
def test_every_address_for_staff_refuses_without_a_session(
    client: httpx.Client, method: str, path: str
) -> None:
    assert client.request(method, path).status_code == 401


def test_every_address_for_staff_is_tested(desk_site: DeskSite) -> None:
    from chat.desk_room import staff_routes

    routes = {
        (method, one.path) for one in staff_routes(desk_site.desk) for method in one.methods or ()
    }
    assert {one for one in routes if one[0] != "HEAD"} <= set(STAFF_ROUTES)


def sign_in(client: httpx.Client, password: str = PASSWORD) -> httpx.Response:
    return client.post("/staff/sign-in", json={"name": NAME, "password": password})


def test_a_session_opens_them_and_its_end_closes_them(
    desk_site: DeskSite, client: httpx.Client
) -> None:
    response = sign_in(client)
    assert response.status_code == 204
    cookie = response.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "secure" not in cookie
    view = next(one for one in guarded(desk_site) if name_of(one).endswith("_open_view"))
    assert outcome(client, view)["success"] is True
    assert client.get("/staff/session").status_code == 204

    token = client.cookies["policy-desk"]
    assert client.post("/staff/sign-out").status_code == 204
    client.cookies.set("policy-desk", token)
    assert outcome(client, view)["success"] is False
    assert client.get("/staff/session").status_code == 401


def test_the_cookie_is_secure_behind_https(client: httpx.Client) -> None:
    client.headers["x-forwarded-proto"] = "https"
    assert "Secure" in sign_in(client).headers["set-cookie"]


def test_an_expired_session_is_none(desk_site: DeskSite, client: httpx.Client) -> None:
    from datetime import timedelta

    from chat.clock import utc_now

    sign_in(client)
    late = Sessions(desk_site.desk.database, 12, lambda: utc_now() + timedelta(hours=13))
    assert late.staff(client.cookies["policy-desk"]) is None


@pytest.mark.parametrize(
    ("language", "told"), [("zh-CN", "账号或密码不正确"), ("en-GB", "Wrong name or password")]
)
def test_a_refused_sign_in_is_told_in_one_language(
    client: httpx.Client, language: str, told: str
) -> None:
    client.headers["accept-language"] = language
    assert sign_in(client, "not the password").json() == {"message": told}


@pytest.mark.parametrize(
    ("language", "told"),
    [("zh-CN", "没有找到“问题”列"), ("en-GB", "There is no column of questions")],
)
def test_a_refused_batch_is_told_in_one_language(
    client: httpx.Client, language: str, told: str
) -> None:
    sign_in(client)
    client.headers["accept-language"] = language
    begun = client.post("/staff/batch?name=a.csv", content=b"x,y\n1,2\n")
    for thread in threading.enumerate():
        if thread.name == "batch":
            thread.join(PATIENCE_SECONDS)
    message = client.get("/staff/batch").json()["message"]
    assert begun.status_code == 200
    assert message.startswith(told)
    assert ("There is" in message, "没有" in message) == (language == "en-GB", language == "zh-CN")


@pytest.mark.parametrize(
    ("language", "told"), [("zh-CN", "登录已过期"), ("en-GB", "Your session has ended")]
)
def test_an_address_for_staff_refuses_in_the_language_of_the_browser(
    client: httpx.Client, language: str, told: str
) -> None:
    response = client.get("/staff/batch", headers={"accept-language": language})
    assert response.json()["message"].startswith(told)


def test_failures_lock_the_account(client: httpx.Client) -> None:
    for _ in range(5):
        assert sign_in(client, "not the password").status_code == 401
    locked = sign_in(client)
    assert locked.status_code == 429
    assert "登录失败次数过多" in locked.json()["message"]


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "http://evil.example"},
        {"origin": "http://evil.example"},
        {"origin": "null"},
    ],
)
def test_no_other_site_can_change_anything(client: httpx.Client, headers: dict[str, str]) -> None:
    sign_in(client)
    assert client.post("/staff/sign-out", headers=headers).status_code == 403
    assert client.post("/gradio_api/queue/join", headers=headers, json={}).status_code == 403
    assert client.get("/staff/session").status_code == 204


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"name=wang&password=x", "application/x-www-form-urlencoded"),
        (b'{"name": "wang"}', "application/json"),
        (b'["wang", "x"]', "application/json"),
        (b'{"name": "wang", "password": "' + b"x" * 5000 + b'"}', "application/json"),
        (b"\xff", "application/json"),
    ],
)
def test_a_malformed_sign_in_is_told(client: httpx.Client, body: bytes, kind: str) -> None:
    response = client.post("/staff/sign-in", content=body, headers={"content-type": kind})
    assert response.status_code == 400


def test_a_site_for_staff_only_shows_nothing_else(closed_site: DeskSite) -> None:
    with httpx.Client(base_url=closed_site.address, timeout=60, trust_env=False) as client:
        page = client.get("/")
        assert "本系统仅供工作人员使用" in page.text
        assert "gradio_config" not in page.text
        for path in ("/config", "/gradio_api/info", "/gradio_api/queue/data?session_hash=x"):
            assert client.get(path).status_code == 401
        assert client.post("/gradio_api/queue/join", json={"fn_index": 0}).status_code == 401
        sign_in(client)
        assert "gradio_config" in client.get("/").text
        assert client.get("/config").status_code == 200
