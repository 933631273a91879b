"""Whatever an endpoint of the page is sent through Gradio's queue, the log gets no traceback.

The endpoints are the page's own list, those of the public chat and of the desk included. They are
called with a session, so that those for staff look at what they were sent.
"""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from gradio.block_function import BlockFunction

from chat.library.fetching import PageFetcher
from chat.strings import CHINESE
from tests.chat.library_room.library_page import LibrarySite

NO_OBJECT: list[object] = [None, "text", 7, True, [], [{}], ["a", "b"]]
# Every name that a handler looks for in what the page sends; `path` is a test of its own.
NAMES = (
    "action address approved conversation days descending digest document end fields group history"
    " id kind most name note question questions quotes reason record region replacing serial sort"
    " start state status text text_kind token turns up validity version view whole words"
).split()
VALUES: list[object] = [
    None, 7, -(10**30), 1.5, "text", "\ud800", "\0", "9" * 5000, [], [7], {"a": []},
]  # fmt: skip
# These read what they are sent through `parse_…` or `data_of`: nothing but an object will do.
TAKES_AN_OBJECT = {
    "ChatRoom._show_evidence", "ChatRoom._rate",
    "ReadingEvents.look", "ReadingEvents.open", "ReadingEvents.questions",
    "ChangingEvents.edit", "ChangingEvents.amend", "ChangingEvents.withdraw",
    "ChangingEvents.restore",
    "IntakeEvents.intake", "IntakeEvents.stage", "IntakeEvents.fetch", "IntakeEvents.pick",
    "IntakeEvents.save", "IntakeEvents.discard",
    "DeskRoom._ask_question", "DeskRoom._record", "DeskRoom._approve", "DeskRoom._edit",
    "DeskRoom._save", "DeskRoom._find", "DeskRoom._open_view", "DeskRoom._act",
}  # fmt: skip


@dataclass
class Log:
    """What was written while a call went on, to the log and to standard error."""

    capfd: pytest.CaptureFixture[str]
    caplog: pytest.LogCaptureFixture

    def since(self) -> tuple[str, list[logging.LogRecord]]:
        written, records = self.capfd.readouterr().err, list(self.caplog.records)
        self.caplog.clear()
        return written, records


@pytest.fixture
def log(capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> Log:
    caplog.set_level(logging.WARNING)
    return Log(capfd, caplog)


def handlers(site: LibrarySite) -> Mapping[str, BlockFunction]:
    return {one.fn.__qualname__: one for one in site.blocks.fns.values() if one.fn}


def call(site: LibrarySite, function: BlockFunction, data: object, event: object) -> Any:
    """What the queue says at last."""
    session = secrets.token_hex(8)
    body = {"data": data, "event_data": event, "fn_index": function._id, "session_hash": session}
    with httpx.Client(base_url=site.address, trust_env=False, timeout=60) as client:
        client.headers["cookie"] = site.cookie
        joined = client.post(
            "gradio_api/queue/join",
            content=json.dumps(body),
            headers={"content-type": "application/json"},
        )
        joined.raise_for_status()
        with client.stream("GET", f"gradio_api/queue/data?session_hash={session}") as told:
            for line in told.iter_lines():
                message = json.loads(line.removeprefix("data:")) if line else {}
                if message.get("msg") == "process_completed":
                    return message
    raise AssertionError("the event never ended")


def hold_no_traceback(log: Log, name: str, sent: object) -> None:
    written, records = log.since()
    assert "Traceback" not in written, (name, sent, written[-2000:])
    assert all(one.exc_info is None for one in records), (name, sent, records)
    assert len(records) <= 1, (name, sent, records)
    assert all("\n" not in one.getMessage() for one in records)


def test_every_event_takes_any_data(site: LibrarySite, log: Log) -> None:
    site.room.service._fetch = PageFetcher()
    found = handlers(site)
    assert found.keys() >= TAKES_AN_OBJECT
    for name, function in found.items():
        inputs: list[object] = [None] * len(function.inputs)
        for event in (*NO_OBJECT, {}, *(dict.fromkeys(NAMES, value) for value in VALUES)):
            log.since()
            told = call(site, function, inputs, event)
            hold_no_traceback(log, name, event)
            if name in TAKES_AN_OBJECT and not isinstance(event, dict):
                assert not told["success"], (name, event)
                assert told["output"]["error"] == CHINESE.malformed, (name, event)


def test_every_event_takes_any_inputs(site: LibrarySite, log: Log) -> None:
    site.room.service._fetch = PageFetcher()
    for name, function in handlers(site).items():
        width = len(function.inputs)
        if not width:
            continue
        tried: tuple[list[object], ...] = (
            [], [{}] * width, [["x"]] * width, ["text"] * width, [7] * (width + 3),
        )  # fmt: skip
        for inputs in tried:
            log.since()
            told = call(site, function, inputs, {})
            hold_no_traceback(log, name, inputs)
            if not inputs:
                assert told["output"]["error"] == CHINESE.malformed, name


@pytest.mark.parametrize("path", ["text", "/etc/passwd", "\ud800", "9" * 5000])
def test_a_file_that_was_not_uploaded_is_refused_in_a_line(
    site: LibrarySite, log: Log, path: str
) -> None:
    function = handlers(site)["ChatRoom._ask"]
    told = call(site, function, [None] * 3, {"path": path, "question": "？"})
    hold_no_traceback(log, "ChatRoom._ask", path)
    assert told["output"]["error"] == CHINESE.malformed


def test_the_page_tells_a_revision_that_is_the_librarys_own(site: LibrarySite, log: Log) -> None:
    told = call(site, handlers(site)["ReadingEvents.greet"], [], None)
    revision = site.room.service.revision()
    assert f'data-revision="{revision}"' in told["output"]["data"][0]
    assert str(id(site.room.service._library.store)) not in revision
