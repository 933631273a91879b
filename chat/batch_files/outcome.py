"""What an answer puts into the columns that are added."""

from __future__ import annotations

from answer.wording import VALIDITY_WORDS
from records import Answer

ADDED_COLUMNS = ("答案", "引文", "效力", "可信度")
FAILED = "未能回答，请单独提问或查看日志 (failed)"
TOO_LONG = "问题超过 {limit} 字，未作回答 (the question is too long)"


def columns_of(answer: Answer) -> tuple[str, str, str, str]:
    """Answer, citations, validity and confidence as text, in the order of `ADDED_COLUMNS`.

    A choice that is given back stands below the text; a citation has a line of its own.
    """
    text = "\n".join([answer.text, *(f"- {choice}" for choice in answer.choices), *answer.notes])
    cited = "\n".join(
        f"[{one.number}] 《{one.title}》"
        + " ".join(part for part in (one.doc_number, one.clause) if part)
        + f"：“{one.quote}”"
        for one in answer.citations
    )
    validity = "\n".join(
        f"[{one.number}] {VALIDITY_WORDS[one.validity][0]}" for one in answer.citations
    )
    return text, cited, validity, f"{answer.confidence:.2f}"
