"""An embedding server, played by a function."""

from __future__ import annotations

import json
from collections.abc import Callable

import httpx
import numpy as np
import pytest

from index.embedding.server import BATCH, EmbeddingServerError, ServerEmbedder
from index.errors import EmbeddingError

URL = "http://localhost:8000/v1"


class Server:
    """Answers with the vector (length of the text, 1); keeps what it was asked."""

    def __init__(self, change: Callable[[list[dict[str, object]]], object] | None = None) -> None:
        self.requests: list[httpx.Request] = []
        self._change = change or (lambda rows: rows)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        rows: list[dict[str, object]] = [
            {"index": n, "embedding": [float(len(text)), 1.0]}
            for n, text in enumerate(json.loads(request.content)["input"])
        ]
        return httpx.Response(200, json={"data": self._change(rows)})

    @property
    def bodies(self) -> list[dict[str, object]]:
        return [json.loads(request.content) for request in self.requests]


def embedder(
    server: Callable[[httpx.Request], httpx.Response], url: str = URL, api_key: str = ""
) -> ServerEmbedder:
    client = httpx.Client(transport=httpx.MockTransport(server))
    return ServerEmbedder(url, "bge-m3", api_key, client)


def unit(length: int) -> list[float]:
    vector = np.array([length, 1.0])
    return (vector / np.linalg.norm(vector)).tolist()  # type: ignore[no-any-return]


def test_vectors_come_in_the_order_of_the_texts_whatever_the_order_of_the_answer() -> None:
    server = Server(lambda rows: rows[::-1])
    vectors = embedder(server).embed_passages(["甲", "甲乙丙", "甲乙"])
    np.testing.assert_allclose(vectors, [unit(1), unit(3), unit(2)], rtol=1e-6)
    assert vectors.dtype == np.float32


def test_a_question_gives_one_vector() -> None:
    vector = embedder(Server()).embed_query("甲乙")
    assert vector.shape == (2,)
    np.testing.assert_allclose(vector, unit(2), rtol=1e-6)


def test_the_request_is_that_of_the_openai_api() -> None:
    server = Server()
    embedder(server, URL + "/", api_key="secret").embed_query("甲")
    (request,) = server.requests
    assert (request.method, str(request.url)) == ("POST", f"{URL}/embeddings")
    assert request.headers["Authorization"] == "Bearer secret"
    assert server.bodies == [{"model": "bge-m3", "input": ["甲"], "encoding_format": "float"}]


def test_without_a_key_no_authorization_is_sent() -> None:
    server = Server()
    embedder(server).embed_query("甲")
    assert "Authorization" not in server.requests[0].headers


def test_many_texts_go_in_several_requests() -> None:
    server = Server()
    texts = ["字" * (n % 7 + 1) for n in range(2 * BATCH + 1)]
    vectors = embedder(server).embed_passages(texts)
    assert [len(body["input"]) for body in server.bodies] == [BATCH, BATCH, 1]  # type: ignore[arg-type]
    np.testing.assert_allclose(vectors, [unit(len(text)) for text in texts], rtol=1e-6)


def refuse(request: httpx.Request) -> httpx.Response:
    return httpx.Response(401, json={"error": "bad key"}, request=request)


def unreachable(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("connection refused", request=request)


def page(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, text="<html>not an API</html>", request=request)


@pytest.mark.parametrize(
    ("server", "said"),
    [
        (refuse, "401"),
        (unreachable, "connection refused"),
        (page, "JSONDecodeError"),
        (Server(lambda rows: [{"embedding": row["embedding"]} for row in rows]), "index"),
        (Server(lambda rows: [{**rows[0], "embedding": [1.0]}, rows[1]]), "inhomogeneous"),
        (Server(lambda rows: [{**row, "embedding": None} for row in rows]), "shape"),
        (Server(lambda rows: [{**row, "embedding": "AAAA"} for row in rows]), "could not convert"),
        (Server(lambda _: "no list"), "TypeError"),
    ],
)
def test_whatever_goes_wrong_is_said_in_one_line(
    server: Callable[[httpx.Request], httpx.Response], said: str
) -> None:
    with pytest.raises(EmbeddingServerError) as caught:
        embedder(server, api_key="secret").embed_passages(["甲", "乙"])
    message = str(caught.value)
    assert said in message
    assert f"{URL}/embeddings" in message
    assert "secret" not in message
    assert "\n" not in message
    assert isinstance(caught.value, EmbeddingError)


@pytest.mark.parametrize(
    "change",
    [
        lambda rows: rows[:1],
        lambda rows: [*rows, {"index": 2, "embedding": [1.0, 1.0]}],
        lambda rows: [{**row, "embedding": 1.0} for row in rows],
    ],
)
def test_vectors_of_another_shape_are_refused(
    change: Callable[[list[dict[str, object]]], object],
) -> None:
    with pytest.raises(EmbeddingServerError, match=r"2 texts.*shape"):
        embedder(Server(change)).embed_passages(["甲", "乙"])


def test_the_name_tells_servers_and_models_apart() -> None:
    names = {
        ServerEmbedder(url, model).name
        for url in (URL, "http://other/v1")
        for model in ("bge-m3", "e5")
    }
    assert len(names) == 4
    assert ServerEmbedder(URL, "e5").name == ServerEmbedder(URL + "/", "e5").name
