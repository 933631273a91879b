"""The hotline desk in a browser, used as staff use it."""

from __future__ import annotations

import io
import re
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from chat.accounts import Accounts
from chat.audit import Actor
from chat.batch_files.stored import BatchState, StoredBatches
from chat.clock import utc_now
from chat.journal import Asking, Channel, Thumb
from chat.unanswered import GroupStatus
from tests.chat.desk_room.conftest import ADMIN, NAME, DeskSite, records, sign_in

QUESTION = "算力服务券最高补多少？"
IN_OTHER_WORDS = "算力券的补贴上限是多少钱"
UNKNOWN = "武汉高考录取分数线是多少？"


def type_question(page: Page, question: str) -> None:
    page.locator("#call-question").fill("")
    page.locator("#call-question").press_sequentially(question)
    expect(page.locator("#desk-answer")).not_to_have_attribute("aria-busy", "true")
    page.locator(".call-answer").wait_for()


def open_view(page: Page, name: str, view: str) -> None:
    page.locator("#desk-bar").get_by_role("button", name=name).click()
    page.locator(f".view[data-view={view}]").wait_for()


def ask_in_public(page: Page, question: str) -> None:
    page.get_by_role("tab", name="问答").click()
    box = page.locator("#question textarea")
    box.fill(question)
    box.press("Enter")
    expect(page.locator(".turn").last).to_have_attribute("aria-busy", "false")


def test_from_the_first_key_to_an_approved_answer_that_leads(
    desk_page: Page, desk_site: DeskSite
) -> None:
    page = desk_page
    type_question(page, QUESTION)
    expect(page.locator(".aloud-text")).to_contain_text("20万元")
    expect(page.locator(".proof-quote")).to_contain_text("最高20万元")
    expect(page.locator(".proof-title").first).to_contain_text("《算力服务券办法》")
    expect(page.locator(".outcome")).to_have_text("有依据")
    page.keyboard.press("Alt+c")
    expect(page.locator("[data-kind=ticket]")).to_have_text("已复制")
    assert "20万元" in page.evaluate("navigator.clipboard.readText()")

    page.get_by_role("button", name="批准此答复").click()
    expect(page.locator(".review-mark")).to_contain_text("人工审核")
    expect(page.locator(".review-mark")).to_contain_text("坐席")
    (approved,) = desk_site.desk.approvals.all()
    assert approved.questions == (QUESTION,)
    (record,) = records(desk_site, 1)  # copied once, typed many keys
    assert (record.question, record.channel) == (QUESTION, Channel.DESK)

    ask_in_public(page, IN_OTHER_WORDS)
    newest = desk_site.desk.journal.newest(1)[0]
    assert newest.channel is Channel.PUBLIC
    assert newest.outcome.value == "approved"
    expect(page.locator(".turn").last.locator(".answer-text")).to_contain_text("20万元")


def test_an_answer_is_edited_before_it_is_approved(desk_page: Page, desk_site: DeskSite) -> None:
    page = desk_page
    type_question(page, QUESTION)
    page.get_by_role("button", name="修改后批准").click()
    text = page.get_by_label("答复", exact=True)
    text.fill("最高500万元。[1]")
    page.get_by_role("button", name="批准", exact=True).click()
    problem = page.locator("#desk-saved [role=alert]")
    expect(problem).to_contain_text("“500万元”在所引的原文里没有。您写的是：“最高500万元”")
    expect(problem).to_contain_text("最高20万元”。请改成原文里的数字和说法")
    assert re.search("[a-z]{3}", problem.inner_text()) is None  # a Chinese page speaks Chinese
    expect(text).to_have_value("最高500万元。[1]")
    text.fill("一家企业最高20万元。[1]")
    page.get_by_label("其他问法").fill("算力券能补多少")
    page.get_by_role("button", name="批准", exact=True).click()
    expect(page.locator(".review-mark")).to_contain_text("人工审核")
    expect(page.locator(".aloud-text")).to_contain_text("一家企业最高20万元")
    (approved,) = desk_site.desk.approvals.all()
    assert approved.questions == (QUESTION, "算力券能补多少")


def test_a_correction_adds_wordings_for_which_the_answer_leads(
    desk_page: Page, desk_site: DeskSite
) -> None:
    page = desk_page
    wording = "单位能领几张券呀"
    type_question(page, wording)
    expect(page.locator(".outcome")).to_be_visible()
    expect(page.locator(".review-mark")).to_have_count(0)
    type_question(page, QUESTION)
    page.get_by_role("button", name="批准此答复").click()
    page.locator(".review-mark").wait_for()
    page.get_by_role("button", name="修改审核答复").click()
    page.get_by_label("其他问法").fill(wording)
    page.get_by_role("button", name="批准", exact=True).click()
    page.locator(".call-answer").wait_for()
    type_question(page, wording)
    expect(page.locator(".review-mark")).to_contain_text("人工审核")
    assert desk_site.desk.approvals.all()[0].questions == (QUESTION, wording)


def test_how_people_asked_is_offered_as_further_wordings(
    desk_page: Page, desk_site: DeskSite
) -> None:
    page = desk_page
    otherwise = "武汉高考录取分数线多少？"
    for question in (UNKNOWN, otherwise):
        desk_site.desk.recorder.ask(Asking(question=question, channel=Channel.PUBLIC))
    open_view(page, "待答问题", "queue")
    page.locator(".card").get_by_role("button", name="撰写答复").click()
    page.get_by_role("button", name=otherwise).click()
    expect(page.get_by_label("其他问法")).to_have_value(otherwise)
    expect(page.get_by_role("button", name=otherwise)).to_have_count(0)


def test_an_unanswered_question_is_answered_from_a_passage(
    desk_page: Page, desk_site: DeskSite
) -> None:
    page = desk_page
    desk_site.desk.recorder.ask(Asking(question=UNKNOWN, channel=Channel.PUBLIC))
    open_view(page, "待答问题", "queue")
    card = page.locator(".card")
    expect(card.locator(".card-title")).to_have_text(UNKNOWN)
    expect(card.locator(".count-chip")).to_have_text("未答 1")
    card.get_by_role("button", name="撰写答复").click()
    page.get_by_label("查找原文").fill("租房补贴")
    page.get_by_role("button", name="查找", exact=True).click()
    passage = page.locator(".passages .proof").first
    expect(passage).to_contain_text("租房补贴1500元")  # the results of this search, not the first
    passage.get_by_role("button", name="引用").click()
    page.get_by_label("答复", exact=True).fill("青年人才每月发放租房补贴1500元。[1]")
    page.get_by_role("button", name="批准", exact=True).click()
    expect(page.locator(".view[data-view=queue] .desk-empty")).to_be_visible()
    (group,) = desk_site.desk.queue.groups()
    assert group.status is GroupStatus.ANSWERED
    assert desk_site.desk.approvals.all()[0].questions == (UNKNOWN,)


def test_a_question_is_dismissed_with_a_note_and_exported(
    desk_page: Page, desk_site: DeskSite
) -> None:
    page = desk_page
    desk_site.desk.recorder.ask(Asking(question=UNKNOWN, channel=Channel.PUBLIC))
    open_view(page, "待答问题", "queue")
    page.locator(".card-input").fill("不属于本热线")
    page.get_by_role("button", name="不处理", exact=True).click()
    expect(page.locator(".view[data-view=queue] .desk-empty")).to_be_visible()
    (group,) = desk_site.desk.queue.groups(GroupStatus.DISMISSED)
    assert group.note == "不属于本热线"
    with page.expect_download() as download:
        page.get_by_role("link", name="导出 Excel").click()
    sheet = load_workbook(io.BytesIO(Path(download.value.path()).read_bytes())).active
    assert sheet is not None
    assert sheet["A2"].value == UNKNOWN


def test_an_answer_whose_document_changed_is_reviewed_again(
    desk_page: Page, desk_site: DeskSite
) -> None:
    page = desk_page
    type_question(page, QUESTION)
    page.get_by_role("button", name="批准此答复").click()
    page.locator(".review-mark").wait_for()
    desk_site.storage.write(
        "voucher.md",
        "---\ntitle: 算力服务券办法\nregion: 武汉市\nkind: measure\nvalid_until: 2027-12-31\n---\n"
        "第一条 算力服务券按算力费用的50%补助，最高20万元。\n\n第二条 补助期限不超过三年。\n",
    )
    desk_site.storage.update()
    open_view(page, "审核答复", "approved")
    expect(page.locator(".card-reason")).to_have_text(
        re.compile("《算力服务券办法》的内容或信息有改动。$")
    )
    page.get_by_role("button", name="核对无误，重新批准").click()
    expect(page.locator("#desk-view .desk-message")).to_have_text("已重新批准。")
    assert [one.lapsed_at for one in desk_site.desk.approvals.all()] == [None]
    page.get_by_role("button", name="撤回").click()
    page.get_by_role("button", name="确认撤回").click()
    expect(page.locator("#desk-view .desk-message")).to_have_text("已撤回。")
    assert desk_site.desk.approvals.all() == []


def test_what_somebody_else_changed_meanwhile_is_told(desk_page: Page, desk_site: DeskSite) -> None:
    page = desk_page
    desk_site.desk.recorder.ask(Asking(question=UNKNOWN, channel=Channel.PUBLIC))
    open_view(page, "待答问题", "queue")
    (group,) = desk_site.desk.queue.groups()
    desk_site.desk.queue.settle(
        group.id, group.version, GroupStatus.NEEDS_DOCUMENT, Actor("li", "admin"), "等教育局"
    )
    page.get_by_role("button", name="不处理", exact=True).click()
    expect(page.locator(".desk-problem")).to_contain_text("这组问题刚刚被其他人改过")
    assert desk_site.desk.queue.groups()[0].note == "等教育局"


def test_a_batch_comes_back_answered(desk_page: Page, desk_site: DeskSite, tmp_path: Path) -> None:
    page = desk_page
    open_view(page, "批量答复", "batch")
    bad = tmp_path / "没有.csv"
    bad.write_text("甲,乙\n1,2\n", "utf-8")
    page.locator("#batch-file").set_input_files(bad)
    expect(page.locator(".batch-state")).to_have_text(
        re.compile("^没有找到“问题”列.*第一行是：甲、乙。$")
    )
    good = tmp_path / "问题.csv"
    good.write_text(f"编号,问题\n1,{QUESTION}\n2,{UNKNOWN}\n", "utf-8")
    page.locator("#batch-file").set_input_files(good)
    expect(page.locator(".batch-state")).to_have_text("已完成，共 2 个问题。")
    with page.expect_download() as download:
        page.get_by_role("link", name="下载结果").click()
    assert download.value.suggested_filename == "问题.csv"
    text = Path(download.value.path()).read_text("utf-8-sig")
    assert text.splitlines()[0] == "编号,问题,答案,引文,效力,可信度"
    assert "20万元" in text
    assert {one.channel for one in desk_site.desk.journal.newest()} == {Channel.BATCH}


def test_a_batch_is_found_again_after_a_reload_and_a_restart(
    desk_page: Page, desk_site: DeskSite, tmp_path: Path
) -> None:
    page = desk_page
    open_view(page, "批量答复", "batch")
    file = tmp_path / "问题.csv"
    file.write_text(f"电话,问题\n13800138000,{QUESTION}\n", "utf-8")
    page.locator("#batch-file").set_input_files(file)
    expect(page.locator(".batch-state")).to_have_text("已完成，共 1 个问题。")
    page.reload()
    page.locator("#call-question").wait_for()
    open_view(page, "批量答复", "batch")
    expect(page.locator(".batch-state")).to_have_text("已完成，共 1 个问题。")
    expect(page.locator(".batch-masked")).to_be_hidden()
    assert "13800138000" in downloaded(page)

    # As another server would find it.
    stored, wang = StoredBatches(desk_site.desk.database), account(desk_site, NAME)
    stored.begin("of a server before", account(desk_site, ADMIN), "上周.csv")
    stored.tell("of a server before", BatchState.DONE, 9, 9, result=b"masked")
    page.get_by_role("button", name="退出登录").click()
    page.get_by_label("账号").wait_for()
    sign_in(page, ADMIN)
    open_view(page, "批量答复", "batch")
    expect(page.locator(".batch-masked")).to_contain_text("个人信息已隐去")
    assert downloaded(page) == "masked"
    assert stored.newest(wang) is not None


def test_a_batch_that_was_cut_off_says_so(desk_page: Page, desk_site: DeskSite) -> None:
    page = desk_page
    long_ago = StoredBatches(desk_site.desk.database, lambda: utc_now() - timedelta(minutes=5))
    long_ago.begin("cut off", account(desk_site, NAME), "来电.csv")
    long_ago.tell("cut off", BatchState.RUNNING, 3, 40)
    open_view(page, "批量答复", "batch")
    expect(page.locator(".batch-state")).to_contain_text("没有做完，已答复 3 / 40 个。请重新上传")
    expect(page.locator(".batch-job").get_by_role("button", name="停止")).to_be_hidden()


def test_a_batch_of_another_process_is_stopped_from_the_page(
    desk_page: Page, desk_site: DeskSite
) -> None:
    page = desk_page
    elsewhere = StoredBatches(desk_site.desk.database)
    elsewhere.begin("elsewhere", account(desk_site, NAME), "来电.csv")
    elsewhere.tell("elsewhere", BatchState.RUNNING, 3, 40)
    open_view(page, "批量答复", "batch")
    expect(page.locator(".batch-state")).to_have_text("正在答复：3 / 40")
    stop = page.locator(".batch-job").get_by_role("button", name="停止")
    stop.click()
    expect(page.locator(".batch-state")).to_have_text("正在停止……")
    expect(stop).to_be_hidden()
    assert elsewhere.tell("elsewhere", BatchState.RUNNING, 4, 40)
    elsewhere.tell("elsewhere", BatchState.STOPPED, 4, 40)
    expect(page.locator(".batch-state")).to_have_text("已停止。")


def account(site: DeskSite, name: str) -> int:
    return next(one.id for one in Accounts(site.desk.database).all() if one.name == name)


def downloaded(page: Page) -> str:
    with page.expect_download() as download:
        page.get_by_role("link", name="下载结果").click()
    return Path(download.value.path()).read_text("utf-8-sig")


def test_figures_and_audit_list(desk_page: Page, desk_site: DeskSite) -> None:
    page = desk_page
    asking = Asking(question=QUESTION, channel=Channel.PUBLIC, conversation="c")
    recorded = desk_site.desk.recorder.ask(asking)
    assert recorded.record_id is not None
    desk_site.desk.journal.thumb(recorded.record_id, "c", Thumb.UP)
    open_view(page, "统计", "figures")
    expect(page.locator(".tile dd").first).to_have_text("1")
    expect(page.locator(".tile dd").last).to_have_text("1 / 0")
    expect(page.locator(".plot-answered")).to_have_count(1)
    expect(page.locator(".rows").first).to_contain_text("算力服务券办法")
    expect(page.locator("#desk-bar")).not_to_contain_text("操作记录")
    page.get_by_role("button", name="退出登录").click()
    page.get_by_label("账号").wait_for()
    sign_in(page, ADMIN)
    open_view(page, "操作记录", "audit")
    expect(page.locator(".audit tbody tr")).to_have_count(2)
    expect(page.locator(".audit")).to_contain_text("添加账号")
    expect(page.locator(".audit-detail").first).to_have_text("管理员")  # no “admin” in Chinese


def test_what_is_hostile_is_shown_as_text(desk_page: Page, desk_site: DeskSite) -> None:
    page = desk_page
    hostile = "<img src=x onerror=window.pwned=1>${window.pwned=2}{{window.pwned}}最高补多少"
    desk_site.storage.write(
        "hostile.md",
        "---\ntitle: <b>坏</b><script>window.pwned=3</script>办法\n---\n"
        "第一条 敌意补助最高9万元<img src=x onerror=window.pwned=4>。\n",
    )
    desk_site.storage.update()
    type_question(page, hostile)
    desk_site.desk.recorder.ask(Asking(question=hostile, channel=Channel.PUBLIC))
    type_question(page, "敌意补助最高多少？")
    open_view(page, "待答问题", "queue")
    open_view(page, "统计", "figures")
    assert page.locator("#desk img, #desk script, #desk b").count() == 0


def test_a_session_that_ends_is_told(desk_page: Page, desk_site: DeskSite) -> None:
    page = desk_page
    token = next(one["value"] for one in page.context.cookies() if one["name"] == "policy-desk")
    desk_site.desk.sessions.end(token)
    page.locator("#call-question").fill(QUESTION)
    page.get_by_label("账号").wait_for()
    assert page.locator("#call-question").count() == 0


@pytest.mark.parametrize("records", [0, 3])
def test_an_export_of_any_length_opens(desk_page: Page, desk_site: DeskSite, records: int) -> None:
    for number in range(records):
        asking = Asking(question=f"第{number}号未知事项怎么办？", channel=Channel.PUBLIC)
        desk_site.desk.recorder.ask(asking)
    desk_site.desk.queue.catch_up()
    response = desk_page.request.get(f"{desk_site.address}staff/unanswered.xlsx")
    assert response.status == 200
    assert load_workbook(io.BytesIO(response.body())).active is not None
