"""Which addresses may be fetched from: the public internet, never the network we stand in."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

import httpx

from chat.library.errors import RefusedAddress
from records import Message

LONGEST_ADDRESS = 2000
_PORTS = {"http": 80, "https": 443}
# Ranges of IPv6 in which an IPv4 address is packed that a gateway then talks to: 6to4, Teredo and
# other protocol assignments, NAT64 (RFC 6052 and RFC 8215), and the old compatible form.
_PACKED = [
    ipaddress.IPv6Network(one)
    for one in ("2002::/16", "2001::/23", "64:ff9b::/96", "64:ff9b:1::/48", "::/96")
]
# Not global either, though older Pythons think so: protocol assignments, among them a metadata
# address of clouds (RFC 6890), and the deprecated relay of 6to4 (RFC 7526).
_NOT_GLOBAL = [ipaddress.IPv4Network(one) for one in ("192.0.0.0/24", "192.88.99.0/24")]

Resolver = Callable[[str, int], Sequence[str]]
"""The IP addresses of a host for a port. Raises OSError."""


def resolve(host: str, port: int) -> list[str]:
    """Ask the system's resolver. Raises OSError if it does not know the host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether an IP address is on the public internet.

    Not so: private, loopback, link-local (cloud metadata among them), carrier-grade NAT,
    multicast, reserved and documentation ranges; an IPv4 address inside an IPv6 one is judged
    as itself where it is mapped, and refused in every other packing.
    """
    try:
        one = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(one, ipaddress.IPv6Address):
        if one.ipv4_mapped is not None:
            return is_public(str(one.ipv4_mapped))
        if one.is_site_local or one.scope_id or any(one in network for network in _PACKED):
            return False
    elif any(one in network for network in _NOT_GLOBAL):
        return False
    # `is_global` follows the IANA registries of special-purpose addresses.
    return one.is_global and not (one.is_multicast or one.is_reserved or one.is_unspecified)


@dataclass(frozen=True, slots=True)
class AddressPolicy:
    """What may be connected to: these ports of addresses that `allows` lets through."""

    allows: Callable[[str], bool] = is_public
    ports: Collection[int] = field(default_factory=lambda: frozenset(_PORTS.values()))


def checked_url(address: str, policy: AddressPolicy) -> httpx.URL:
    """The address, if it is one that may be asked for. Raises RefusedAddress."""
    written = address.strip()
    if len(written) > LONGEST_ADDRESS:
        raise _refused("网址过长", "the address is too long")
    if any(not one.isprintable() or one.isspace() or one == "\\" for one in written):
        raise _refused("网址中有空白或控制字符", "the address holds blanks or control characters")
    try:
        url = httpx.URL(written)
    except httpx.InvalidURL as error:
        raise _refused("这不是有效的网址", "this is no valid address") from error
    if url.scheme not in _PORTS:
        raise _refused("只支持 http:// 和 https:// 网址", "only http:// and https:// are fetched")
    if url.userinfo:
        raise _refused("网址中不能有用户名或密码", "an address must hold no user name or password")
    if not url.host:
        raise _refused("网址中没有主机名", "the address names no host")
    if port_of(url) not in policy.ports:
        raise _refused(
            f"不允许端口 {port_of(url)}", f"port {port_of(url)} is not one that is fetched from"
        )
    return url.copy_with(fragment=None)


def checked_address(url: httpx.URL, policy: AddressPolicy, resolver: Resolver) -> str:
    """The IP address to connect to. Every address of the host must be allowed.

    Raises RefusedAddress.
    """
    try:
        addresses = resolver(url.raw_host.decode("ascii"), port_of(url))
    except (OSError, UnicodeError) as error:
        raise _refused(f"找不到主机 {url.host}", f"the host {url.host} is not known") from error
    if not addresses:
        raise _refused(f"找不到主机 {url.host}", f"the host {url.host} is not known")
    for one in addresses:
        if not policy.allows(one):
            raise _refused(
                f"{url.host} 指向内部网络地址 {one}，不予访问",
                f"{url.host} points to {one}, which is not on the public internet",
            )
    return addresses[0]


def port_of(url: httpx.URL) -> int:
    """The port, also where the address leaves it out."""
    return url.port or _PORTS[url.scheme]


def _refused(zh: str, en: str) -> RefusedAddress:
    return RefusedAddress(Message(zh, en))
