"""Whether a question is about policy at all, and whether it is for facts that policies lack."""

from __future__ import annotations

import re

from answer.understanding import Question
from answer.understanding.asking import asking_clauses

# Facts of the day, single cases, persons and what is to come: policies seldom hold them.
_LIVE = re.compile(
    r"还剩|剩余|余额|余量|剩下|用完了?[没吗]|(?<!失信)名单(?!.{0,4}(?:公示|有效))|获奖|冠军|亚军|中标|排名"
    r"|(?:哪些|哪几家|哪家|哪个|几家|多少家?)(?:企业|公司|单位|项目|人)?(?:已经?)?"
    r"(?:拿到|拿了|获得了?(?!支持的条件)|得到了|入选了?|通过了|领到|享受到|中了)"
    r"|谁(?:拿到|获得了?|入选|得了|中了|领到)|(?:审核|审批|办理|申请|评审|拨付)(?:的)?进度|进展(?:如何|怎么样|到)"
    r"|审到哪|(?<!多久)(?<!几天)批(?:得?下来|了吗|没批)|(?:到账|打款|发钱|拨款|出结果)了?(?:吗|没)|(?:什么时候|何时|啥时候|几时).{0,4}"
    r"(?:到账|打款|发钱|拨款|出结果|公示结果|批下来)"
    r"|我(?:们|司|公司|家)?.{0,6}(?:能不能|能否|会不会|可不可以|有没有)(?:通过|评上|入选|批|过审|选上)"
    r"|会不会(?:再)?(?:涨|提高|上调|降|下调|延期|延长|续|新出|出新)|明年|后年|下一年度?|未来会|今后会|预测|预计会"
    r"|已经?(?:发放|兑现|认定|发|公布|拨付|兑付|审批|支付)了?.{0,8}(?:多少|几|哪)"
    r"|(?:目前|现在|至今|截至目前)(?:一共|总共|共)?(?:已|有|发|认定).{0,6}(?:多少|几)"
    r"|(?:去年|今年|上个?月|本月)(?:一共|总共|共|已)?.{0,8}(?:兑现|发放|拨付|认定|发(?!布)|批)了?.{0,8}(?:多少|几|哪些)"
    r"|(?:经理|负责人|局长|区长|市长|主任|处长|科长|董事长|联系人|法人代表|专家|评委)"
    r"(?:是谁|叫(?:什么|啥)|的?(?:姓名|名字)|姓(?:什么|啥))"
    r"|(?:投资?|孵化|培育)[了过](?:哪些|哪几?[个家]|几[个家]|多少[个家]?)(?:项目|企业|公司|团队)"
    r"(?!.{0,8}[才能可算])"
    r"|(?:入选|中标|获批|评上|获评|选中|选上)[的了][^,，。;；?？]{0,14}(?:哪些|哪几|哪家|谁)"
    r"|(?:认定|给|发|拨|投|选|定)了(?:哪些|哪几|哪家|谁|几家)|(?:实际|最后|最终)(?:发|拨|用|花|兑|补|立项|通过|认定|入选|支持)"
    r"|(?:哪几家|哪些|哪家)(?:企业|公司|单位)(?:在|都在|正在|做|生产|承担|参与)|(?:做|招|建|承担|生产)的?是?(?:哪几家|哪家|谁)"
    r"|(?:实际|最后|最终)(?:做到|达到|完成|建成|实现)了?(?:多少|几)"
    r"|(?:到底|究竟)?(?:有没有|是否)(?:冲到|达到|做到|完成|实现|突破)|(?:达到|做到|完成|实现|突破|达标|冲到)了?(?:没有?|吗|么)$"
    r"|是哪几?家(?:公司|企业)?[?？]?$|平均(?:一|每|下来)|人均"
    r"|(?:验收|评估|考核|评审)[^,，。;；]{0,6}过了?(?:没|吗)"
    r"|公布了哪|实时|最新进展|排队"
    r"|\b(?:remaining|(?:quota|money|budget) left|still available|list of (?:winners|recipients)"
    r"|status of my|my application|who (?:won|got|received)|which companies (?:got|received|won)"
    r"|next year|will .{0,30}(?:increase|rise|change)|has .{0,20} been paid)\b",
    re.IGNORECASE,
)
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
    return any(_LIVE.search(_asking(one)) for one in (question.standalone, question.text))


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
