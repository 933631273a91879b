"""Takes a question that asks for several things apart: “补多少，找谁办”, “甲和乙各补多少”."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from answer.understanding.asking import CLAUSE, asking_clauses
from answer.understanding.compared import compared, is_row, last_things
from answer.understanding.follow_up import completed
from answer.understanding.kinds import Asked, kinds_asked
from answer.understanding.knowledge import Knowledge
from answer.understanding.lexicon import policy_words, tokens
from answer.understanding.names import named_documents
from answer.understanding.places import named_places
from answer.understanding.rows import EDGES, last_clause, things_joined
from answer.understanding.subject import subject_of

# “甲和乙各最高多少”, “甲、乙分别由谁认定”.
_EACH = re.compile("(?:分别|各自?)(?=[是为给补奖能有占由找归怎多几支资免要得拿可]|最[高多低少])")
# Who would be told of levels of government is told of places.
_LEVEL = re.compile("^(?:[在从]?[市区省](?:里|级)?|国家)(?:的|$)")
_ASKING = re.compile(
    "(?:多少|(?<!好)几)[个家次回人名项年天月]?|什么时候|啥时候?|什么|哪(?:几?[个里些天年家种类项]|几)?|谁|怎么|如何|"
    "何时|多久|多长|多大"
)
# Between two words that ask for the same, “几号到几号”, “哪个网站、哪个栏目”, or in two clauses.
_JOINED = re.compile("[、到至和或及,，。;；?？!！]|还是")
_YEAR = re.compile("[0-9]{4}年|[今明去前后]年")
# “普及率2027年和2030年分别要到多少”
_YEARS = re.compile(
    "(?<![0-9])[0-9]{4}年?底?(?:[、,，和与及][0-9]{4}年?底?)+[,，]?(?:分别|各自?|(?=要?(?:达到?|到)|多少))"
)
_MEASURED = frozenset({Asked.AMOUNT, Asked.RATE, Asked.COUNT})
_ANEW = re.compile("(?:另外|还有|再就是|再问|再请问|顺便(?:问|请问)?)(?:一下|下)?[,，]?")
# Words that belong to the word that asks behind them: “结账|要交哪些单子”.
_BEFORE_ASKING = frozenset(
    {"要", "能", "可以", "由", "归", "找", "需", "需要", "是", "在", "去", "交", "带", "填"}
)


@dataclass(frozen=True, slots=True)
class Part:
    """One of the questions that a question is made of.

    `own` are its words in the question, `whole` the same with what it takes from those before,
    `thing` what it names of its own, empty if it only asks something else of the same, and `asked`
    the kind of thing that it asks for. `briefly` is `whole` less what the asker tells of himself
    before the questions, empty where that is nothing or the part names nothing.
    """

    own: str
    whole: str
    thing: str
    asked: Asked
    briefly: str = ""


def taken_apart(text: str, knowledge: Knowledge) -> tuple[Part, ...]:
    """The questions that `text` (standalone, plain) is made of, in order; empty if it is one.

    A comparison is one, unless two things are compared that are not places: then each is asked for.
    """
    if (found := compared(text)) and len(both := _asked_of_each(*found)) == 2:
        return both
    if Asked.COMPARISON in kinds_asked(text):
        return ()
    return (
        _of_each_year(text)
        or _of_each_thing(text)
        or _by_clauses(text, knowledge)
        or _by_asking_words(text)
    )


def _of_each_year(text: str) -> tuple[Part, ...]:
    found, asked = _YEARS.search(text), kinds_asked(text)[0]
    if found is None or asked not in _MEASURED:
        return ()
    before, behind = text[: found.start()], text[found.end() :]
    return tuple(
        Part(f"{year}{behind}", f"{before}{year}{behind}", year, asked)
        for year in (f"{one}年" for one in re.findall("[0-9]{4}", found.group()))
    )


def _of_each_thing(text: str) -> tuple[Part, ...]:
    marker = _EACH.search(text)
    if marker is None:
        return ()
    ask = text[marker.end() :].strip(EDGES)
    context, things = last_clause(text[: marker.start()])
    if not is_row(things) and is_row(before := last_things(context)[1]):
        # “创新产品和模型工具两类，每个项目分别给多少”
        ask, context, things = f"{things}{ask}", last_things(context)[0], before
    return _asked_of_each(context, things, ask)


def _asked_of_each(context: str, things: str, ask: str) -> tuple[Part, ...]:
    """The same asked of each of a row of things; empty where they are places or there is one."""
    rows = things_joined(things.strip())
    places = named_places(things)
    if len(rows) < 2 or len(places) > 1 or any(_LEVEL.search(name) for name, _ in rows):
        return ()
    front = f"{places[0].name}的" if places else ""
    return tuple(
        _part(f"{name}{ask}", f"{context}{'' if named_places(name) else front}{name}{ask}", thing)
        for name, thing in rows
    )


def _by_clauses(text: str, knowledge: Knowledge) -> tuple[Part, ...]:
    asking = _clauses_that_ask(text)
    if len(asking) < 2:
        return ()
    start, end = asking[0]
    context, first = text[:start], text[start:end].strip()
    parts = [_part(first, text[:end])]
    for (_, before), (_, end) in pairwise(asking):
        own = text[before:end].strip(EDGES)
        parts.append(_part(own, _carried(own, context, first, knowledge)))
    return tuple(replace(one, briefly=_without_context(one, context, first)) for one in parts)


def _clauses_that_ask(text: str) -> list[tuple[int, int]]:
    """Where the clauses stand that ask, behind the first also those that ask the same of something
    else: “典型场景呢”."""
    asking = asking_clauses(text)
    alike = [one.span() for one in CLAUSE.finditer(text) if one.group().rstrip().endswith("呢")]
    return sorted({*asking, *(one for one in alike if asking and one > asking[0])})


def _without_context(part: Part, context: str, first: str) -> str:
    """“我们有12人,能认定吗?算力要占多少”: the 12 may lead astray who asks for what is spent.

    The places stay. What begins anew (另外) leaves what the first part names behind, too.
    """
    begins_anew = _ANEW.match(part.own)
    own = part.own[begins_anew.end() :] if begins_anew else part.whole.removeprefix(context)
    if not context or (not part.thing and own == part.own):
        return ""
    places = named_places(f"{context}{first}" if begins_anew else context)
    if len(places) != 1 or named_places(own):
        return own
    return f"{places[0].name}的{own}"


def _by_asking_words(text: str) -> tuple[Part, ...]:
    """“一年认定几次什么时候能报”: two words that ask, without a comma."""
    asking = list(_ASKING.finditer(text))
    if len(asking) != 2:
        return ()
    (_, end), (start, _) = asking[0].span(), asking[1].span()
    if _JOINED.search(text, end, start):
        return ()
    cut = _cut_between(text, end, start)
    own = text[cut:]
    return (_part(text[:cut], text[:cut]), _part(own, f"{_asked_of(text, asking[0].start())}{own}"))


def _part(own: str, whole: str, thing: str | None = None) -> Part:
    named = subject_of(own).words if thing is None else thing
    return Part(own, whole, named, kinds_asked(own)[0])


def _cut_between(text: str, end: int, start: int) -> int:
    """Where the second question begins, `end` being that of the first word that asks."""
    between = [one for one in tokens(text) if end <= one.start and one.end <= start]
    while between and between[-1].word in _BEFORE_ASKING:
        start = between.pop().start
    if len(between) > 1 and between[-1].end == start:
        start = between[-1].start
    return start


def _asked_of(text: str, asking: int) -> str:
    """What both questions ask of: all before the first word that asks, less its verb (招, 搞)."""
    before = [one for one in tokens(text) if one.end <= asking]
    verb = before and before[-1].end == asking and len(before[-1].word) == 1
    return text[: before[-1].start if verb else asking]


def _carried(own: str, context: str, first: str, knowledge: Knowledge) -> str:
    """A further question with what it takes from the `first` one and the `context` before that.

    What names a place or a document of its own takes nothing.
    """
    if named_places(own) or named_documents(own, knowledge).ids:
        return own
    subject = subject_of(first).words.rstrip("的")
    # Behind a context that says what it is about, what is no word of policy only disturbs.
    if not subject or (context and not any(word in subject for word in policy_words())):
        whole = own
    elif (whole := completed(own, (first, ""), knowledge)) == own:
        whole = f"{subject}{own}"
    places = named_places(first)
    if len(places) == 1 and not named_places(whole):
        whole = f"{places[0].name}的{whole}"
    year = _YEAR.search(first)
    return f"{context}{year.group() if year and year.group() not in whole else ''}{whole}"
