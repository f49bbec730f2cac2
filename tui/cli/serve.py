"""`copydesk serve`: the app for browsers, until ctrl+c."""

from __future__ import annotations

import argparse
import asyncio
import errno
import ipaddress
import logging
import os
import signal
import socket
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from storage.errors import CopydeskError
from storage.files import explain_error
from storage.open_library import resolve_path
from storage.regular_files import resolve_links
from storage.wording.extras import tell_how_to_install
from storage.wording.terminal_text import reveal_line
from tui.cli.argument_types import UsageError
from tui.cli.coder import find_coder
from tui.cli.maintenance import back_up_after_writing, find_library, open_or_repair
from tui.cli.printing import complain, say
from tui.messages.crash_log import log_error

if TYPE_CHECKING:
    from aiohttp import web

    from tui.serve.access import Access

_LOOPBACK = "127.0.0.1"
_EVERYWHERE = ("0.0.0.0", "::")


def serve(options: argparse.Namespace) -> int:
    """Serve the library to browsers; returns 0 once ctrl+c or a signal ends it.

    `UsageError` for what would let strangers in; `CopydeskError` where it cannot listen, or what
    serves is not installed.
    """
    try:
        from tui.serve.access import SHORTEST_TOKEN, TOKEN_VARIABLE, Access
        from tui.serve.server import Server
    except ImportError as error:
        raise CopydeskError(
            f"What serves Copydesk to browsers is missing: {tell_how_to_install('serve')}"
        ) from error

    host = options.host or _LOOPBACK
    token = options.token or os.environ.get(TOKEN_VARIABLE, "")
    if token and len(token) < SHORTEST_TOKEN:
        raise UsageError(f"The token is too short; take {SHORTEST_TOKEN} characters or more.")
    coder = find_coder(options)
    with _listen(host, options.port) as listening:
        address, port = listening.getsockname()[:2]
        is_local = ipaddress.ip_address(address).is_loopback
        if not token and not is_local:
            raise UsageError(f"Others would reach it at {reveal_line(host)}; give a --token too.")
        if not token and options.name:
            raise UsageError("A --name is for others; give a --token too.")
        # Once, here: what is to be asked or repaired is, and readers find it whole.
        with open_or_repair(find_library(options), coder) as library:
            path = library.path
        access = Access(token, [*options.name, *_list_names(host, is_local=is_local)])
        with TemporaryDirectory(prefix="copydesk-", ignore_cleanup_errors=True) as folder:
            server = Server(
                access,
                _make_arguments(options, path),
                resolve_links(Path(folder)),
                f"copydesk-{port}",
            )
            told = _describe(access, host, port)
            _tell_faults()
            with suppress(KeyboardInterrupt):
                asyncio.run(_run(server.make_app(), listening, told))
    back_up_after_writing(path)
    return 0


def _make_arguments(options: argparse.Namespace, library: Path) -> list[str]:
    """Return the arguments with which each reader's `copydesk` is called."""
    arguments = [f"--library={resolve_path(library)}"]
    if getattr(options, "coder", ""):
        arguments.append(f"--coder={options.coder}")
    if hasattr(options, "blind"):
        arguments.append("--blind" if options.blind else "--no-blind")
    if hasattr(options, "hide_outlets"):
        arguments.append("--hide-outlets" if options.hide_outlets else "--no-hide-outlets")
    return arguments


def _listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens there; `CopydeskError` where that cannot be."""
    told = reveal_line(host)
    try:
        family, _, _, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        return socket.create_server(address[:2], family=family, backlog=64)
    except (socket.gaierror, UnicodeError) as error:
        raise CopydeskError(f"{told} is no address of this machine; try 0.0.0.0.") from error
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise CopydeskError(f"Port {port} is in use; choose another with --port.") from error
        if error.errno == errno.EADDRNOTAVAIL:
            raise CopydeskError(f"{told} is no address of this machine; try 0.0.0.0.") from error
        raise CopydeskError(
            f"Cannot listen on port {port} of {told}: {explain_error(error)}."
        ) from error


def _list_names(host: str, *, is_local: bool) -> Sequence[str]:
    """Return the names by which browsers may call what listens there, besides addresses."""
    if is_local:
        return ()
    name = socket.gethostname()
    return host, name, f"{name}.local"


def _describe(access: Access, host: str, port: int) -> str:
    """Say where it is, and who may come."""
    if host in _EVERYWHERE:
        host = socket.gethostname()
    here = f"[{host}]" if ":" in host else host
    who = "whoever knows the token" if access.needs_token else "this machine only"
    return f"Copydesk is at http://{here}:{port}/ for {who}. ctrl+c: stop"


class FaultLog(logging.Handler):
    """Tells of a fault in the server itself as all faults are told, without its traceback.

    A request that makes no sense is the fault of whoever asks, and could fill the log.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Put the details into the log, and say so."""
        from aiohttp.http import HttpProcessingError

        error = record.exc_info[1] if record.exc_info else None
        if error is not None and not isinstance(error, HttpProcessingError):
            complain(f"Copydesk hit an internal error ({log_error(error)})")


def _tell_faults() -> None:
    """Let libraries say nothing by themselves; why an app did not start it says itself."""
    for name in ("aiohttp", "textual-serve", "asyncio"):
        logger = logging.getLogger(name)
        logger.addHandler(FaultLog(logging.ERROR))
        logger.propagate = False


async def _run(app: web.Application, listening: socket.socket, told: str) -> None:
    """Serve until a signal; every reader's note is kept and every process ended by then."""
    from aiohttp import web

    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        with suppress(AttributeError, NotImplementedError):  # Windows raises KeyboardInterrupt
            loop.add_signal_handler(getattr(signal, name), ended.set)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=2.0)
    try:
        await runner.setup()
        await web.SockSite(runner, listening).start()
        say(told)
        sys.stdout.flush()
        await ended.wait()
    finally:
        await runner.cleanup()
