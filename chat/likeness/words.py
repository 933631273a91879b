"""The words that tell one question from another, whatever way it is put."""

from __future__ import annotations

import re
from functools import cache

from answer.understanding.lexicon import tokens
from answer.understanding.places import named_places
from answer.understanding.same_words import in_common_words

# Each first word for all behind it: in a question these say the same.
_SAME = """
人工智能 ai
算力服务券 算力券
科技创新券 创新券
知识价值信用贷款 知识价值信用贷 知识价值贷
申报 申请 申领 领取 办理 报名 报送
认定 评定
购房 买房 购买住房
租房 租住
采购 购买 买
垫付 先垫钱 垫钱 垫资 自己掏钱 先掏钱 掏钱
施行 实施 执行 生效 开始施行 开始实施 开始执行 开始生效 起施行 起实施 起执行 起生效
起始 开始
截止 截至 结束
有效期 有效 失效 过期 到期
人数 多少人 几个人 多少名员工
员工 职工 从业人员
比例 百分之几 百分之多少 多少百分比 百分比 几成
电话 联系方式 热线 号码
材料 资料 文件材料
平台 系统
网上 线上
要求 条件 标准 门槛
总额 总量 总规模 总共
牵头 带头
地方 地点 处
创始人 创办人
成立 设立 组建 创建
计入 算进去 算进 算入 算在内 包括 包含
还不上 还不了 还不起
免费住 免费住宿
免租金 免租
事故 意外
""".split("\n")
# Words that change nothing in what is wanted: manners, who asks, ways to ask, and what every
# question about support says. What kind of thing is asked is compared by itself.
_FREE = frozenset(
    """
请问 请教 麻烦 你好 您好 谢谢 帮 帮我 告诉 告诉我 请 一下 下 我 我们 咱们 咱 我司 你们 你 您 想
想问 想问一下 想知道 知道 了解 问 说 关于 对 对于 的 了 地 得 着 过 是 有 在 到 把 被 给 让 从
由 向 往 于 以 按 和 与 及 或 或者 吗 呢 吧 啊 呀 嘛 么 多少 几 什么 啥 哪 哪些 哪个 哪里 哪儿
哪家 哪天 哪年 何时 几号 几月 什么时候 啥时候 时候 时间 日期 怎么 咋 怎样 如何 怎么样 谁 多久
多长 多大 多长时间 能 能够 可以 可 能不能 可不可以 能否 可否 是否 会 会不会 要 要不要 需要 需
需不需要 须 应 应当 想要 有没有 没有 没 是不是 还 还有 就 都 也 再 又 才 现在 目前 如今 先 自己
最高 最多 最大 最长 至多 上限 封顶 额度 金额 限额 不超过 超过 不能 不 钱 资金 款 元 万元 补贴
补助 奖励 资助 扶持 支持 补 奖 补多少 贴 发 领 领到 领取 拿 拿到 获得 得到 享受 给予 贷 贷到
企业 公司 单位 区里 市里 省里 政府 本市 我市 项目 每 每家 每个 单个 单家 单 一家 一个 一 家 个
每年 一年 年 月 日 天 号 年度 里 内 上 中 去 来 用 使用 做 满足 具备 提交 准备 交 登录 进入 打
属于 那 这 那么 这个 那个 对吗 具体 大概 大约 左右 到底 究竟 为 为了 起 至 只 则 且 此 其 该 多
少 高 低 大 小 最 不得 不可 有什么 什么样 后 前 之前 之后 以后 进行 开展 政策 目标 评为 发生 出
出过 有过 申报 咨询 询问 费用 要求 参加 年限 几年 几天 几次 几家 几项 几名 几种 万 亿 部门 联系
达到 评 评上 若 如果 假如 要是 的话 但 还要 已经 曾经
""".split()
)
_NOT = re.compile("没有|不用|不|没|无|未|别|非")
# What looks like a “not” and only asks, or belongs to a word.
_NO_NOT = re.compile(
    "(?P<verb>[\u4e00-\u9fff]{1,2})[不没](?P=verb)|可不可以|能不能|有没有|需不需要|应不应该|"
    "(?:没有|没|不)(?=[?？!！。 ]*$)|不超过|不低于|不少于|不高于|不能超过|不到|不足|不满|不限|不过|"
    "无人|未来|"
    "差别|区别|个别|特别|级别|类别|分别|别的|别人|别家|非常|免申即享"
)
_SIGNS = re.compile(r"[^\w]+")
_LATIN = re.compile(r"[a-z]+|[0-9]+(?:\.[0-9]+)?")


def plainest(text: str, places: bool = False) -> str:
    """The text (plain) in lower case and in the first of words that say the same.

    Places are taken out, unless `places`: they are compared by themselves.
    """
    lower = text.lower() if places else _without_places(text.lower())
    pattern, first = _same()
    return pattern.sub(lambda match: first[match[0]], in_common_words(lower))


def telling_words(plain: str) -> frozenset[str]:
    """The words of a text from `plainest` that are not free: Chinese, Latin and numbers."""
    chinese = {token.word for token in tokens(plain)}
    return frozenset((chinese | set(_LATIN.findall(plain))) - _FREE)


def is_free(word: str) -> bool:
    """Whether the word changes nothing in what is wanted."""
    return word in _FREE


def negations(text: str) -> int:
    """How often the text says “not”, where that is more than a way to ask."""
    return len(_NOT.findall(_NO_NOT.sub(" ", text)))


def _without_places(text: str) -> str:
    parts, at = [], 0
    for place in named_places(text):
        parts.append(text[at : place.start])
        at = place.end
    return " ".join([*parts, text[at:]])


@cache
def _same() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = [line.split() for line in _SAME if line]
    first = {other: row[0] for row in rows for other in row}
    longest_first = sorted(first, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), first
