"""A few stored documents to understand questions by: titles, numbers and the words they use."""

from __future__ import annotations

from answer.understanding import Knowledge
from records import Document
from tests.answer.findings import known

_DOCUMENTS = (
    Document(
        id="ai10",
        title="武汉市促进人工智能产业发展若干政策措施",
        doc_number="武政规〔2025〕3号",
        text=(
            "企业使用算力服务费用按50%补助,发放算力券。人工智能产业发展,人工智能企业,人工智能应用。"
            "人工智能平台,人工智能大模型。责任单位市经信局。算力服务商由第三方认定。企业认定,企业认定。"
        ),
    ),
    Document(
        id="opc",
        title="武汉市支持人工智能OPC创新发展若干措施",
        doc_number="武政规〔2026〕4号",
        text="人工智能OPC企业认定办法。知识价值信用贷款,知识价值信用贷款,风险补偿比例。",
    ),
    Document(
        id="software",
        title="东湖高新区加快促进软件和信息技术服务业创新发展的若干措施",
        doc_number="武新管〔2025〕3号",
        text="共14条,别称“光谷软件十四条”。开源鸿蒙,开源鸿蒙生态,开源鸿蒙应用。",
    ),
    Document(
        id="roadshow",
        title="路演直通车(武汉科创种子项目投资决策机制)",
        doc_number="江城基金字〔2025〕63号(操作细则)",
        text="路演直通车单次投资,路演直通车机制,人形机器人整机企业,科技创新券,创新券。",
    ),
    Document(id="plan-a", title="武汉市2025年人工智能产业发展行动方案", text=""),
    Document(id="plan-b", title="武汉市科技金融中心行动方案(2025—2027年)", text=""),
)


def knowledge() -> Knowledge:
    return known(_DOCUMENTS)
