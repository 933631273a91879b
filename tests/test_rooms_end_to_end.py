"""All three rooms of the running app, walked as a person would: the real models, a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.chat.conftest import PATIENCE_SECONDS, browser, playwright
from tests.chat.library.test_real import SOLAR, pdf_file, word_file
from tests.chat.library_room.test_intake import save, upload
from tests.chat.page_steps import answer_words, ask, fact, marked_words, open_citation
from tests.running_app import PASSWORD, ROOT, STAFF, RunningApp, running_app

__all__ = ["browser", "playwright"]

CORPUS = (
    "wuhan-ai10-2025.md",
    "wuhan-ai10-fund-mgmt-2025.md",
    "wuchang-ai-2026.md",
    "hanyang-housing-2026.md",
    "announcement-2025-03-10.txt",
    "announcement-2025-03-10.txt.yaml",
)
MEASURES = "武汉市促进人工智能产业发展若干政策措施"
QUESTION = "企业使用算力服务费用按多少比例补助？"
IN_OTHER_WORDS = "企业用算力服务，费用能按多少比例补助"
APPROVED = "算力服务费用按50%补助，最高20万元，补助期限不超过三年。[1]"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, built_model: Path) -> Iterator[RunningApp]:
    with running_app(tmp_path_factory.mktemp("app"), CORPUS) as running:
        yield running


@pytest.fixture
def page(browser: Browser, app: RunningApp) -> Iterator[Page]:
    """The page for a new visitor. After the test: the browser reported no error."""
    errors: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="zh-CN")
    context.set_default_timeout(2 * PATIENCE_SECONDS * 1000)
    opened = context.new_page()
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.goto(app.address)
    opened.locator(".welcome").wait_for()
    yield opened
    context.close()
    assert errors == []


def go_to(page: Page, room: str) -> None:
    page.get_by_role("tab", name=room, exact=True).click()


def sign_in(page: Page) -> None:
    go_to(page, "坐席台")
    page.get_by_label("账号").fill(STAFF)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.locator("#call-question").wait_for()


def ask_anew(page: Page, question: str) -> None:
    """Ask in the public chat, as the first question of a new conversation."""
    go_to(page, "问答")
    page.get_by_role("button", name="新对话").click()
    page.locator(".welcome").wait_for()
    ask(page, question)


def test_from_a_question_to_an_approved_answer_and_its_lapse(page: Page) -> None:
    ask(page, QUESTION)
    assert "50%" in answer_words(page)
    open_citation(page, 1)
    assert "按50%补助" in marked_words(page)
    assert fact(page, "文号") == "武政规〔2025〕3号"
    page.keyboard.press("Escape")

    ask(page, "最多几年？")
    turn = page.locator(".turn").last
    expect(turn.locator(".understood")).to_contain_text("使用算力服务最多几年")
    assert "不超过三年" in answer_words(page)

    ask_anew(page, "补贴最高多少？")
    choices = page.locator(".turn").last.locator(".choice")
    chosen = choices.first.inner_text()
    choices.first.click()
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.locator(".turn").last.locator(".question-text")).to_contain_text(chosen)
    expect(page.locator(".turn").last).to_have_attribute("aria-busy", "false")
    expect(page.locator(".turn").last.locator(".source").first).to_be_visible()

    ask_anew(page, QUESTION)
    page.locator(".turn").last.get_by_role("button", name="没有用", exact=True).click()
    reasons = page.get_by_role("dialog", name="这个回答哪里不合适？")
    reasons.get_by_label("看不明白").check()
    reasons.get_by_role("button", name="提交反馈").click()
    expect(page.locator(".toast")).to_have_text("感谢您的反馈。")

    sign_in(page)
    page.locator("#desk-bar").get_by_role("button", name="待答问题").click()
    card = page.locator(".card", has_text=QUESTION)
    expect(card.locator(".count-chip")).to_have_text("点踩 1")
    expect(card).to_contain_text("看不明白")
    card.get_by_role("button", name="撰写答复").click()
    page.get_by_label("查找原文").fill(QUESTION)
    page.get_by_role("button", name="查找", exact=True).click()
    passage = page.locator(".passages .proof", has_text=MEASURES).filter(has_text="按50%补助")
    passage.first.get_by_role("button", name="引用").click()
    page.get_by_label("答复", exact=True).fill(APPROVED)
    page.get_by_role("button", name="批准", exact=True).click()
    expect(card).to_have_count(0)

    ask_anew(page, IN_OTHER_WORDS)
    turn = page.locator(".turn").last
    expect(turn.locator(".review-mark")).to_contain_text("人工审核热线人员")
    assert answer_words(page).startswith("算力服务费用按50%补助")
    open_citation(page, 1)
    assert "50%" in marked_words(page)
    page.keyboard.press("Escape")
    assert STAFF not in page.locator("#conversation").inner_html()

    history = page.get_by_role("button", name="历史对话")
    expect(history).to_be_visible()
    go_to(page, "文件库")
    expect(history).to_be_hidden()  # it opens a conversation of the room that is left
    page.get_by_role("button", name=MEASURES, exact=True).click()
    page.get_by_role("button", name="替换为新版本").click()
    newer = (ROOT / "corpus" / CORPUS[0]).read_text("utf-8").replace("最高20万元", "最高25万元")
    upload(page, ("新.md", newer.encode()))
    save(page)
    expect(page.locator(".file-document .badge")).to_have_text("已保存")

    ask_anew(page, IN_OTHER_WORDS)
    expect(page.locator(".turn").last.locator(".review-mark")).to_have_count(0)
    assert "最高25万元" in answer_words(page)
    go_to(page, "坐席台")
    page.locator("#desk-bar").get_by_role("button", name="审核答复").click()
    expect(page.locator(".card-reason")).to_contain_text(MEASURES)


def test_what_is_uploaded_is_answered_from_until_it_is_withdrawn(page: Page) -> None:
    sign_in(page)
    go_to(page, "文件库")
    upload(page, ("光伏.pdf", pdf_file()), ("自行车.docx", word_file()))
    form = page.locator("#library-staged")
    expect(form.locator(".form-file")).to_have_text("光伏.pdf")
    form.locator("[name=title]").fill("屋顶光伏补贴办法")
    save(page)
    expect(form.locator(".form-file")).to_have_text("自行车.docx")
    save(page)
    expect(page.locator(".file-document .badge")).to_have_text(["已保存", "已保存"])

    solar, bikes = "屋顶光伏单个项目最高补贴多少？", "每个公共自行车站点配置多少辆自行车？"
    ask_anew(page, solar)
    assert "60万元" in answer_words(page)
    open_citation(page, 1)
    assert marked_words(page) in SOLAR
    ask_anew(page, bikes)
    assert "25辆" in answer_words(page)

    go_to(page, "文件库")
    page.locator("#library-uploads").get_by_role("button", name="返回列表").click()
    page.get_by_role("button", name="屋顶光伏补贴办法", exact=True).click()
    page.get_by_role("button", name="撤下", exact=True).click()
    page.get_by_role("button", name="撤下《屋顶光伏补贴办法》").click()
    expect(page.locator(".reader-badges")).to_contain_text("已撤下")
    ask_anew(page, solar)
    assert "60万元" not in answer_words(page)
    expect(page.locator(".turn").last.locator(".no-answer-label")).to_be_visible()
    ask_anew(page, bikes)
    assert "25辆" in answer_words(page)
