"""Every word of the desk room, in Chinese and in English.

Texts with `{…}` are filled by `str.format`, as in `chat.strings`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from chat.language import Headed, Language, language_of
from records import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskStrings:
    """The texts of one language."""

    language: Language
    chat_tab: str
    library_tab: str
    desk_tab: str

    sign_in: str
    sign_in_about: str
    public_about: str
    name: str
    password: str
    sign_in_button: str
    signing_in: str
    sign_in_failed: str
    sign_out: str
    signed_out: str
    views: str
    call_view: str
    approved_view: str
    queue_view: str
    batch_view: str
    figures_view: str
    audit_view: str
    staff_role: str
    admin_role: str
    operator_role: str
    system_role: str

    ask_label: str
    ask_placeholder: str
    ask_next: str
    call_turns: str
    ask_region: str
    clear: str
    call_keys: str
    ask_hint: str
    too_long: str
    failure: str
    answered: str
    no_answer: str
    clarify: str
    approved_mark: str
    approved_by: str
    understood: str
    confidence: str
    elapsed: str
    warning_expired: str
    warning_not_yet: str
    warning_draft: str
    warning_unknown: str
    read_aloud: str
    copy_read_aloud: str
    ticket: str
    copy_ticket: str
    copied: str
    not_copied: str
    full_answer: str
    notes: str
    choices: str
    evidence: str
    nearest: str
    no_evidence: str
    clause: str
    valid_until: str
    context: str
    source: str
    approve: str
    approve_edited: str
    write_answer: str
    correct: str
    replace: str
    approved_done: str

    editor: str
    back: str
    question: str
    other_questions: str
    heard_wordings: str
    answer_text: str
    answer_help: str
    note: str
    quotes: str
    no_quotes: str
    find_label: str
    find: str
    nothing_found: str
    cite: str
    cite_help: str
    remove_quote: str
    save: str
    saved: str

    to_review: str
    to_review_about: str
    nothing_to_review: str
    in_force: str
    nothing_approved: str
    reason: str
    cites: str
    reapprove: str
    edit: str
    withdraw: str
    withdraw_confirm: str
    withdrawn: str
    reapproved: str
    quote_gone: str
    gone: str

    status_open: str
    status_answered: str
    status_needs_document: str
    status_dismissed: str
    nothing_queued: str
    queue_about: str
    refused: str
    abandoned: str
    thumbed_down: str
    first_seen: str
    last_seen: str
    wordings: str
    thumb_reasons: str
    group_note: str
    needs_document: str
    dismiss: str
    reopen: str
    export: str
    settled: str
    answered_now: str

    batch_about: str
    batch_limit: str
    choose_file: str
    drop_file: str
    batch_running: str
    batch_reading: str
    batch_done: str
    batch_stopping: str
    batch_stopped: str
    batch_failed: str
    batch_interrupted: str
    batch_kept: str
    batch_masked: str
    batch_earlier: str
    batch_lost: str
    batch_busy: str
    stop: str
    download: str

    period: str
    days: str
    figure_questions: str
    figure_answered: str
    figure_approved: str
    figure_median: str
    figure_thumbs: str
    plot_questions: str
    plot_share: str
    plot_latency: str
    plot_documents: str
    plot_thumbs: str
    legend_answered: str
    legend_other: str
    thumbs_up: str
    thumbs_down: str
    percentile: str
    no_figures: str
    milliseconds: str
    times: str
    table: str
    day: str

    audit_about: str
    at: str
    who: str
    action: str
    subject: str
    detail: str
    earlier: str
    newest: str
    admins_only: str

    actions: Mapping[str, str]


CHINESE = DeskStrings(
    language=Language.CHINESE,
    chat_tab="问答",
    library_tab="文件库",
    desk_tab="坐席台",
    sign_in="登录坐席台",
    sign_in_about="坐席台供热线工作人员使用。账号由管理员开通。",
    public_about="本系统仅供工作人员使用，请先登录。",
    name="账号",
    password="密码",
    sign_in_button="登录",
    signing_in="正在登录……",
    sign_in_failed="暂时无法登录，请稍后再试。",
    sign_out="退出登录",
    signed_out="登录已过期，请重新登录。",
    views="坐席台功能",
    call_view="接听",
    approved_view="审核答复",
    queue_view="待答问题",
    batch_view="批量答复",
    figures_view="统计",
    audit_view="操作记录",
    staff_role="坐席",
    admin_role="管理员",
    operator_role="命令行",
    system_role="系统",
    ask_label="来电人的问题",
    ask_placeholder="边听边输入，停顿即出答复；问完按回车，可接着追问",
    ask_next="接着问，例如“那武昌呢？”；换一位来电人请按“新来电”",
    call_turns="本次来电已问",
    ask_region="地区",
    clear="新来电",
    call_keys="回车 接着问 · Alt + C 复制工单 · Alt + R 复制朗读版 · Alt + N 新来电",
    ask_hint="输入问题后，这里会显示可以念给来电人听的答复、工单用语和原文依据。",
    too_long="问题共 {count} 字，超过 {limit} 字的上限，请精简。",
    failure="这个问题暂时无法回答，请稍后再试；如果一直这样，请管理员查看日志。",
    answered="有依据",
    no_answer="没有找到依据",
    clarify="需要追问",
    approved_mark="人工审核",
    approved_by="{role} · {time}",
    understood="已理解为：{question}",
    confidence="可信度 {percent}%",
    elapsed="用时 {milliseconds} 毫秒",
    warning_expired="引用的文件有已过期的，请勿作为现行政策答复。",
    warning_not_yet="引用的文件有尚未施行的，答复时请说明施行日期。",
    warning_draft="引用的文件有征求意见稿，不能作为办事依据。",
    warning_unknown="引用的文件有未注明有效期起止的，请核对是否仍然有效。",
    read_aloud="念给来电人听",
    copy_read_aloud="复制朗读版",
    ticket="工单用语",
    copy_ticket="复制工单",
    copied="已复制",
    not_copied="没能复制",
    full_answer="完整答复",
    notes="请注意",
    choices="请向来电人问清是哪一项",
    evidence="原文依据",
    nearest="相近的原文，供参考",
    no_evidence="没有可以引用的原文。",
    clause="条款",
    valid_until="有效期至 {date}",
    context="上下文",
    source="查看原文",
    approve="批准此答复",
    approve_edited="修改后批准",
    write_answer="撰写答复",
    correct="修改审核答复",
    replace="用当前答复替换",
    approved_done="已批准。今后用其他说法问到同一问题，也会先给出这条答复。",
    editor="撰写审核答复",
    back="返回",
    question="问题",
    other_questions="其他问法：这样问时也先给出这条答复（每行一个，可不填）",
    heard_wordings="市民这样问过，点一下即加入：",
    answer_text="答复",
    answer_help="每句话后面用 [1]、[2] 标明引自哪一条原文，按出现顺序编号。",
    note="给同事的备注（可不填）",
    quotes="引用的原文",
    no_quotes="还没有引文。请在“查找原文”里选中要引用的文字，再按“引用”。",
    find_label="查找原文",
    find="查找",
    nothing_found="没有找到相近的原文，请换个说法。",
    cite="引用",
    cite_help="先选中段落里要引用的文字；不选则引用整段。",
    remove_quote="移除",
    save="批准",
    saved="已批准并生效。",
    to_review="需要重新审核",
    to_review_about="所引文件有变动，这些答复已停用，审核后才会再次生效。",
    nothing_to_review="没有需要重新审核的答复。",
    in_force="正在使用",
    nothing_approved="还没有审核过的答复。在“接听”里批准，或从“待答问题”撰写。",
    reason="停用原因",
    cites="引用",
    reapprove="核对无误，重新批准",
    edit="修改",
    withdraw="撤回",
    withdraw_confirm="确认撤回",
    withdrawn="已撤回。",
    reapproved="已重新批准。",
    quote_gone="引文“{quote}”在《{title}》现在的文本里找不到了，请按“修改”重新选择引文。",
    gone="它刚刚被其他人撤回或删除了，列表已刷新。",
    status_open="待处理",
    status_answered="已解答",
    status_needs_document="缺文件",
    status_dismissed="不处理",
    nothing_queued="这里没有问题。",
    queue_about="没有找到依据、追问后放弃、或被点踩的问题，意思相同的合在一起。",
    refused="未答",
    abandoned="放弃选择",
    thumbed_down="点踩",
    first_seen="首次 {time}",
    last_seen="最近 {time}",
    wordings="市民的问法",
    thumb_reasons="点踩时的说明：",
    group_note="备注",
    needs_document="标为缺文件",
    dismiss="不处理",
    reopen="重新打开",
    export="导出 Excel",
    settled="已更新。",
    answered_now="坐席已答复",
    batch_about=(
        "上传 CSV 或 Excel（.xlsx）文件，其中一列的标题为“问题”。"
        "下载的文件多出答案、引文、效力和可信度四列。"
    ),
    batch_limit="最多 {rows} 行、{megabytes} MB。",
    choose_file="选择文件",
    drop_file="或把文件拖到这里",
    batch_running="正在答复：{done} / {total}",
    batch_reading="正在读取文件……",
    batch_done="已完成，共 {total} 个问题。",
    batch_stopping="正在停止……",
    batch_stopped="已停止。",
    batch_failed="没有完成，请稍后再试；如果一直这样，请管理员查看日志。",
    batch_interrupted=(
        "服务器中途停止或重启，这一批没有做完，已答复 {done} / {total} 个。请重新上传这个文件。"
    ),
    batch_kept=(
        "关闭或刷新页面不影响答复，回到这里即可查看进度、下载结果。"
        "最近一次的结果保存 {days} 天，下一批完成后由新结果取代。"
    ),
    batch_masked=("服务器重启过，下载的是保存的副本：只有第一张工作表，其中的个人信息已隐去。"),
    batch_earlier="下载上一次的结果：{name}",
    batch_lost="这次任务已不在服务器上，请重新上传。",
    batch_busy="您已有一个批量任务在进行，请等它完成或先停止。",
    stop="停止",
    download="下载结果",
    period="时段",
    days="近 {count} 天",
    figure_questions="提问",
    figure_answered="有依据的比例",
    figure_approved="人工审核答复",
    figure_median="耗时中位数",
    figure_thumbs="赞 / 踩",
    plot_questions="每日提问",
    plot_share="每日答复率",
    plot_latency="答复耗时",
    plot_documents="引用最多的文件",
    plot_thumbs="评价",
    legend_answered="有依据",
    legend_other="其他",
    thumbs_up="赞",
    thumbs_down="踩",
    percentile="{percent}% 的问题在此时间内",
    no_figures="这段时间没有提问。",
    milliseconds="毫秒",
    times="{count} 次",
    table="数据表",
    day="日期",
    audit_about="谁在什么时候做了什么，最新的在最前。",
    at="时间",
    who="操作人",
    action="操作",
    subject="对象",
    detail="详情",
    earlier="更早的记录",
    newest="回到最新",
    admins_only="操作记录只有管理员可以查看。",
    actions={
        "add-staff": "添加账号",
        "remove-staff": "删除账号",
        "reset-password": "重设密码",
        "approve-answer": "批准答复",
        "correct-answer": "修改答复",
        "remove-answer": "撤回答复",
        "lapse-answer": "答复停用",
        "queue-open": "重新打开问题",
        "queue-answered": "问题已解答",
        "queue-needs_document": "标为缺文件",
        "queue-dismissed": "不处理",
        "add": "添加文件",
        "replace": "替换文件",
        "edit": "修改文件信息",
        "withdraw": "撤下文件",
        "restore": "恢复文件",
    },
)


ENGLISH = DeskStrings(
    language=Language.ENGLISH,
    chat_tab="Ask",
    library_tab="Library",
    desk_tab="Desk",
    sign_in="Sign in to the desk",
    sign_in_about="The desk is for hotline staff. Accounts are made by the administrator.",
    public_about="This system is for staff: please sign in first.",
    name="Name",
    password="Password",
    sign_in_button="Sign in",
    signing_in="Signing in …",
    sign_in_failed="Signing in does not work at the moment. Please try again later.",
    sign_out="Sign out",
    signed_out="Your session has ended: please sign in again.",
    views="Parts of the desk",
    call_view="Calls",
    approved_view="Approved answers",
    queue_view="Unanswered",
    batch_view="Batch",
    figures_view="Figures",
    audit_view="Audit list",
    staff_role="staff",
    admin_role="admin",
    operator_role="command line",
    system_role="system",
    ask_label="What the caller asks",
    ask_placeholder="Type while the caller speaks; Enter ends a question, then follow up",
    ask_next="Go on, as in “and in Wuchang?”; for another caller press “New call”",
    call_turns="Asked in this call",
    ask_region="Region",
    clear="New call",
    call_keys=(
        "Enter follows up · Alt + C copies the ticket · Alt + R the read-aloud text · "
        "Alt + N new call"
    ),
    ask_hint=(
        "Once you type, an answer to read aloud, words for the ticket and the evidence stand here."
    ),
    too_long="The question has {count} characters; the limit is {limit}.",
    failure=(
        "This question cannot be answered at the moment; if it goes on, ask the administrator."
    ),
    answered="Backed by documents",
    no_answer="No evidence found",
    clarify="Ask back",
    approved_mark="Reviewed by staff",
    approved_by="{role} · {time}",
    understood="Understood as: {question}",
    confidence="Confidence {percent}%",
    elapsed="{milliseconds} ms",
    warning_expired="A cited document has expired: do not give it as current policy.",
    warning_not_yet="A cited document is not yet in force: say from when it will be.",
    warning_draft="A cited document is a draft for comment, not something to rely on.",
    warning_unknown="A cited document does not state how long it is valid: please check.",
    read_aloud="To read aloud",
    copy_read_aloud="Copy the text",
    ticket="For the ticket",
    copy_ticket="Copy for the ticket",
    copied="Copied",
    not_copied="Not copied",
    full_answer="The full answer",
    notes="Please note",
    choices="Ask the caller which one is meant",
    evidence="Evidence",
    nearest="Nearest passages, for reference",
    no_evidence="There is nothing to cite.",
    clause="Clause",
    valid_until="Valid until {date}",
    context="In context",
    source="Open the source",
    approve="Approve this answer",
    approve_edited="Edit, then approve",
    write_answer="Write an answer",
    correct="Correct the approved answer",
    replace="Replace it with this answer",
    approved_done="Approved. It now leads for the same question in other words, too.",
    editor="Write an approved answer",
    back="Back",
    question="Question",
    other_questions="Other ways to ask it, for which it leads too (one a line, optional)",
    heard_wordings="Asked like this before; press to add:",
    answer_text="Answer",
    answer_help=(
        "Mark each sentence with [1], [2] for the quote behind it, numbered as they first appear."
    ),
    note="A note for colleagues (optional)",
    quotes="Quotes",
    no_quotes="No quotes yet. Look for passages, select the words, and press “Cite”.",
    find_label="Look for passages",
    find="Search",
    nothing_found="Nothing found: try other words.",
    cite="Cite",
    cite_help="Select the words to cite first; without a selection the whole passage is cited.",
    remove_quote="Remove",
    save="Approve",
    saved="Approved; it leads from now on.",
    to_review="To be reviewed again",
    to_review_about=(
        "Documents they cite have changed: these answers wait until they are reviewed."
    ),
    nothing_to_review="Nothing to review again.",
    in_force="In use",
    nothing_approved=(
        "No approved answers yet. Approve one under “Calls”, or write one from “Unanswered”."
    ),
    reason="Why it lapsed",
    cites="Cites",
    reapprove="Still right: approve again",
    edit="Edit",
    withdraw="Withdraw",
    withdraw_confirm="Really withdraw",
    withdrawn="Withdrawn.",
    reapproved="Approved again.",
    quote_gone="The quote “{quote}” no longer stands in {title}: press “Edit” and choose another.",
    gone="Somebody else has just removed it; the list is up to date now.",
    status_open="Open",
    status_answered="Answered",
    status_needs_document="Needs a document",
    status_dismissed="Dismissed",
    nothing_queued="No questions here.",
    queue_about=(
        "Questions refused, abandoned when asked back, or thumbed down; alike ones stand together."
    ),
    refused="refused",
    abandoned="abandoned",
    thumbed_down="thumbed down",
    first_seen="first {time}",
    last_seen="last {time}",
    wordings="How it was asked",
    thumb_reasons="Why it was thumbed down:",
    group_note="Note",
    needs_document="Needs a document",
    dismiss="Dismiss",
    reopen="Open again",
    export="Export to Excel",
    settled="Updated.",
    answered_now="staff have answered",
    batch_about=(
        "Upload a CSV or Excel (.xlsx) file with a column headed “问题”. The file comes "
        "back with answer, citations, validity and confidence."
    ),
    batch_limit="At most {rows} rows and {megabytes} MB.",
    choose_file="Choose a file",
    drop_file="or drop it here",
    batch_running="Answering: {done} of {total}",
    batch_reading="Reading the file …",
    batch_done="Done: {total} questions.",
    batch_stopping="Stopping …",
    batch_stopped="Stopped.",
    batch_failed="It did not finish. Please try again; if it goes on, ask the administrator.",
    batch_interrupted=(
        "The server stopped or was started again before this batch was done; {done} of {total} "
        "were answered. Please upload the file again."
    ),
    batch_kept=(
        "It goes on when you close or reload the page: come back here to see how far it is and to "
        "download the result. The last result is kept for {days} days, until the next batch is "
        "done."
    ),
    batch_masked=(
        "The server was started again since: what you download is the stored copy, with the first "
        "sheet alone and personal data masked."
    ),
    batch_earlier="Download the result before: {name}",
    batch_lost="The server no longer has this batch: please upload again.",
    batch_busy="You have a batch running already: wait for it, or stop it.",
    stop="Stop",
    download="Download",
    period="Period",
    days="Last {count} days",
    figure_questions="Questions",
    figure_answered="Answered",
    figure_approved="Reviewed answers",
    figure_median="Median time",
    figure_thumbs="Thumbs up / down",
    plot_questions="Questions a day",
    plot_share="Share answered a day",
    plot_latency="Time to answer",
    plot_documents="Documents cited most",
    plot_thumbs="Thumbs",
    legend_answered="answered",
    legend_other="other",
    thumbs_up="up",
    thumbs_down="down",
    percentile="{percent}% within",
    no_figures="Nothing was asked in this time.",
    milliseconds="ms",
    times="{count}",
    table="As a table",
    day="Day",
    audit_about="What was done, when and by whom; the newest first.",
    at="Time",
    who="By",
    action="Action",
    subject="To what",
    detail="Details",
    earlier="Earlier",
    newest="Newest",
    admins_only="Only admins may see the audit list.",
    actions={
        "add-staff": "account added",
        "remove-staff": "account removed",
        "reset-password": "password changed",
        "approve-answer": "answer approved",
        "correct-answer": "answer corrected",
        "remove-answer": "answer withdrawn",
        "lapse-answer": "answer lapsed",
        "queue-open": "question opened again",
        "queue-answered": "question answered",
        "queue-needs_document": "needs a document",
        "queue-dismissed": "question dismissed",
        "add": "document added",
        "replace": "document replaced",
        "edit": "document edited",
        "withdraw": "document withdrawn",
        "restore": "document restored",
    },
)


def told(s: DeskStrings, message: Message) -> str:
    """A message in the language of the texts, as a sentence."""
    if s.language is Language.ENGLISH:
        return f"{message.en}."
    return f"{message.zh}。"


def desk_strings(language: Language) -> DeskStrings:
    """The desk's texts of a language."""
    return ENGLISH if language is Language.ENGLISH else CHINESE


def request_strings(request: Headed) -> DeskStrings:
    """The desk's texts in the language that this request's browser asks for."""
    return desk_strings(language_of(request))
