"""What money is spent on, by the words of a question or a clause."""

from __future__ import annotations

import re
import unicodedata

from answer.understanding import Question

# Kinds of spending that are told apart: a rate of one never applies to an amount of another.
_TOPICS: dict[str, re.Pattern[str]] = {
    "computing": re.compile(
        r"算力|智算|token|gpu|显卡|云服务|comput|智能芯片服务器|\bcards?\b", re.IGNORECASE
    ),
    "research": re.compile(r"研发(?!服务|人员)|攻关|r&d|research|develop", re.IGNORECASE),
    "model use": re.compile(
        r"模型采购|(?:采购|购买|买|调用|部署).{0,6}(?:模型|api)|\bapis?\b|模型券", re.IGNORECASE
    ),
    "corpus": re.compile("语料|corpus|corpora", re.IGNORECASE),
    "services": re.compile("(?:研发|科技创新|仪器|检验|检测|技术)(?:共享)?等?服务|创新券"),
    "equipment": re.compile("设备|技改|服务器|equipment|hardware", re.IGNORECASE),
    "rent": re.compile("房租|租金|租房|公寓|场地租|办公用房|(?<!算力)租赁房|rent(?!al of)"),
    "home": re.compile("买房|购房|商品房|新房|房子|住房|买.{0,10}房|home|apartment|flat"),
    "grant": re.compile("补贴资金|补助资金|资助资金|市级.{0,4}补|到账补助|实际拨付|上级资助"),
    "loan": re.compile("贷款|利息|本金|贴息|loan", re.IGNORECASE),
    "capital": re.compile("注册资本|实缴|capital", re.IGNORECASE),
    "sales": re.compile("营收|收入|销售额|产值|revenue|sales", re.IGNORECASE),
    "staff": re.compile("社保|工资|薪酬|人力成本|salar", re.IGNORECASE),
}
# These name a programme by themselves; the others are spent on under many.
TELLING = frozenset({"computing", "model use", "corpus", "home", "grant"})
# What every clause and every question is full of: it ties no amount to a rate.
_COMMON = re.compile(
    "企业|公司|研发|单位|机构|项目|补贴|补助|奖励|资助|扶持|支持|政策|措施|资金|金额|实际|比例|上限|最高|"
    "最多|多少|能拿|可以|给予|我们|一年|每年|投入|投了|花了|费用|服务|武汉|全市|符合|条件|相关"
)
_HAN_RUN = re.compile("[\u4e00-\u9fff]+")
_LATIN_WORD = re.compile("[a-z][a-z0-9-]{1,}")


def topics(text: str) -> frozenset[str]:
    """The kinds of spending that `text` names."""
    return frozenset(name for name, pattern in _TOPICS.items() if pattern.search(text))


def is_of_other_spending(question: Question, words: str) -> bool:
    """Whether `words` name spending, but none that the question names: research, not a licence."""
    asked, told = topics(question.in_full) & TELLING, topics(words)
    return bool(asked and told) and not asked & told


def shared(first: str, second: str) -> int:
    """How many telling pairs of characters, or Latin words, stand in both texts."""
    return len(_pairs(first) & _pairs(second))


def _pairs(text: str) -> frozenset[str]:
    text = _COMMON.sub(" ", unicodedata.normalize("NFKC", text).lower())
    han = (run[i : i + 2] for run in _HAN_RUN.findall(text) for i in range(len(run) - 1))
    return frozenset((*han, *_LATIN_WORD.findall(text)))
