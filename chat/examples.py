"""The questions offered to someone who has not asked one yet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A question as it is asked, and what it means in English."""

    question: str
    gloss: str


# Asked of the documents in `corpus/`; a corpus on another subject needs six of its own.
EXAMPLES = (
    Example("每年安排多少算力服务券？", "How much is set aside for computing vouchers each year?"),
    Example(
        "企业购买算力服务，最高能补助多少？", "What is the top subsidy for computing services?"
    ),
    Example(
        "研发垂直行业大模型有什么补助？", "What support is there for industry-specific models?"
    ),
    Example(
        "申请认定人工智能OPC企业要满足什么条件？", "Who qualifies as an AI one-person company?"
    ),
    Example(
        "知识价值信用贷款最高能贷多少？", "What is the most that a knowledge-value loan can be?"
    ),
    Example(
        "湖北省科技创新券每家企业每年能领多少？", "How much in innovation vouchers per company?"
    ),
)
