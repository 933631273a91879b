"""Starts the chat page: `python app.py [--host HOST] [--port PORT] [--storage DIR]`."""

from __future__ import annotations

import argparse
import errno
import os
import socket
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from settings import Settings

if TYPE_CHECKING:
    from chat.desk import Desk
    from chat.library.service import LibraryService


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until interrupted. Returns the exit code: 0, or 2 with one line on stderr."""
    settings = _settings(_parser().parse_args(arguments))
    if problem := port_problem(settings.host, settings.port):
        print(problem, file=sys.stderr)
        return 2
    # Loaded only now, so that --help and a busy port are answered at once.
    from answer.service import open_service, warm_up
    from chat.database import DatabaseError
    from chat.desk import open_desk
    from chat.library.opening import open_library
    from index.errors import EmbeddingError, StorageError

    # Whatever is open is closed in the end, also when what comes after it cannot be opened.
    with ExitStack() as opened:
        try:
            service = open_service(settings)
            opened.callback(service.close)
            warm_up(service)
            desk = open_desk(settings, service)
            opened.callback(desk.close)
            library = open_library(settings, desk.answering, service.embedder, desk.audit)
            opened.callback(library.close)
        except (StorageError, EmbeddingError, DatabaseError) as error:
            print(error, file=sys.stderr)
            return 2
        _serve(settings, desk, library)
    return 0


def _serve(settings: Settings, desk: Desk, library: LibraryService) -> None:
    """Serve the page until interrupted."""
    from chat.library_room import LibraryRoom
    from chat.page import build_page, launch_options
    from chat.recorded import RecordedBackend

    _reach_ourselves_without_proxy()
    page = build_page(
        RecordedBackend(desk),
        desk,
        lambda door: LibraryRoom(library, door, most_megabytes=settings.max_file_megabytes),
    )
    _, address, _ = page.launch(
        server_name=settings.host,
        server_port=settings.port or None,
        prevent_thread_lock=True,
        **launch_options(desk, most_megabytes=settings.max_file_megabytes),
    )
    print(f"政策问答已启动 / Policy Answers is running: {address}", flush=True)
    print("按 Ctrl+C 停止 / Press Ctrl+C to stop", flush=True)
    page.block_thread()


def port_problem(host: str, port: int) -> str:
    """Why the page cannot be served there, in one line, or "" if it can."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.create_server((host, port), family=family):
            return ""
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return (
                f"端口 {port} 已被占用，请用 --port 换一个，例如 --port {_next_port(port)} "
                f"(port {port} is in use: choose another with --port)"
            )
        return (
            f"无法在 {host} 的端口 {port} 上启动：{error.strerror}；请检查 --host 和 --port "
            f"(cannot listen on {host}, port {port}: check --host and --port)"
        )


def _next_port(port: int) -> int:
    return port + 1 if port < 65535 else port - 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python app.py", description="启动政策问答页面 / Serve the chat page."
    )
    parser.add_argument("--host", help="监听地址 / address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=_port, help="端口 / port to listen on (7860)")
    parser.add_argument("--storage", type=Path, help="索引目录 / folder of the index (storage)")
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"端口须为 1 到 65535 (a port is 1 to 65535): {text}")
    return int(text)


def _settings(options: argparse.Namespace) -> Settings:
    """The settings, with what the command line says over what the environment says."""
    given = {name: value for name, value in vars(options).items() if value is not None}
    return Settings().model_copy(update=given)


def _reach_ourselves_without_proxy() -> None:
    """Gradio asks its own server whether it is up; a company proxy could not answer that."""
    for name in ("NO_PROXY", "no_proxy"):
        hosts = [host for host in os.environ.get(name, "").split(",") if host]
        os.environ[name] = ",".join([*hosts, "127.0.0.1", "localhost"])


if __name__ == "__main__":
    sys.exit(main())
