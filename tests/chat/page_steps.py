"""What a visitor does on the page, and what can be read there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from records import Answer

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
both_sizes = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])


def send(page: Page, question: str) -> None:
    box = page.locator("#question textarea")
    box.fill(question)
    box.press("Enter")


def ask(page: Page, question: str) -> None:
    send(page, question)
    expect(page.locator(".turn").last.locator(".question-text")).to_contain_text(question)
    expect(page.locator(".turn").last).to_have_attribute("aria-busy", "false")


def open_citation(page: Page, number: int) -> None:
    page.locator(".turn").last.locator(".marker").nth(number - 1).click()
    expect(page.locator("#evidence")).to_have_attribute("aria-busy", "false")


def plain(answer: Answer) -> str:
    return answer.text.replace("\n", "")


def answer_words(page: Page) -> str:
    return "".join(page.locator(".turn").last.locator(".answer-text p").all_text_contents())


def marked_words(page: Page) -> str:
    return "".join(page.locator("#evidence mark").all_text_contents())


def fact(page: Page, label: str) -> str:
    return page.locator("#evidence .fact", has_text=label).locator("dd").inner_text()
