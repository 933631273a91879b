"""Words of a question that stand for what was spoken of before: 这个, 它, 上述."""

from __future__ import annotations

import re

from answer.understanding.subject import Subject, subject_of

_PRONOUN = re.compile(
    "(?:它们?|这个|那个|这项|那项|该项?|此项?|上述|这些|那些|这种|这|(?:前面|上面|刚才|刚刚)(?:说|提到)?的?(?:那个|这个)?)"
    "(?P<noun>政策|措施|办法|条例|文件|规定|项目|券|补贴|补助|奖励|贷款|平台|东西|钱)?(?P<of>的)?"
)
_NOT_PRONOUN = re.compile(
    "^(?:[这那](?:事|件事|回事|活)|该怎么|该交|该找|该去|该不该|这么|那么|这样|那样|这里|那里|这边|这几年|这两年|该)"
)

# What a question says before stands for itself: whole clauses.
_LINKS_BACK = re.compile("[,，。;；]")

_POLICY = re.compile("政策|措施|办法|条例|文件|规定|方案|意见|通知|[0-9十]条")
_HAS_TERM = re.compile(f"{_POLICY.pattern}|贷|合同")
_IN_FORCE = re.compile("有效期|(?:什么时候|何时|哪一?天)?(?:到期|过期|失效)")


def with_pronoun(bare: str, pronoun: re.Match[str], matter: Subject) -> str:
    """The question with the matter in the place of its pronoun.

    What “this policy” is, or how long “this” is in force, is asked of the policy on the matter:
    “算力券” has no 有效期 of its own that 这个有效期 could mean; a loan has a term of its own.
    """
    behind = bare[pronoun.end() :]
    of = "的" if pronoun["of"] else ""
    is_of_policy = _POLICY.fullmatch(pronoun["noun"] or "") or _IN_FORCE.match(behind)
    if is_of_policy and not _HAS_TERM.search(matter.words):
        of = f"政策{of}"
    return bare[: pronoun.start()] + matter.words + of + behind


def pronoun_in(bare: str) -> re.Match[str] | None:
    """A pronoun for something spoken of before: anywhere 它, others at the start of a clause."""
    for match in _PRONOUN.finditer(bare):
        if _NOT_PRONOUN.match(bare[match.start() :]):
            continue
        if _LINKS_BACK.search(bare[: match.start()]) and subject_of(bare[: match.start()]).words:
            # “我开了个一人公司，这个钱补不补”: it stands for what the question says itself.
            continue
        at_start = match.start() == 0 or bare[match.start() - 1] in ",，。 "
        if at_start or match.group().startswith(("它", "上述", "前面", "刚才")):
            behind = subject_of(bare[match.end() :])
            # “这个垂直模型” shows what it means itself.
            if match.group().startswith("它") or match["of"] or not behind.words:
                return match
    return None
