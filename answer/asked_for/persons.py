"""Persons by their names: who asks for one is not told the office that he holds."""

from __future__ import annotations

import re

from answer.understanding import Question

_TITLES = (
    "经理|负责人|[局区市处科院所]长|主任|董事长|总裁|创始人|联系人|发言人|法人代表|专家(?!组)|评委"
)
# “投资经理是谁”
ASKS_FOR_NAME = f"(?:{_TITLES})(?:是谁|叫(?:什么|啥)|的?(?:姓名|名字)|姓(?:什么|啥))"
_ASKS = re.compile(f"{ASKS_FOR_NAME}(?!.{{0,6}}(?:吗|都行|也行))")
# What is to be filled in is no person.
_FORM = re.compile("填写?|写|要求|须|签")
# The hundred most common ones.
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚"
    "卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_OFFICES = f"(?:{_TITLES}|教授|院士|博士)"
# A name stands behind what its bearer is, or before it.
_NAMED = re.compile(
    f"{_OFFICES}(?:为|是)?[:：、 (（]?(?!高[管工校级])[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}"
    "(?=[,，。;；、(（)）: ：0-9]|介绍|表示|说|指出|出席|主持|$)|"
    "联系人[:：][\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff])|"
    f"(?:^|(?<=[,，。;；、 局委办院]))(?!高[管工校级])[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}"
    "(?:先生|女士|老师|[局处科]长|主任|经理)"
)


def lacks_person(question: Question, told: str) -> bool:
    """Whether a person's name is asked for and `told` holds none."""
    text = question.in_full
    asks = _ASKS.search(text) is not None and _FORM.search(text) is None
    return asks and _NAMED.search(told) is None
