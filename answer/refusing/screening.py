"""What is answered before any search: greetings, attempts to take over, requests for fraud."""

from __future__ import annotations

import re
import unicodedata

from answer.refusing.refusal import Refusal, RefusalKind, refusal_of
from answer.refusing.scope import is_about_policy
from answer.understanding import Question

# What the rules say about fraud is found with these words.
FRAUD_LOOK_UP = "弄虚作假 骗取资金 追回 取消资格"

_GREETING = re.compile(
    r"(?:(?:你|您|大家)好|哈喽|嗨|早上好|上午好|中午好|下午好|晚上好|早安|在吗|在不在|有人吗|喂|"
    r"谢谢(?:你|您|啦|了)?|多谢|感谢|辛苦了?|好的?|收到|明白了?|知道了|再见|拜拜|测试|哈哈+|嗯+|"
    r"hi|hello|hey|thanks?|thank you|ok(?:ay)?|bye|good (?:morning|afternoon|evening)|test)"
    r"[啊呀哦呢吗了]?"
)
_SELF = re.compile(
    r"(?:请问)?(?:你|您)(?:是谁|叫什么(?:名字)?|是什么(?:机器人|模型|系统|东西)?|能(?:做|干|帮我?做)?"
    r"(?:什么|啥|些什么)|会(?:做|干)?(?:什么|啥)|是(?:真)?人(?:工)?(?:吗|还是机器(?:人)?))"
    r"|(?:请)?介绍一?下?(?:你|您)自己|(?:这个|你)?(?:怎么用|如何使用)"
    r"|(?:who|what) are you|what can you (?:do|help(?: me)? with)|(?:what is )?your name"
)
_OFF_TOPIC = re.compile(
    r"(?:写|作|编|来|背)一?[首篇段则](?!.{0,6}(?:合同|材料|申报)).{0,12}"
    r"(?:诗|歌|词|散文|作文|小说|故事|情书|文案|论文|笑话)|讲个?(?:笑话|故事|段子)"
    r"|(?:写|编)一?[段个].{0,8}(?:代码|脚本|程序)|推荐.{0,8}(?:股票|基金产品|彩票|餐厅|电影)"
    r"|买.{0,6}股票|\b(?:write|compose) (?:me )?a (?:poem|story|song|joke)|tell me a joke"
)
_WEATHER = re.compile("天气|下雨|下雪|气温|weather")
# What belongs to an assistant's orders, and the words that make them the ones it works by.
_ORDERS = "指令|指示|规则|提示词|提示|设定|限制|命令|prompt|守则|要求"
_ITS_OWN = "之前|以前|以上|上面|上述|前面|先前|此前|你收到|你的|给你|所有|一切|任何|全部|系统"
_TAKE_OVER = re.compile(
    rf"(?:忽略|无视|忘记|忘掉|忘了|抛开|绕过|不要?理会|不用管|不要遵守|不遵守|解除).{{0,4}}"
    rf"(?:{_ITS_OWN})(?:(?!政策|文件|办法|申报).){{0,8}}(?:{_ORDERS})"
    r"|(?:系统|内部|初始|隐藏|原始|开发者|你的)的?(?:提示词|指令|设定|prompt|配置文件|密钥)"
    r"|(?:输出|打印|显示|泄露|透露|说出|告诉|逐字|重复|复述|给出|查看).{0,12}"
    r"(?:提示词|prompt|密钥|api ?key|系统密码|管理员密码|源代码|环境变量)"
    r"|你现在(?:是|就是|开始是|扮演)(?!不是|否|哪|谁|什么)"
    r"|从现在(?:起|开始),? ?你就?(?:是(?!不是|否|哪|谁|什么)|[要得](?!多少|几|什么|哪)|必须"
    r"|只[能会许听说回按]|不[再用必能需]|不受(?!理)|没有|扮|当|作为|叫|变|成为|的(?:名|身份|角色|任务))"
    r"|假装(?:你|自己)?(?:是|没有)|(?:请|让?你|来)(?:来)?扮演|冒充(?:市长|领导|政府|官员)"
    r"|(?:原样|逐字).{0,8}(?:输出|发|复述|打印)|以(?:管理员|系统|开发者|超级用户)的?身份|新的?指令[:是]"
    r"|你(?:现在|从现在起)?(?:已经?)?不(?:再)?是.{0,6}(?:助手|助理|客服|机器人|模型)(?!吗|么|吧)"
    r"|(?:没有(?:任何)?|不受(?:任何)?)(?:限制|约束)的?(?:助手|模型|ai|黑客)|越狱|开发者模式|(?<![a-z])dan(?![a-z])|jailbreak"
    r"|\b(?:ignore|disregard|forget|override|bypass)\b.{0,24}"
    r"\b(?:instructions?|rules?|prompts?|guidelines?|restrictions?)\b"
    r"|\b(?:system|hidden|initial) prompt|\b(?:print|reveal|show|output|repeat|tell me)\b.{0,20}"
    r"\b(?:configuration|api keys?|prompt|instructions|password)\b"
    r"|\b(?:repeat|print|output)\b.{0,16}\babove\b|\bforget everything\b"
    r"|\byou are now\b|\bpretend (?:to be|you)|\bact as (?:a|an|if)\b|developer mode"
)
_FAKING = (
    "伪造|编造|虚构|造假|做假|作假|捏造|虚报|谎报|瞒报|虚开|假造|套取|冒领|骗"
    "|钻.{0,3}(?:空子|漏洞)|虚增|倒签|借壳|洗钱"
)
# 假 as “fake”: no holiday or leave (暑假, 请假), no 假如, and not whether something is true at all.
_FAKE = (
    "(?<![暑寒产请休年婚病事丧放度节例真])(?<!真的)(?<!护理)假(?!期|日(?!志)|条(?![款件])|设(?!备)|[如若使定])"
    r"(?!(?<=是假)的?(?:\W|[吗吧么呢还]|$))"
)
# Ways of cheating that a person who asks about them as their own plan wants help with.
_SCHEME = re.compile(
    r"伪造|编造|捏造|虚报|谎报|虚开|虚增|倒签|冒领|骗领|(?:套取|骗取).{0,6}(?:资金|补|财政|奖|券|钱)"
    rf"|(?:{_FAKE}|阴阳)的?.{{0,8}}(?:合同|发票|材料|证明|流水|公章|社保|日志|订单|单据)"
    r"|(?:合同|发票|材料|证明|流水|公章|日志).{0,4}(?:造假|作假|做假|p一下)"
    r"|(?:买|代开|多开|虚开).{0,3}发票|刷(?:流水|单)"
    r"|(?:挂靠|挂|代缴|借)[^,。]{0,6}(?:社保|人头|员工)[^,。]{0,10}(?:凑|充|够|人数|冒充)?"
    r"|(?:社保|人头|员工)[^,。]{0,4}(?:挪|转|移|放|挂)(?:到|去|出|走)[^。]{0,16}"
    r"(?:好|来|就能|才能|以便|免得)(?:过|够|达|符合|凑|躲|绕|避)"
    r"|(?:社保|人头|员工).{0,4}挂靠|凑(?:够|齐|足)?(?:人数|人头|指标|研发费)"
    r"|(?:拆|分)(?:分|成|开|为).{0,12}(?:公司|企业|家|个).{0,12}(?:多领|多拿|多报|重复|各领|规避)"
    r"|(?:公司|企业).{0,6}(?:拆|分)(?:分|成|开|为).{0,12}(?:多领|多拿|多报|重复|各领|规避)"
    r"|(?:多领|多拿|多报|各领).{0,12}(?:拆|分)(?:分|成|开|为)"
    r"|(?:注册|开|弄|找).{0,8}(?:空壳|壳公司|几家公司|多家公司).{0,10}(?:领|拿|套|报|骗)"
    r"|\b(?:fake|forge|forged|falsify|fabricate|inflate)\b.{0,30}"
    r"(?:contract|invoice|document|receipt|expense|cost|payroll|staff)"
)
_HELP = re.compile(
    rf"(?:教|帮|替)(?:一?下)?(?:我|我们|咱们|忙).{{0,30}}(?:{_FAKING}|{_FAKE}|凑)"
    rf"|(?:怎么样?|怎样|如何)(?:才能|能|去|可以)?(?:{_FAKING}|编(?![制写])|凑|[开弄]{_FAKE})"
    rf"|(?:给我|来)(?:编|做|写|弄|开).{{0,10}}(?:{_FAKE}|{_FAKING})"
    rf"|(?:编|做|写|弄|开)一?[份张些套].{{0,4}}{_FAKE}"
    rf"|(?:有没有|有什么|有啥)(?:好)?(?:办法|方法|招|门路|路子).{{0,12}}(?:{_FAKING}|凑|蒙)"
    r"|(?:想|打算|准备|用来|好)(?:骗|套取|虚报|伪造|冒领)|不(?:会)?被(?:发现|查|抓|识破|看出)"
    r"|(?:躲|逃|避|瞒|糊弄|蒙混)过?(?:检查|审计|审核|核查|监管|过关)"
    r"|\b(?:help|teach|show|how (?:can|do|to))\b.{0,30}"
    r"\b(?:fake|forge|falsify|fabricate|cheat|inflate)"
    r"|without (?:being|getting) caught"
)
# Who asks what follows from fraud, how it is judged or reported, is answered from the documents.
_CONSEQUENCE = re.compile(
    r"会怎么?样|怎么办|后果|处罚|惩罚|处理|怎么罚|罚款|罚多少|追责|追究|追回|收回|举报|投诉|责任"
    r"|会被|被查|取消|黑名单|失信|算不算|算.{0,8}吗|计入|是否属于|属于|违规吗|违法|犯法|合法|认定为"
    r"|如何(?:认定|防|监管|界定)|防范|防止|怎么(?:认定|界定|防)|有什么规定"
    r"|what happens|penalt|consequence|punish|report(?:ing)? (?:a )?fraud|illegal"
)


def screen(question: Question) -> Refusal | None:
    """The reply to what needs no search; None for everything that documents may answer.

    Attempts to take over come first: whatever else such a text asks is not answered. A question
    about the consequences of fraud is a question like any other.
    """
    text = " ".join(unicodedata.normalize("NFKC", question.text).lower().split())
    if _TAKE_OVER.search(text):
        return refusal_of(question, RefusalKind.TAKE_OVER)
    if is_request_for_fraud(text):
        return refusal_of(question, RefusalKind.FRAUD, look_up=FRAUD_LOOK_UP)
    bare = re.sub(r"[\s!！?？。.,，~～、:：;；]+", " ", text).strip()
    words = bare.split()
    if _SELF.fullmatch(bare) or _GREETING.fullmatch(bare):
        return refusal_of(question, RefusalKind.SMALL_TALK)
    if words and all(_GREETING.fullmatch(word) or _SELF.fullmatch(word) for word in words):
        return refusal_of(question, RefusalKind.SMALL_TALK)
    if not any(character.isalpha() for character in text):
        return refusal_of(question, RefusalKind.SMALL_TALK)
    if _OFF_TOPIC.search(text) or (_WEATHER.search(text) and not is_about_policy(question)):
        return refusal_of(question, RefusalKind.OUT_OF_SCOPE)
    return None


def is_request_for_fraud(text: str) -> bool:
    """Whether the text wants help with cheating; `text` is half width and in small letters."""
    if _HELP.search(text):
        return True
    return bool(_SCHEME.search(text)) and not _CONSEQUENCE.search(text)
