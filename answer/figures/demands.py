"""Amounts that bound whom a rule is for, not what it gives: 年收入100万元以下的企业."""

from __future__ import annotations

import re

from answer.figures.model import Figure

_BELOW = re.compile("(?:[(（]不?含[^)）]*[)）])?以[下内]")
_GIVEN = re.compile("(?:给予?|奖励?|补助|补贴|资助|支持)(?:一次性)?(?:最[高多])?$")


def is_demand(quote: str, figure: Figure) -> bool:
    """Whether a figure of `quote` is followed by 以下 or 以内 without being what is given."""
    given = _GIVEN.search(quote[: figure.start])
    return _BELOW.match(quote, figure.end) is not None and given is None
