"""The page in a browser, used as a visitor uses it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests.chat import fake_backend as fake
from tests.chat.conftest import OpenPage, Site
from tests.chat.page_steps import (
    PHONE,
    answer_words,
    ask,
    both_sizes,
    fact,
    marked_words,
    open_citation,
    plain,
    send,
)


@both_sizes
def test_answer_streams_in_without_moving_the_question(
    open_page: OpenPage, site: Site, size: dict[str, int]
) -> None:
    page = open_page(**size)
    site.pieces.hold()
    send(page, fake.THREE_CITATIONS)
    turn = page.locator(".turn").last
    expect(turn).to_have_attribute("aria-busy", "true")
    position = turn.locator(".question-text").bounding_box()

    site.pieces.let_one_through()
    expect(turn.locator(".answer-text")).to_contain_text(fake.MEASURES.title)
    first = answer_words(page)
    site.pieces.let_one_through()
    expect(turn.locator(".answer-text")).not_to_have_text(first)
    second = answer_words(page)
    assert second.startswith(first)
    assert len(first) < len(second) < len(plain(fake.ANSWERS[fake.THREE_CITATIONS]))
    assert turn.locator(".citations").count() == 0

    site.pieces.release()
    expect(turn).to_have_attribute("aria-busy", "false")
    assert answer_words(page) == plain(fake.ANSWERS[fake.THREE_CITATIONS])
    assert turn.locator(".question-text").bounding_box() == position
    assert turn.locator(".citations li").count() == 3
    expect(turn.locator(".notes")).to_contain_text("请以官方原文为准")


def test_a_question_sent_meanwhile_waits_and_is_answered_next(
    open_page: OpenPage, site: Site
) -> None:
    page = open_page()
    site.pieces.hold()
    send(page, fake.LONG)
    expect(page.locator(".turn")).to_have_count(1)
    before = page.locator(".question-text").bounding_box()
    send(page, fake.NO_ANSWER)
    expect(page.locator(".waiting")).to_have_text(f"等待回答：{fake.NO_ANSWER}")
    expect(page.locator("#question textarea")).to_have_value("")
    assert page.locator(".question-text").bounding_box() == before
    page.locator("#question textarea").fill("还在写的")
    site.pieces.release()
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.locator(".turn").last).to_have_attribute("aria-busy", "false")
    expect(page.locator(".waiting")).to_have_text("")
    expect(page.locator("#question textarea")).to_have_value("还在写的")
    assert [question for question, _, _ in site.backend.asked] == [fake.LONG, fake.NO_ANSWER]


def test_questions_sent_within_milliseconds_are_all_answered(
    open_page: OpenPage, site: Site
) -> None:
    page = open_page()
    questions = ["第一个问题", "第二个问题", "第三个问题"]
    # Faster than anyone types: the page gets no turn between one question and the next.
    page.locator("#question textarea").evaluate(
        """(box, questions) => {
          for (const question of questions) {
            box.value = question;
            box.dispatchEvent(new Event("input", { bubbles: true }));
            box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
          }
          box.value = "还在写的";
          box.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        questions,
    )
    expect(page.locator(".turn")).to_have_count(3)
    expect(page.locator(".turn").last).to_have_attribute("aria-busy", "false")
    expect(page.locator("#question textarea")).to_have_value("还在写的")
    assert [question for question, _, _ in site.backend.asked] == questions


def test_enter_that_ends_a_chinese_word_sends_nothing(open_page: OpenPage, site: Site) -> None:
    page = open_page()
    box = page.locator("#question textarea")
    box.fill("补助")
    box.dispatch_event("keydown", {"key": "Enter", "isComposing": True, "bubbles": True})
    expect(box).to_have_value("补助")
    page.locator("#send").click()
    expect(page.locator(".turn")).to_have_attribute("aria-busy", "false")
    expect(box).to_have_value("")
    assert [question for question, _, _ in site.backend.asked] == ["补助"]


def test_a_new_conversation_ends_the_answer_that_is_coming(open_page: OpenPage, site: Site) -> None:
    page = open_page()
    site.pieces.hold()
    send(page, fake.THREE_CITATIONS)
    site.pieces.let_one_through()
    expect(page.locator(".answer-text")).to_contain_text(fake.MEASURES.title)
    send(page, fake.NO_ANSWER)
    page.get_by_role("button", name="新对话").click()
    expect(page.locator(".welcome")).to_be_visible()
    expect(page.locator(".waiting")).to_have_text("")
    expect(page.locator("#question textarea")).to_have_value("")
    site.pieces.release()
    ask(page, fake.CLARIFY)
    expect(page.locator(".turn")).to_have_count(1)
    assert [question for question, _, _ in site.backend.asked] == [
        fake.THREE_CITATIONS,
        fake.CLARIFY,
    ]


@both_sizes
def test_marker_opens_the_quoted_words_and_escape_returns_to_it(
    open_page: OpenPage, size: dict[str, int]
) -> None:
    page = open_page(**size)
    ask(page, fake.THREE_CITATIONS)
    marker = page.locator(".marker").nth(1)
    expect(marker).to_have_attribute("aria-label", f"引文2：《{fake.MEASURES.title}》")
    marker.focus()
    page.keyboard.press("Enter")
    panel = page.locator("#evidence")
    expect(panel.locator(".sheet-title")).to_have_text(fake.MEASURES.title)
    expect(panel.locator(".sheet-title")).to_be_focused()
    expect(panel.locator("mark")).to_be_in_viewport(ratio=1)
    assert marked_words(page) == fake.VOUCHER_QUOTE
    expect(panel.locator(".document-text")).to_contain_text(fake.SUBSIDY_QUOTE)
    assert fact(page, "文号") == "武政规〔2025〕3号"
    assert fact(page, "适用地区") == "武汉市"
    expect(panel.locator(".clause-path")).to_have_text("条款 总则 › 第8行")
    expect(panel.locator(".badge")).to_have_text("现行有效")
    expect(panel.locator(".kind")).to_have_text("摘要（非官方原文）")
    expect(panel.locator(".notice")).to_contain_text("不是官方原文")
    official = panel.locator("a.action-button")
    assert official.get_attribute("href") == fake.MEASURES.url
    assert official.get_attribute("target") == "_blank"
    assert "noopener" in (official.get_attribute("rel") or "")

    box = panel.bounding_box()
    assert box is not None
    if size is PHONE:
        assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 390, 844)
        assert page.locator("#chat-column").get_attribute("inert") is not None
    else:
        answer = page.locator(".answer-text").bounding_box()
        assert answer is not None
        assert answer["x"] + answer["width"] < box["x"]

    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(marker).to_be_focused()
    assert page.locator("#chat-column").get_attribute("inert") is None


def test_each_citation_shows_its_own_document(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, fake.THREE_CITATIONS)
    for number, quote in ((1, fake.SUBSIDY_QUOTE), (3, fake.NEWS_QUOTE), (1, fake.SUBSIDY_QUOTE)):
        open_citation(page, number)
        assert marked_words(page) == quote
    open_citation(page, 3)
    expect(page.locator("#evidence .badge")).to_have_text("有效期起止未注明")
    expect(page.locator("#evidence .notice")).to_contain_text("新闻报道")
    assert page.locator("#evidence a.action-button").count() == 0
    page.locator(".citations .source").first.click()
    expect(page.locator("#evidence mark")).to_have_text(fake.SUBSIDY_QUOTE)


@both_sizes
def test_whole_document_opens_at_the_quote(open_page: OpenPage, size: dict[str, int]) -> None:
    page = open_page(**size)
    ask(page, fake.LONG)
    open_citation(page, 1)
    expect(page.locator("#evidence .document-text")).not_to_contain_text("第200条")
    page.get_by_role("button", name="阅读全文").click()
    text = page.locator("#evidence .document-text")
    expect(text).to_contain_text("第200条 本条例第200条规定")
    expect(text).to_contain_text("第1条 本条例第1条规定")
    expect(page.locator("#evidence mark")).to_be_in_viewport(ratio=1)
    expect(page.locator("#evidence .line").first).not_to_be_in_viewport()
    assert marked_words(page) == fake.LONG_QUOTE
    page.get_by_role("button", name="返回引文").click()
    expect(text).not_to_contain_text("第200条")
    assert marked_words(page) == fake.LONG_QUOTE
    page.get_by_role("button", name="关闭").click()
    expect(page.locator("#evidence")).to_be_hidden()


def test_back_on_a_phone_closes_the_sheet(open_page: OpenPage) -> None:
    page = open_page(**PHONE)
    ask(page, fake.LONG)
    open_citation(page, 1)
    page.go_back()
    expect(page.locator("#evidence")).to_be_hidden()
    expect(page.locator(".turn")).to_have_count(1)


@both_sizes
def test_hostile_document_is_shown_as_text(open_page: OpenPage, size: dict[str, int]) -> None:
    page = open_page(**size)
    ask(page, fake.HOSTILE)
    answer = page.locator(".turn").last
    title = fake.HOSTILE_DOCUMENT.title.replace("\u202e", "[U+202E]")
    expect(answer.locator(".source-title")).to_have_text(f"《{title}》")
    expect(answer.locator(".answer-text")).to_contain_text("另见[2]和[x](javascript:alert(1))。")
    assert answer.locator(".marker").count() == 1
    open_citation(page, 1)
    assert marked_words(page) == fake.HOSTILE_QUOTE.replace("\n", "")
    page.get_by_role("button", name="阅读全文").click()
    panel = page.locator("#evidence")
    expect(panel.locator(".sheet")).to_have_attribute("data-view", "whole")
    shown = panel.locator(".line").all_text_contents()
    lines = fake.HOSTILE_DOCUMENT.text.splitlines()
    assert shown[:3] == lines[:3]
    assert shown[3] == "正文[U+202E]反写的字[U+202C]结束。${window.pwned=5} {{window.pwned}}"
    expect(panel.locator(".sheet-title")).to_have_text(title)
    assert fact(page, "文号") == fake.HOSTILE_DOCUMENT.doc_number
    assert fact(page, "适用地区") == fake.HOSTILE_DOCUMENT.region
    assert fact(page, "发文机关") == fake.HOSTILE_DOCUMENT.issuing_body
    for place in (answer, panel):
        assert place.locator("script, img, iframe, b, h1, a").count() == 0
    assert "\u202e" not in page.locator("body").inner_text()


def test_hostile_question_is_shown_as_text(open_page: OpenPage) -> None:
    page = open_page()
    question = "<img src=x onerror=window.pwned=12> {{x}} ${window.pwned=13} **粗**"
    ask(page, question)
    expect(page.locator(".question-text")).to_have_text(f"您的问题：{question}")
    assert page.locator("#conversation img").count() == 0


def test_no_answer_offers_the_nearest_documents(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, fake.NO_ANSWER)
    expect(page.locator(".no-answer-label")).to_have_text("没有找到依据")
    nearest = page.locator(".nearest .source")
    expect(nearest).to_have_count(2)
    expect(nearest.first).to_contain_text("摘要（非官方原文）")
    expect(nearest.nth(1)).to_contain_text("已过期")
    nearest.first.click()
    expect(page.locator("#evidence .sheet-title")).to_have_text(fake.MEASURES.title)
    expect(page.locator("#evidence .document-text")).to_contain_text("市级科技重大专项")
    assert page.locator("#evidence mark").count() == 0


def test_choices_ask(open_page: OpenPage, site: Site) -> None:
    page = open_page()
    ask(page, fake.CLARIFY)
    page.get_by_role("button", name=fake.CHOICES[1]).click()
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.locator(".turn").last).to_have_attribute("aria-busy", "false")
    assert site.backend.asked[-1] == (fake.CHOICES[1], None, False)


def test_welcome_says_what_is_covered_and_examples_ask(open_page: OpenPage, site: Site) -> None:
    page = open_page()
    coverage = page.locator(".coverage")
    for words in ("4 份文件", "3 个地区", "2025-03-10", "2025-04-01", "武昌区 1", "新闻报道 1"):
        expect(coverage).to_contain_text(words)
    examples = page.locator(".example")
    expect(examples).to_have_count(6)
    question = examples.nth(1).inner_text()
    examples.nth(1).click()
    expect(page.locator(".turn")).to_have_attribute("aria-busy", "false")
    assert site.backend.asked == [(question, None, False)]


def test_filters_reach_the_backend(open_page: OpenPage, site: Site) -> None:
    page = open_page()
    page.locator("#region input").click()
    options = page.get_by_role("option")
    assert [text.strip("✓ \n") for text in options.all_inner_texts()] == [
        "全部地区", "武汉市", "武昌区", "全国",
    ]  # fmt: skip
    page.get_by_role("option", name="武昌区").click()
    page.get_by_label("只看现行有效").check()
    ask(page, fake.LONG)
    assert site.backend.asked == [(fake.LONG, "武昌区", True)]
    expect(page.locator(".scope")).to_have_text("范围：武昌区 · 只看现行有效")


@pytest.mark.parametrize(
    ("question", "hint"),
    [("   ", "请先输入您想问的问题"), ("问" * 1001, "问题共 1001 字，超过了 1000 字的上限")],
)
def test_blank_and_overlong_questions_get_a_hint(
    open_page: OpenPage, site: Site, question: str, hint: str
) -> None:
    page = open_page()
    send(page, question)
    expect(page.locator(".hint")).to_contain_text(hint)
    expect(page.locator("#question textarea")).to_have_value(question)
    expect(page.locator(".welcome")).to_be_visible()
    assert site.backend.asked == []
    ask(page, "问" * 1000)
    expect(page.locator(".hint")).to_contain_text("回车发送")


def test_shift_enter_starts_a_new_line(open_page: OpenPage, site: Site) -> None:
    page = open_page()
    box = page.locator("#question textarea")
    box.fill("第一行")
    box.press("Shift+Enter")
    box.press_sequentially("第二行")
    expect(box).to_have_value("第一行\n第二行")
    assert site.backend.asked == []
    box.press("Enter")
    expect(page.locator(".turn")).to_have_attribute("aria-busy", "false")
    expect(box).to_have_value("")
    assert site.backend.asked[0][0] == "第一行\n第二行"


def test_copy_takes_the_answer_with_its_citations(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, fake.THREE_CITATIONS)
    button = page.get_by_role("button", name="复制回答")
    button.click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(fake.ANSWERS[fake.THREE_CITATIONS].text)
    assert f"[1] 《{fake.MEASURES.title}》 武政规〔2025〕3号" in copied
    assert fake.MEASURES.url in copied


@both_sizes
def test_lists_and_tables_are_laid_out_and_hold_no_markup(
    open_page: OpenPage, size: dict[str, int]
) -> None:
    page = open_page(**size)
    ask(page, fake.LAID_OUT)
    answer = page.locator(".turn").last
    expect(answer.locator(".understood")).to_have_text("已理解为：武汉市各区的算力补贴<i>对比</i>")
    text = answer.locator(".answer-text")
    expect(text.locator("ul > li")).to_have_count(2)
    expect(text.locator("ul > li").nth(1)).to_contain_text("<b>粗</b>每年设立")
    expect(text.locator("ol > li")).to_have_text(["先申领 [1]", "再结算 [2]"])
    expect(text.locator("thead th")).to_have_text(["地区", "规定", "有效性"])
    expect(text.locator("tbody th")).to_have_text(["武汉市", "<i>武昌区</i>"])
    expect(text.locator("td").nth(2)).to_have_text("<img src=x onerror=window.pwned=14> [3]")
    assert text.locator("b, i, img").count() == 0
    text.locator("td .marker").first.click()
    expect(page.locator("#evidence")).to_have_attribute("aria-busy", "false")
    assert marked_words(page) == fake.SUBSIDY_QUOTE


def test_ticket_is_copied_and_the_spoken_form_is_shown(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, fake.LAID_OUT)
    answer = fake.ANSWERS[fake.LAID_OUT]
    page.get_by_role("button", name="复制工单用语").click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == answer.ticket
    spoken = page.locator(".read-aloud-text p")
    expect(spoken).to_be_hidden()
    page.get_by_text("朗读版", exact=True).click()
    expect(spoken).to_have_text(answer.read_aloud)
    page.get_by_role("button", name="复制朗读版").click()
    expect(page.locator(".read-aloud-text").get_by_role("button", name="已复制")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == answer.read_aloud


def test_english_browser_gets_english(open_page: OpenPage) -> None:
    page = open_page(locale="en-US")
    expect(page.locator(".brand-name")).to_have_text("Policy Answers")
    expect(page.locator("#send")).to_have_text("Ask")
    expect(page.get_by_label("In force only")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page).to_have_title(re.compile("Policy Answers"))
    ask(page, fake.THREE_CITATIONS)
    open_citation(page, 1)
    panel = page.locator("#evidence")
    expect(panel.locator(".badge")).to_have_text("In force")
    expect(panel.locator(".kind")).to_have_text("Digest (not official wording)")
    assert fact(page, "Document no.") == "武政规〔2025〕3号"
    interface = page.locator("#site-header, #composer, .sheet-bar, .sheet-actions, dt, .tools")
    assert not re.search("[\u4e00-\u9fff]", " ".join(interface.all_inner_texts()))


def test_chinese_is_the_default(open_page: OpenPage) -> None:
    page = open_page(locale="fr-FR")
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(page.locator("#send")).to_have_text("提问")


def test_conversations_are_not_shared_and_can_be_cleared(open_page: OpenPage) -> None:
    first, second = open_page(), open_page()
    ask(first, fake.LONG)
    ask(second, fake.CLARIFY)
    ask(first, fake.NO_ANSWER)
    expect(first.locator(".question-text")).to_have_count(2)
    expect(first.locator("#conversation")).not_to_contain_text(fake.CLARIFY)
    open_citation_of_first_turn = first.locator(".marker").first
    open_citation_of_first_turn.click()
    first.get_by_role("button", name="新对话").click()
    expect(first.locator(".welcome")).to_be_visible()
    expect(first.locator("#evidence")).to_be_hidden()
    expect(second.locator(".turn")).to_have_count(1)
    ask(first, fake.CLARIFY)
    expect(first.locator(".turn")).to_have_count(1)


def test_withdrawn_and_changed_documents_are_told(open_page: OpenPage, site: Site) -> None:
    page = open_page()
    ask(page, fake.THREE_CITATIONS)
    changed = fake.MEASURES.text.replace("最高20万元", "最高30万元")
    site.backend.documents[fake.MEASURES.id] = replace(fake.MEASURES, text=changed)
    del site.backend.documents[fake.NEWS.id]
    open_citation(page, 1)
    expect(page.locator(".notice-changed")).to_contain_text("有过更新")
    assert page.locator("#evidence mark").count() == 0
    open_citation(page, 3)
    expect(page.locator("#evidence")).to_contain_text("已不在库中")
    open_citation(page, 2)
    assert marked_words(page) == fake.VOUCHER_QUOTE


def test_failure_is_told_and_does_not_end_the_conversation(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, fake.FAILING)
    expect(page.locator(".answer-failed")).to_contain_text("暂时无法回答")
    expect(page.locator("body")).not_to_contain_text("index is being rebuilt")
    ask(page, fake.LONG)
    expect(page.locator(".turn")).to_have_count(2)


# Contrast as in WCAG 2.2, success criterion 1.4.3. Grounds may be transparent: the first opaque
# ancestor counts.
CONTRAST = """
(element) => {
  const channels = (color) => color.match(/[\\d.]+/g).map(Number);
  const luminance = (rgb) => rgb.slice(0, 3)
    .map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  let ground = element;
  let color = channels(getComputedStyle(ground).backgroundColor);
  while (color.length === 4 && color[3] === 0) {
    ground = ground.parentElement;
    color = channels(getComputedStyle(ground).backgroundColor);
  }
  const [light, dark] = [luminance(channels(getComputedStyle(element).color)), luminance(color)]
    .sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
"""


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_contrast_meets_aa(open_page: OpenPage, color_scheme: str) -> None:
    page = open_page(color_scheme=color_scheme)
    ask(page, fake.THREE_CITATIONS)
    ask(page, fake.HOSTILE)
    ask(page, fake.NO_ANSWER)
    ask(page, fake.LAID_OUT)
    page.locator(".read-aloud summary").click()
    page.locator(".marker").first.click()
    expect(page.locator("#evidence")).to_have_attribute("aria-busy", "false")
    for validity in ("in_force", "expired", "not_yet", "draft", "unknown"):
        page.evaluate(
            """(name) => document.querySelector('.sheet-badges').insertAdjacentHTML(
                'beforeend', `<span class="badge badge-${name}">x</span>`)""",
            validity,
        )
    selectors = (
        ".badge, .kind, .notice, .notes, .marker, .source-title, .source-details, .question-text, "
        ".hint, .answer-text, .answer-text th, .answer-text td, .understood, .read-aloud-text, "
        ".no-answer-label, .sheet-title, dt, dd, mark, .document-text, "
        ".action-button, .quiet-button, .brand-name, .brand-tagline, .sheet-heading, #send, "
        "#region input, textarea"
    )
    low = {
        element.get_attribute("class"): round(contrast, 2)
        for element in page.locator(selectors).all()
        if (contrast := element.evaluate(CONTRAST)) < 4.5
    }
    assert low == {}


def test_the_marker_of_the_open_evidence_is_legible_under_the_mouse(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, fake.THREE_CITATIONS)
    open_citation(page, 1)
    marker = page.locator(".marker[aria-current='true']")
    marker.hover()
    assert marker.evaluate(CONTRAST) >= 4.5


def test_the_evidence_of_an_earlier_answer_does_not_stand_beside_the_next(
    open_page: OpenPage,
) -> None:
    page = open_page()
    ask(page, fake.THREE_CITATIONS)
    open_citation(page, 1)
    ask(page, fake.LAID_OUT)
    expect(page.locator("#evidence")).to_be_hidden()
    expect(page.locator("#question textarea")).to_be_focused()


@both_sizes
def test_nothing_spills_over_the_window(open_page: OpenPage, size: dict[str, int]) -> None:
    page = open_page(**size)
    for question in (fake.THREE_CITATIONS, fake.LAID_OUT, fake.HOSTILE, "长" * 400 + "w" * 400):
        ask(page, question)
    spilled = "e => e.scrollWidth - e.clientWidth"
    assert page.locator("html").evaluate(spilled) == 0
    assert page.locator("#conversation").evaluate(spilled) == 0
    expect(page.locator("#send")).to_be_in_viewport(ratio=1)
    expect(page.locator("footer")).to_be_hidden()


def test_the_browser_is_told_to_refuse_foreign_content(open_page: OpenPage) -> None:
    page = open_page()
    response = page.request.get(page.url)
    policy = response.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "script-src-attr 'none'" in policy
