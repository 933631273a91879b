"""The tables that the command prints, with Chinese counted as two columns wide."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from eval.compare import Comparison
from eval.metrics.catalogue import METRICS
from eval.run import ScoredRun
from eval.statistics import mean_interval

SHOWN_CHANGES = 40
VERDICTS = {"better": "变好 better", "worse": "变差 worse", "same": "相当 same"}


def run_table(runs: Sequence[ScoredRun]) -> str:
    """A row for each measure, a column for each run: mean, 95% interval, questions."""
    first = runs[0]
    rows = [["指标 Measure", *(run.meta.system for run in runs)]]
    for metric in METRICS:
        columns = [list(run.values(metric.key).values()) for run in runs]
        if any(columns):
            arrow = "" if metric.higher_is_better else " ↓"
            rows.append([f"{metric.chinese} {metric.english}{arrow}", *map(_cell, columns)])
    rows += _speed_rows(runs)
    heading = (
        f"{first.meta.dataset}: {len(first.results)} 题 questions, "
        f"{first.meta.documents} 份文件 documents"
    )
    return f"{heading}\n{_aligned(rows)}\n↓ 越低越好 lower is better; [ ] 95% 置信区间 interval"


def comparison_table(comparison: Comparison, names: tuple[str, str]) -> str:
    """A row for each measure with the change, then the questions that changed."""
    rows = [["指标 Measure", *names, "差 change [95%]", "p", "升/降/平 +/−/=", "结论 verdict"]]
    for row in comparison.rows:
        change = row.difference
        rows.append(
            [
                f"{row.metric.chinese} {row.metric.english}",
                f"{row.before:.3f}",
                f"{row.after:.3f}",
                f"{change.mean:+.3f} [{change.low:+.3f}, {change.high:+.3f}]",
                f"{change.p_value:.3f}",
                f"{row.better}/{row.worse}/{row.same}",
                VERDICTS[row.verdict],
            ]
        )
    lines = [_aligned(rows), f"有变化的问题 changed questions: {len(comparison.changed)}"]
    for changed in comparison.changed[:SHOWN_CHANGES]:
        scores = ", ".join(f"{key} {a:.2f}→{b:.2f}" for key, (a, b) in changed.changes.items())
        lines.append(f"  {changed.after.question.id} {changed.after.question.text}: {scores}")
    if len(comparison.changed) > SHOWN_CHANGES:
        lines.append(f"  … {len(comparison.changed) - SHOWN_CHANGES} more; --json lists all")
    if comparison.unmatched:
        lines.append(f"只在一次运行中 in one run only: {len(comparison.unmatched)}")
    return "\n".join(lines)


def _cell(values: Sequence[float]) -> str:
    if not values:
        return "—"
    interval = mean_interval(values)
    return f"{interval.mean:.3f} [{interval.low:.3f}, {interval.high:.3f}] n={interval.count}"


def _speed_rows(runs: Sequence[ScoredRun]) -> list[list[str]]:
    speeds = [run.meta.speed for run in runs]
    retrieval, answer = [s.retrieval for s in speeds], [s.answer for s in speeds]
    memory = [s.peak_megabytes for s in speeds]
    indexed = [s.passages_per_second for s in speeds]
    return [
        [
            "检索耗时 Retrieval ms p50/p95/p99",
            *(f"{t.p50:.0f} / {t.p95:.0f} / {t.p99:.0f}" for t in retrieval),
        ],
        [
            "回答耗时 Answer ms p50/p95/p99",
            *(f"{t.p50:.0f} / {t.p95:.0f} / {t.p99:.0f}" for t in answer),
        ],
        ["每秒题数 Questions/s", *(f"{s.questions_per_second:.1f}" for s in speeds)],
        ["每秒入库段落 Passages indexed/s", *("—" if n is None else f"{n:.1f}" for n in indexed)],
        ["内存峰值 Peak memory MiB", *("—" if n is None else f"{n:.0f}" for n in memory)],
    ]


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(_width(row[at]) for row in rows) for at in range(len(rows[0]))]
    padded = [
        [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
        for row in rows
    ]
    return "\n".join("  ".join(row).rstrip() for row in padded)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
