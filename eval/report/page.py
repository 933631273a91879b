"""Gathers what the page shows, and renders it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from eval.metrics.catalogue import DEPTH, METRIC_BY_KEY, METRICS, Group, Metric
from eval.metrics.refusal import refusal_curve
from eval.report import labels
from eval.report.plots import Plot, histogram, hit_curve, threshold_curve
from eval.report.worst import worst_questions
from eval.run import ScoredRun
from eval.statistics import Interval, mean_interval
from eval.summary import by_type

FOLDER = Path(__file__).parent
PAGE = "report.html"
# What the breakdown by type shows.
TYPE_METRICS = tuple(
    METRIC_BY_KEY[key]
    for key in (
        "evidence_hit@1",
        "evidence_hit@5",
        "rouge_l",
        "figure_recall",
        "figure_support",
        "citation_precision",
        "citation_recall",
        "wrong_refusal",
        "wrong_answer",
    )
)


@dataclass(frozen=True, slots=True)
class MetricRow:
    """A measure with its interval for each run; None where it does not apply."""

    metric: Metric
    intervals: tuple[Interval | None, ...]


def write_report(folder: Path, runs: Sequence[ScoredRun]) -> Path:
    """Write the page on these runs of one set, the product's first; returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / PAGE
    path.write_text(render(runs), "utf-8")
    return path


def render(runs: Sequence[ScoredRun]) -> str:
    """The page as HTML. Style and plots are part of it; it loads nothing."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    rows = _rows(runs)
    return environment.get_template("report.html.j2").render(
        runs=runs,
        product=runs[0],
        headline=_grouped([row for row in rows if row.metric.headline]),
        others=_grouped([row for row in rows if not row.metric.headline]),
        types=by_type(runs[0], TYPE_METRICS),
        type_metrics=TYPE_METRICS,
        plots=_plots(runs),
        worst=worst_questions(runs[0]),
        labels=labels,
        metric_by_key=METRIC_BY_KEY,
        style=(FOLDER / "style.css").read_text("utf-8"),
    )


def _rows(runs: Sequence[ScoredRun]) -> list[MetricRow]:
    rows = []
    for metric in METRICS:
        columns = [list(run.values(metric.key).values()) for run in runs]
        if any(columns):
            found = tuple(mean_interval(values) if values else None for values in columns)
            rows.append(MetricRow(metric, found))
    return rows


def _grouped(rows: Sequence[MetricRow]) -> list[tuple[Group, list[MetricRow]]]:
    groups = ((group, [row for row in rows if row.metric.group is group]) for group in Group)
    return [(group, members) for group, members in groups if members]


def _plots(runs: Sequence[ScoredRun]) -> list[Plot]:
    product = runs[0]
    plots = []
    for level, name in (("evidence", "依据"), ("document", "文件")):
        curves = [
            (labels.system_label(run.meta.system), curve)
            for run in runs
            if (curve := _hits(run, level))
        ]
        if curves:
            title = f"{name}命中率 {level.capitalize()} hit@k"
            plots.append(hit_curve(title, curves, "%"))
    plots.append(_refusal_plot(product))
    times = [
        ("检索 retrieval", [result.retrieval_ms for result in product.results]),
        ("整个回答 whole answer", [result.answer_ms for result in product.results]),
    ]
    plots.append(histogram("耗时分布 Latency", times, "毫秒 ms", "题 questions"))
    return plots


def _hits(run: ScoredRun, level: str) -> list[float]:
    columns = [list(run.values(f"{level}_hit@{k}").values()) for k in range(1, DEPTH + 1)]
    return [sum(values) / len(values) for values in columns if values]


def _refusal_plot(run: ScoredRun) -> Plot:
    points = refusal_curve(run.decisions, run.meta.threshold)
    wrong = [(p.threshold, p.wrong_answers) for p in points]
    refused = [(p.threshold, p.wrong_refusals) for p in points]
    named = (("该拒未拒 wrong answers", wrong), ("该答未答 wrong refusals", refused))
    curves = [
        (name, [(x, y) for x, y in curve if y is not None])
        for name, curve in named
        if any(y is not None for _, y in curve)
    ]
    threshold = run.meta.threshold
    marker = None if threshold is None else (threshold, f"现用 in use: {threshold:g}")
    return threshold_curve(
        "拒答阈值 Refusal over threshold", curves, "置信度阈值 confidence threshold", "%", marker
    )
