"""Every word the page itself says, in Chinese and in English.

Texts with `{…}` are filled by `str.format`. What documents and answers say is never translated.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from chat.language import Language
from records import TextKind, Validity


@dataclass(frozen=True, slots=True, kw_only=True)
class Strings:
    """The texts of one language."""

    language: Language
    brand: str
    tagline: str
    page_title: str
    skip_to_question: str
    new_conversation: str
    history: str
    history_heading: str
    history_promise: str
    history_empty: str
    history_unreadable: str
    delete: str
    delete_named: str
    delete_all: str
    delete_all_confirm: str

    question_label: str
    placeholder: str
    send: str
    region_label: str
    all_regions: str
    in_force_only: str
    keys_hint: str
    waiting: str
    blank_question: str
    long_question: str
    shared_region_gone: str

    empty_heading: str
    empty_promise: str
    empty_corpus: str
    coverage: str
    documents_count: str
    regions_count: str
    newest: str
    updated: str
    examples: str

    conversation: str
    your_question: str
    scope: str
    searching: str
    failure: str
    malformed: str
    no_answer: str
    nearest: str
    clarify: str
    citations: str
    citation: str
    notes: str
    copy: str
    copied: str
    not_copied: str
    share: str
    link_copied: str
    copy_ticket: str
    read_aloud: str
    copy_read_aloud: str
    understood: str
    reviewed: str
    reviewed_by: str
    worked: str

    was_it_useful: str
    useful: str
    not_useful: str
    thanks: str
    not_noted: str
    reasons_heading: str
    reasons: tuple[str, ...]
    reason_typed: str
    reason_note: str
    send_reason: str
    cancel: str

    evidence: str
    close: str
    read_all: str
    back: str
    quoted_passage: str
    whole_document: str
    official_text: str
    source_text: str
    doc_number: str
    region: str
    issuing_body: str
    clause: str
    published: str
    effective_from: str
    valid_until: str
    date_notes: str
    digest_notice: str
    news_notice: str
    document_gone: str
    document_changed: str

    validity: Mapping[Validity, str]
    text_kind: Mapping[TextKind, str]
    reviewers: Mapping[str, str]


CHINESE = Strings(
    language=Language.CHINESE,
    brand="政策问答",
    tagline="每句话都有原文依据",
    page_title="政策问答：每句话都有原文依据",
    skip_to_question="跳到提问框",
    new_conversation="新对话",
    history="历史对话",
    history_heading="历史对话",
    history_promise="只保存在这台设备的浏览器里。打开某一段时，只发送这一段的内容。",
    history_empty="还没有保存的对话。",
    history_unreadable="这段对话的记录已损坏，无法打开。可以在历史对话中删除它。",
    delete="删除",
    delete_named="删除对话：{title}",
    delete_all="全部删除",
    delete_all_confirm="确定全部删除？",
    question_label="您的问题",
    placeholder="请输入您想问的问题",
    send="提问",
    region_label="适用地区",
    all_regions="全部地区",
    in_force_only="只看现行有效",
    keys_hint="回车发送，Shift + 回车换行",
    waiting="等待回答：",
    blank_question="请先输入您想问的问题。",
    long_question="问题共 {count} 字，超过了 {limit} 字的上限。请精简后再问。",
    shared_region_gone="链接中的地区“{region}”目前没有文件，已改为全部地区；如需提问，请按“提问”。",
    empty_heading="想了解哪项政策？",
    empty_promise="回答只引用库内文件的原文，并标明出处，点开即可核对。文件没有写的，会直接告诉您没有找到。",
    empty_corpus="库内还没有文件。请管理员先运行 python -m ingest 导入文件。",
    coverage="收录范围",
    documents_count="{count} 份文件",
    regions_count="{count} 个地区",
    newest="最新文件发布于 {date}",
    updated="数据更新于 {date}",
    examples="可以这样问",
    conversation="问答记录",
    your_question="您的问题：",
    scope="范围：{scope}",
    searching="正在查找依据……",
    malformed="请求不完整，请刷新页面后重试。",
    failure="系统暂时无法回答这个问题，请稍后再试。如果一直这样，请联系管理员查看日志。",
    no_answer="没有找到依据",
    nearest="相近的文件，供您参考",
    clarify="请选择您想问的是哪一项",
    citations="依据",
    citation="引文{number}：{title}",
    notes="请注意",
    copy="复制回答",
    copied="已复制",
    not_copied="浏览器不允许复制，请选中文字手动复制。",
    share="分享链接",
    link_copied="链接已复制",
    copy_ticket="复制工单用语",
    read_aloud="朗读版",
    copy_read_aloud="复制朗读版",
    understood="已理解为：{question}",
    reviewed="人工审核",
    reviewed_by="{role} · {day}",
    worked="测算",
    was_it_useful="这个回答有用吗？",
    useful="有用",
    not_useful="没有用",
    thanks="感谢您的反馈。",
    not_noted="反馈没有提交成功，请再试一次。",
    reasons_heading="这个回答哪里不合适？",
    reasons=("没有答到点上", "内容不准确", "依据的文件不对或已过期", "看不明白", "其他"),
    reason_typed="补充说明（选填）",
    reason_note="请不要填写姓名、电话、身份证号等个人信息。",
    send_reason="提交反馈",
    cancel="取消",
    evidence="引文依据",
    close="关闭",
    read_all="阅读全文",
    back="返回引文",
    quoted_passage="引文所在段落",
    whole_document="文件全文",
    official_text="查看官方原文",
    source_text="查看来源",
    doc_number="文号",
    region="适用地区",
    issuing_body="发文机关",
    clause="条款",
    published="发布日期",
    effective_from="施行日期",
    valid_until="有效期至",
    date_notes="日期说明",
    digest_notice="这是摘要，不是官方原文。办理业务请以官方原文为准。",
    news_notice="这是新闻报道，不是政策文件。办理业务请以正式发布的文件为准。",
    document_gone="这份文件已不在库中，可能已被撤下或替换。请重新提问，以现有文件为准。",
    document_changed="这份文件在回答之后有过更新，无法再标出当时引用的原话。请重新提问，以现在的文本为准。",
    validity={
        Validity.IN_FORCE: "现行有效",
        Validity.EXPIRED: "已过期",
        Validity.NOT_YET: "尚未施行",
        Validity.DRAFT: "征求意见稿",
        Validity.UNKNOWN: "有效期起止未注明",
    },
    text_kind={
        TextKind.FULL: "全文",
        TextKind.DIGEST: "摘要（非官方原文）",
        TextKind.NEWS: "新闻报道",
    },
    reviewers={"staff": "热线人员", "admin": "管理员"},
)

ENGLISH = Strings(
    language=Language.ENGLISH,
    brand="Policy Answers",
    tagline="Every sentence backed by the text",
    page_title="Policy Answers: every sentence backed by the text",
    skip_to_question="Skip to the question box",
    new_conversation="New conversation",
    history="History",
    history_heading="Earlier conversations",
    history_promise=(
        "Kept in this browser only. When you open one, that one alone is sent to the server."
    ),
    history_empty="No conversations yet.",
    history_unreadable="This conversation is damaged and cannot be opened. You can delete it.",
    delete="Delete",
    delete_named="Delete conversation: {title}",
    delete_all="Delete all",
    delete_all_confirm="Really delete all?",
    question_label="Your question",
    placeholder="Your question, best in Chinese",
    send="Ask",
    region_label="Region",
    all_regions="All regions",
    in_force_only="In force only",
    keys_hint="Enter sends, Shift + Enter starts a new line",
    waiting="Waiting: ",
    blank_question="Please type a question first.",
    long_question="Your question has {count} characters; the limit is {limit}. Please shorten it.",
    shared_region_gone=(
        "The region “{region}” of the link has no documents now; it is set to all regions."
        " Press “Ask” to ask."
    ),
    empty_heading="Which policy would you like to know about?",
    empty_promise=(
        "Answers quote the documents in the library word for word and name the source, so you can "
        "open it and check. What the documents do not say, you will be told plainly."
    ),
    empty_corpus="The library is empty. Ask the administrator to run python -m ingest.",
    coverage="What is covered",
    documents_count="{count} documents",
    regions_count="{count} regions",
    newest="latest document of {date}",
    updated="updated on {date}",
    examples="You could ask",
    conversation="Conversation",
    your_question="Your question:",
    scope="Searched: {scope}",
    searching="Looking for the evidence …",
    malformed="The request was incomplete: reload the page and try again.",
    failure=(
        "This question cannot be answered at the moment. Please try again later; if it goes on, "
        "ask the administrator to look at the log."
    ),
    no_answer="No evidence found",
    nearest="Nearest documents, for your reference",
    clarify="Please choose what you mean",
    citations="Evidence",
    citation="Citation {number}: {title}",
    notes="Please note",
    copy="Copy answer",
    copied="Copied",
    not_copied="The browser does not allow copying: please select the text and copy it.",
    share="Share link",
    link_copied="Link copied",
    copy_ticket="Copy for a ticket",
    read_aloud="To read aloud",
    copy_read_aloud="Copy this text",
    understood="Understood as: {question}",
    reviewed="Reviewed by staff",
    reviewed_by="{role} · {day}",
    worked="Worked out",
    was_it_useful="Was this answer useful?",
    useful="Useful",
    not_useful="Not useful",
    thanks="Thank you for your feedback.",
    not_noted="Your feedback was not noted, please try again.",
    reasons_heading="What is wrong with this answer?",
    reasons=(
        "It misses the point",
        "It is not correct",
        "Wrong or outdated documents",
        "Hard to understand",
        "Something else",
    ),
    reason_typed="In your own words (optional)",
    reason_note="Please leave out names, phone numbers and other personal data.",
    send_reason="Send feedback",
    cancel="Cancel",
    evidence="Evidence",
    close="Close",
    read_all="Read the whole document",
    back="Back to the quote",
    quoted_passage="Quoted passage",
    whole_document="Whole document",
    official_text="Open the official text",
    source_text="Open the source",
    doc_number="Document no.",
    region="Region",
    issuing_body="Issued by",
    clause="Clause",
    published="Published",
    effective_from="In force from",
    valid_until="Valid until",
    date_notes="On the dates",
    digest_notice="This is a digest, not the official wording. Rely on the official text.",
    news_notice="This is a news report, not a policy document. Rely on the published policy.",
    document_gone=(
        "This document is no longer in the library; it may have been withdrawn or replaced. "
        "Please ask again."
    ),
    document_changed=(
        "This document has changed since the answer was given, so the words quoted then cannot "
        "be marked. Please ask again."
    ),
    validity={
        Validity.IN_FORCE: "In force",
        Validity.EXPIRED: "Expired",
        Validity.NOT_YET: "Not yet in force",
        Validity.DRAFT: "Draft for comment",
        Validity.UNKNOWN: "Validity dates not stated",
    },
    text_kind={
        TextKind.FULL: "Full text",
        TextKind.DIGEST: "Digest (not official wording)",
        TextKind.NEWS: "News report",
    },
    reviewers={"staff": "hotline staff", "admin": "administrator"},
)


def strings_for(language: Language) -> Strings:
    """The texts of a language."""
    return ENGLISH if language is Language.ENGLISH else CHINESE
