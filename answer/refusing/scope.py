"""Whether a question is about policy at all, and whether it is for facts that policies lack."""

from __future__ import annotations

import re

from answer.refusing.live_facts import LIVE_FACTS
from answer.understanding import Question
from answer.understanding.asking import asking_clauses

# Services of other counters, though policies name such papers among what is to be handed in.
_OTHER_SERVICE = re.compile(
    "(?:营业执照|身份证|居住证|户口|驾驶?证|护照|社保卡|结婚证|不动产证|房产证|签证)[^,，。]{0,6}"
    "(?:办|领|注销|注册|补|变更|换|开)"
)
_POLICY_WORDS = re.compile(
    "补贴|补助|奖励|奖补|资助|扶持|支持|政策|措施|办法|条例|规定|申报|申领|认定|备案|评审|资金|基金|券|贴息|"
    "贷款|担保|孵化|园区|企业|公司|人工智能|算力|模型|数据|场景|平台|opc|创业|人才|产业|责任单位|文件|"
    "subsid|grant|voucher|polic|measure|compan|enterprise|apply|eligib|comput|loan|fund",
    re.IGNORECASE,
)


def asks_for_live_facts(question: Question) -> bool:
    """Whether a question is for lists, quotas, progress, single results, persons or the future.

    Only a reason to demand more certainty: a document may hold just such a list.
    """
    return any(LIVE_FACTS.search(_asking(one)) for one in (question.standalone, question.text))


def _asking(text: str) -> str:
    """The clauses of a text that ask, all of it if none does.

    “还没批下来,可以先要区里那份吗” asks for no progress.
    """
    asking = [text[start:end].lower() for start, end in asking_clauses(text)]
    return ",".join(asking) or text


def asks_for_other_service(question: Question) -> bool:
    """Whether a paper is wanted that other counters issue: “个体户营业执照怎么办”."""
    return bool(_OTHER_SERVICE.search(question.in_full))


def is_about_policy(question: Question) -> bool:
    """Whether a question speaks of what policies are about: then it is “not found”, not foreign."""
    return bool(_POLICY_WORDS.search(question.in_full))
