"""Web pages: trafilatura says where the article is, the page itself what stands in it."""

from __future__ import annotations

import re
from pathlib import Path

import trafilatura
from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from ingest.content import Content
from ingest.encoding import UnknownEncodingError, decode
from ingest.readers.html_text import element_lines
from ingest.readers.package import damaged
from ingest.readers.plain_text import unknown_encoding

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SPACE = re.compile(r"\s+")
_DAY = re.compile(r"(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})")
# The article is the smallest element that holds this share of what trafilatura found.
_SHARE = 0.95
_FEWEST_LETTERS = 60

_META_FIELDS = {
    "title": ("articletitle", "og:title", "twitter:title"),
    "published": ("pubdate", "article:published_time", "publishdate", "og:release_date"),
    "source": ("contentsource", "source"),
    "url": ("og:url",),
}


def read(path: Path) -> list[Content]:
    """Return the article of a page: text to the letter, tables row by row, no scripts."""
    markup = _decoded(path)
    try:
        page = lxml_html.document_fromstring(_XML_DECLARATION.sub("", markup))
    except (etree.ParserError, ValueError) as error:
        raise damaged(path, str(error)) from error
    hints = _hints(page)
    body = page.find("body")
    article = _article(body if body is not None else page, markup)
    lines = element_lines(article)
    heading = _heading(page)
    if heading and not any(_bare(heading) in _bare(line) for line in lines[:8]):
        lines.insert(0, f"# {heading}")
    return [Content(text="\n".join(lines), hints=hints, may_be_page=True, is_page=True)]


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    declared = _CHARSET.search(data[:4096])
    try:
        return decode(data, declared[1].decode("ascii", "ignore") if declared else "")
    except UnknownEncodingError as error:
        raise unknown_encoding(path) from error


def _article(body: HtmlElement, markup: str) -> HtmlElement:
    """Return the smallest element that holds the text which trafilatura takes for the article."""
    found = trafilatura.extract(markup, include_comments=False, favor_recall=True) or ""
    wanted = [bare for line in found.split("\n") if "|" not in line and (bare := _bare(line))]
    total = sum(map(len, wanted))
    if total < _FEWEST_LETTERS:
        return body
    element = body
    while True:
        for child in element.iterchildren(tag=etree.Element):
            text = _bare(child.text_content())
            if sum(len(line) for line in wanted if line in text) >= _SHARE * total:
                element = child
                break
        else:
            return element


def _heading(page: HtmlElement) -> str:
    headings = [" ".join(found.text_content().split()) for found in page.iter("h1")]
    filled = [heading for heading in headings if heading]
    return filled[0] if len(filled) == 1 else ""


def _hints(page: HtmlElement) -> dict[str, str]:
    """Return title, date, source and address as far as the page's head gives them."""
    metas = {
        str(meta.get("name") or meta.get("property") or "").lower(): str(meta.get("content") or "")
        for meta in page.iter("meta")
    }
    hints: dict[str, str] = {}
    for field, names in _META_FIELDS.items():
        if value := next((metas[name].strip() for name in names if metas.get(name)), ""):
            hints[field] = value
    canonical = page.xpath("//link[@rel='canonical']/@href")
    hints.setdefault("url", str(canonical[0]) if isinstance(canonical, list) and canonical else "")
    if not hints["url"].startswith(("http://", "https://")):
        del hints["url"]
    day = _DAY.match(hints.pop("published", ""))
    if day:
        hints["published"] = f"{day[1]}-{day[2]}-{day[3]}"
    hints.setdefault("title", _heading(page) or _page_title(page))
    return hints


def _page_title(page: HtmlElement) -> str:
    """Return `<title>` without the name of the site after the last “_”, “|” or “ - ”."""
    written = " ".join((page.findtext(".//title") or "").split())
    return re.split(r"\s*[_|｜]\s*|\s+[-–—]+\s+|--", written)[0] or written


def _bare(text: str) -> str:
    return _SPACE.sub("", text.replace("\u200b", ""))
