"""The public chat as Gradio components: what is on screen, and which event does what."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio as gr

from chat import render
from chat.answer_text import Pieces, answer_pieces
from chat.backend import Backend, Feedback
from chat.conversation import Conversation, OpenConversation, converse, question_problem
from chat.evidence import find_evidence, parse_reference
from chat.examples import EXAMPLES
from chat.in_browser import ASK_SHARED, QUERY, tell
from chat.language import language_of
from chat.malformed import Malformed
from chat.rating import MAX_TYPED_CHARACTERS, parse_rating
from chat.saved import parse_saved
from chat.sharing import shared_question
from chat.strings import CHINESE, Strings, strings_for

_log = logging.getLogger(__name__)
_FOLDER = Path(__file__).parent
# Questions worked on at the same time, over all visitors; more wait their turn.
_CONCURRENT_QUESTIONS = 8
_CONCURRENT_LOOKUPS = 16


def request_strings(request: gr.Request) -> Strings:
    """The texts in the language that this request's browser asks for."""
    return strings_for(language_of(request))


def scripted_html(*scripts: str, elem_id: str, value: str = "") -> gr.HTML:
    """HTML of our own with the page scripts of these names from this folder, run as one.

    The value goes into the page as it is, so it has to come from `chat.render`.
    """
    return gr.HTML(
        value,
        elem_id=elem_id,
        js_on_load="\n".join((_FOLDER / one).read_text(encoding="utf-8") for one in scripts),
        apply_default_css=False,
    )


class ChatRoom:
    """Lays the chat room out in the Gradio context it is made in, and connects its events."""

    def __init__(self, backend: Backend, *, pieces: Pieces = answer_pieces) -> None:
        """`pieces` says in which steps an answer's text appears."""
        self._backend = backend
        self._pieces = pieces
        # Handed from event to event as it is, never as an output: see `OpenConversation`.
        self._open = gr.State(OpenConversation())
        with gr.Row(elem_id="room"):
            with gr.Column(elem_id="chat-column"):
                self._conversation = scripted_html(
                    "clipboard.js", "conversation.js", elem_id="conversation"
                )
                with gr.Column(elem_id="composer"):
                    self._lay_out_composer()
            self._evidence = scripted_html("latest.js", "evidence.js", elem_id="evidence")
            self._history = scripted_html(
                "visible.js", "history.js", elem_id="history", value=render.history(CHINESE)
            )
            self._reasons = scripted_html(
                "reasons.js",
                elem_id="reasons",
                value=render.reasons(CHINESE, MAX_TYPED_CHARACTERS),
            )
            self._status = scripted_html(
                "status.js", elem_id="status", value=render.status(CHINESE)
            )

    def _lay_out_composer(self) -> None:
        s = CHINESE
        self._waiting = scripted_html(
            "visible.js", "waiting.js", elem_id="waiting", value=render.waiting(s)
        )
        with gr.Row(elem_id="ask-row"):
            self._question = gr.Textbox(
                label=s.question_label,
                placeholder=s.placeholder,
                show_label=False,
                container=False,
                lines=1,
                max_lines=5,
                elem_id="question",
                html_attributes=gr.InputHTMLAttributes(enterkeyhint="send", lang="zh-CN"),
            )
            self._send = gr.Button(s.send, variant="primary", elem_id="send", min_width=80)
        with gr.Row(elem_id="filter-row"):
            self._region = gr.Dropdown(
                [(s.all_regions, "")],
                value="",
                label=s.region_label,
                filterable=False,
                container=False,
                elem_id="region",
                min_width=120,
            )
            self._in_force_only = gr.Checkbox(
                False,
                label=s.in_force_only,
                container=False,
                elem_id="in-force-only",
                min_width=120,
            )
            self._hint = gr.HTML(
                render.hint(s, ""), elem_id="hint", apply_default_css=False, js_on_load=None
            )

    def connect(self, blocks: gr.Blocks, header: gr.HTML) -> None:
        """Connect the events. Call once, inside `blocks`, after everything is laid out."""
        drawn = [self._conversation, self._hint]
        asked = gr.on(
            [self._waiting.submit],
            self._ask,
            [self._open, self._region, self._in_force_only],
            drawn,
            show_progress="hidden",
            trigger_mode="multiple",  # waiting.js sends one after the other, and none may be lost
            concurrency_limit=_CONCURRENT_QUESTIONS,
            api_visibility="private",
        )
        self._tell_the_end(asked, "chat:asked")
        gr.on(
            [self._evidence.select],
            self._show_evidence,
            None,
            [self._evidence],
            show_progress="hidden",
            trigger_mode="multiple",  # evidence.js sends one after the other
            concurrency_limit=_CONCURRENT_LOOKUPS,
            api_visibility="private",
        )
        begun = gr.on(
            [header.clear, self._history.clear],
            self._start_anew,
            [self._open],
            [*drawn, self._question],
            show_progress="hidden",
            api_visibility="private",
        )
        opened = gr.on(
            [self._history.select],
            self._reopen,
            [self._open],
            drawn,
            show_progress="hidden",
            api_visibility="private",
        )
        self._tell_the_end(begun, "chat:opened")
        self._tell_the_end(opened, "chat:opened")
        rated = gr.on(
            [self._reasons.like],
            self._rate,
            None,
            None,
            show_progress="hidden",
            trigger_mode="multiple",
            concurrency_limit=_CONCURRENT_LOOKUPS,
            api_visibility="private",
        )
        self._tell_the_end(rated, "chat:noted")
        self._connect_load(blocks, header)

    def _tell_the_end(self, event: Any, name: str) -> None:
        """Have the page scripts told when the event is over, by an event of that name."""
        for then, failed in ((event.success, False), (event.failure, True)):
            then(
                None,
                js=tell(name, failed=failed),
                show_progress="hidden",
                api_visibility="private",
            )

    def _connect_load(self, blocks: gr.Blocks, header: gr.HTML) -> None:
        loaded = blocks.load(
            self._greet,
            [self._question],  # its place is taken by the query string of the address
            [
                header,
                self._conversation,
                self._question,
                self._send,
                self._region,
                self._in_force_only,
                self._hint,
                self._waiting,
                self._history,
                self._reasons,
                self._status,
            ],
            js=QUERY,
            show_progress="hidden",
            api_visibility="private",
        )
        loaded.success(
            None,
            [self._question, self._region],
            [self._question],
            js=ASK_SHARED,
            show_progress="hidden",
            api_visibility="private",
        )

    def _ask(
        self,
        open_: OpenConversation,
        region: str,
        in_force_only: bool,
        event: gr.EventData,
        request: gr.Request,
    ) -> Iterator[tuple[Any, ...]]:
        """Answer the question whose turn it is."""
        s = request_strings(request)
        question = _asked_question(event)
        if problem := question_problem(question, s):
            yield gr.skip(), render.hint(s, problem)
            return
        conversation = open_.current
        for grown in converse(
            self._backend,
            conversation.turns,
            question,
            region=region or None,
            in_force_only=in_force_only is True,  # a checkbox hands on whatever is sent
            pieces=self._pieces,
        ):
            conversation.turns = grown
            if open_.current is not conversation:
                return
            yield render.conversation(s, grown), render.hint(s, "")

    def _reopen(
        self, open_: OpenConversation, event: gr.EventData, request: gr.Request
    ) -> tuple[Any, ...]:
        """Go on with a conversation that the browser kept."""
        s = request_strings(request)
        try:
            open_.current = Conversation(parse_saved(event._data))
        except ValueError as error:
            _log.warning("a browser sent a conversation that cannot be opened: %r", str(error))
            open_.current = Conversation()
            return self._welcome(s), render.hint(s, s.history_unreadable)
        return render.conversation(s, open_.current.turns), render.hint(s, "")

    def _rate(self, event: gr.EventData) -> None:
        """Hand on a thumb; the page tells the visitor if that fails."""
        if not isinstance(self._backend, Feedback):
            raise Malformed
        try:
            rating = parse_rating(event._data)
            self._backend.rate(rating.record_id, rating.up, rating.reason)
        except (ValueError, KeyError) as error:
            raise Malformed from error

    def _show_evidence(self, event: gr.EventData, request: gr.Request) -> str:
        s = request_strings(request)
        try:
            reference = parse_reference(event._data)
        except ValueError as error:
            raise Malformed from error
        try:
            return render.evidence(s, find_evidence(self._backend, reference))
        except KeyError:
            return render.evidence_message(s, s.document_gone, reference.serial)

    def _start_anew(self, open_: OpenConversation, request: gr.Request) -> tuple[Any, ...]:
        s = request_strings(request)
        open_.current = Conversation()
        return self._welcome(s), render.hint(s, ""), ""

    def _greet(self, query: str, request: gr.Request) -> tuple[Any, ...]:
        """What depends on the browser's language, on the corpus as it is now, and on the address.

        `query` is the query string of the address: a shared question goes into the box, and its
        filters are set.
        """
        s = request_strings(request)
        regions = [region for region, _ in self._backend.overview().regions if region]
        shared = shared_question(query)
        region = shared.region if shared and shared.region in regions else ""
        problem = ""
        if shared and shared.region != region:
            problem = s.shared_region_gone.format(region=shared.region)
        return (
            render.header(s),
            self._welcome(s),
            gr.update(
                value=shared.question if shared else "",
                placeholder=s.placeholder,
                label=s.question_label,
            ),
            s.send,
            gr.update(
                choices=[(s.all_regions, ""), *((one, one) for one in regions)],
                value=region,
                label=s.region_label,
            ),
            gr.update(value=shared is not None and shared.in_force_only, label=s.in_force_only),
            render.hint(s, problem),
            render.waiting(s),
            render.history(s),
            render.reasons(s, MAX_TYPED_CHARACTERS),
            render.status(s),
        )

    def _welcome(self, s: Strings) -> str:
        return render.welcome(s, self._backend.overview(), EXAMPLES)


def _asked_question(event: gr.EventData) -> str:
    question = event._data.get("question") if isinstance(event._data, dict) else None
    return question if isinstance(question, str) else ""
