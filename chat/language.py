"""Which of the two languages of the page a browser asks for."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol


class Language(StrEnum):
    """The languages the page speaks; the value is what belongs in `<html lang>`."""

    CHINESE = "zh-CN"
    ENGLISH = "en"


class Headed(Protocol):
    """A request with its headers: Gradio's and Starlette's alike."""

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers by name, in small letters."""


def language_of(request: Headed) -> Language:
    """The language that this request's browser asks for."""
    return preferred_language(request.headers.get("accept-language"))


def preferred_language(accept_language: str | None) -> Language:
    """The language for an `Accept-Language` header (RFC 9110, section 12.5.4).

    Only Chinese and English count; the one with the higher weight wins, the first named among
    equals. Anything else, or no header, gives Chinese.
    """
    best, best_weight = Language.CHINESE, 0.0
    for entry in (accept_language or "").split(","):
        tag, _, parameters = entry.partition(";")
        language = _LANGUAGES.get(tag.strip().lower().split("-")[0])
        weight = _weight(parameters)
        if language is not None and weight > best_weight:
            best, best_weight = language, weight
    return best


_LANGUAGES = {"zh": Language.CHINESE, "en": Language.ENGLISH}


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if not name:
        return 1.0
    try:
        return float(value) if name.strip() == "q" else 1.0
    except ValueError:
        return 0.0
