"""Brings a question to one way of writing: half width, simplified, without words of courtesy."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import opencc

_COURTESY = (
    r"(?:你好|您好|hello|hi|嗨|喂|在吗|请问(?:一下|下)?|请教(?:一下|下)?|打扰(?:一下|了)?|麻烦(?:问)?(?:一下|您|你)?|"
    r"劳驾|不好意思|那个|就是说?|是这样的?|我?想?(?:问|咨询|了解|打听|请教)(?:问|一?下)?(?:哈|啊|呢)?|"
    # Who is calling says nothing of what is asked; where from does, and stays.
    r"(?:我|本人)(?:叫|姓)[\u4e00-\u9fff]{1,4}(?=[,，。])|"
    r"(?:我的?)?(?:联系)?(?:电话|手机号?|号码)(?:号码?)?[是为:]? ?1[3-9][0-9]{9}(?![0-9])|"
    r"我想知道|想知道|帮我?(?:查|看|问)(?:一?下)?|告诉我|跟我说说|老师|同志|师傅|那啥|嗯+|呃+|哎|诶|额(?!度))"
)
_LEADING = re.compile(rf"^(?:{_COURTESY}(?:[,，.。!！~、…\s]|哈|啊|呀)*)+", re.IGNORECASE)
_THANKS = re.compile(
    r"[,，。!！\s]*(?:谢谢(?:您|你|了|啦)?|多谢|感谢|拜托了?|thanks|thank you)[!！。~\s]*$", re.I
)
# Between commas, or a drawn breath in front of one.
_INSIDE = re.compile(
    "[啊呀哈嘛哦](?=[,，。、])|(?<=[,，])(?:就是说?|那个|其实|反正|那啥|我说)[,，、]?(?!的)"
)
# In the speech of Wuhan and Guangdong: how many, have not, and a word at the end of a question.
_HOW_MANY = re.compile("几多(?![年月])")
_HAVE_NOT = re.compile("冇得?")
_THEN = re.compile("咧(?=[?？,，。]|$)")
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_BETWEEN_CHINESE = re.compile(r"(?<=[\u4e00-\u9fff]) (?=(?:吗|呢|吧|啊|的)(?:[?？。!]|$))")


def plain(text: str) -> str:
    """The text in half width and simplified script, spaces single; letter case stays."""
    half = unicodedata.normalize("NFKC", text)
    if any("\u4e00" <= character <= "\u9fff" for character in half):
        simplified = _converter("t2s").convert(half)
        # Written in traditional characters, it may also say 資訊 and 人工智慧.
        half = simplified if simplified == half else _converter("tw2sp").convert(half)
    return _BETWEEN_CHINESE.sub("", _SPACE.sub(" ", half)).strip()


def without_courtesy(text: str) -> str:
    """The text (plain) without greeting before and thanks behind; whole if nothing else is left.

    “几多” is made “多少”, and what else is only spoken in the south goes the same way.
    """
    bare = _THANKS.sub("", _LEADING.sub("", text))
    bare = _HOW_MANY.sub("多少", _INSIDE.sub("", bare)).strip(" ,，")
    bare = _THEN.sub("呢", _HAVE_NOT.sub("没有", bare))
    return bare if any(character.isalnum() for character in bare) else text


@cache
def _converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)
