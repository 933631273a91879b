"""Why a text is not approved, in words that staff can act on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from answer.checks import Fault, UnsupportedAnswer
from records import Citation, Message

MARKER = re.compile(r"\[(\d{1,3})\]")
_SENTENCE_END = re.compile(r"(?<=[。！？!?；;\n])")
# So much of a passage is shown: staff see the rest beside the editor.
_MOST_SHOWN = 120


class ApprovalRefused(ValueError):
    """The text cannot be approved as it is. `message` says why and what to do."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(f"{message.zh} ({message.en})")


def not_backed(error: UnsupportedAnswer, citations: Sequence[Citation]) -> ApprovalRefused:
    """The refusal of a text that failed `answer.checks.check_answer`.

    It names the sentence, what of it is wrong, what the passage cited there says instead, and what
    to do.
    """
    sentence = _sentence(error.line, error.words)
    numbers = {int(number) for number in MARKER.findall(error.line)}
    here = [one for one in citations if one.number in numbers] or list(citations)
    wrong_zh = "”“".join(error.words)
    wrong_en = "”, “".join(error.words)
    stands = _nearest(sentence, here)
    match error.fault:
        case Fault.FIGURES | Fault.LABELS:
            told = Message(
                f"“{wrong_zh}”在所引的原文里没有。您写的是：“{sentence}”；{stands.zh}。"
                "请改成原文里的数字和说法（单位、“最高”“不低于”等也要一致），或引用写有它的那一段",
                f"The cited passage does not have “{wrong_en}”. You wrote: “{sentence}”; "
                f"{stands.en}. Write the figure as it stands there, with its unit and its “at "
                "most” or “at least”, or cite the passage that has it",
            )
        case Fault.MISQUOTED:
            told = Message(
                f"这句话和所引的原文只差几个字，差别在“{wrong_zh}”。您写的是：“{sentence}”；"
                f"{stands.zh}。请照原文写，或换成自己的话概括",
                f"This sentence differs from the cited passage by a few characters, at “{wrong_en}”"
                f". You wrote: “{sentence}”; {stands.en}. Write it as it stands there, or put it "
                "in words of your own",
            )
        case Fault.QUOTATION:
            told = Message(
                f"引号里的“{wrong_zh}”不是所引的原文；{stands.zh}。"
                "引号里只能放原文的原话：请照抄原文，或去掉引号",
                f"“{wrong_en}” stands in quotation marks, but not in the cited passage; "
                f"{stands.en}. Copy the passage’s own words, or take the marks away",
            )
        case Fault.WORKED:
            told = Message(
                f"这句话里的计算与所引的原文对不上：“{sentence}”；{stands.zh}。"
                "请按原文的比例和上限重新计算，或删去算式",
                f"The sum in this sentence does not agree with the cited passage: “{sentence}”; "
                f"{stands.en}. Work it out anew with the rate and the cap that stand there, or "
                "leave the sum out",
            )
        case Fault.OTHER:
            told = Message(
                f"答复与所引的原文对不上；{stands.zh}。请对照原文修改，或重新选择引文",
                f"The answer does not agree with the cited passages; {stands.en}. Compare them, "
                "and change the answer or the quotes",
            )
    return ApprovalRefused(told)


def _sentence(line: str, words: Sequence[str]) -> str:
    """The sentence of the line that has the words, without markers; it may have them spelt apart.

    That is the one which shares the longest run of characters with them.
    """
    sentences = [one.strip() for one in _SENTENCE_END.split(MARKER.sub("", line)) if one.strip()]
    wanted = words[0] if words else ""
    return max(sentences or [line], key=lambda one: _shared(one, wanted)).rstrip("。；;")


def _nearest(sentence: str, citations: Sequence[Citation]) -> Message:
    """What the citation says that is most like the sentence."""
    found = max(
        ((one.number, text) for one in citations for text in _sentences(one.quote)),
        key=lambda one: SequenceMatcher(None, one[1], sentence, autojunk=False).ratio(),
        default=None,
    )
    if found is None:
        return Message("这句话没有引文", "nothing is cited for it")
    number, text = found
    shown = text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}……"
    return Message(f"原文 [{number}] 写的是：“{shown}”", f"passage [{number}] reads “{shown}”")


def _sentences(text: str) -> list[str]:
    return [one.strip().rstrip("。；;") for one in _SENTENCE_END.split(text) if one.strip()]


def _shared(text: str, words: str) -> int:
    matcher = SequenceMatcher(None, text, words, autojunk=False)
    return matcher.find_longest_match().size
