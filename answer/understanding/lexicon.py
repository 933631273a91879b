"""Ordinary Chinese words: where they begin and end in a text, and whether something is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import rjieba

from answer.understanding.data_files import table

# What is counted in digits; the dictionary would join it with the word behind.
_UNIT = re.compile(
    "[万亿千百]?(?:元|块|人|家|个|名|项|条|年(?!度)|月|日|天|平米|平方米)|[万亿千百]"
)
_CHINESE = re.compile(r"[\u3400-\u9fff〇]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: `text[start:end] == word`."""

    word: str
    start: int
    end: int


def words(chinese: str, *, after_number: bool = False) -> list[str]:
    """A run of Chinese characters cut into words of the dictionary and single characters.

    `after_number`: digits stand right before it, so that “万能拿” in “80万能拿” is no 万能.
    """
    unit = _UNIT.match(chinese) if after_number else None
    rest = chinese[unit.end() :] if unit else chinese
    cut = [word for raw in _dictionary().cut(rest, False) for word in _TWO_WORDS.get(raw, (raw,))]
    return [unit.group(), *cut] if unit else cut


def tokens(text: str) -> Iterator[Token]:
    """The words of every Chinese run of `text`, with their places."""
    for run in _CHINESE.finditer(text):
        at = run.start()
        for word in words(run.group(), after_number=text[at - 1 : at].isdigit()):
            yield Token(word, at, at + len(word))
            at += len(word)


def is_word(chinese: str) -> bool:
    """Whether the dictionary of ordinary Chinese has this word."""
    return bool(_dictionary().has_word(chinese))


# Words of policy and of questions that neither the library nor the data files have.
_FURTHER = frozenset(
    (
        "算力费 算力费用 存力 算力贷 存用 区里 直投 挂接 大数据 语料券 训力券 智算 白嫖 算网 "
        "申报 条件 认定 补贴 补助 奖励 资助 扶持 额度 上限 有效期 材料 流程 截止 期限 比例 数据集 "
        "语料 孵化器 公示 名单 兑现 配套 叠加 审核 评审 负责 责任 企业 政策 贷款 中试 智能 "
        "瞪羚 独角兽 小巨人 单项冠军 购房 买房 线上 线下 科投 骗补 贴息 揭榜挂帅 免申即享 "
        "一人公司 青创贷 经开区 高新区 规上 规上库"
    ).split()
)
# Entries of the dictionary that are two words in a question.
_TWO_WORDS = {
    "要交": ("要", "交"),
    "能拿": ("能", "拿"),
    "人能": ("人", "能"),
    "有钱": ("有", "钱"),
}


@cache
def _dictionary() -> rjieba.Jieba:
    """The dictionary of the library with the words of support policy added, once and for all."""
    dictionary = rjieba.Jieba()
    for word in policy_words():
        dictionary.add_word(word, None, None)
    return dictionary


@cache
def policy_words() -> frozenset[str]:
    """The Chinese words of the data files: what support policy is made of."""
    found = {
        word
        for values in (table("glossary")["terms"].values(), table("aliases")["terms"])
        for value in values
        for word in _CHINESE.findall(value)
    }
    found.update(word for group in table("aliases")["terms"].values() for word in group)
    found.update(table("aliases")["departments"])
    return frozenset(word for word in found if len(word) > 1) | _FURTHER
