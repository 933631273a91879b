"""Gradio's Blocks, refusing in one line of the log what its own components cannot take."""

from __future__ import annotations

import json
import logging
from typing import Any

import gradio as gr
from gradio.block_function import BlockFunction
from gradio.processing_utils import check_all_files_in_cache
from gradio.state_holder import SessionState

from chat.malformed import Malformed

_log = logging.getLogger(__name__)
# More of what somebody sent does not belong in the log.
_MOST_LOGGED = 200


class CheckedBlocks(gr.Blocks):
    """Raises Malformed before a handler is called.

    It does so for inputs that are missing or of no use to their component, for event data that
    names a file which was not uploaded, and for text that is no Unicode (half of a surrogate
    pair), which could not be sent back. Gradio raises errors of many kinds then, each with a
    traceback in the log.
    """

    async def preprocess_data(
        self,
        block_fn: BlockFunction,
        inputs: list[Any],
        state: SessionState | None,
        explicit_call: bool = False,
    ) -> list[Any]:
        """The inputs as the components make them."""
        try:
            found: list[Any] = await super().preprocess_data(block_fn, inputs, state, explicit_call)
        except Exception as error:  # each component raises errors of its own, gr.Error among them
            raise _refused(block_fn, error) from error
        return found

    async def process_api(
        self, block_fn: BlockFunction | int, inputs: list[Any], *args: Any, **values: Any
    ) -> dict[str, Any]:
        """What is sent back. `event_data` is looked at as Gradio itself does later on."""
        event: gr.EventData | None = values.get("event_data")
        sent: Any = event._data if event else None
        try:
            json.dumps([inputs, sent], ensure_ascii=False, default=str).encode()
            check_all_files_in_cache(sent)
        except (gr.Error, OSError, ValueError) as error:
            raise _refused(block_fn, error) from error
        found: dict[str, Any] = await super().process_api(block_fn, inputs, *args, **values)
        return found


def _refused(block_fn: BlockFunction | int, error: Exception) -> Malformed:
    name = block_fn.name if isinstance(block_fn, BlockFunction) else block_fn
    _log.warning("a malformed call of %s was refused: %.*r", name, _MOST_LOGGED, str(error))
    return Malformed()
