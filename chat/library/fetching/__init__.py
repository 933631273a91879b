"""Gets one page from the web, from public addresses only."""

from __future__ import annotations

from collections.abc import Callable

from chat.library.fetching.addresses import AddressPolicy, Resolver, is_public, resolve
from chat.library.fetching.fetch import Limits, PageFetcher
from chat.library.staged import Upload

Fetch = Callable[[str], Upload]
"""Gives the page at an address. Raises RefusedAddress."""

__all__ = [
    "AddressPolicy",
    "Fetch",
    "Limits",
    "PageFetcher",
    "Resolver",
    "is_public",
    "resolve",
]
