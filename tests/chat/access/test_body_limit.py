"""Nobody fills the server's memory with one request."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from chat.access import BodyLimit

MOST = 100


async def size(request: Request) -> JSONResponse:
    return JSONResponse(len(await request.body()))


@pytest.fixture
def client() -> TestClient:
    routes = [Route("/run", size, methods=["POST"])]
    limit = Middleware(BodyLimit, most_bytes=MOST)
    return TestClient(Starlette(routes=routes, middleware=[limit]))


def parts(count: int) -> Iterator[bytes]:
    """A body whose size nobody announces."""
    for _ in range(count):
        yield b"x" * 10


@pytest.mark.parametrize(("count", "status"), [(10, 200), (11, 413)])
def test_a_body_is_taken_up_to_the_limit_whether_announced_or_not(
    client: TestClient, count: int, status: int
) -> None:
    assert client.post("/run", content=b"".join(parts(count))).status_code == status
    assert client.post("/run", content=parts(count)).status_code == status


def test_files_are_limited_elsewhere(client: TestClient) -> None:
    assert client.post("/run", files={"file": b"x" * (2 * MOST)}).status_code == 200
