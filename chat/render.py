"""Records to HTML. Every word passes through the same templates, which escape it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from answer.dates import BEIJING
from chat.answer_text import Block, blocks
from chat.backend import Overview
from chat.conversation import MAX_QUESTION_CHARACTERS, Turn
from chat.evidence import Evidence, quote_digest
from chat.examples import Example
from chat.saved import saved_turn
from chat.strings import Strings
from chat.text import is_government, official_link, visible
from records import Answer, Review

_TEMPLATES = Path(__file__).parent / "templates"


def header(strings: Strings) -> str:
    """The bar at the top of the page."""
    return _render("header.html", strings)


def welcome(strings: Strings, overview: Overview, examples: Sequence[Example]) -> str:
    """What stands where the conversation will be: what the corpus covers, and examples."""
    return _render("welcome.html", strings, overview=overview, examples=examples)


def conversation(strings: Strings, turns: Sequence[Turn]) -> str:
    """All turns, the last one as far as it has come."""
    return _render("conversation.html", strings, turns=turns)


def evidence(strings: Strings, found: Evidence) -> str:
    """The evidence panel on a passage or a whole document."""
    return _render("evidence.html", strings, found=found)


def evidence_message(strings: Strings, message: str, serial: int) -> str:
    """The evidence panel when there is nothing to show but a sentence."""
    return _render("evidence_message.html", strings, message=message, serial=serial)


def hint(strings: Strings, message: str) -> str:
    """The line beneath the question box: a problem with the question, or how the keys work."""
    return _render("hint.html", strings, message=message)


def waiting(strings: Strings) -> str:
    """Where questions wait while another is answered; the page script writes them there."""
    return _render("waiting.html", strings, limit=MAX_QUESTION_CHARACTERS)


def status(strings: Strings) -> str:
    """The lines that tell what has happened, one to see and one to be read out."""
    return _render("status.html", strings)


def history(strings: Strings) -> str:
    """The list of conversations that this browser keeps; the page script fills it."""
    return _render("history.html", strings)


def reasons(strings: Strings, limit: int) -> str:
    """The form for the reason of a thumb down; `limit`: characters that may be typed."""
    return _render("reasons.html", strings, limit=limit)


def review_by(strings: Strings, review: Review) -> str:
    """Which role approved an answer, and on which day in Beijing."""
    role = strings.reviewers.get(review.role, review.role)
    return strings.reviewed_by.format(role=role, day=_day(review.at.astimezone(BEIJING)))


def copy_text(strings: Strings, answer: Answer) -> str:
    """An answer as plain text with the list of what it cites, one citation a line."""
    lines = [answer.text]
    if answer.review:
        lines.append(f"{strings.reviewed}: {review_by(strings, answer.review)}")
    lines += [f"{strings.notes}: {note}" for note in answer.notes]
    if answer.citations:
        lines += ["", f"{strings.citations}:"]
    for citation in answer.citations:
        details = [
            _titled(citation.title),
            citation.doc_number,
            citation.clause,
            strings.validity[citation.validity],
            official_link(citation.url),
        ]
        lines.append(f"[{citation.number}] " + " ".join(filter(None, details)))
    return visible("\n".join(lines))


def _render(template: str, strings: Strings, **values: object) -> str:
    return environment().get_template(template).render(s=strings, **values)


@cache
def environment(*folders: Path) -> Environment:
    """The templates of these folders and the page's own, all escaped alike."""
    environment = Environment(
        loader=FileSystemLoader([*folders, _TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.filters.update(
        exact=_exact,
        saved=saved_turn,
        column=_column,
        link=official_link,
        day=_day,
        digest=quote_digest,
        titled=_titled,
    )
    environment.tests["official"] = is_government
    environment.globals.update(blocks=blocks, copy_text=copy_text, review_by=review_by)
    return environment


def _shown(value: object) -> object:
    """Applied to every value a template writes, before it is escaped."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _exact(value: str) -> Markup:
    """For attributes that the page sends back: escaped, but otherwise to the letter."""
    return escape(value)


def _column(block: Block, index: int) -> str:
    """The name of a table's column, "" if it has none."""
    if not block.has_header or index >= len(block.lines[0]):
        return ""
    return "".join(segment.text for segment in block.lines[0][index])


def _titled(title: str) -> str:
    """A title in Chinese title marks, in both languages: the documents are Chinese."""
    return f"《{title}》"


def _day(day: date) -> str:
    """A date or datetime as 2025-03-19, which both languages read the same."""
    return day.strftime("%Y-%m-%d")
