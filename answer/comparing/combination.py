"""Whether supports may be drawn together: only a clause can say so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.finding import Finding, Sentence
from answer.matter import coverage, matter, shared_name
from answer.understanding import Question
from answer.understanding.places import without_places
from answer.wording.marks import inner_quotes

# Finds the clauses that rule on it: search with this, besides the question itself.
LOOK_UP = "同一单位同一项目 就高不重复 不重复享受 可叠加享受 配套"

_ASKS = re.compile(
    "叠加|累加|各领|各拿|都(?:能|可以?)?(?:领|拿|享受|申[请报领]|拿满)|同时(?:享受|领|拿|申[请报领])"
    "|一起(?:领|拿|申[请报领]|享受)|重复(?:享受|领|拿|申[请报领])|兼得|兼领|两边都|两头|都拿满|双份|两份"
    r"|\b(?:combine|stack|both|add(?:ed)? up|cumulate|in addition)\b",
    re.IGNORECASE,
)
# “每家OPC都能拿”: each of those who ask, not all of the supports.
_EACH_APPLICANT = re.compile(
    "(?:每[一个家位户名人]?|任何|所有的?|各个?)(?:初创|AI)?(?:人|企业|公司|单位|创业者|创始人|OPC)"
    "[^,，。?？政补奖券]{0,6}都"
    "|(?:人人|大家|个个|谁)都?",
    re.IGNORECASE,
)
# “企业和个人都能申报”: several who ask, not several supports.
_SEVERAL_APPLICANTS = re.compile(
    "(?:企业|公司|单位|个人|团队|院所|高校|机构|学校|创业者|学生)(?:[和与跟及、或]"
    "(?:企业|公司|事业单位|单位|个人|团队|院所|高校|机构|学校|创业者|学生))+都"
)
_SEVERAL = re.compile("[两和与跟及、]|市区")
# “就高”, the higher of the two, not “就高质量发展” or “就高校”.
_THE_HIGHER = "就高(?![质新校层水端标铁效速技精]|等(?!级))"
_RULES = re.compile(
    f"叠加|{_THE_HIGHER}|不重复|不得重复|重复享受|重复支持|不再重复"
    "|同类.{0,6}(?:政策|资金)|配套(?:补|奖|支持|比例|资金)|再按.{0,12}配套"
)
_ALLOWS = re.compile("可以?(?:与.{1,20})?叠加|可以?同时享受|叠加享受")
# Each way to say that may be part of one to say no: 不可叠加, 不能与其他政策叠加享受.
_FORBIDS = re.compile(
    f"{_THE_HIGHER}|不(?:得|可以?|能|予|再|允许)?再?(?:与[^,，。;；]{{1,20}})?(?:重复|叠加|同时享受)"
)
_GENERAL = re.compile("同一(?:单位|企业|项目|主体|事项)|本市其他|其他政策|同类")
_DEPARTMENT = re.compile("([省市区县][\u4e00-\u9fff]{1,10}?(?:局|委员会|管委会|专班|厅|网信办))")
_MOST_RULES = 2
# As long a name in common is that of one programme alone: 卓越级智能工厂.
LEAST_NAME = 6


def asks_to_combine(question: Question) -> bool:
    """Whether the question is whether supports may be drawn together."""
    texts = (_SEVERAL_APPLICANTS.sub(" ", one) for one in (question.text, question.standalone))
    return any(
        _ASKS.search(text if _SEVERAL.search(text) else _EACH_APPLICANT.sub(" ", text))
        for text in texts
    )


def programme_asked(question: Question) -> frozenset[str]:
    """The telling words of what is to be drawn together; empty if only “补贴” is said."""
    content = without_places(" ".join(question.content), question.places)
    return matter(_ASKS.sub(" ", content))


def combination(
    question: Question, findings: Sequence[Finding], rules: Sequence[Finding]
) -> list[Sentence]:
    """What the clauses say on drawing supports together; empty if that is not asked.

    `findings` are those of the programmes asked about, `rules` further ones found with `LOOK_UP`.
    A clause that allows it counts only if it names the programme; a general one (同一单位同一项目…
    就高不重复) holds for its own document's region. Without any, the answer says that none of the
    clauses found allows it and names the department that they name. It never says “yes” by itself.
    """
    if not asks_to_combine(question) or not findings:
        return []
    ruling = _ruling(question, findings, rules)
    allowed = [
        one for one in ruling if _ALLOWS.search(one.quote) and not _FORBIDS.search(one.quote)
    ]
    lines = []
    if not allowed:
        lines.append(_none_allows(question, findings[:2]))
    lines += [_quoted(question, one) for one in ruling[:_MOST_RULES]]
    if not allowed and (department := _departments(question, findings)) is not None:
        lines.append(department)
    return lines


def _ruling(
    question: Question, findings: Sequence[Finding], rules: Sequence[Finding]
) -> list[Finding]:
    regions = {one.document.region for one in findings[:3]}
    found: dict[tuple[str, int], Finding] = {}
    for one in (*findings, *rules):
        if not _RULES.search(one.quote) or one.document.region not in regions:
            continue
        is_general = bool(_GENERAL.search(one.quote))
        if is_general or _names_programme(question, one):
            found.setdefault((one.document.id, one.start), one)
    return list(found.values())


def _names_programme(question: Question, finding: Finding) -> bool:
    """Whether a special clause is about the very thing asked, not about another programme."""
    wanted = programme_asked(question)
    own = matter(f"{finding.clause} {finding.quote}")
    is_named = len(shared_name(question.in_full, finding.quote)) >= LEAST_NAME
    return is_named or (bool(wanted) and len(wanted & own) >= 0.5 * len(wanted))


def _none_allows(question: Question, findings: Sequence[Finding]) -> Sentence:
    if question.is_english:
        text = "None of the clauses found says that these supports may be combined."
    else:
        text = "查到的相关条款中，没有写明这几项可以叠加享受的规定。"
    return Sentence(text=text, findings=tuple(findings))


def _quoted(question: Question, finding: Finding) -> Sentence:
    quote = inner_quotes(finding.quote)
    return Sentence(
        text=f"The document says: “{quote}”." if question.is_english else f"{quote}。",
        findings=(finding,),
    )


def _departments(question: Question, findings: Sequence[Finding]) -> Sentence | None:
    """Whom to ask: the departments that the clauses of the programmes name."""
    named: dict[str, Finding] = {}
    for finding in findings[:4]:
        if coverage(question, finding) < 0.3:
            continue
        for match in _DEPARTMENT.finditer(finding.quote):
            named.setdefault(match[1], finding)
    if not named:
        return None
    backing = tuple(dict.fromkeys(named.values()))
    if question.is_english:
        return Sentence(text=f"Please ask {', '.join(named)}.", findings=backing)
    return Sentence(text=f"能否同时享受，请向{'、'.join(named)}核实。", findings=backing)
