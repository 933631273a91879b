"""Foreign text made fit to be shown: nothing in it may act, hide or reorder other words."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# Marks that reorder or hide the text around them (Unicode TR36, “bidirectional text spoofing”),
# control characters, and lone surrogates, which cannot be sent as UTF-8 at all. Tab, line feed
# and carriage return stay.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufffe\uffff]"
)


def visible(text: str) -> str:
    """`text` with every unsafe character written out, as in “[U+202E]”. Not escaped for HTML."""
    return _UNSAFE.sub(lambda match: f"[U+{ord(match.group()):04X}]", text)


def is_government(address: str) -> bool:
    """Whether the address is one of a Chinese government site, and so the official text's own."""
    host = urlsplit(address).hostname or ""
    return host == "gov.cn" or host.endswith(".gov.cn")


def official_link(address: str) -> str:
    """The first word of `address` if it is a full http or https address, otherwise "".

    Sources write remarks behind an address; a browser would make them part of it.
    """
    first_word = address.split(maxsplit=1)[0] if address.strip() else ""
    if _UNSAFE.search(first_word):
        return ""
    try:
        parts = urlsplit(first_word)
    except ValueError:
        return ""
    return first_word if parts.scheme in {"http", "https"} and parts.hostname else ""
