"""What of a question names a thing: its words without those that ask, join and fill."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from answer.understanding.lexicon import words

# A Latin word or number, or a run of Chinese: never both in one.
_RUNS = re.compile(r"[0-9]+(?:\.[0-9]+)?|[a-z][a-z0-9]*|[\u3400-\u9fff〇]+|[^\W0-9a-z_]+")
# Phrases that a dictionary would cut apart or join with what follows.
_PHRASES = re.compile(
    "对不对|是不是|有没有|能不能|会不会|要不要|可不可以|行不行|好不好|需不需要|算不算|听说过?|据说|"
    "有人说|网上说|想问一?下?|问一下|了解一下|就是说|什么时候|啥时候|是什么时候|多长时间|多少钱|"
    "是多少|有多少|怎么样|怎么办|最多能?|最少|最高能?|给不给|补不补|有啥|是啥|干啥|啥意思|"
    "什么意思|政府(?=[给补奖发会能有])|对吗|是吗|是吧|对吧|好吗|行吗|可以吗|有几(?=[个家项条种类])"
)
FILLERS = frozenset(
    (
        "请问 请教 麻烦 你好 您好 谢谢 帮 帮我 告诉 告诉我 请 一下 下 我们 我们家 咱们 咱 我 你们 "
        "你 您 俺 他 她 它 它们 他们 大家 自己 多少 几个 几 几万 几家 几天 几年 几项 几种 什么 啥 "
        "什么样 哪些 哪个 哪几 哪几个 哪 哪里 哪儿 哪家 哪份 哪天 哪年 哪种 哪次 怎么 咋 咋办 "
        "怎样 如何 是否 可以 可 能否 能 能够 能不能 为什么 为啥 为何 多久 多长 多大 多高 吗 呢 吧 "
        "啊 呀 哦 哈 嘛 啦 么 的 了 地 得 着 过 是 有 没有 没 不 和 与 及 或 或者 还是 在 到 对 "
        "把 被 给 让 从 由 要 想 会 不会 会不会 都 就 还 还有 也 再 又 才 只 只要 如果 要是 的话 "
        "那 那么 那个 那些 那块 这 这个 这些 这么 这样 这种 该 其 此 每 各 各自 分别 最高 最多 "
        "最少 最 多 谁 里 里面 中 上 内 外 后 前 之前 之后 以后 时 时候 因为 所以 但 但是 而 则 "
        "且 并 之 于 以 按 按照 直接 白 一定 必须 应该 应当 需要 需 得以 到底 究竟 大概 大约 "
        "差不多 听说 据说 比如 例如 关于 现在 目前 拿 拿到 补 奖 发 领 领到 交 投 贷 花 做 搞 弄 "
        "用 说 讲 看 问 知道 想知道 算 贴 享受 得到 获得 属于 叫 叫做 称为 具体 详细 那儿 这儿 "
        "一共 总共 共 等 等等 去 来 起 开始 人家 别人 东西 事 事情 情况 意思 方面 部分 年 月 日 "
        "号 万 万元 亿 亿元 元 块 家 项 条 份 款 名 个 次 种 类 张 套 天 只有 大 小 真 真的 嗯 "
        "对吗 是不是 有没有 好 太 很 更 比 跟 同 为 为了 向 往 往往 至 可否 第几 几号 几月 几点 "
        "封顶 上限 顶格 顶多 顶天 哪边 哪头 几次 何时 何 几条 几名 几人 几级 几类 "
    ).split()
)


def telling_runs(text: str) -> list[str]:
    """The telling runs of `text` (plain): lower case, in order, fillers taken out.

    A run is a Latin word, a number, or Chinese of at least two characters.
    """
    runs: list[str] = []
    plainer = _PHRASES.sub(" ", text.lower())
    for match in _RUNS.finditer(plainer):
        run = match.group()
        if "\u3400" <= run[0] <= "\u9fff" or run[0] == "〇":
            after_number = plainer[match.start() - 1 : match.start()].isdigit()
            runs.extend(_telling(words(run, after_number=after_number)))
        else:
            runs.append(run)
    return runs


def _telling(run: Sequence[str]) -> Iterator[str]:
    """The stretches of a row of Chinese words between its fillers."""
    stretch = ""
    for word in [*run, ""]:
        if word and word not in FILLERS:
            stretch += word
            continue
        if len(stretch) > 1:
            yield stretch
        stretch = ""
