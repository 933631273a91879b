"""Fetching from a real server on this machine, whose address the policy of a test lets through."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from chat.library.errors import RefusedAddress
from chat.library.fetching import AddressPolicy, Limits, PageFetcher, is_public

PAGE = "<html><body><h1>算力券办法</h1><p>最高补助20万元。</p></body></html>".encode()
HTML = {"Content-Type": "text/html; charset=utf-8"}
Reply = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """A server that gives what the test says, and what it was asked for."""

    port: int
    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def gives(
        self, path: str, body: bytes = b"", status: int = 200, headers: dict[str, str] | None = None
    ) -> None:
        def reply(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, value in (HTML if headers is None else headers).items():
                handler.send_header(name, value)
            handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body)

        self.replies[path] = reply

    def leads(self, path: str, to: str, status: int = 302) -> None:
        self.gives(path, status=status, headers={"Location": to})

    def address(self, path: str = "/", host: str = "policies.example") -> str:
        return f"http://{host}:{self.port}{path}"


@pytest.fixture
def site() -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append((self.path, dict(self.headers)))
            made.replies[self.path](self)

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    made = Site(server.server_port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    server.shutdown()
    server.server_close()
    thread.join()


def fetcher(site: Site, **limits: float) -> PageFetcher:
    """Every host stands on this machine; loopback is allowed, what lies inside otherwise not."""

    def resolver(host: str, port: int) -> list[str]:
        return {"inside.example": ["10.0.0.1"], "metadata.example": ["169.254.169.254"]}.get(
            host, ["127.0.0.1"]
        )

    policy = AddressPolicy(
        allows=lambda one: one == "127.0.0.1" or is_public(one), ports={site.port}
    )
    return PageFetcher(Limits(**limits), policy, resolver)  # type: ignore[arg-type]


def test_a_page_comes_with_its_name_and_address(site: Site) -> None:
    site.gives("/zc/2026/ai.html?id=3", PAGE)
    upload = fetcher(site)(site.address("/zc/2026/ai.html?id=3#top"))
    assert (upload.name, upload.content) == ("ai.html", PAGE)
    assert upload.url == site.address("/zc/2026/ai.html?id=3")


def test_the_connection_goes_to_the_checked_address_and_names_the_host(site: Site) -> None:
    """The host name is known to nobody: had it been looked up again, nothing would have come."""
    site.gives("/", PAGE)
    fetcher(site)(site.address())
    ((_, headers),) = site.asked
    assert headers["Host"] == f"policies.example:{site.port}"
    assert "Cookie" not in headers


def test_a_name_is_looked_up_once_so_that_it_cannot_change(site: Site) -> None:
    site.gives("/", PAGE)
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    policy = AddressPolicy(allows=lambda one: one == "127.0.0.1", ports={site.port})
    PageFetcher(policy=policy, resolver=lambda *_: next(answers))(site.address())
    assert next(answers) == ["10.0.0.1"]


def test_by_default_this_machine_is_not_fetched_from(site: Site) -> None:
    site.gives("/", PAGE)
    closed = PageFetcher(policy=AddressPolicy(ports={site.port}))
    for host in ("127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]"):
        with pytest.raises(RefusedAddress, match="public internet"):
            closed(site.address(host=host))
    with pytest.raises(RefusedAddress, match="port"):
        PageFetcher()(site.address(host="127.0.0.1"))
    assert site.asked == []


def test_a_proxy_of_the_environment_is_not_used(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    site.gives("/", PAGE)
    assert fetcher(site)(site.address()).content == PAGE


# Redirects


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(site: Site, status: int) -> None:
    site.leads("/old", "new.html", status)
    site.gives("/new.html", PAGE)
    upload = fetcher(site)(site.address("/old"))
    assert (upload.name, upload.url) == ("new.html", site.address("/new.html"))


@pytest.mark.parametrize(
    ("to", "why"),
    [
        ("http://inside.example:{port}/", "public internet"),
        ("http://metadata.example:{port}/latest/meta-data", "public internet"),
        ("//inside.example:{port}/", "public internet"),
        ("http://policies.example:22/", "port"),
        ("http://policies.example/", "port"),
        ("file:///etc/passwd", "only http"),
        ("ftp://policies.example/", "only http"),
        ("http://user:word@policies.example:{port}/", "user name"),
        ("http://[::1", "could not be fetched"),
    ],
)
def test_every_redirect_is_checked_anew(site: Site, to: str, why: str) -> None:
    site.leads("/", to.format(port=site.port))
    with pytest.raises(RefusedAddress, match=why):
        fetcher(site)(site.address())
    assert len(site.asked) == 1


def test_a_redirect_to_nowhere_and_a_circle(site: Site) -> None:
    site.gives("/nowhere", status=302, headers={})
    with pytest.raises(RefusedAddress, match="nowhere"):
        fetcher(site)(site.address("/nowhere"))
    site.asked.clear()
    site.leads("/circle", "/circle")
    with pytest.raises(RefusedAddress, match="more than 5"):
        fetcher(site)(site.address("/circle"))
    assert len(site.asked) == 6


# Limits


def test_a_page_that_says_it_is_too_large_or_just_is(site: Site) -> None:
    site.gives("/", b"x" * 2000)
    with pytest.raises(RefusedAddress, match="over the limit"):
        fetcher(site, most_bytes=1999)(site.address())
    assert len(fetcher(site, most_bytes=2000)(site.address()).content) == 2000


def test_a_packed_page_is_unpacked_up_to_the_limit(site: Site) -> None:
    packed = {**HTML, "Content-Encoding": "gzip"}
    site.gives("/", gzip.compress(PAGE), headers=packed)
    assert fetcher(site)(site.address()).content == PAGE
    bomb = gzip.compress(bytes(200 * 2**20))
    site.gives("/bomb", bomb, headers=packed)
    with pytest.raises(RefusedAddress, match="over the limit"):
        fetcher(site, most_bytes=2**20)(site.address("/bomb"))
    of_nothing = gzip.compress(b"")[:10] + b"\x00\x00\x00\xff\xff" * 2**18  # empty blocks
    site.gives("/hollow", of_nothing, headers=packed)
    with pytest.raises(RefusedAddress, match="over the limit"):
        fetcher(site, most_bytes=2**20)(site.address("/hollow"))


@pytest.mark.parametrize(
    ("encoding", "body", "why"),
    [
        ("br", PAGE, "packs pages with br"),
        ("gzip", b"not packed", "damaged"),
        ("gzip", gzip.compress(PAGE)[:-12], "incomplete"),
        ("gzip", gzip.compress(PAGE[:40]) + gzip.compress(PAGE[40:]), "as a whole"),
        ("gzip", gzip.compress(PAGE) + b"x", "as a whole"),
    ],
)
def test_packed_pages_that_cannot_be_unpacked(
    site: Site, encoding: str, body: bytes, why: str
) -> None:
    site.gives("/", body, headers={**HTML, "Content-Encoding": encoding})
    with pytest.raises(RefusedAddress, match=why):
        fetcher(site)(site.address())


@pytest.mark.parametrize("stage", ["head", "body"])
def test_a_site_that_never_ends_is_left_in_time(site: Site, stage: str) -> None:
    left = threading.Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n")
        if stage == "body":
            handler.wfile.write(b"\r\n")
        try:
            while not left.wait(0.05):
                handler.wfile.write(b"x: y\r\n" if stage == "head" else b"x")
        except OSError:
            left.set()

    site.replies["/"] = drip
    with pytest.raises(RefusedAddress, match="within"):
        fetcher(site, seconds=0.3)(site.address())
    assert left.wait(10)  # the connection was closed


def test_a_site_that_breaks_off(site: Site) -> None:
    def broken(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9\r\n")
        handler.wfile.write(b"\r\nx")

    site.replies["/"] = broken
    with pytest.raises(RefusedAddress, match="could not be fetched"):
        fetcher(site)(site.address())


# What comes


@pytest.mark.parametrize("status", [204, 401, 404, 500])
def test_an_error_is_no_page(site: Site, status: int) -> None:
    site.gives("/", PAGE if status != 204 else b"", status=status)
    with pytest.raises(RefusedAddress, match=str(status)):
        fetcher(site)(site.address())


@pytest.mark.parametrize(
    ("path", "said", "name"),
    [
        ("/a", "text/html", "a.html"),
        ("/", "text/html; charset=gbk", "policies.example.html"),
        ("/a.jsp", "application/pdf", "a.pdf"),
        ("/%E5%8A%9E%E6%B3%95.pdf", "application/octet-stream", "办法.pdf"),
        ("/..%2F..%2Fetc%2Fpasswd", "text/plain", "passwd.txt"),
        ("/a%00%0Ab.txt", "text/plain", "ab.txt"),
        ("/%3Cscript%3E.html", "text/html", "<script>.html"),
    ],
)
def test_the_name_of_what_is_fetched(site: Site, path: str, said: str, name: str) -> None:
    site.gives(path, PAGE, headers={"Content-Type": said})
    assert fetcher(site)(site.address(path)).name == name


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/a", "application/octet-stream"),
        ("/a.exe", "application/octet-stream"),
        ("/a.pdf", "video/mp4"),
        ("/a.html", "application/zip"),
        ("/a.html", ""),
        ("/a.html", "nonsense"),
    ],
)
def test_what_is_no_document_is_not_taken(site: Site, path: str, said: str) -> None:
    site.gives(path, PAGE, headers={"Content-Type": said} if said else {})
    with pytest.raises(RefusedAddress, match="no document"):
        fetcher(site)(site.address(path))
