"""Files of the desk over plain HTTP, for staff: the queue to Excel, a batch up and down."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from chat.access import Door
from chat.accounts import Staff
from chat.batch_files.limits import DEFAULT_LIMITS
from chat.batch_files.stored import StoredBatches
from chat.desk import Desk
from chat.desk_room.batches import Batch, Batches, BatchRunning
from chat.desk_room.strings import DeskStrings, request_strings, told
from chat.journal import Asking, Channel
from chat.unanswered import export
from records import Answer

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# One byte more tells a file that is too large; `answer_file` words the refusal.
_MOST_BYTES = DEFAULT_LIMITS.megabytes * 1_000_000

Handle = Callable[[Request, Staff], Awaitable[Response]]


def staff_routes(desk: Desk) -> list[Route]:
    """The addresses; each answers 401 without a session."""
    door = Door(desk.sessions)

    def ask(question: str) -> Answer:
        return desk.recorder.ask(Asking(question=question, channel=Channel.BATCH)).answer

    batches = Batches(ask, StoredBatches(desk.database))

    async def unanswered(_request: Request, _staff: Staff) -> Response:
        data = await run_in_threadpool(lambda: export(desk.queue.groups()))
        return _file("待答问题.xlsx", data)

    async def start(request: Request, staff: Staff) -> Response:
        data = b""
        async for part in request.stream():
            data += part
            if len(data) > _MOST_BYTES:
                break
        name = request.query_params.get("name", "")
        try:
            await run_in_threadpool(batches.start, staff.id, name, data)
        except BatchRunning:
            return _refused(request_strings(request).batch_busy, 409)
        return await state(request, staff)

    async def state(request: Request, staff: Staff) -> Response:
        last = await run_in_threadpool(batches.of, staff.id)
        finished = await run_in_threadpool(batches.finished, staff.id)
        return _told(request_strings(request), last, finished)

    async def stop(request: Request, staff: Staff) -> Response:
        await run_in_threadpool(batches.stop, staff.id)
        return await state(request, staff)

    async def result(request: Request, staff: Staff) -> Response:
        batch = await run_in_threadpool(batches.finished, staff.id)
        if batch is None:
            return _refused(request_strings(request).batch_lost, 404)
        return _file(batch.name, batch.result)

    def guarded(handle: Handle) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            staff = await run_in_threadpool(door.staff_of, request.headers.get("cookie"))
            if staff is None:
                return _refused(request_strings(request).signed_out, 401)
            return await handle(request, staff)

        return endpoint

    return [
        Route("/staff/unanswered.xlsx", guarded(unanswered), methods=["GET"]),
        Route("/staff/batch", guarded(start), methods=["POST"]),
        Route("/staff/batch", guarded(state), methods=["GET"]),
        Route("/staff/batch/stop", guarded(stop), methods=["POST"]),
        Route("/staff/batch/result", guarded(result), methods=["GET"]),
    ]


def _refused(message: str, status: int) -> JSONResponse:
    return JSONResponse({"message": message}, status_code=status)


def _told(s: DeskStrings, last: Batch | None, finished: Batch | None) -> JSONResponse:
    """How far the last batch is, and which result can be downloaded: its own or an earlier one."""
    if last is None:
        return JSONResponse({"state": "none"})
    return JSONResponse(
        {
            "state": last.state.value,
            "name": last.name,
            "done": last.done,
            "total": last.total,
            "message": told(s, last.message) if last.message else "",
            "result": finished.name if finished else "",
            "masked": finished is not None and finished.is_restored,
        }
    )


def _file(name: str, data: bytes) -> Response:
    """A download under that name (RFC 6266)."""
    kind = XLSX if name.endswith(".xlsx") else "text/csv; charset=utf-8"
    return Response(
        data,
        media_type=kind,
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
            "Cache-Control": "no-store",
        },
    )
