"""Grades, loans and vouchers by their names: a rule for one is no rule for another.

“卓越级孵化器场地多大” is not answered by what holds for 标准级, nor “算力贷找谁” by another loan's
desk.
"""

from __future__ import annotations

import re

from answer.finding import Finding, led_by, overlap
from answer.matter import pairs_of, told
from answer.understanding import Asked, Question
from answer.understanding.same_words import in_common_words

_GRADES = "(?<![A-Z])[A-E]级|(?:卓越|标准|领航|先进|基础|引领)级"
_LOANS = "(?:算力|数易|人才|科创|成果|知识价值信用|技术创新专项)贷"
# 算力券 is not among them: callers call every help with computing costs so.
VOUCHERS = "(?:训力|语料|模型|智能|创新|体验|TOKEN)券"
_QUOTED = re.compile('[“"]([^”"《》]{2,12})[”"]')
_OF_POLICY = re.compile("[0-9一二三四五六七八九十]条|政策|措施|办法|方案|意见|条例")
_BATCH = re.compile("第[一二三四五六七八九十]批")
# Fees and sums that go by a name of their own.
_CHARGES = re.compile(
    "保证金|担保费|安家费|手续费|违约金|滞纳金|评审费|押金|尾款|物业费|水电费|搬家费|公积金|个税|培训费|差旅费"
)
# A company by its name (灵伴科技), where it does or gets something; not “科技型企业”, “科技专项”.
_COMPANIES = re.compile("[\u4e00-\u9fff]{2}(?:科技|光电)(?=$|[从拿获得收投是被给到打融,，。、?？])")
_DEGREES = re.compile("博士|硕士|本科|大专")
# Kinds that rules tell apart: what one of a row gets is no answer for another of it.
_RIVALS = tuple(
    re.compile(row)
    for row in (
        "优秀|良好|(?<![不收查])合格|(?<![收查])不合格",
        "全国性|区域性",
        "控股型|参股型",
        "知识价值|商业价值",
        "特等奖|一等奖|二等奖|三等奖",
        "整机|零?部组?件",
        "金种子|银种子",
        "初创期|成长期|成熟期",
        "生成式|深度合成",
        "模型工具|创新产品",
        "个人(?!所得|信息)|小微企业(?!主)",
        "高校(?=牵头|依托)|企业(?=牵头|依托|申报)",
    )
)
_OF_DRAFT = re.compile(
    "征求意见(?:稿|的?那[一版次份]|版)[^,，。;；]{0,8}(?:政策|里|中|说|写|的?那)"
)
_UNLIKE = re.compile(f"{_GRADES}|{_LOANS}", re.IGNORECASE)
_ANY = re.compile(f"{_GRADES}|{_LOANS}|{VOUCHERS}", re.IGNORECASE)


def lacks_named_thing(question: Question, words: str) -> bool:
    """Whether the question names one of these that `words`, a statement and its headings, lack."""
    return _lacks(_ANY, question, words)


def lacks_quoted(question: Question, words: str) -> bool:
    """Whether the question puts a name in quotation marks of which `words` lack most.

    What policies are called need not stand in them: “武汉AI十条”.
    """
    text, there = (
        in_common_words(one).casefold().replace(" ", "") for one in (question.in_full, words)
    )
    named = (name for name in _QUOTED.findall(text) if not _OF_POLICY.search(name))
    return any(
        2 * sum(pair in there for pair in pairs) < len(pairs) for pairs in map(pairs_of, named)
    )


def is_of_another_batch(question: Question, words: str) -> bool:
    """Whether another batch (第二批) is told of than the one that is asked about.

    “武汉是第一批吗” is answered by which it is.
    """
    return _tells_another(_BATCH, question, words)


def is_of_another_degree(question: Question, words: str) -> bool:
    """Whether it is asked for one degree (硕士) and told of another; “大专以上” is of each.

    “硕士能报吗” is answered by whom it is for.
    """
    return "以上" not in words and _tells_another(_DEGREES, question, words)


def is_of_another_company(question: Question, words: str) -> bool:
    """Whether it is asked of one company and told of another: what that one got is no answer."""
    return _tells_another(_COMPANIES, question, words)


def is_of_another_kind(question: Question, words: str) -> bool:
    """Whether it is asked for one kind (区域性总部) and told of its rival (全国性总部) alone."""
    return any(_tells_another(row, question, words) for row in _RIVALS)


def is_of_another_version(question: Question, words: str) -> bool:
    """Whether it is asked what a draft said (征求意见那版) and told what another document says."""
    return _OF_DRAFT.search(question.in_full) is not None and "征求意见" not in words


def lacks_charge(question: Question, words: str) -> bool:
    """Whether a fee is asked about by its name (担保费) that `words` lack."""
    return _lacks(_CHARGES, question, words)


def is_of_another_thing(question: Question, words: str) -> bool:
    """The same as `lacks_named_thing` for grades and loans, each of which has rules of its own.

    A clause for all that a policy grants need not name the voucher that it holds for, too.
    """
    return _lacks(_UNLIKE, question, words)


def of_named_thing(question: Question, findings: list[Finding]) -> list[Finding]:
    """The findings without those for another grade, kind or loan; all of them if none is left.

    A part of the first that is for the degree asked for alone leads.
    """
    kept = [one for one in findings if not _is_of_another(question, one)] or findings
    asked = set(_DEGREES.findall(question.in_full))
    if not asked or not kept or asked.issuperset(_DEGREES.findall(kept[0].quote)):
        return kept
    for one in kept[1:]:
        if overlap(one, kept[0]) and asked == set(_DEGREES.findall(one.quote)):
            return led_by(one, kept)
    return kept


def _is_of_another(question: Question, finding: Finding) -> bool:
    about = told(finding)
    unlike = is_of_another_thing(question, about) or is_of_another_kind(question, about)
    return unlike or is_of_another_degree(question, finding.quote)


def _tells_another(pattern: re.Pattern[str], question: Question, words: str) -> bool:
    """Whether both name such a thing and none in common; a yes or no is told by another, too."""
    asked, told_of = (set(pattern.findall(one)) for one in (question.in_full, words))
    both = bool(asked and told_of) and Asked.YES_NO not in question.kinds
    return both and asked.isdisjoint(told_of)


def _lacks(pattern: re.Pattern[str], question: Question, words: str) -> bool:
    wanted = _named(pattern, question.in_full)
    return bool(wanted) and bool(wanted - _named(pattern, words))


def _named(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(one.upper() for one in pattern.findall(in_common_words(text)))
