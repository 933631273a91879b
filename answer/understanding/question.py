"""A question as it was understood."""

from __future__ import annotations

import re
from dataclasses import dataclass

from answer.figures import Figure
from answer.understanding.compound import Part
from answer.understanding.english import is_english
from answer.understanding.kinds import Asked

_GREETINGS = frozenset(
    {"hello", "hi", "hey", "thanks", "thank", "ok", "test", "你好", "谢谢", "在吗", "测试"}
)
# What every support policy speaks of: a question of nothing else fits them all.
_GENERIC = re.compile(
    "补贴|补助|奖励|资助|扶持|支持|政策|措施|优惠|资金|条件|材料|申请|申报|申领|流程|办法|标准|手续|"
    "公司|企业|单位|武汉市?|我市|本市|市里|金额|额度|比例|上限|政府|叠加|重复|享受|截止|时间|期限|有效期?|"
    "有效|到期|过期|部门|局|管|电话|联系|方式|负责|要求|资格|纸质|提交|办理|网站|最长|总额|责任|好处|上交|"
    "每年|一年|今年|项目|一次性|分[期年批]|"
    # What stands for something spoken of before, where nothing was.
    "[这那该此][个项些份种]|上[面述]|本[项个]|前面|刚[才刚]|提到|找|拨付"
)
_NO_THING = frozenset({Asked.ANYTHING, Asked.YES_NO, Asked.COUNT, Asked.COMPARISON})


@dataclass(frozen=True, slots=True)
class Question:
    """A question as asked, and how it was understood.

    `text` is as asked; `standalone` the question that is searched and read: half width, simplified
    script, spelling mended, completed from the turns before, of an English one its Chinese terms.
    `content` holds the telling runs of `standalone`, lower case. `asked` is what kind of thing is
    wanted, `also_asked` further kinds in order. `places` are the places named, by the names of the
    gazetteer (“武汉市”, “武昌区”, “广州市”), empty when none is; `documents` the ids of documents
    named by 文号, title or alias; `unknown_documents` document numbers (“武政规〔2031〕9号”) and
    titles (“《…》”) that are named and not there; `clause_reference` the number in “第三条”.
    `departments` are the departments named, by one name each (“市经信局”).

    `given_amounts` are the figures that the asker brings along, with offsets in `figures_in` (the
    standalone question, or the English one as written). `claims`: it states something that is to
    be confirmed or builds on a stated figure. `years` are the years named. `untranslated` are the
    words of an English question that no glossary entry covers. `shown` says how the question was
    understood, empty when that goes without saying; `is_follow_up` that it was completed from the
    turns before. `parts` are the questions that it is made of, empty where it is one.
    """

    text: str
    content: tuple[str, ...]
    asked: Asked
    standalone: str = ""
    also_asked: tuple[Asked, ...] = ()
    places: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    unknown_documents: tuple[str, ...] = ()
    clause_reference: int | None = None
    departments: tuple[str, ...] = ()
    given_amounts: tuple[Figure, ...] = ()
    claims: bool = False
    years: tuple[int, ...] = ()
    untranslated: tuple[str, ...] = ()
    figures_in: str = ""
    shown: str = ""
    is_follow_up: bool = False
    parts: tuple[Part, ...] = ()

    @property
    def kinds(self) -> tuple[Asked, ...]:
        """Every kind of thing asked for, the main one first."""
        return (self.asked, *self.also_asked)

    @property
    def in_full(self) -> str:
        """The question as it stands alone; as it was asked if it was not read."""
        return self.standalone or self.text

    @property
    def is_english(self) -> bool:
        """Whether it is written in English, if with a Chinese term in it."""
        return is_english(self.text)

    @property
    def as_put(self) -> str:
        """The question in its own language: in full, or as it was written in English."""
        return self.text if self.is_english else self.in_full

    @property
    def names_nothing(self) -> bool:
        """Whether there is nothing in it to look up: greetings, signs, bare numbers."""
        if self.documents or self.unknown_documents:
            return False
        runs = (*self.content, *(word.lower() for word in self.untranslated))
        return not self.is_vague and all(
            run.replace(".", "").isdigit() or run in _GREETINGS for run in runs
        )

    @property
    def is_vague(self) -> bool:
        """Whether it names nothing but what every support policy speaks of.

        “补贴最高多少”, “归哪个局管”, “能补多少”. A named document, or a word of an English question
        that could not be translated, is something.
        """
        if self.documents or self.unknown_documents or self.untranslated:
            return False
        if any(not run.isdigit() for run in self.content):
            # A sum that somebody heard of is nothing to look up: “能拿200万资助，是真的吗”.
            return not any(_GENERIC.sub("", run) for run in self.content if not run.isdigit())
        return any(kind not in _NO_THING for kind in self.kinds)
