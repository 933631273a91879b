"""Questions that begin anew although they name no thing: all of a place, an office, costs."""

from __future__ import annotations

import re

from answer.understanding.places import named_places

# “武昌有哪些补贴”: all of a place, not of what was spoken of.
_ALL_OF_PLACE = re.compile(
    "(?:那边|那里|那|这边|区|市|现在|目前|都|一共)*有(?:哪些|什么|啥)(?:人工智能|ai)?的?"
    "(?:补贴|补助|政策|优惠|支持|扶持|奖励)(?:政策|措施)?",
    re.IGNORECASE,
)
# “武昌的政策还有效吗”
_TERM_OF_ITS_POLICY = re.compile(
    "的?(?:人工智能|ai)?的?(?:政策|措施|文件|办法)(?:现在|目前|还|到|是|哪天|什么时候|有没有)*"
    "(?:有效|管用|到期|过期|失效|施行|生效|作废)[吗么不了没]*",
    re.IGNORECASE,
)
# “武昌算力费用补贴”: support for computing costs is a matter; the costs may be a part of one.
_COMPUTE_COSTS = re.compile(
    "算力(?:服务)?费用?(?:[^,，。]{0,4}补[贴助]|[^,，。]{0,10}补(?:多少|几)|[0-9.]+[万亿千百])"
)
# “经信局管哪些资金”
_OF_OFFICE = re.compile("[局委]都?(?:管|负责|发|牵头)(?:着|了)?(?:哪|什么|啥)")


def stands_alone(bare: str) -> bool:
    """Whether a question behind others is one of its own although it names no matter else."""
    if _OF_OFFICE.search(bare):
        return True
    places = named_places(bare)
    if not places:
        return False
    rest = bare
    for place in reversed(places):
        rest = rest[: place.start] + rest[place.end :]
    rest = rest.strip(" ,，的")
    of_all = _ALL_OF_PLACE.fullmatch(rest) or _TERM_OF_ITS_POLICY.fullmatch(rest)
    return bool(of_all or _COMPUTE_COSTS.search(rest))
