"""What of a question carries meaning, and what kind of thing it asks for."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class Asked(StrEnum):
    """The kind of thing that would answer a question."""

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


_KINDS: tuple[tuple[Asked, re.Pattern[str]], ...] = (
    (Asked.PHONE, re.compile("电话|联系方式|打给谁|phone")),
    (
        Asked.DATE,
        re.compile(
            "何时|什么时候|啥时候|哪天|哪一天|几号|几月|截止|到期|有效期|生效|施行|"
            "when|deadline|expire"
        ),
    ),
    (
        Asked.DEPARTMENT,
        re.compile("哪个部门|什么部门|谁负责|谁管|找谁|哪个局|由谁|负责单位|which department"),
    ),
    (
        Asked.AMOUNT,
        re.compile(
            r"多少钱|补多少|补贴.{0,6}多少|多少.{0,8}(?:补|奖|资金|券|万|贷|支持)|最高|最多|上限|"
            r"额度|比例|几万|多少万|奖.{0,3}多少|给多少|拿多少|how much|maximum|cap\b"
        ),
    ),
    (Asked.COUNT, re.compile("多少|几[个家名项条款天年次]|how many|how long")),
)
# Words that ask rather than name a thing. Longer ones first, so that a part never hides a whole.
_ASKING = "|".join(
    sorted(
        (
            "请问 想问一下 想问 问一下 麻烦 你好 您好 帮我 告诉我 请 一下 "
            "我们 咱们 我 你们 您 多少钱 多少 几个 几万 有几 是多少 什么时候 "
            "啥时候 什么 啥 哪些 哪个 哪几 哪里 哪儿 哪 怎么样 怎么办 怎么 "
            "怎样 如何 是否 能不能 可不可以 可以 能否 是不是 有没有 会不会 "
            "要不要 为什么 多长时间 多久 吗 呢 吧 啊 呀 的 了 是 有 和 与 "
            "及 或 在 到 对 把 被 给 让 从 要 能 会 都 就 还 也 最高 "
            "最多 最少 谁 "
        ).split(),
        key=len,
        reverse=True,
    )
)
_ENGLISH_ASKING = re.compile(
    r"\b(?:what|which|who|when|where|why|how|much|many|long|is|are|was|do|does|did|can|could|will|"
    r"would|should|may|i|we|you|my|our|a|an|the|of|for|to|in|on|at|by|from|with|and|or|it|there|"
    r"get|be|have|has|s|please|tell|me)\b"
)
_GREETINGS = frozenset(
    {"hello", "hi", "hey", "thanks", "ok", "test", "你好", "谢谢", "在吗", "测试"}
)
# Words that a filler is part of, which must not be torn by taking it out.
_WHOLE_WORDS = (
    "有效|申请|请示|要求|要素|要件|能力|能源|智能|会议|社会|对象|对接|给予|给付|在线|在建|目的|标的|"
    "从业|从事|到期|到账|到位|参与|给排水|目的地|所有|有限|有关|没有|国有|还款|还贷|返还"
)
_FILLER = re.compile(f"(?P<whole>{_WHOLE_WORDS})|{_ASKING}")
# What every support policy speaks of: a question of nothing else fits them all.
_GENERIC = re.compile(
    "补贴|补助|奖励|资助|扶持|支持|政策|措施|优惠|资金|条件|材料|申请|申报|流程|办法|标准|"
    "公司|企业|武汉市?|我市|本市|金额|额度|比例|上限|政府"
)
# A Latin word or number, or a run of Chinese: never both in one.
_RUNS = re.compile(r"[0-9a-z]+(?:\.[0-9]+)?|[^\W0-9a-z_]+")


@dataclass(frozen=True, slots=True)
class Question:
    """A question as asked, and how it was understood.

    `text` is as asked; `standalone` the question that is searched and read: half width, simplified
    script, spelling mended, names in the corpus's words, completed from the turns before. `content`
    holds the telling runs of `standalone`, lower case. `asked` is what kind of thing is wanted,
    `also_asked` further kinds in order. `places` are the places named or implied, by the names of
    the gazetteer (“武汉市”, “武昌区”, “广州市”); `documents` the ids of documents named by 文号,
    title or alias; `unknown_documents` document numbers and titles that are named and not there.
    `shown` says how the question was understood, empty when that goes without saying.
    """

    text: str
    content: tuple[str, ...]
    asked: Asked
    standalone: str = ""
    also_asked: tuple[Asked, ...] = ()
    places: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    unknown_documents: tuple[str, ...] = ()
    shown: str = ""

    @property
    def is_english(self) -> bool:
        """Whether it is written in Latin letters, and none of it in Chinese ones."""
        if any("\u4e00" <= character <= "\u9fff" for character in self.text):
            return False
        return any(character.isascii() and character.isalpha() for character in self.text)

    @property
    def names_nothing(self) -> bool:
        """Whether there is nothing in it to look up: greetings, signs, bare numbers."""
        return all(run.replace(".", "").isdigit() or run in _GREETINGS for run in self.content)

    @property
    def is_vague(self) -> bool:
        """Whether it names nothing but what every support policy speaks of."""
        return bool(self.content) and not any(_GENERIC.sub("", run) for run in self.content)


def understand(text: str) -> Question:
    """Read a question. `content` may be empty: then it names nothing that could be looked up."""
    plain = unicodedata.normalize("NFKC", text).lower()
    kind = next((kind for kind, pattern in _KINDS if pattern.search(plain)), Asked.ANYTHING)
    telling = _ENGLISH_ASKING.sub(" ", _FILLER.sub(lambda match: match["whole"] or " ", plain))
    runs = [run for run in _RUNS.findall(telling) if len(run) > 1 or run.isascii()]
    return Question(text=text, content=tuple(runs), asked=kind, standalone=plain)
