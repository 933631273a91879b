"""The public chat as Gradio components: what is on screen, and which event does what."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio as gr

from chat import render
from chat.answer_text import Pieces, answer_pieces
from chat.backend import Backend
from chat.conversation import Turns, converse, question_problem
from chat.evidence import find_evidence, parse_reference
from chat.examples import EXAMPLES
from chat.language import preferred_language
from chat.strings import CHINESE, Strings, strings_for

_FOLDER = Path(__file__).parent
# Questions worked on at the same time, over all visitors; more wait their turn.
_CONCURRENT_QUESTIONS = 8
_CONCURRENT_LOOKUPS = 16


def request_strings(request: gr.Request) -> Strings:
    """The texts in the language that this request's browser asks for."""
    return strings_for(preferred_language(request.headers.get("accept-language")))


def scripted_html(script: str, *, elem_id: str, value: str = "") -> gr.HTML:
    """HTML of our own with the page script of that name from this folder.

    The value goes into the page as it is, so it has to come from `chat.render`.
    """
    return gr.HTML(
        value,
        elem_id=elem_id,
        js_on_load=(_FOLDER / script).read_text(encoding="utf-8"),
        apply_default_css=False,
    )


class ChatRoom:
    """Lays the chat room out in the Gradio context it is made in, and connects its events."""

    def __init__(self, backend: Backend, *, pieces: Pieces = answer_pieces) -> None:
        """`pieces` says in which steps an answer's text appears."""
        self._backend = backend
        self._pieces = pieces
        self._turns = gr.State(())
        with gr.Row(elem_id="room"):
            with gr.Column(elem_id="chat-column"):
                self._conversation = scripted_html("conversation.js", elem_id="conversation")
                with gr.Column(elem_id="composer"):
                    self._lay_out_composer()
            self._evidence = scripted_html("evidence.js", elem_id="evidence")

    def _lay_out_composer(self) -> None:
        s = CHINESE
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
        gr.on(
            [self._question.submit, self._send.click, self._conversation.submit],
            self._ask,
            [self._question, self._turns, self._region, self._in_force_only],
            [self._turns, self._conversation, self._question, self._hint],
            show_progress="hidden",
            trigger_mode="once",  # one question at a time: the next one builds on its turns
            concurrency_limit=_CONCURRENT_QUESTIONS,
            api_visibility="private",
        )
        gr.on(
            [self._evidence.select],
            self._show_evidence,
            None,
            [self._evidence],
            show_progress="hidden",
            trigger_mode="always_last",
            concurrency_limit=_CONCURRENT_LOOKUPS,
            api_visibility="private",
        )
        gr.on(
            [header.clear],
            self._start_anew,
            None,
            [self._turns, self._conversation, self._question, self._hint],
            show_progress="hidden",
            api_visibility="private",
        )
        blocks.load(
            self._greet,
            None,
            [
                header,
                self._conversation,
                self._question,
                self._send,
                self._region,
                self._in_force_only,
                self._hint,
            ],
            show_progress="hidden",
            api_visibility="private",
        )

    def _ask(
        self,
        typed: str,
        turns: Turns,
        region: str,
        in_force_only: bool,
        event: gr.EventData,
        request: gr.Request,
    ) -> Iterator[tuple[Any, ...]]:
        """Answer what was typed, or the question on the button that was pressed."""
        s = request_strings(request)
        chosen = _chosen_question(event)
        question = typed if chosen is None else chosen
        if problem := question_problem(question, s):
            yield gr.skip(), gr.skip(), gr.skip(), render.hint(s, problem)
            return
        emptied = "" if chosen is None else gr.skip()
        for grown in converse(
            self._backend,
            turns,
            question,
            region=region or None,
            in_force_only=in_force_only,
            pieces=self._pieces,
        ):
            yield grown, render.conversation(s, grown), emptied, render.hint(s, "")
            emptied = gr.skip()  # what is being typed meanwhile stays

    def _show_evidence(self, event: gr.EventData, request: gr.Request) -> str:
        s = request_strings(request)
        reference = parse_reference(event._data)
        try:
            return render.evidence(s, find_evidence(self._backend, reference))
        except KeyError:
            return render.evidence_message(s, s.document_gone, reference.serial)

    def _start_anew(self, request: gr.Request) -> tuple[Any, ...]:
        s = request_strings(request)
        return (), self._welcome(s), "", render.hint(s, "")

    def _greet(self, request: gr.Request) -> tuple[Any, ...]:
        """Everything that depends on the browser's language or on what the corpus holds now."""
        s = request_strings(request)
        regions = [(region, region) for region, _ in self._backend.overview().regions if region]
        return (
            render.header(s),
            self._welcome(s),
            gr.update(placeholder=s.placeholder, label=s.question_label),
            s.send,
            gr.update(choices=[(s.all_regions, ""), *regions], label=s.region_label),
            gr.update(label=s.in_force_only),
            render.hint(s, ""),
        )

    def _welcome(self, s: Strings) -> str:
        return render.welcome(s, self._backend.overview(), EXAMPLES)


def _chosen_question(event: gr.EventData) -> str | None:
    """The question on the button that was pressed, None if the question was typed."""
    chosen = event._data.get("question") if isinstance(event._data, dict) else None
    return chosen if isinstance(chosen, str) else None
