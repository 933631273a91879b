"""Reads a question: normalises, completes, mends and takes apart what was asked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from functools import cache

from answer.figures import Figure
from answer.understanding.compound import taken_apart
from answer.understanding.content import telling_runs
from answer.understanding.data_files import table
from answer.understanding.english import Translation, is_english, translate
from answer.understanding.follow_up import completed
from answer.understanding.kinds import Asked, kinds_asked
from answer.understanding.knowledge import Knowledge
from answer.understanding.names import clause_reference, departments, named_documents
from answer.understanding.normalise import plain, without_courtesy
from answer.understanding.places_asked import places_asked
from answer.understanding.question import Question
from answer.understanding.spelling import mended
from answer.understanding.stated import asks_to_calculate, claims, given_amounts
from answer.understanding.years import years

# What an English question asks for, in the words of a Chinese one.
_ASKED_LAST = {
    Asked.AMOUNT: "最高补多少",
    Asked.RATE: "比例是多少",
    Asked.DATE: "什么时候",
    Asked.DEPARTMENT: "由哪个部门负责",
    Asked.PHONE: "联系电话",
    Asked.COUNT: "有多少",
    Asked.CONDITION: "需要什么条件",
    Asked.PROCEDURE: "怎么申请",
    Asked.LIST: "有哪些",
    Asked.CALCULATION: "最高补多少",
    Asked.YES_NO: "",
    Asked.COMPARISON: "",
    Asked.ANYTHING: "",
}
# When something stops to hold, in the words of a clause on it.
_ENDING = re.compile(
    "到?(?:什么时候|啥时候|何时|哪天|哪一天|哪年|几号)(?:就|会|才)?(?:到期|过期|失效|作废|废止)了?|"
    "(?:到期|过期|失效|作废)(?:时间|日期)?是(?:什么时候|啥时候|何时|哪天|哪年|几号)|"
    "(?:能|可以)?[管用]到(?:什么时候|啥时候|何时|哪一?[天年]|几号|多久)"
)
# “什么时候能报”: the clauses say 申报.
_REPORTED = re.compile("(?<=时候)(能|可以|才能|开始)?报(?=$|[吗呢?？,，。])")
# “还算得上OPC企业吗”: what rules on it is called 认定.
_COUNTED_AS = re.compile(
    "还?(?:能|可以)?(?:算得上|算不算得?上?|称得上|够得上|评得上|(?<=[想要能])评上?|"
    "(?<=[想要能])认[成上]?(?=OPC|opc))是?(?=[^,，。;；?？]{0,10}企业)"
)
# Only of documents: a loan or a licence ends otherwise.
_OF_DOCUMENTS = re.compile(
    "政策|措施|办法|文件|规定|意见|方案|通知|优惠|》|号|[0-9一二三四五六七八九十]条"
)
_IN_FORCE_UNTIL = "有效期到什么时候"
_ASKING_TERMS = frozenset({"多少", "最高", "上限", "哪些", "哪个", "什么", "怎么", "什么时候"})


def understand(
    text: str,
    *,
    history: Sequence[str] = (),
    knowledge: Knowledge | None = None,
    today: date | None = None,
) -> Question:
    """Read a question. `content` may be empty: then it names nothing that could be looked up.

    `history` alternates questions and answers, oldest first. `knowledge` tells what is stored;
    without it no stored document is recognised and spelling is mended by the data files alone.
    `today` is what 去年 and 明年 are counted from.
    """
    known = knowledge or _nothing_known()
    if is_english(text):
        return _english(text, history, known, today)
    written = without_courtesy(plain(text))
    right = mended(written, known)
    whole = completed(right, history, known) if history else right
    standalone = _in_their_words(whole, known)
    if _OF_DOCUMENTS.search(standalone):
        standalone = _ENDING.sub(_IN_FORCE_UNTIL, standalone)
    standalone = _REPORTED.sub(r"\1申报", standalone)
    standalone = _COUNTED_AS.sub("能认定为", standalone)
    places = places_asked(standalone, known)
    named = named_documents(standalone, known)
    given = given_amounts(standalone)
    asked, *also = kinds_asked(
        standalone,
        several=len(places) > 1 or len(named.ids) > 1,
        calculates=asks_to_calculate(standalone, given),
    )
    matter = _without(given, standalone) if asked is Asked.CALCULATION else standalone
    return Question(
        text=text,
        content=tuple(telling_runs(matter)),
        asked=asked,
        standalone=standalone,
        also_asked=tuple(also),
        places=places,
        documents=named.ids,
        unknown_documents=named.unknown,
        clause_reference=clause_reference(standalone),
        departments=departments(standalone),
        given_amounts=given,
        claims=claims(standalone),
        years=years(standalone, today),
        figures_in=standalone,
        shown=whole if whole not in written else "",
        is_follow_up=whole not in right,
        parts=taken_apart(standalone, known),
    )


def _english(text: str, history: Sequence[str], known: Knowledge, today: date | None) -> Question:
    """An English question: kinds and figures are read as written, the rest in Chinese terms."""
    written = " ".join(unicodedata.normalize("NFKC", text).split())
    own = translate(written)
    standalone = " ".join(own.terms)
    whole = standalone
    if history and not own.untranslated:
        before = understand(history[(len(history) - 1) // 2 * 2], knowledge=known)
        whole = _english_follow_up(own, before, known)
    is_follow_up, standalone = whole != standalone, whole
    content = tuple(telling_runs(standalone))
    places = places_asked(standalone, known)
    named = named_documents(standalone, known)
    given = given_amounts(written)
    kinds = kinds_asked(
        written, several=len(places) > 1, calculates=asks_to_calculate(written, given)
    )
    if is_follow_up and kinds == (Asked.ANYTHING,):
        kinds = before.kinds
    return Question(
        text=text,
        content=content,
        asked=kinds[0],
        standalone=_as_asked(standalone, kinds[0]) or written,
        also_asked=kinds[1:],
        places=places,
        documents=named.ids,
        unknown_documents=named.unknown,
        departments=departments(standalone),
        given_amounts=given,
        claims=claims(written),
        years=years(written, today),
        untranslated=own.untranslated,
        figures_in=written,
        is_follow_up=is_follow_up,
    )


def _as_asked(terms: str, asked: Asked) -> str:
    """Chinese terms as the search and the reader expect a question: what is asked comes last."""
    words = [word for word in terms.split() if word not in _ASKING_TERMS]
    return " ".join([*words, _ASKED_LAST[asked]]).strip() if words else terms


def _english_follow_up(own: Translation, before: Question, known: Knowledge) -> str:
    """The Chinese terms with those of the turn before, when they leave the matter open."""
    terms = " ".join(own.terms)
    asked = f"{terms}呢" if own.places and len(own.terms) <= 2 else terms
    whole = completed(asked, (before.standalone, ""), known)
    return terms if whole == asked else whole


def _without(given: Sequence[Figure], text: str) -> str:
    """The text less what the asker has spent, which no document speaks of."""
    for figure in reversed(given):
        text = f"{text[: figure.start]} {text[figure.end :]}"
    return text


def _in_their_words(text: str, known: Knowledge) -> str:
    """Spoken words that the documents lack, in the words that they have."""
    count = known.vocabulary.count
    for word, spoken in table("aliases")["terms"].items():
        for other in spoken:
            lacking = count(other[:5]) <= _AS_DATA < count(word[:5])
            if lacking and other in text and word not in text:
                text = text.replace(other, word)
    return text


# A word of the data files counts this often although no document has it.
_AS_DATA = 3


@cache
def _nothing_known() -> Knowledge:
    return Knowledge()
