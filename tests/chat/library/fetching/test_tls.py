"""Over TLS the certificate must be for the host that was asked for, not for where it stands."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from chat.library.errors import RefusedAddress
from chat.library.fetching import AddressPolicy, PageFetcher

HOST = "policies.example"


def certificate(folder: Path) -> Path:
    """A certificate for HOST, signed by itself, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "site.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + signed.public_bytes(serialization.Encoding.PEM)
    )
    return path


class Handler(BaseHTTPRequestHandler):
    """Gives one page, or leads from https to http."""

    def do_GET(self) -> None:
        self.send_response(302 if self.path == "/down" else 200)
        self.send_header("Location", f"http://{HOST}/")
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<p>page</p>")

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


@pytest.fixture
def pem(tmp_path: Path) -> Path:
    return certificate(tmp_path)


@pytest.fixture
def port(pem: Path) -> Iterator[int]:
    server = HTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server.server_port
    server.shutdown()
    server.server_close()
    thread.join()


def fetcher(port: int, trusted: Path | None) -> PageFetcher:
    policy = AddressPolicy(allows=lambda one: one == "127.0.0.1", ports={port, 80})
    authorities = ssl.create_default_context(cafile=trusted) if trusted else None
    return PageFetcher(policy=policy, resolver=lambda *_: ["127.0.0.1"], authorities=authorities)


def test_the_certificate_is_checked_for_the_host(port: int, pem: Path) -> None:
    upload = fetcher(port, pem)(f"https://{HOST}:{port}/a")
    assert (upload.content, upload.url) == (b"<p>page</p>", f"https://{HOST}:{port}/a")


@pytest.mark.parametrize("host", ["other.example", "127.0.0.1"])
def test_a_certificate_for_another_host_is_refused(port: int, pem: Path, host: str) -> None:
    with pytest.raises(RefusedAddress, match="could not be fetched"):
        fetcher(port, pem)(f"https://{host}:{port}/a")


def test_a_certificate_that_nobody_vouches_for_is_refused(port: int) -> None:
    with pytest.raises(RefusedAddress, match="could not be fetched"):
        fetcher(port, None)(f"https://{HOST}:{port}/a")


def test_nobody_is_led_from_https_to_http(port: int, pem: Path) -> None:
    with pytest.raises(RefusedAddress, match="from https to http"):
        fetcher(port, pem)(f"https://{HOST}:{port}/down")
