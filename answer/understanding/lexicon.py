"""Ordinary Chinese words: where they begin and end in a text, and whether something is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import rjieba

from answer.understanding.data_files import table

_CHINESE = re.compile(r"[\u3400-\u9fff〇]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: `text[start:end] == word`."""

    word: str
    start: int
    end: int


def words(chinese: str) -> list[str]:
    """A run of Chinese characters cut into words of the dictionary and single characters."""
    return [word for raw in _dictionary().cut(chinese, False) for word in _mended(raw)]


def tokens(text: str) -> Iterator[Token]:
    """The words of every Chinese run of `text`, with their places."""
    for run in _CHINESE.finditer(text):
        at = run.start()
        for word in words(run.group()):
            yield Token(word, at, at + len(word))
            at += len(word)


def is_word(chinese: str) -> bool:
    """Whether the dictionary of ordinary Chinese has this word."""
    return bool(_dictionary().has_word(chinese))


def _mended(word: str) -> tuple[str, ...]:
    """Entries of the dictionary that are two words in a question (“会不会” comes as 会, 不会)."""
    return _TWO_WORDS.get(word, (word,))


# Words of policy and of questions that neither the library nor the data files have.
_FURTHER = frozenset(
    (
        "算力费 算力费用 存力 算力贷 存用 区里 直投 挂接 大数据 语料券 训力券 智算 白嫖 算网 "
        "申报 条件 认定 补贴 补助 奖励 资助 扶持 额度 上限 有效期 材料 流程 截止 期限 比例 数据集 "
        "语料 孵化器 公示 名单 兑现 配套 叠加 审核 评审 负责 责任 企业 政策 贷款 中试 智能 "
        "购房 买房 线上 线下 科投 骗补 贴息 揭榜挂帅 免申即享 一人公司 经开区 高新区"
    ).split()
)
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
