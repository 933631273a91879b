"""Fetches one page. The connection goes to the very address that was checked."""

from __future__ import annotations

import asyncio
import ssl
import zlib
from dataclasses import dataclass

import httpx

from chat.library.errors import RefusedAddress
from chat.library.fetching.addresses import (
    AddressPolicy,
    Resolver,
    checked_address,
    checked_url,
    resolve,
)
from chat.library.fetching.content_types import file_name
from chat.library.staged import Upload
from records import Message

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# zlib's flag for “gzip or zlib, whichever it is”.
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a fetch may take in all, how much it may bring, how often it may be sent on."""

    seconds: float = 20.0
    most_bytes: int = 50 * 2**20
    redirects: int = 5


class PageFetcher:
    """Gives the page at an address as an Upload. Keeps no cookies, uses no proxy."""

    def __init__(
        self,
        limits: Limits | None = None,
        policy: AddressPolicy | None = None,
        resolver: Resolver = resolve,
        authorities: ssl.SSLContext | None = None,
    ) -> None:
        """By default: public addresses, ports 80 and 443, the system's resolver, and certificates
        that the usual authorities vouch for.
        """
        self._limits = limits or Limits()
        self._policy = policy or AddressPolicy()
        self._resolver = resolver
        self._authorities = authorities

    def __call__(self, address: str) -> Upload:
        """Fetch a page. Not to be called inside a running event loop. Raises RefusedAddress."""
        try:
            return asyncio.run(self._in_time(address))
        except TimeoutError as error:
            raise _refused(
                f"网站在 {self._limits.seconds:g} 秒内没有给出完整内容",
                f"the site did not deliver within {self._limits.seconds:g} seconds",
            ) from error
        except httpx.HTTPError as error:
            raise _refused(
                f"无法取得网页（{type(error).__name__}）",
                f"the page could not be fetched ({type(error).__name__})",
            ) from error

    async def _in_time(self, address: str) -> Upload:
        async with asyncio.timeout(self._limits.seconds):
            return await self._fetch(address)

    async def _fetch(self, address: str) -> Upload:
        url = checked_url(address, self._policy)
        authorities = self._authorities or httpx.create_ssl_context()
        for _ in range(self._limits.redirects + 1):
            # Each hop gets a client of its own: nothing is carried from one host to the next.
            async with httpx.AsyncClient(verify=authorities, trust_env=False) as client:
                request = await self._request(client, url)
                response = await client.send(request, stream=True)
                try:
                    if response.status_code not in _REDIRECTS:
                        return await self._upload(response, url)
                    url = self._next(response, url)
                finally:
                    await response.aclose()
        raise _refused(
            f"网址重定向超过 {self._limits.redirects} 次",
            f"the address was redirected more than {self._limits.redirects} times",
        )

    async def _request(self, client: httpx.AsyncClient, url: httpx.URL) -> httpx.Request:
        """A request to the checked address itself, so that DNS cannot change in between.

        The host stays in the Host header and, for TLS, is what the certificate must be for.
        """
        ip = await asyncio.to_thread(checked_address, url, self._policy, self._resolver)
        return client.build_request(
            "GET",
            url.copy_with(host=ip),
            headers={
                "Host": url.netloc.decode("ascii"),
                "User-Agent": "policy-answers",
                "Accept-Encoding": "gzip, identity",
            },
            extensions={"sni_hostname": url.raw_host.decode("ascii")},
            timeout=self._limits.seconds,
        )

    def _next(self, response: httpx.Response, url: httpx.URL) -> httpx.URL:
        place = response.headers.get("location", "")
        if not place:
            raise _refused("网站的重定向没有目标", "the site redirects to nowhere")
        try:
            joined = str(url.join(place))
        except httpx.InvalidURL as error:
            raise _refused("网站的重定向无效", "the site redirects to no valid address") from error
        following = checked_url(joined, self._policy)
        if url.scheme == "https" and following.scheme != "https":
            raise _refused("网站从 https 转到 http，不予访问", "the site leads from https to http")
        return following

    async def _upload(self, response: httpx.Response, url: httpx.URL) -> Upload:
        if response.status_code != httpx.codes.OK:
            raise _refused(
                f"网站答复 {response.status_code}，没有给出网页",
                f"the site answered {response.status_code} and gave no page",
            )
        name = file_name(url, response.headers.get("content-type", ""))
        content = await self._content(response)
        return Upload(name=name, content=content, url=str(url))

    async def _content(self, response: httpx.Response) -> bytes:
        """The body, unpacked here so that a small packed one cannot become a large one unseen."""
        encoding = response.headers.get("content-encoding", "identity").strip().lower()
        if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise _refused(
                f"网站的压缩方式 {encoding} 不支持", f"the site packs pages with {encoding}"
            )
        unpacker = None if encoding in ("", "identity") else zlib.decompressobj(wbits=_GZIP_OR_ZLIB)
        content, sent = bytearray(), 0
        try:
            async for chunk in response.aiter_raw():
                sent += len(chunk)
                room = self._limits.most_bytes + 1 - len(content)
                content += unpacker.decompress(chunk, room) if unpacker else chunk
                if max(sent, len(content)) > self._limits.most_bytes:
                    raise _refused(
                        f"网页超过上限 {self._limits.most_bytes / 2**20:g} MB",
                        f"the page is over the limit of {self._limits.most_bytes / 2**20:g} MB",
                    )
                # A second gzip member is legal, but zlib stops at the first and keeps the rest.
                if unpacker and unpacker.unused_data:
                    raise _refused(
                        "网页的压缩数据后面还有别的内容，无法完整取得",
                        "something follows the page's packed data, so it cannot be had as a whole",
                    )
        except zlib.error as error:
            raise _refused("网页的压缩数据已损坏", "the page's packed data are damaged") from error
        if unpacker and not unpacker.eof:
            raise _refused("网页不完整", "the page is incomplete")
        return bytes(content)


def _refused(zh: str, en: str) -> RefusedAddress:
    return RefusedAddress(Message(zh, en))
