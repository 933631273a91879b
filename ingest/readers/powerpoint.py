"""Slides: text, tables, charts' figures and the speaker's notes, slide by slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pptx
from lxml import etree
from pptx.chart.chart import Chart
from pptx.exc import PackageNotFoundError, PythonPptxError
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.group import GroupShape
from pptx.slide import Slide
from pptx.table import Table

from ingest.content import Content
from ingest.readers.office_pictures import scanned_lines
from ingest.readers.package import PARSING_ERRORS, check_package, damaged
from ingest.tables import Cell, Grid, grid_of, render_table


def read(path: Path) -> list[Content]:
    """Return the slides in order; a slide's title is a Markdown heading."""
    check_package(path, "ppt/")
    try:
        slides = list(pptx.Presentation(str(path)).slides)
        lines = [line for slide in slides for line in _slide_lines(slide)]
    except (PackageNotFoundError, PythonPptxError, etree.XMLSyntaxError, *PARSING_ERRORS) as error:
        raise damaged(path, str(error)) from error
    return [Content(text="\n".join(lines or scanned_lines(path, "ppt/")))]


def _slide_lines(slide: Slide) -> Iterator[str]:
    title = slide.shapes.title
    if title is not None and title.text_frame.text.strip():
        yield "## " + " ".join(title.text_frame.text.split())
    others = [shape for shape in slide.shapes if title is None or shape.shape_id != title.shape_id]
    for shape in _in_reading_order(others):
        yield from _shape_lines(shape)
    if slide.has_notes_slide and (notes := slide.notes_slide.notes_text_frame) is not None:
        yield from (f"备注：{line}" for line in _filled(notes.text))


def _in_reading_order(shapes: Iterable[BaseShape]) -> list[BaseShape]:
    """From top to bottom, then from left to right; a shape without a place of its own is first."""
    return sorted(shapes, key=lambda shape: (shape.top or 0, shape.left or 0))


def _shape_lines(shape: BaseShape) -> Iterator[str]:
    if isinstance(shape, GroupShape):
        for inner in _in_reading_order(shape.shapes):
            yield from _shape_lines(inner)
    elif isinstance(shape, GraphicFrame):
        if shape.has_table:
            yield from render_table(_grid(shape.table))
        elif shape.has_chart:
            yield from _chart_lines(shape.chart)
    elif isinstance(shape, Shape):
        yield from _filled(shape.text_frame.text)


def _filled(text: str) -> list[str]:
    # A vertical tab is a line break inside a paragraph.
    return [stripped for line in text.replace("\v", "\n").split("\n") if (stripped := line.strip())]


def _grid(table: Table) -> Grid:
    grid = [[Cell(cell.text.replace("\v", "\n")) for cell in row.cells] for row in table.rows]
    for top, row in enumerate(table.rows):
        for left, cell in enumerate(row.cells):
            if not cell.is_merge_origin:
                continue
            for line in grid[top : top + cell.span_height]:
                covered = min(cell.span_width, len(line) - left)
                line[left : left + covered] = [grid[top][left]] * covered
    return grid


def _chart_lines(chart: Chart) -> Iterator[str]:
    """A chart's categories as rows, its series as columns."""
    title = chart.chart_title.text_frame.text if chart.has_title else ""
    plots = list(chart.plots)
    if not plots:
        return
    series = [entry for plot in plots for entry in plot.series]
    header = ["", *(entry.name for entry in series)]
    rows = [
        [str(category), *(_figure(entry.values, place) for entry in series)]
        for place, category in enumerate(plots[0].categories)
    ]
    yield from render_table(grid_of([header, *rows]), title=title, header_rows=1)


def _figure(values: tuple[float | None, ...], place: int) -> str:
    value = values[place] if place < len(values) else None
    return "" if value is None else f"{value:.15g}"
