"""What is told of a request that the page itself would not have sent."""

from __future__ import annotations

import gradio as gr

from chat.strings import CHINESE


class Malformed(gr.Error):
    """Something is missing from what was sent, or is of the wrong kind.

    Anybody can send anything, so the log gets no traceback of it.
    """

    def __init__(self) -> None:
        super().__init__(CHINESE.malformed, print_exception=False)
