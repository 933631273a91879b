"""The report as a page."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import html

from eval.report import write_report
from eval.report.page import render
from eval.run import ScoredRun
from tests.eval.runs import evaluation
from tests.eval.small_system import always_refuses, quote_altered


def parsed(page: str) -> Any:
    """The page as an lxml tree, whose stubs type every XPath result as all that XPath can give."""
    return html.fromstring(page)


def runs() -> list[ScoredRun]:
    return [evaluation().run, evaluation(always_refuses, "bm25").run]


def test_the_page_loads_nothing(tmp_path: Path) -> None:
    path = write_report(tmp_path / "report", runs())
    page = parsed(path.read_text("utf-8"))
    assert page.xpath("//script | //link | //img | //iframe | //object") == []
    assert page.xpath("//@href | //@src") == []
    assert "url(" not in path.read_text("utf-8")


def test_what_questions_and_answers_hold_is_text_not_markup() -> None:
    run = evaluation().run
    first = run.results[0]
    asked = replace(first.question, text="<script>alert(1)</script>", answers=("<b>甲</b>",))
    bad = replace(first, question=asked, answer="<img src=x>", scores={"wrong_refusal": 1.0})
    page = parsed(render([replace(run, results=(bad,))]))
    assert page.xpath("//script | //img | //b[text()='甲']") == []
    assert "<script>alert(1)</script>" in page.xpath("string(//article//h3)")


def test_every_system_has_its_column_and_every_measure_its_interval() -> None:
    page = parsed(render(runs()))
    rows = page.xpath("//table[@class='metrics']//tr[td]")
    cells = {
        " ".join(row.xpath("string(th)").split()): row.xpath("td[contains(@class, 'number')]")
        for row in rows
    }
    (name,) = [name for name in cells if "Refused, should answer" in name]
    texts = [" ".join(cell.text_content().split()) for cell in cells[name]]
    assert texts == ["0.00.0–0.0", "100.0100.0–100.0", "2"]


def test_worst_questions_show_gold_given_and_evidence() -> None:
    page = parsed(render([evaluation(always_refuses).run]))
    articles = page.xpath("//article")
    assert len(articles) == 2
    text = articles[1].text_content()
    for part in ("按研发成本30%补助", "没有找到依据。", "垂直行业模型按研发成本30%补助", "model"):
        assert part in text


def test_broken_promises_stand_at_the_top() -> None:
    broken = parsed(render([evaluation(quote_altered).run]))
    assert "补贴" in broken.xpath("string(//section[@class='alarm'])")
    assert parsed(render(runs())).xpath("//section[@class='alarm']") == []


def test_the_refusal_curve_marks_the_threshold_in_use() -> None:
    page = render(runs())
    assert re.search(r"现用 in use: 0\.5", page)
    without = replace(runs()[0], meta=replace(runs()[0].meta, threshold=None))
    assert "现用" not in render([without])


def test_a_set_without_evidence_or_unanswerable_questions_still_gives_a_page() -> None:
    run = evaluation().run
    first = run.results[0]
    bare = replace(first, question=replace(first.question, evidence=()), scores={}, passages=())
    assert "评测报告" in render([replace(run, results=(bare,))])
