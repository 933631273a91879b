"""Which documents a question names, by 文号, by title or by another name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from answer.figures.numerals import read_numeral
from answer.understanding.content import FILLERS
from answer.understanding.data_files import table
from answer.understanding.knowledge import Knowledge, title_key
from answer.understanding.lexicon import words

_NUMBER = re.compile(
    r"(?P<prefix>[\u4e00-\u9fff]{1,16})(?P<open>[〔\[(【<]?)\s*(?P<year>(?:19|20)[0-9]{2})\s*[〕\])】>]?年?\s*"
    r"第?\s*(?P<number>[0-9]{1,5})\s*号(?!楼|线|馆|厅|门|院|地|车|机|店|仓|库|桥)"
)
# How the prefix of a document number ends when no brackets show what it is.
_PREFIX = re.compile(
    "(?:政|国|办|发|规|函|字|科|管|委|局|数|财|经信|智数)(?:[规发办函字文令]|政规|政办|政发)$|[规发函字]$"
)
_NOT_PREFIX = re.compile(
    ".*(?:依据|根据|按照|依照|关于|文件|查询|看看|查|找|问|说|新闻|政策|文号|是|的|和|与|按|据|在|照)"
)
_TITLE = re.compile(r"《([^《》]{2,80})》")
_CLAUSE = re.compile(r"第(?P<number>[0-9]{1,3}|[一二三四五六七八九十百]{1,5})条(?!件|款项)")
# Around a bare “10条”: it is a name when something is asked of it, not when it counts.
_COUNTS = re.compile(
    "(?:有|共|几|第|至少|提出|出台|推出|列|这|那|发布|制定|全部|前|后|[0-9零一二三四五六七八九十])$"
)
_AS_NAME = re.compile(
    r"(?:的|里|中|第|规定|政策|有效|什么时候|从|是什么|算力|施行|到期|支持|补|适用|还|和|与|有哪些|讲|说|包括|[?？,，]|$)"
)
# How alike a title in 《》 must be to one in the storage, 0..100.
_ALIKE = 85.0
_MOST = 3


@dataclass(frozen=True, slots=True)
class NamedDocuments:
    """The ids of the documents that a text names, and what it names that is not there."""

    ids: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def named_documents(text: str, knowledge: Knowledge) -> NamedDocuments:
    """The documents that `text` (plain) names. Without stored documents everything is unknown."""
    ids: list[str] = []
    unknown: list[str] = []
    for match in _NUMBER.finditer(text):
        found, written = _by_number(match, knowledge)
        ids.extend(found)
        if not found and written:
            unknown.append(written)
    for title in _TITLE.findall(text):
        titled = _by_title(title, knowledge)
        ids.extend(titled)
        if not titled and not _is_ambiguous(title, knowledge):
            unknown.append(f"《{title}》")
    ids.extend(_by_name(_TITLE.sub(" ", text), knowledge))
    return NamedDocuments(tuple(dict.fromkeys(ids)), tuple(dict.fromkeys(unknown)))


def clause_reference(text: str) -> int | None:
    """The clause that the text (plain) points to: 3 for 第三条; None if there is none."""
    match = _CLAUSE.search(text)
    if match is None:
        return None
    number = match["number"]
    if number.isascii():
        return int(number)
    value = read_numeral(number)
    return None if value is None else int(value)


def departments(text: str) -> tuple[str, ...]:
    """The departments that the text (plain) names, by one name each: 市经信局, 市数据局."""
    spans: list[tuple[int, int, str]] = []
    for name, spellings in table("aliases")["departments"].items():
        for spelling in (name, *spellings):
            at = text.find(spelling)
            if at >= 0:
                spans.append((at, at + len(spelling), name))
    # The longest name at a place, so that no part of a name counts besides the whole.
    spans.sort(key=lambda span: (span[0] - span[1], span[0]))
    kept: list[tuple[int, int, str]] = []
    for span in spans:
        if all(span[1] <= other[0] or span[0] >= other[1] for other in kept):
            kept.append(span)
    return tuple(dict.fromkeys(name for _, _, name in sorted(kept)))


def _by_number(match: re.Match[str], knowledge: Knowledge) -> tuple[tuple[str, ...], str]:
    year, number = int(match["year"]), int(match["number"])
    for (prefix, *rest), ids in knowledge.numbers.items():
        if rest == [year, number] and match["prefix"].endswith(prefix):
            return ids, ""
    lead = _NOT_PREFIX.match(match["prefix"])
    prefix = match["prefix"][lead.end() if lead else 0 :]
    while prefix and (first := words(prefix)[0]) in FILLERS:
        prefix = prefix[len(first) :]
    if not prefix or not (match["open"] or _PREFIX.search(prefix)):
        return (), ""
    return (), f"{prefix}〔{year}〕{number}号"


def _by_title(title: str, knowledge: Knowledge) -> list[str]:
    key = title_key(title)
    if ids := knowledge.titles.get(key):
        return list(ids)
    if ids := knowledge.names.get(key):
        return list(ids)
    inside = _titles_with(key, knowledge)
    if len(inside) == 1 or (inside and len(key) >= 8 and len(inside) <= _MOST):
        return [one for title in inside for one in knowledge.titles[title]]
    if inside:
        return []
    score, best = max(
        ((fuzz.ratio(key, other), other) for other in knowledge.titles), default=(0.0, "")
    )
    return list(knowledge.titles[best]) if score >= _ALIKE else []


def _titles_with(key: str, knowledge: Knowledge) -> list[str]:
    return [title for title in knowledge.titles if len(key) >= 4 and key in title]


def _is_ambiguous(title: str, knowledge: Knowledge) -> bool:
    """A short title that several documents have in theirs (《行动方案》): none, but not unknown."""
    return bool(_titles_with(title_key(title), knowledge))


def _by_name(text: str, knowledge: Knowledge) -> list[str]:
    lower = re.sub(r"[“”\"'\s]", "", text.lower())
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, str]] = []
    for name in sorted(knowledge.names, key=len, reverse=True):
        at = lower.find(name)
        if at < 0 or any(at < end and at + len(name) > start for start, end in taken):
            continue
        taken.append((at, at + len(name)))
        found.extend((at, one) for one in knowledge.names[name])
    for name, ids in knowledge.bare.items():
        for match in re.finditer(re.escape(name), lower):
            apart = not any(match.start() < end and match.end() > start for start, end in taken)
            before, after = lower[: match.start()], lower[match.end() :]
            if apart and not _COUNTS.search(before) and _AS_NAME.match(after):
                found.extend((match.start(), one) for one in ids)
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]
