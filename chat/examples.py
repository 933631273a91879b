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
    Example("每年安排多少算力服务券？", "How much is set aside for computing vouchers?"),
    Example("企业使用算力服务费用按多少比例补助？", "What share of computing costs is subsidised?"),
    Example("市级科技重大专项单个项目最高支持多少？", "How much can one major project receive?"),
    Example(
        "OPC企业认定对从业人员人数有什么要求？", "How many staff may a one-person company have?"
    ),
    Example("OPC创业者租房有什么优惠？", "What rent relief do OPC founders get?"),
    Example("武昌区对算力费用补贴多少？", "What does Wuchang pay towards computing costs?"),
)
