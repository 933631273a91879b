"""A backend with a handful of documents and canned answers, the same on every run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from records import (
    Answer,
    AnswerStatus,
    Citation,
    Document,
    Hit,
    Passage,
    TextKind,
    Validity,
)

THREE_CITATIONS = "企业购买算力服务，最高能补助多少？"
NO_ANSWER = "武汉高考录取分数线是多少？"
CLARIFY = "补助多少？"
HOSTILE = "敌意文件写了什么？"
LONG = "长文件第九十条写了什么？"
FAILING = "这个问题会出错"
LAID_OUT = "各区的算力补贴有什么不同？"
CHOICES = ("算力服务补助多少？", "模型研发补助多少？")

MEASURES = Document(
    id="wuhan-ai10-2025",
    title="武汉市促进人工智能产业发展若干政策措施",
    text=(
        "# 武汉市促进人工智能产业发展若干政策措施\n\n"
        "## 关键技术(一)\n\n"
        "- 市级科技重大专项按投入、难度、成效给单个项目最高2000万元。\n\n"
        "## 算力服务券(二)\n\n"
        "- 每年设立总额不低于1000万元的算力服务券,重点支持中小企业购买算力服务。\n"
        "- 企业使用算力服务费用按50%补助,最高20万元,补助期限不超过三年;责任单位市经信局。\n\n"
        "## 大模型(三)\n\n"
        "- 每年遴选性能先进的垂直行业模型,对牵头研发单位按研发成本30%补助,最高500万元。\n"
    ),
    kind="measure",
    region="武汉市",
    issuing_body="武汉市人民政府",
    doc_number="武政规〔2025〕3号",
    published=date(2025, 2, 12),
    effective_from=date(2025, 3, 19),
    valid_until=date(2027, 3, 18),
    date_notes="自2025年3月19日起施行，有效期2年",
    url="http://jrj.wuhan.gov.cn/fbjd_57/zcwj/bmgfxwj/202602/t20260212_2729064.shtml",
    text_kind=TextKind.DIGEST,
)
NEWS = Document(
    id="announcement-2025-03-10",
    title="武汉将深入实施“人工智能+”行动,单个项目最高给予2000万元资金支持",
    text=(
        "极目新闻记者从发布会上获悉，今年武汉市将深入实施“人工智能+”行动。\n"
        "市级财政每年安排专项资金预算，单个项目最高给予2000万元资金支持;"
        "每年安排总额不低于1000万元的算力服务券，支持中小企业购买算力服务。\n"
    ),
    kind="news",
    region="武汉市",
    issuing_body="极目新闻",
    published=date(2025, 3, 10),
    text_kind=TextKind.NEWS,
)
HOSTILE_DOCUMENT = Document(
    id="hostile",
    title="<script>window.pwned=1</script><b>假标题</b>\u202e号3",
    text=(
        "<script>window.pwned=2</script>\n"
        '<img src=x onerror="window.pwned=3">\n'
        "[点我](javascript:window.pwned=4) </mark></div><h1>越狱</h1>\n"
        "正文\u202e反写的字\u202c结束。${window.pwned=5} {{window.pwned}}\n"
    ),
    region='武昌区"><img src=x onerror=window.pwned=6>',
    doc_number="<svg onload=window.pwned=7>",
    issuing_body="<iframe srcdoc='<script>parent.pwned=8</script>'>",
    url="javascript:window.pwned=9",
    date_notes="</dd></dl><script>window.pwned=10</script>",
)
LONG_DOCUMENT = Document(
    id="long",
    title="很长的条例",
    text="".join(
        f"第{number}条 本条例第{number}条规定，有关单位应当按照职责分工做好相关工作，"
        "并依法公开办理结果，接受社会监督。\n"
        for number in range(1, 201)
    ),
    region="全国",
    doc_number="国令第1号",
    published=date(2024, 1, 1),
    valid_until=date(2024, 12, 31),
    url="https://www.gov.cn/example.htm",
)
DOCUMENTS = (MEASURES, NEWS, HOSTILE_DOCUMENT, LONG_DOCUMENT)
VALIDITY = {
    MEASURES.id: Validity.IN_FORCE,
    NEWS.id: Validity.UNKNOWN,
    HOSTILE_DOCUMENT.id: Validity.DRAFT,
    LONG_DOCUMENT.id: Validity.EXPIRED,
}


@dataclass(frozen=True, slots=True)
class FakeOverview:
    """The coverage that the welcome page shows."""

    documents: int
    text_kinds: tuple[tuple[TextKind, int], ...]
    regions: tuple[tuple[str, int], ...]
    newest_published: date | None
    updated: datetime | None


def cite(number: int, document: Document, quote: str, clause: str = "") -> Citation:
    """A citation of words that stand in the document."""
    start = document.text.index(quote)
    return Citation(
        number=number,
        document_id=document.id,
        title=document.title,
        quote=quote,
        start=start,
        end=start + len(quote),
        doc_number=document.doc_number,
        region=document.region,
        clause=clause,
        url=document.url,
        text_kind=document.text_kind,
        validity=VALIDITY[document.id],
        valid_until=document.valid_until,
    )


VOUCHER_QUOTE = "每年设立总额不低于1000万元的算力服务券,重点支持中小企业购买算力服务。"
SUBSIDY_QUOTE = "企业使用算力服务费用按50%补助,最高20万元,补助期限不超过三年;责任单位市经信局。"
NEWS_QUOTE = "每年安排总额不低于1000万元的算力服务券，支持中小企业购买算力服务。"
LONG_QUOTE = "第90条 本条例第90条规定"
HOSTILE_QUOTE = (
    '<img src=x onerror="window.pwned=3">\n[点我](javascript:window.pwned=4) </mark></div>'
)

ANSWERS = {
    THREE_CITATIONS: Answer(
        question=THREE_CITATIONS,
        status=AnswerStatus.ANSWERED,
        text=(
            f"《{MEASURES.title}》（武政规〔2025〕3号）规定：“{SUBSIDY_QUOTE}”[1]\n"
            f"同一文件还规定：“{VOUCHER_QUOTE}”[2]\n"
            f"新闻报道称：“{NEWS_QUOTE}”[3]"
        ),
        citations=(
            cite(1, MEASURES, SUBSIDY_QUOTE, "算力服务券(二)"),
            cite(2, MEASURES, VOUCHER_QUOTE, "算力服务券(二)"),
            cite(3, NEWS, NEWS_QUOTE),
        ),
        notes=("依据中有摘要和新闻报道，请以官方原文为准。",),
        confidence=0.9,
        elapsed_ms=42.0,
    ),
    NO_ANSWER: Answer(
        question=NO_ANSWER,
        status=AnswerStatus.NO_ANSWER,
        text="库内文件没有提到高考录取分数线。已按“高考、录取分数线”查找，没有找到可以作为依据的原文。",
        hits=(
            Hit(
                Passage(
                    document_id=MEASURES.id,
                    title=MEASURES.title,
                    start=0,
                    end=MEASURES.text.index("## 算力服务券"),
                    text=MEASURES.text[: MEASURES.text.index("## 算力服务券")],
                ),
                0.2,
            ),
            Hit(
                Passage(
                    document_id=LONG_DOCUMENT.id,
                    title=LONG_DOCUMENT.title,
                    start=0,
                    end=200,
                    text=LONG_DOCUMENT.text[:200],
                ),
                0.1,
            ),
        ),
    ),
    CLARIFY: Answer(
        question=CLARIFY,
        status=AnswerStatus.CLARIFY,
        text="“补助”在多份文件里有不同的含义。",
        choices=CHOICES,
    ),
    HOSTILE: Answer(
        question=HOSTILE,
        status=AnswerStatus.ANSWERED,
        text=f"《{HOSTILE_DOCUMENT.title}》写道：“{HOSTILE_QUOTE}”[1]，另见[2]和[x](javascript:alert(1))。",
        citations=(cite(1, HOSTILE_DOCUMENT, HOSTILE_QUOTE),),
        notes=("<img src=x onerror=window.pwned=11>",),
    ),
    LAID_OUT: Answer(
        question=LAID_OUT,
        status=AnswerStatus.ANSWERED,
        text=(
            f"- {SUBSIDY_QUOTE} [1]\n- <b>粗</b>{VOUCHER_QUOTE} [2]\n"
            "1. 先申领 [1]\n2. 再结算 [2]\n"
            "| 地区 | 规定 | 有效性 |\n| --- | --- | --- |\n"
            f"| 武汉市 | {SUBSIDY_QUOTE} [1] | 现行有效 |\n"
            "| <i>武昌区</i> | <img src=x onerror=window.pwned=14> [3] | 有效期起止未注明 |"
        ),
        citations=(
            cite(1, MEASURES, SUBSIDY_QUOTE, "算力服务券(二)"),
            cite(2, MEASURES, VOUCHER_QUOTE, "算力服务券(二)"),
            cite(3, NEWS, NEWS_QUOTE),
        ),
        read_aloud="企业使用算力服务费用按百分之五十补助，最高20万元。<b>以官方原文为准</b>。",
        ticket="问题：各区的算力补贴有什么不同？\n答复：“按50%补助”<script>window.pwned=15</script>",
        understood="武汉市各区的算力补贴<i>对比</i>",
    ),
    LONG: Answer(
        question=LONG,
        status=AnswerStatus.ANSWERED,
        text=f"《{LONG_DOCUMENT.title}》规定：“{LONG_QUOTE}”[1]",
        citations=(cite(1, LONG_DOCUMENT, LONG_QUOTE, "第90条"),),
        notes=("该文件已于2024-12-31过期。",),
    ),
}


@dataclass
class FakeBackend:
    """Satisfies `chat.backend.Backend`; `asked` records the questions with their filters."""

    documents: dict[str, Document] = field(
        default_factory=lambda: {document.id: document for document in DOCUMENTS}
    )
    asked: list[tuple[str, str | None, bool]] = field(default_factory=list)
    histories: list[tuple[str, ...]] = field(default_factory=list)

    def answer(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        region: str | None = None,
        in_force_only: bool = False,
    ) -> Answer:
        """The canned answer; one sentence without evidence for an unknown question."""
        self.asked.append((question, region, in_force_only))
        self.histories.append(tuple(history))
        if question == FAILING:
            raise RuntimeError("the index is being rebuilt")
        return ANSWERS.get(
            question,
            Answer(question=question, status=AnswerStatus.NO_ANSWER, text=f"没有找到：{question}"),
        )

    def document(self, document_id: str) -> Document:
        """The document. Raises KeyError when it was removed from `documents`."""
        return self.documents[document_id]

    def passages(self, document_id: str) -> Sequence[Passage]:
        """Passages of two lines each that cover the document."""
        document = self.documents[document_id]
        lines = document.text.splitlines(keepends=True)
        passages = []
        start = 0
        for index in range(0, len(lines), 2):
            text = "".join(lines[index : index + 2])
            passages.append(
                Passage(
                    document_id=document_id,
                    title=document.title,
                    start=start,
                    end=start + len(text),
                    text=text,
                    clause=("总则", f"第{index}行"),
                )
            )
            start += len(text)
        return passages

    def overview(self) -> FakeOverview:
        """The same coverage on every call."""
        return FakeOverview(
            documents=len(self.documents),
            text_kinds=((TextKind.FULL, 2), (TextKind.DIGEST, 1), (TextKind.NEWS, 1)),
            regions=(("武汉市", 2), ("武昌区", 1), ("全国", 1)),
            newest_published=date(2025, 3, 10),
            updated=datetime(2025, 4, 1, 8, 30),
        )

    def validity(self, document: Document) -> Validity:
        """The canned validity."""
        return VALIDITY[document.id]
