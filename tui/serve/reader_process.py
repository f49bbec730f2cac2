"""The process in which the app runs for one reader."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Sequence
from contextlib import suppress

from aiohttp.web import WebSocketResponse
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from storage import paths
from tui.serve.access import TOKEN_VARIABLE
from tui.serve.uploads import Uploads

_DRIVER = "tui.serve.reader_driver:ReaderDriver"
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv.pop(1));"
    " from tui.cli.main import main; sys.exit(main())"
)
_SECONDS_TO_END = 6.0
"""How long the app may take to keep drafts and end."""
_SECONDS_TO_DRAW = 2.0
"""How long a browser may take for what is drawn by then."""
_WIDEST, _HIGHEST = 1000, 500
"""Cells of the largest screen that is drawn."""


class ReaderProcess(AppService):
    """Draws in the browser at the other end of a websocket until either end is gone.

    Its working folder is that of its uploads, and it names no other file, see `BrowserReach`.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        uploads: Uploads,
        websocket: WebSocketResponse,
        downloads: DownloadManager,
        hang_up: Callable[[], None],
    ) -> None:
        """Make one that will run `copydesk` with these arguments.

        `hang_up` breaks the line to a browser that takes nothing more.
        """
        super().__init__(
            "copydesk",
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=websocket.close,  # type: ignore[arg-type]  # its answer is of no use
            download_manager=downloads,
        )
        self.uploads = uploads
        self._hang_up = hang_up
        self._arguments = arguments

    async def hear(self, message: object) -> str | None:
        """Do what the browser's end says, as far as it makes sense; return what to answer."""
        match message:
            case ["stdin", str(typed)]:
                await self.send_bytes(typed.encode("utf-8", "replace"))
            case ["resize", {"width": int(width), "height": int(height)}]:
                await self.set_terminal_size(*clamp_size(width, height))
            case ["ping", str(told)]:
                return json.dumps(["pong", told])
            case ["focus"]:
                await self.focus()
            case ["blur"]:
                await self.blur()
        return None

    async def tell_uploaded(self, name: str) -> None:
        """Let the app know of a file that is there now."""
        await self.send_meta({"type": "uploaded", "name": name})

    async def stop(self) -> None:
        """Have the app keep what is being written and end; end it where it does not."""
        process, task = self._process, self._task
        self._process = self._task = None
        if process is None or task is None:
            return
        await self._download_manager.cancel_app_downloads(self.app_service_id)
        try:
            async with asyncio.timeout(_SECONDS_TO_END):
                await self.send_meta({"type": "quit"})
                await process.wait()
        except TimeoutError:
            with suppress(ProcessLookupError):
                process.kill()
        done, _ = await asyncio.wait([task], timeout=_SECONDS_TO_DRAW)
        if not done:
            self._hang_up()
        await task

    async def run(self) -> None:
        """Pass on what the app draws, until it ends; then nobody is to wait for more."""
        try:
            await super().run()
        finally:
            await self.remote_close()

    async def on_data(self, payload: bytes) -> None:
        """Pass on what was drawn; the app goes on to its end though nobody looks any more."""
        with suppress(ConnectionError, RuntimeError):
            await self.remote_write_bytes(payload)

    async def on_meta(self, data: bytes) -> None:
        """Pass on word of a download and of the end, and nothing else."""
        if json.loads(data).get("type") in ("exit", "deliver_file_start"):
            with suppress(ConnectionError, RuntimeError):
                await super().on_meta(data)

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        own_group = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
        self._process = process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-c", _START, json.dumps(sys.path)),
            *self._arguments,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=self._build_environment(width, height),
            cwd=self.uploads.folder,
            # Ctrl+C is for the server, which ends them all.
            start_new_session=True,
            creationflags=own_group,
        )
        self._stdin = process.stdin
        return process

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        environment = super()._build_environment(*clamp_size(width, height))
        for name in (TOKEN_VARIABLE, "NO_COLOR", "TEXTUAL_LOG", "TEXTUAL_DEVTOOLS"):
            environment.pop(name, None)
        environment["TEXTUAL_DRIVER"] = _DRIVER
        environment["COPYDESK_UPLOADS"] = str(self.uploads.folder)
        if environment.get("COPYDESK_CONFIG"):
            environment["COPYDESK_CONFIG"] = str(paths.configuration_path().absolute())
        return environment


def clamp_size(width: int, height: int) -> tuple[int, int]:
    """Return a size that can be drawn."""
    return max(1, min(width, _WIDEST)), max(1, min(height, _HIGHEST))
