"""Every word that the library's page itself says, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from chat.language import Language
from chat.library.entries import Column
from records import DocumentState, TextKind


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryStrings:
    """The texts of one language. Texts with `{…}` are filled by `str.format`."""

    heading: str
    search: str
    search_hint: str
    filters: str
    all_regions: str
    all_kinds: str
    all_validities: str
    all_text_kinds: str
    all_states: str
    sort: str
    ascending: str
    descending: str
    columns: Mapping[Column, str]
    states: Mapping[DocumentState, str]
    kinds: Mapping[str, str]
    text_kinds: Mapping[TextKind, str]
    count: str
    count_of: str
    none_fit: str
    in_text: str
    clear: str
    empty: str
    more: str
    loading: str

    back: str
    outline: str
    no_outline: str
    facts: str
    full_text: str
    versions: str
    this_version: str
    superseded: str
    open_current: str
    withdrawn: str
    questions: str
    finding_questions: str
    no_questions: str
    ask_hint: str
    copied: str
    not_copied: str

    upload: str
    edit: str
    replace: str
    withdraw: str
    restore: str
    withdraw_sure: str
    restore_sure: str
    cancel: str
    working: str

    intake: str
    intake_promise: str
    drop: str
    choose: str
    formats: str
    address: str
    fetch: str
    fetching: str
    files: str
    tidy: str
    waiting: str
    sending: str
    reading: str
    reading_page: str
    failed: str
    send_failed: str
    too_large: str
    to_save: str
    saved: str
    open_saved: str
    replacing: str
    stop_replacing: str

    staged: str
    proposed: str
    save_as: str
    save_new: str
    save_replacing: str
    older_found: str
    same_text: str
    save: str
    discard: str
    preview: str
    preview_more: str
    save_changes: str
    edit_heading: str
    edit_promise: str
    now_is: str
    try_again: str
    drop_typed: str
    not_saved: str
    to_mend: str
    comma: str
    fields: Mapping[str, str]
    hints: Mapping[str, str]
    not_stated: str
    not_an_upload: str


CHINESE = LibraryStrings(
    heading="文件库",
    search="搜索文件",
    search_hint="标题、文号、发文机关或正文里的词",
    filters="筛选",
    all_regions="全部地区",
    all_kinds="全部类型",
    all_validities="全部有效性",
    all_text_kinds="全部文本",
    all_states="全部版本",
    sort="排序",
    ascending="升序",
    descending="降序",
    columns={
        Column.TITLE: "标题",
        Column.DOC_NUMBER: "文号",
        Column.REGION: "地区",
        Column.KIND: "类型",
        Column.VALIDITY: "有效性",
        Column.PUBLISHED: "发布日期",
        Column.PASSAGES: "段落",
        Column.TEXT_KIND: "文本",
    },
    states={
        DocumentState.CURRENT: "现行版本",
        DocumentState.SUPERSEDED: "旧版本",
        DocumentState.WITHDRAWN: "已撤下",
    },
    kinds={
        "law": "法律",
        "regulation": "法规",
        "measure": "办法",
        "rule": "细则",
        "notice": "通知",
        "guide": "指南",
        "plan": "规划方案",
        "interpretation": "解读",
        "news": "新闻",
        "draft": "征求意见稿",
    },
    text_kinds={TextKind.FULL: "全文", TextKind.DIGEST: "摘要", TextKind.NEWS: "新闻报道"},
    count="共 {total} 份文件",
    count_of="{shown} 份符合条件，共 {total} 份",
    none_fit="没有符合条件的文件。",
    in_text="正文提到“{words}”",
    clear="清除条件",
    empty="文件库还没有文件。",
    more="再显示一些（还有 {count} 份）",
    loading="正在打开……",
    back="返回列表",
    outline="条款目录",
    no_outline="全文没有编号的条款。",
    facts="基本信息",
    full_text="文件全文",
    versions="版本",
    this_version="正在阅读",
    superseded="这是旧版本，已被新版本替代。它仍可阅读和引用，但不再作为现行规定回答。",
    open_current="打开现行版本",
    withdrawn="这份文件已撤下，不再用于回答，也不对公众显示。",
    questions="可以这样问",
    finding_questions="正在找这份文件能回答的问题……",
    no_questions="暂时没有找到这份文件能直接回答的问题。",
    ask_hint="点一下放到提问框",
    copied="问题已复制",
    not_copied="没能复制",
    upload="上传文件",
    edit="修改信息",
    replace="替换为新版本",
    withdraw="撤下",
    restore="恢复",
    withdraw_sure="撤下后，这份文件立即不再用于回答，也不对公众显示；之后可以恢复。",
    restore_sure="恢复后，这份文件立即重新用于回答，并对公众显示。",
    cancel="取消",
    working="正在处理……",
    intake="上传文件",
    intake_promise="文件保存之后才会进入文件库和回答。",
    drop="把文件拖到这里，可以一次多份",
    choose="选择文件",
    formats="PDF、Word、Excel、PowerPoint、网页、图片或文本，每份不超过 {limit} MB",
    address="网页地址",
    fetch="按网址添加",
    fetching="正在读取网页……",
    files="本次登录以来的上传",
    tidy="清除已处理完的",
    waiting="等待上传",
    sending="正在上传……",
    reading="正在读取……",
    reading_page="正在读取第 {page} 页，共 {pages} 页",
    failed="没有读成",
    send_failed="没有传上来，请检查网络后再试。",
    too_large="文件有 {size} MB，超过上限 {limit} MB，请拆成几个文件。",
    to_save="待核对保存",
    saved="已保存",
    open_saved="打开",
    replacing="新上传的文件将替换《{title}》",
    stop_replacing="不替换，作为新文件",
    staged="核对并保存",
    proposed="以下信息由文件首尾内容推断，请核对补全。",
    save_as="保存为",
    save_new="新文件",
    save_replacing="《{title}》的新版本",
    older_found="库内有文号或标题相同的文件，它可能是新版本，请选择保存方式。",
    same_text="库内已有正文完全相同的文件“{id}”，不需要再保存。",
    save="保存到文件库",
    discard="不保存",
    preview="条款预览（{count} 段）",
    preview_more="另有 {count} 段，保存后可阅读全文。",
    save_changes="保存修改",
    edit_heading="修改《{title}》的信息",
    edit_promise="只改信息，不改正文。保存后立即生效。",
    now_is="现在库内的值：{value}",
    try_again="下面已重新打开现在的版本：您填写的内容都还在，其余各栏是现在的值。核对后再保存，将以您填写的为准。",
    drop_typed="不要我填写的，只看现在的版本",
    not_saved="没有保存",
    to_mend="请改正：{fields}",
    comma="、",
    fields={
        "title": "标题",
        "doc_number": "文号",
        "issuing_body": "发文机关",
        "region": "地区",
        "kind": "类型",
        "text_kind": "文本",
        "published": "发布日期",
        "effective_from": "施行日期",
        "valid_until": "有效期至",
        "date_notes": "日期说明",
        "url": "原文网址",
        "id": "编号",
    },
    hints={
        "date_notes": "日期无法确定时用文字写明，如“有效期两年”",
        "url": "以 http:// 或 https:// 开头",
        "id": "库内唯一，保存后不能更改",
    },
    not_stated="未填写",
    not_an_upload="上传已过期，请重新选择文件。",
)

ENGLISH = LibraryStrings(
    heading="Library",
    search="Search documents",
    search_hint="title, document no., issuing body or words of the text",
    filters="Filters",
    all_regions="All regions",
    all_kinds="All kinds",
    all_validities="Any validity",
    all_text_kinds="Any text",
    all_states="All versions",
    sort="Sort by",
    ascending="ascending",
    descending="descending",
    columns={
        Column.TITLE: "Title",
        Column.DOC_NUMBER: "Document no.",
        Column.REGION: "Region",
        Column.KIND: "Kind",
        Column.VALIDITY: "Validity",
        Column.PUBLISHED: "Published",
        Column.PASSAGES: "Passages",
        Column.TEXT_KIND: "Text",
    },
    states={
        DocumentState.CURRENT: "Current versions",
        DocumentState.SUPERSEDED: "Superseded",
        DocumentState.WITHDRAWN: "Withdrawn",
    },
    kinds={
        "law": "Law",
        "regulation": "Regulation",
        "measure": "Measures",
        "rule": "Rules",
        "notice": "Notice",
        "guide": "Guide",
        "plan": "Plan",
        "interpretation": "Interpretation",
        "news": "News",
        "draft": "Draft",
    },
    text_kinds={TextKind.FULL: "Full text", TextKind.DIGEST: "Digest", TextKind.NEWS: "News"},
    count="{total} documents",
    count_of="{shown} of {total} documents",
    none_fit="No document fits.",
    in_text="the text says “{words}”",
    clear="Clear",
    empty="The library holds no documents yet.",
    more="Show more ({count} left)",
    loading="Opening …",
    back="Back to the list",
    outline="Clauses",
    no_outline="The text has no numbered clauses.",
    facts="About this document",
    full_text="Full text",
    versions="Versions",
    this_version="open",
    superseded=(
        "This is an old version, superseded by a newer one. It can be read and cited, and is no "
        "longer given as what holds now."
    ),
    open_current="Open the current version",
    withdrawn="This document is withdrawn: it is not in answers and not shown to the public.",
    questions="You could ask",
    finding_questions="Looking for questions that this document answers …",
    no_questions="No question was found that this document answers directly.",
    ask_hint="press one to put it in the question box",
    copied="Question copied",
    not_copied="Not copied",
    upload="Upload files",
    edit="Edit details",
    replace="Replace with a newer version",
    withdraw="Withdraw",
    restore="Restore",
    withdraw_sure=(
        "Once withdrawn it is out of answers at once and not shown to the public. It can be "
        "restored later."
    ),
    restore_sure="Once restored it is in answers at once and shown to the public.",
    cancel="Cancel",
    working="Working …",
    intake="Upload files",
    intake_promise="Files enter the library and answers only once they are saved.",
    drop="Drop files here, as many as you like",
    choose="Choose files",
    formats="PDF, Word, Excel, PowerPoint, web page, image or text, up to {limit} MB each",
    address="Web address",
    fetch="Add by address",
    fetching="Reading the page …",
    files="Uploads since you signed in",
    tidy="Clear what is done",
    waiting="waiting",
    sending="uploading …",
    reading="reading …",
    reading_page="reading page {page} of {pages}",
    failed="Not read",
    send_failed="It did not arrive. Check the network and try again.",
    too_large="The file has {size} MB, over the limit of {limit} MB: split it.",
    to_save="to check and save",
    saved="saved",
    open_saved="Open",
    replacing="What you upload will replace {title}",
    stop_replacing="Do not replace, add as new",
    staged="Check and save",
    proposed="Proposed from the first and last lines of the document. Please check and complete.",
    save_as="Save as",
    save_new="a new document",
    save_replacing="a newer version of {title}",
    older_found="A document of the same number or title is there: is yours a newer version of it?",
    same_text="The library holds exactly this text already, as “{id}”: no need to save it.",
    save="Save to the library",
    discard="Do not save",
    preview="Clauses ({count} passages)",
    preview_more="{count} more passages can be read once it is saved.",
    save_changes="Save changes",
    edit_heading="Details of {title}",
    edit_promise="Changes the details, not the text, at once.",
    now_is="Now in the library: {value}",
    try_again=(
        "The version of now is open below: what you typed is still there, the other fields show "
        "what they are now. "
        "Check them and save again: what you typed will then hold."
    ),
    drop_typed="Drop what I typed, show the version of now",
    not_saved="Not saved",
    to_mend="Please mend: {fields}",
    comma=", ",
    fields={
        "title": "Title",
        "doc_number": "Document no.",
        "issuing_body": "Issued by",
        "region": "Region",
        "kind": "Kind",
        "text_kind": "Text",
        "published": "Published",
        "effective_from": "In force from",
        "valid_until": "Valid until",
        "date_notes": "On the dates",
        "url": "Web address",
        "id": "Id",
    },
    hints={
        "date_notes": "in words where no date can be given",
        "url": "begins with http:// or https://",
        "id": "unique, and cannot be changed later",
    },
    not_stated="not stated",
    not_an_upload="The upload has expired: choose the file again.",
)


def library_strings(language: Language) -> LibraryStrings:
    """The texts of a language."""
    return ENGLISH if language is Language.ENGLISH else CHINESE
