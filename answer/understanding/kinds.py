"""What kind of thing a question asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from answer.understanding.asking import CLAUSE, asks_which, is_asking, is_yes_no


class Asked(StrEnum):
    """The kind of thing that would answer a question. Periods count as dates."""

    AMOUNT = "amount"
    RATE = "rate"
    DATE = "date"
    DEPARTMENT = "department"
    PHONE = "phone"
    COUNT = "count"
    CONDITION = "condition"
    PROCEDURE = "procedure"
    LIST = "list"
    YES_NO = "yes_no"
    COMPARISON = "comparison"
    CALCULATION = "calculation"
    ANYTHING = "anything"


_GIVING = "补|奖|贴|资助|支持|扶持|给|拿|领|贷|兑|抵|报销?|投资?|拨|授信|返|减|省|配套|安排|优惠"
# The kinds in order of how much they say: the first that fits a clause is its main one.
_ORDER: tuple[tuple[Asked, re.Pattern[str]], ...] = (
    (
        Asked.COMPARISON,
        re.compile(
            "差多少|相差|差距|差别|区别|有(?:什么|啥|何)?不同|哪个更?[高低多少好大快长短优]|哪边|更高|更多|"
            "更划算|相比|对比|比较|一样|一致|比(?!例).{1,12}(?:高|低|多|少)(?!少)|谁[高低多]|还是|compare|"
            r"difference|differ\b|\bversus\b|\bvs\b|higher|which is better"
        ),
    ),
    (
        Asked.PHONE,
        re.compile("电话|联系方式|打给谁|手机号|热线|座机|联系谁|phone|telephone|hotline|contact"),
    ),
    (
        Asked.DEPARTMENT,
        re.compile(
            "(?:哪个|什么|啥|哪些|哪家|哪一个)(?:政府)?(?:部门|单位|机构|局|委|科室|处室|办)|"
            "[由归是找问]谁|谁(?:来)?(?:负责|管|主管|牵头|认定|审|出|发|受理|说了算)|找哪|归哪|哪儿管|"
            "(?:负责|责任|主管|牵头|受理)(?:的)?(?:单位|部门)|"
            "which (?:department|bureau|office|agency)|who (?:is|are)? ?(?:in charge|responsible)|"
            "responsible department|department in charge"
        ),
    ),
    (
        Asked.DATE,
        re.compile(
            "何时|什么时间|(?:时间|日期)(?:是|为)?多少|什么时候|啥时候?|多咱|哪一?天|哪一?年|哪段时间|几号|几月|截止|截至(?![0-9今目本])|到期|有效期|"
            "有效多久|多久|多长时间|期限|时间段|(?<!好)几[年天]|多少[年天]|几个(?:月|工作日|星期)|多少个工作日|"
            "多长|过期|失效|(?:开始|从)?(?:生效|施行|实施|执行)(?:日期|时间|了吗)|还有效|管用到|"
            r"\bwhen\b|\b(?:from|since|on|by|until) (?:which|what) (?:day|date)\b|"
            r"deadline|expir|how long|closing date|valid until|take effect|effective date"
        ),
    ),
    (
        Asked.RATE,
        re.compile(
            "比例|百分之(?:几|多少)|几个(?:百分)?点(?!数)|百分比|几成|多少%|几折|打折|利率|普及率|占比|配套率|"
            "按什么标准|percent|what (?:rate|ratio|share)|proportion|penetration rate"
        ),
    ),
    (
        Asked.AMOUNT,
        re.compile(
            f"多少(?:钱|万|元|块钱|资金|补贴|补助|奖励|扶持|支持|投资|亿|经费|金额|额度)|几个?[万亿千]|几[十百千](?:万|亿|块)|几个钱|"
            f"(?:{_GIVING}).{{0,8}}?(?:多少|几何)(?![家个名项条款天年月次人座台])|"
            f"多少.{{0,4}}(?:{_GIVING})|"
            "最高(?!人民)|最多(?!(?:能|可以?)?[有招要]?(?:几|多少[家个名项条款天年月次人]))|上限|封顶|额度|金额|总额|"
            "(?:营收|收入|零售额|生产总值|产值|投资额|门槛).{0,8}多少|值多少|多大力度|(?:配套|补贴|奖励|收费|门槛)(?:标准)?(?:是|有)?多少|"
            "有钱(?:吗|么|没|拿)|给(?:不给)?钱|怎么(?:补|奖|支持|配套|资助)|收租|"
            r"how much|maximum|\bmax\b|\bcap\b|upper limit|ceiling"
        ),
    ),
    (
        Asked.COUNT,
        re.compile(
            "多少|(?<!哪)几[个家名项条款次回种类批人座台届]|多大|多高|人数|规模.{0,4}目标|目标.{0,3}$|"
            "how many|how large"
        ),
    ),
    (
        Asked.PROCEDURE,
        re.compile(
            "(?:怎么|咋|如何|怎样|咋样)(?:去)?(?:申|领|办|报|弄|操作|登记|走|拿到|获得|认定|结算|兑|提交|参加|享受|报销)|"
            "流程|步骤|手续|程序|材料|资料|(?:在|从|到|去|上)哪里?儿?个?.{0,6}(?:申|领|办|报|登|查)|"
            "哪个(?:平台|网站|网址|系统|栏目|窗口|入口|app)|什么(?:平台|网站|系统)|网址|入口|登录|"
            "(?:交|提交|准备|带|填)(?:些)?(?:什么|啥|哪些)|怎么办$|怎么做$|"
            "how (?:do|can|to|should).{0,24}(?:apply|claim|register|get|submit|redeem)|procedure|"
            "materials?|documents? .{0,40}(?:need|require|submit)|paperwork|application process"
        ),
    ),
    (
        Asked.LIST,
        re.compile(
            "哪些|哪几|哪[两二三四五六七八九十]|有(?:什么|啥|何)|什么(?:政策|支持|好处|优惠|扶持|补贴|奖励|措施|"
            "内容|领域|方向)|名单|清单|包括|包含|(?:分|有)(?:成|为)?(?:哪|几种|几类)|都有谁|列一下|列出|"
            r"分别(?:是|有|指)(?:什么|啥)|which \w+s\b|"
            r"what (?:kinds?|types?|policies|measures|support)\b|\blist\b"
        ),
    ),
    (
        Asked.CONDITION,
        re.compile(
            "条件|要求|资格|门槛|什么样的|怎样的(?:企业|公司|人)|需要满足|符合什么|限制|"
            "哪些(?:企业|公司|人|单位|项目|情形|情况)(?:可以|能)|谁(?:能|可以)|前提|标准是|"
            "会怎(?:么)?样|怎么处理|什么后果|如何处理|怎么(?:处罚|算|认定)|"
            "eligib|qualif|requirement|condition|criteria|who can"
        ),
    ),
)
_SEVERAL = re.compile("分别|各|和|与|跟|及|、|比|差|哪个区|哪里|还是|或")


def kinds_asked(text: str, *, several: bool = False, calculates: bool = False) -> tuple[Asked, ...]:
    """The kinds that `text` (plain, any letter case) asks for, the main one first; never empty.

    `several`: it names two or more places or documents; `calculates`: it gives an amount of the
    asker's and asks what comes of it.
    """
    lower = text.lower()
    found: list[Asked] = []
    if several and _SEVERAL.search(lower):
        found.append(Asked.COMPARISON)
    if calculates:
        found.append(Asked.CALCULATION)
    clauses = [clause.strip() for clause in CLAUSE.findall(lower)]
    # What an asking clause asks for comes before what another one merely mentions.
    asking = [one for one in clauses if is_asking(one)]
    for clause in asking:
        found.extend(_of_clause(clause, several=several))
    if asking and not found:
        # “怎么界定的?写材料要引用” asks for no materials.
        found.append(Asked.ANYTHING)
    for clause in clauses:
        if clause not in asking:
            found.extend(_of_clause(clause, several=several))
    return tuple(dict.fromkeys(found)) or (Asked.ANYTHING,)


def _of_clause(clause: str, *, several: bool) -> Iterator[Asked]:
    matching = [kind for kind, pattern in _ORDER if pattern.search(clause)]
    if "还是" in clause and not several and Asked.COMPARISON in matching:
        # “10人还是20人”: which value of one thing, rather than two things.
        matching.remove(Asked.COMPARISON)
        yield from (kind for kind in _of_alternatives(clause) if kind not in matching)
        matching.append(Asked.COMPARISON)
    if Asked.AMOUNT in matching and not re.search("规模|目标", clause):
        matching = [kind for kind in matching if kind is not Asked.COUNT]
    if Asked.COUNT in matching and Asked.DATE in matching:
        matching.remove(Asked.COUNT)
    if Asked.PHONE in matching:
        matching = [kind for kind in matching if kind not in (Asked.AMOUNT, Asked.COUNT)]
    if is_yes_no(clause) and not asks_which(clause):
        if matching[:1] == [Asked.COMPARISON]:
            matching.insert(1, Asked.YES_NO)
        else:
            matching.insert(0, Asked.YES_NO)
    yield from matching


def _of_alternatives(clause: str) -> Sequence[Asked]:
    if re.search("[0-9]+(?:个?人|家|个|名|项|条|次)", clause):
        return (Asked.COUNT,)
    if re.search("[0-9]+ ?[万亿千]?元?", clause) and re.search("万|元|亿", clause):
        return (Asked.AMOUNT,)
    if "%" in clause:
        return (Asked.RATE,)
    if re.search("[0-9]+(?:年|月|日|天)", clause):
        return (Asked.DATE,)
    return ()
