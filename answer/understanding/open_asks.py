"""Asks that leave open what they are about: “能申请吗”, “也一样吗”, “刚创业的公司比例高点吗”."""

from __future__ import annotations

import re

# Asks whether somebody may, and leaves open what.
_MAY = "(?:能|可以|可不可以|能不能|能否|可否|有资格)"
_OPEN_ASK = re.compile(
    f"{_MAY}(?:申请|申报|申领|领|拿|享受|参加|参与|补|报|算)?(?:吗|么)$|"
    "(?:可以|行)(?:吗|么|不)$|行不行$|可不可以$|能不能(?:申请|拿|领|报)?$|符合(?:条件)?吗$|适用吗$|一样吗$|"
    "(?:[还也](?P<act>[\u4e00-\u9fff])不(?P=act)|算不算|含不含|包不包[含括])(?:在里面|在内|进去)?$|"
    "(?<![计预决清结])[包算]含?在?(?:里面|在内|进去)?(?:吗|么|不)$"
)
# “刚创业的公司比例是不是高点”: the share of what was spoken of before, for these.
_FOR_WHOM = re.compile(
    "(?:如果|要是)?是?(?:[刚新初]?(?:创业?|成立|注册|起步|办)的?|小微|中小微?|[大小]型?|外地|本地|外资|民营|国有|"
    "规[上下]|一般|普通|女性|大学生)?"
    "(?:公司|企业|个人|团队|机构|单位|高校|院所|创业者?|[国央民外]企)的?"
    "(?:比例|上限|下限|额度|标准|利率|期限|年限|金额|门槛)"
    "(?:是不是|会不会|能不能|可不可以|多少|是|会|能|可以|也|还|更|要|有|[高低多少大小长短几]|一?[点些]|吗|呢|么|不)*"
)
# “江汉区也一样吗”: the question before, of this place.
_SAME_THERE = re.compile(
    "也?(?:是不是|是)?(?:一样|这样|如此|同样|适用|这么多|这个数)的?(?:吗|么|不|吧)?"
)


def asks_openly(body: str) -> bool:
    """Whether it ends on an ask of whether somebody may, or whether something is included."""
    return _OPEN_ASK.search(body) is not None


def asks_for_whom(bare: str) -> bool:
    """Whether it asks for a share or a limit of what was spoken of, for somebody."""
    return _FOR_WHOM.fullmatch(bare) is not None


def asks_the_same(rest: str) -> bool:
    """Whether what is left of it without its places asks if it is the same there."""
    return _SAME_THERE.fullmatch(rest) is not None
