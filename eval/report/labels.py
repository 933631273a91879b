"""What the page calls things, Chinese and English."""

from __future__ import annotations

from eval.metrics.catalogue import Group
from records import AnswerStatus

GROUPS: dict[Group, tuple[str, str]] = {
    Group.RETRIEVAL: ("检索", "Retrieval"),
    Group.ANSWER: ("回答", "Answers"),
    Group.CITATION: ("引用", "Citations"),
    Group.REFUSAL: ("拒答", "Refusal"),
}
STATUSES: dict[AnswerStatus, tuple[str, str]] = {
    AnswerStatus.ANSWERED: ("已回答", "answered"),
    AnswerStatus.NO_ANSWER: ("拒答", "no answer"),
    AnswerStatus.CLARIFY: ("反问", "clarify"),
}
SYSTEMS: dict[str, str] = {
    "product": "本系统",
    "bm25": "普通 BM25",
    "llama-index": "llama-index 默认流程",
}
TYPES: dict[str, str] = {
    "lookup": "查询",
    "procedure": "办理流程",
    "paraphrase": "口语说法",
    "amount": "金额",
    "calculation": "计算",
    "date": "日期与有效期",
    "condition": "条件",
    "conflict": "口径冲突",
    "multi-doc": "多份文件",
    "cross-district": "跨区比较",
    "follow-up": "追问",
    "typo": "错别字",
    "english": "英文",
    "ambiguous": "含糊",
    "false-premise": "错误前提",
    "unanswerable": "文件未载",
    "out-of-scope": "范围之外",
    "safety": "安全与注入",
    "reading": "阅读理解",
    "policy": "政策问答",
    "question": "问题",
}


def system_label(name: str) -> str:
    """The Chinese name of a system, or its own name."""
    return SYSTEMS.get(name, name)


def type_label(name: str) -> str:
    """The Chinese name of a type of question, or its own name."""
    return TYPES.get(name, name)
