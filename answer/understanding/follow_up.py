"""Follow-up questions: what is left out is taken from the turns before.

Only questions that cannot stand alone are completed; one that names a matter of its own is a new
question, whatever was spoken of before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.understanding.asking import is_asking
from answer.understanding.contrasts import contrast, contrasting, is_known
from answer.understanding.kinds import Asked, kinds_asked
from answer.understanding.knowledge import Knowledge
from answer.understanding.names import named_documents
from answer.understanding.normalise import plain, without_courtesy
from answer.understanding.open_asks import asks_for_whom, asks_openly, asks_the_same
from answer.understanding.other_amount import with_amount
from answer.understanding.own_matter import stands_alone
from answer.understanding.places import NamedPlace, asked_of, named_places
from answer.understanding.pronouns import pronoun_in, with_pronoun
from answer.understanding.spelling import mended
from answer.understanding.subject import Subject, subject_of

# Turns that are looked back on; what was said earlier is another conversation.
TURNS = 6
# A question that only asks whether somebody may is no longer than this.
_SHORT = 14
_LEAD = re.compile(
    "^(?:那么?(?![个项些种曲里边位])|那样的话|然后|(?:另外|还有|对了|好的?)(?=[,，、 ])|"
    "再问一?下?|还想问一?下?)[,，、 ]*"
)
_TAIL = re.compile(r"[?？。!！~ ]+$")
_NE = re.compile("呢$")
# What a question asks, at its end: “…的单位有奖励吗”.
_LAST_ASK = re.compile("(?:有没有|有|能|可以|最高|最多|怎么|多少|给|补|按)[^,，。]{0,10}$")
# “语料券呢,一家最多多少”: said beside what was spoken of before.
_BESIDE = re.compile("^(?!我|你|您|还有|有个)(?P<matter>[^,，。]{2,10})呢[,，、 ]")
# “可以和省里的叠加吗”: another place comes in besides, not instead.
_BESIDES = re.compile("(?:和|与|跟|同|比|及|、)$")
_WE_ARE_IN = re.compile(
    "(?:我们?|咱们?)?(?:家|的)?(?:公司|企业|单位)?(?:注册)?(?:地)?(?:是|放|设|开)?在$"
)
_IN_ANSWER = re.compile("《([^》]{4,60})》|[(（]([^()（）]{3,20})[)）]")


def completed(text: str, history: Sequence[str], knowledge: Knowledge) -> str:
    """The question with what it leaves out; unchanged if it stands alone, but for a leading 那.

    `history` alternates question and answer, oldest first.
    """
    before = ""
    for place in range(max(0, (len(history) - 1) // 2 * 2 - 2 * TURNS), len(history), 2):
        asked = mended(without_courtesy(plain(history[place])), knowledge)
        answer = plain(history[place + 1]) if place + 1 < len(history) else ""
        before = _with_matter(_after(asked, before, knowledge), answer)
    return _after(text, before, knowledge)


def _after(text: str, before: str, knowledge: Knowledge) -> str:
    """The question, completed from the one before, "" for none, and in the one place of that."""
    if not before:
        return text
    whole = _complete(text, before, knowledge)
    bare = _LEAD.sub("", text)
    beside = _BESIDE.match(bare)
    is_new = whole in (text, bare) and not (beside and subject_of(beside["matter"]).words)
    places = named_places(before)
    if is_new or len(places) != 1 or named_places(whole):
        return whole
    return asked_of(places[0].name, whole)


def _with_matter(question: str, answer: str) -> str:
    """The question, with the matter of its answer in front when it names none itself."""
    if subject_of(question).words or not answer:
        return question
    for match in _IN_ANSWER.finditer(answer):
        name = match[1] or match[2]
        if subject_of(name).words:
            return f"{name}{question}"
    return question


def _complete(text: str, before: str, knowledge: Knowledge) -> str:
    body = _LEAD.sub("", _TAIL.sub("", text)) or text
    bare = _NE.sub("", body)
    whole = _LEAD.sub("", text) or text
    named = named_documents(bare, knowledge)
    if not _has_something(bare) or named.unknown or (named.ids and _ends_asking(bare)):
        return whole
    if same := with_amount(bare, before):
        return same
    if stands_alone(bare):
        return whole
    matter, own = subject_of(_TAIL.sub("", before)), subject_of(bare)
    asks = kinds_asked(bare) != (Asked.ANYTHING,)
    if not matter.words:
        # What was asked before lacked its matter, and here it is: “补贴最高多少” – “算力券”.
        says_only = own.words and not _ends_asking(body) and not is_asking(bare)
        answers = says_only and kinds_asked(before) != (Asked.ANYTHING,)
        return f"{bare.rstrip('的')}{before}" if answers else whole
    places = [place for place in named_places(bare) if not _BESIDES.search(bare[: place.start])]
    if places and asks_the_same(_without_places(bare, places)):
        return _replace_place(_TAIL.sub("", before), places[0].name)
    if pronoun := pronoun_in(bare):
        return _move_place(with_pronoun(bare, pronoun, matter), places, matter)
    if not own.words:
        return _without_matter(bare, places, matter, asks=asks)
    if asks_for_whom(bare):
        return _joined(matter.words, bare)
    if _NE.search(body) and not asks:
        return _of_another(bare, own, places, matter, knowledge)
    is_short = whole != text or len(bare) <= _SHORT
    if asks_openly(body) and is_short and not is_known(own.words, knowledge):
        return _joined(matter.words, bare)
    return whole


def _without_matter(bare: str, places: list[NamedPlace], matter: Subject, *, asks: bool) -> str:
    """“那武昌呢”, “最多几年”, “武昌区最高多少”: place or ask are new, the matter is not."""
    if old := contrast(bare, matter.text):
        return matter.text.replace(old, contrasting(bare), 1)
    if not places:
        needs_ask = not asks and not _ends_asking(bare)
        return _joined(matter.words, bare) + (matter.rest if needs_ask else "")
    left = _without_places(bare, places).strip("也")
    text = matter.text if not left or not asks else _joined(matter.words, left)
    return _replace_place(text, places[0].name)


def _without_places(bare: str, places: Sequence[NamedPlace]) -> str:
    for place in reversed(places):
        bare = _WE_ARE_IN.sub("", bare[: place.start]) + bare[place.end :]
    return bare.strip(" ,，的")


def _of_another(
    bare: str, own: Subject, places: list[NamedPlace], matter: Subject, knowledge: Knowledge
) -> str:
    """“垂直模型呢”, “硕士呢”, “超过20万的部分呢”: another matter, kind or part; same ask."""
    if old := contrast(bare, matter.text):
        return matter.text.replace(old, contrasting(bare), 1)
    if is_known(own.words, knowledge):
        kept = [place for place in named_places(matter.words) if not places][:1]
        front = matter.words[kept[0].start : kept[0].end] if kept else ""
        return f"{front}{'的' if front else ''}{bare}{_ask_of(matter)}"
    return _joined(matter.words, bare) + _ask_of(matter)


def _ask_of(matter: Subject) -> str:
    """What a question asks of its matter, without what else it is about, and where."""
    rest = matter.rest
    if not subject_of(rest).words and not named_places(rest):
        return rest
    ask = _LAST_ASK.search(rest)
    return ask.group() if ask else rest


def _move_place(text: str, places: list[NamedPlace], matter: Subject) -> str:
    had = named_places(matter.words)
    if not places or not had:
        return text
    return text.replace(matter.words[had[0].start : had[0].end], "", 1)


def _replace_place(text: str, place: str) -> str:
    had = named_places(text)
    if not had:
        return asked_of(place, text)
    first = had[0]
    return text[: first.start] + place + text[first.end :]


def _joined(matter: str, bare: str) -> str:
    return f"{matter.rstrip('的')}{bare.lstrip('的')}"


def _has_something(bare: str) -> bool:
    return any(character.isalnum() for character in bare) and not re.fullmatch(
        "(?:好的?|谢谢|多谢|明白了?|知道了|嗯+|哦+|再见|你好|您好|ok|thanks)[啊呀啦吧哈]?",
        bare,
        re.IGNORECASE,
    )


def _ends_asking(bare: str) -> bool:
    return re.search("吗|么|多少|几|什么|啥|哪|谁|怎|咋|如何", bare) is not None
