"""Accept-Language headers."""

from __future__ import annotations

import pytest

from chat.language import Language, preferred_language


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, Language.CHINESE),
        ("", Language.CHINESE),
        ("zh-CN,zh;q=0.9,en;q=0.8", Language.CHINESE),
        ("en-US,en;q=0.9", Language.ENGLISH),
        ("en;q=0.5, zh-TW;q=0.7", Language.CHINESE),
        ("fr-FR,en;q=0.3", Language.ENGLISH),
        ("fr-FR,de", Language.CHINESE),
        ("en;q=0,*", Language.CHINESE),
        ("en;q=nonsense", Language.CHINESE),
        ("EN", Language.ENGLISH),
        (";;;,,=q", Language.CHINESE),
    ],
)
def test_preferred_language(header: str | None, language: Language) -> None:
    assert preferred_language(header) is language
