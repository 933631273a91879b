"""Which addresses may be fetched: tried with all the ways to write one that may not."""

from __future__ import annotations

import pytest

from chat.library.errors import RefusedAddress
from chat.library.fetching.addresses import (
    AddressPolicy,
    checked_address,
    checked_url,
    is_public,
    resolve,
)

POLICY = AddressPolicy()


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.100.100.200",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::a00:1",
        "2002:7f00:1::",
        "2001:0:53aa:64c:0:0:80ff:fffe",
        "2001:db8::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "ff0e::1",
        "no address",
        "",
    ],
)
def test_what_is_not_on_the_public_internet(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "223.5.5.5", "2400:3200::1", "::ffff:223.5.5.5", "100.128.0.1"]
)
def test_what_is(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.org/a",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "gopher://example.org/",
        "//example.org/",
        "example.org",
        "",
        "http://",
        "http:///a",
        "http://user@example.org/",
        "http://user:word@example.org/",
        "http://example.org@127.0.0.1/",
        "http://example.org:22/",
        "http://example.org:8080/",
        "https://example.org:6379/",
        "http://example.org:99999/",
        "http://exa mple.org/",
        "http://example.org\\@127.0.0.1/",
        "http://example.org/\r\nHost: other",
        "http://example.org/\x00",
        "http://[::1",
        "http://example.org/" + "a" * 2000,
    ],
)
def test_addresses_that_are_not_asked_for(address: str) -> None:
    with pytest.raises(RefusedAddress):
        checked_url(address, POLICY)


def test_a_fragment_is_left_out_and_ports_go_without_saying() -> None:
    assert str(checked_url(" https://example.org/a?b=1#c ", POLICY)) == "https://example.org/a?b=1"
    assert str(checked_url("http://example.org:80/", POLICY)) == "http://example.org/"


def test_every_address_of_a_host_must_be_public() -> None:
    url = checked_url("http://example.org/", POLICY)
    assert checked_address(url, POLICY, lambda *_: ["8.8.8.8", "2400:3200::1"]) == "8.8.8.8"
    for inner in ("10.0.0.1", "::1", "::ffff:10.0.0.1"):
        with pytest.raises(RefusedAddress, match=r"example\.org points to"):
            checked_address(url, POLICY, lambda *_, inner=inner: ["8.8.8.8", inner])
    with pytest.raises(RefusedAddress, match="not known"):
        checked_address(url, POLICY, lambda *_: [])


def test_a_host_that_nobody_knows() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise OSError("unknown")

    with pytest.raises(RefusedAddress, match="not known"):
        checked_address(checked_url("http://example.org/", POLICY), POLICY, unknown)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "localhost", "[::1]"]
)
def test_loopback_however_it_is_written(host: str) -> None:
    """By the system's own resolver, which needs no network for these."""
    with pytest.raises(RefusedAddress):
        checked_address(checked_url(f"http://{host}/", POLICY), POLICY, resolve)
